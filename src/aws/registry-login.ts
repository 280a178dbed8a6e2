import { ShipitError } from '../core/errors';
import type { Clock } from '../core/ports';
import type { RegistryLogin } from '../core/stores';
import type { Connections } from './connections';
import { isAwsHost } from './endpoints';
import { sdk } from './sdk';
import { reading, type Send } from './sender';

/** Null for a host that is no registry of ECR. */
export type RegistryLogins = (host: string) => Promise<RegistryLogin | null>;

interface Kept {
  readonly login: RegistryLogin;
  readonly endsMs: number;
}

/** A push that begins with it may last. */
const marginMs = 30 * 60_000;
/** Where AWS does not say (GetAuthorizationToken). */
const validMs = 12 * 3_600_000;

/** What lets the caller into registries of ECR, one for each region, kept until it ends. */
export function createRegistryLogins(connections: Connections, send: Send, clock: Clock): RegistryLogins {
  const kept = new Map<string, Promise<Kept>>();
  return async (host) => {
    const region = regionOf(host);
    if (region === null) return null;
    // Whoever asks at the same moment waits for the same answer.
    const under = kept.get(region);
    const known = under && (await under);
    if (known && known.endsMs > clock.nowMs() + marginMs) return known.login;
    const asked = ask(connections, send, { region, host, nowMs: clock.nowMs() });
    kept.set(region, asked);
    asked.catch(() => kept.delete(region));
    return (await asked).login;
  };
}

/** `123456789012.dkr.ecr.eu-west-1.amazonaws.com`, also with FIPS and for both families of addresses. */
function regionOf(host: string): string | null {
  const found =
    /^\d{12}\.dkr(?:\.ecr(?:-fips)?|-ecr(?:-fips)?)\.([a-z]{2,5}(?:-[a-z]+)+-\d{1,2})\.([a-z0-9.-]+)$/.exec(
      host,
    );
  const [, region = null, domain = ''] = found ?? [];
  return isAwsHost(`ecr.${domain}`) || domain === 'on.aws' ? region : null;
}

interface Asked {
  readonly region: string;
  readonly host: string;
  readonly nowMs: number;
}

async function ask(connections: Connections, send: Send, { region, host, nowMs }: Asked): Promise<Kept> {
  const call = `GetAuthorizationToken ${region}`;
  const answer = await send({
    ...reading(call, null),
    send: () => connections.ecr(region).send(new (sdk.ecr().GetAuthorizationTokenCommand)({})),
  });
  const [found] = answer.authorizationData ?? [];
  const text = Buffer.from(found?.authorizationToken ?? '', 'base64').toString('utf8');
  const colon = text.indexOf(':');
  if (colon < 1) throw new ShipitError('invalid', `${call}: there is no token in the answer`);
  const login = {
    username: text.slice(0, colon),
    password: text.slice(colon + 1),
    url: urlOf(found?.proxyEndpoint, host),
  };
  return { login, endsMs: found?.expiresAt?.getTime() ?? nowMs + validMs };
}

/** AWS names the registry of the caller, and its token is good for those of others too; anybody else says where it is. */
function urlOf(endpoint: string | undefined, host: string): string | null {
  const url = endpoint !== undefined && URL.canParse(endpoint) ? new URL(endpoint) : null;
  return url === null || url.host === host || regionOf(url.host) !== null ? null : url.origin;
}
