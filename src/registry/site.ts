import { ShipitError } from '../core/errors';
import type { RegistryLogin } from '../core/stores';

/** A registry as it is asked. */
export interface Site {
  /** What people call it. */
  readonly host: string;
  readonly base: URL;
  readonly login: RegistryLogin | null;
}

/** Docker Hub answers elsewhere than its name says. */
const elsewhere: Readonly<Record<string, string>> = { 'docker.io': 'registry-1.docker.io' };

/** Encryption everywhere but on this machine, whatever somebody says who gives a login. */
export function siteOf(host: string, login: RegistryLogin | null): Site {
  const url = login?.url ?? null;
  const base = url === null ? plainOf(host) : parse(url, host);
  if (base.protocol !== 'https:' && !isLoopback(base))
    throw wrong(host, 'would be asked without encryption', 'Only registries of this machine are.');
  return { host, base, login };
}

function plainOf(host: string): URL {
  const asked = elsewhere[host] ?? host;
  const url = parse(`https://${asked}/`, host);
  if (isLoopback(url)) url.protocol = 'http:';
  return url;
}

function parse(text: string, host: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  const plain = url !== null && /^https?:$/.test(url.protocol) && url.username === '' && url.password === '';
  if (plain && url.pathname === '/' && url.search === '' && url.hash === '') return url;
  throw wrong(
    host,
    'is no host of a registry',
    'Write it like `123456789012.dkr.ecr.eu-west-1.amazonaws.com`.',
  );
}

/** A name that leads to this machine is no proof of it: only what is this machine by definition counts. */
function isLoopback({ hostname }: URL): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
}

/** A registry elsewhere may lead elsewhere, encrypted, and not to this machine. */
export function mayLead(from: URL, to: URL): boolean {
  if (isLoopback(from)) return /^https?:$/.test(to.protocol) && (to.protocol === 'https:' || isLoopback(to));
  return to.protocol === 'https:' && !isLoopback(to);
}

const wrong = (host: string, why: string, hint: string): ShipitError =>
  new ShipitError('refused', `${host} ${why}`, { hint });
