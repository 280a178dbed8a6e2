import { BlockList, isIP } from 'node:net';

/** What only the machine itself may ask: who can reach it there learns its credentials. */
const linkLocal = new BlockList();
linkLocal.addSubnet('169.254.0.0', 16, 'ipv4');
linkLocal.addSubnet('fe80::', 10, 'ipv6');
// Where the metadata of EC2 and of tasks stand by IPv6 (Amazon EC2 User Guide, "Access instance metadata").
linkLocal.addSubnet('fd00:ec2::', 32, 'ipv6');

interface Reason {
  readonly what: string;
  readonly hint: string;
}

/** What is wrong with an address of the web, without the address: it may be a secret. Null when nothing is. */
export function addressFlaw(text: string): Reason | null {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !/^https?:$/.test(url.protocol))
    return { what: 'is not an address', hint: 'write it like `https://status.example.com/health`' };
  if (url.username !== '' || url.password !== '')
    return { what: 'has a name or a password in it', hint: 'write a header `Authorization` instead' };
  if (!isLinkLocal(url.hostname)) return null;
  return { what: 'is link-local: only the machine itself may ask there', hint: 'name another host' };
}

/** The parser has brought every way to write a number of IPv4 into one. */
function isLinkLocal(hostname: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, '');
  const family = isIP(host);
  return family !== 0 && linkLocal.check(host, family === 6 ? 'ipv6' : 'ipv4');
}
