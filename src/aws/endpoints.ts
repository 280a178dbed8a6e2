import { isIP } from 'node:net';
import { ShipitError } from '../core/errors';

export interface Endpoint {
  readonly url: string;
  /** True for a host of AWS itself, such as a VPC endpoint: only such a host is given credentials that look real. */
  readonly aws: boolean;
}

export interface Keys {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** Names that AWS gives to nobody else, in all its partitions. */
const awsDomains = [
  'amazonaws.com',
  'amazonaws.com.cn',
  'amazonaws.eu',
  'api.aws',
  'api.amazonwebservices.com.cn',
  'c2s.ic.gov',
  'sc2s.sgov.gov',
  'cloud.adc-e.uk',
  'csp.hci.ic.gov',
];

export function isAwsHost(host: string): boolean {
  return awsDomains.some((domain) => host.endsWith(`.${domain}`));
}

/**
 * Checks an override of the endpoint. `local` demands an address of this machine.
 * Throws `wrongEndpoint` for what is no http(s) address, for link-local ones (the metadata service of a cloud machine
 * stands there), and for AWS without TLS.
 */
export function checkEndpoint(text: string, { local }: { readonly local: boolean }): Endpoint {
  const url = parseUrl(text);
  const host = url.hostname.replace(/^\[|\]$/g, '').toLowerCase();
  const aws = isAwsHost(host);
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '')
    throw wrong(text, 'has more to it than scheme, host, port and path');
  if (isLinkLocal(host)) throw wrong(text, 'is a link-local address');
  if (local && !isLoopback(host)) throw wrong(text, 'is not an address of this machine');
  if (aws && url.protocol === 'http:') throw wrong(text, 'would send requests to AWS without encryption');
  return { url: text, aws };
}

/** Throws `wrongEndpoint` when keys that may be real would go to a host that is not AWS. */
export function checkKeys(endpoint: Endpoint, keys: Keys | null): void {
  if (endpoint.aws || (keys && !/^A(KIA|SIA)[A-Z0-9]{16}$/.test(keys.accessKeyId))) return;
  throw new ShipitError('wrongEndpoint', `${endpoint.url} is not AWS and is given no credentials of AWS`);
}

function parseUrl(text: string): URL {
  const url = /^https?:\/\//i.test(text) && !/\s/.test(text) && URL.canParse(text) ? new URL(text) : null;
  if (!url) throw wrong(text, 'is no http(s) address');
  return url;
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
}

/** Also in IPv4-mapped form, which URL turns into hexadecimal. */
function isLinkLocal(host: string): boolean {
  return host.startsWith('169.254.') || /^fe[89ab][0-9a-f]:/.test(host) || /^::ffff:a9fe:/.test(host);
}

const wrong = (text: string, why: string): ShipitError =>
  new ShipitError('wrongEndpoint', `The endpoint ${text} ${why}`);
