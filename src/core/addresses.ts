/** Addresses that nobody outside of a machine should make it ask: they give out the credentials of the machine itself. */
import type { LookupAddress } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import { ShipitError } from './errors';

/**
 * Link-local addresses and those of AWS's own services on a machine, also as they can be written in IPv6: mapped and
 * compatible (RFC 4291), NAT64 (RFC 6052), 6to4 (RFC 3056).
 */
const closed = new BlockList();
closed.addSubnet('169.254.0.0', 16, 'ipv4');
for (const [address, bits] of [
  ['fe80::', 10],
  ['fd00:ec2::', 32],
  ['::ffff:169.254.0.0', 112],
  ['::169.254.0.0', 112],
  ['64:ff9b::169.254.0.0', 112],
  ['2002:a9fe::', 32],
] as const)
  closed.addSubnet(address, bits, 'ipv6');

/** False for a name. */
export function isClosed(address: string): boolean {
  const [plain = ''] = address.split('%');
  const family = isIP(plain);
  return family !== 0 && closed.check(plain, family === 4 ? 'ipv4' : 'ipv6');
}

/** What a name leads to is looked at when the connection is made, so no answer in between can differ. */
export const openOnly =
  (lookup: LookupFunction): LookupFunction =>
  (host, options, found) =>
    lookup(host, options, (error, address, family) => {
      const all = error ? [] : addressesOf(address);
      const refusal = all.some(isClosed) ? closedTo(host) : null;
      found(refusal ?? error, refusal ? [] : address, family);
    });

const addressesOf = (found: string | LookupAddress[]): string[] =>
  typeof found === 'string' ? [found] : found.map(({ address }) => address);

export const closedTo = (host: string): ShipitError =>
  new ShipitError('refused', `${host} leads to an address that only its own machine may ask`, {
    hint: 'Link-local addresses give out credentials of the machine: ask somebody else.',
  });
