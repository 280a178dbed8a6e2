import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ShipitError } from '../core/errors';
import type { Processes } from '../core/ports';
import type { RegistryLogin } from '../core/stores';

interface Home {
  /** The folder of Docker's configuration. */
  readonly folder: string;
  readonly processes: Processes;
}

/** What is read of config.json (docker login). */
interface DockerConfig {
  readonly auths?: {
    readonly [server: string]: { readonly auth?: unknown; readonly identitytoken?: unknown };
  };
  readonly credHelpers?: { readonly [server: string]: unknown };
  readonly credsStore?: unknown;
}

const helperTimeoutMs = 30_000;
/** Docker Hub has had this name from its beginning. */
const hub = 'https://index.docker.io/v1/';

/** Logins of registries as `docker login` and others keep them. Null for a host nobody logged in to. */
export function createDockerLogins(home: Home): (host: string) => Promise<RegistryLogin | null> {
  const known = new Map<string, Promise<RegistryLogin | null>>();
  return (host) => {
    const found = known.get(host) ?? find(home, host);
    known.set(host, found);
    return found;
  };
}

async function find(home: Home, host: string): Promise<RegistryLogin | null> {
  const config = await readConfig(join(home.folder, 'config.json'));
  const servers = host === 'docker.io' ? [hub, host] : [host, `https://${host}`];
  const helper = servers.map((server) => config.credHelpers?.[server]).find((name) => name !== undefined);
  for (const server of servers) {
    const program = helper ?? config.credsStore;
    const asked = typeof program === 'string' && program !== '' ? await ask(home, program, server) : null;
    if (asked) return asked;
  }
  const [, entry] =
    Object.entries(config.auths ?? {}).find(([server]) => servers.some((one) => isSame(server, one))) ?? [];
  return entry ? written(entry) : null;
}

/** Keys were addresses with a path once. */
const isSame = (one: string, other: string): boolean => bare(one) === bare(other);
const bare = (server: string): string => server.replace(/^https?:\/\//, '').replace(/\/(?:v[12]\/?)?$/, '');

async function readConfig(path: string): Promise<DockerConfig> {
  try {
    const value: unknown = JSON.parse(await readFile(path, 'utf8'));
    return typeof value === 'object' && value !== null ? value : {};
  } catch (cause) {
    if (['ENOENT', 'ENOTDIR'].includes(String((cause as NodeJS.ErrnoException).code))) return {};
    throw new ShipitError('refused', `${path} cannot be read as JSON`, {
      cause,
      hint: 'Correct it, or log in anew with `docker login`.',
    });
  }
}

function written({ auth, identitytoken }: { readonly auth?: unknown; readonly identitytoken?: unknown }) {
  if (typeof identitytoken === 'string' && identitytoken !== '')
    return { username: '<token>', password: identitytoken, url: null };
  const text = typeof auth === 'string' ? Buffer.from(auth, 'base64').toString('utf8') : '';
  const colon = text.indexOf(':');
  return colon < 1 ? null : { username: text.slice(0, colon), password: text.slice(colon + 1), url: null };
}

/** A credential helper (docker-credential-helpers). One that knows nothing of a server fails. */
async function ask(
  { processes, folder }: Home,
  helper: string,
  server: string,
): Promise<RegistryLogin | null> {
  if (!/^[\w-]+$/.test(helper)) return null;
  const options = { cwd: folder, timeoutMs: helperTimeoutMs, credentials: false, variables: {} };
  const ran = await processes.run([`docker-credential-${helper}`, 'get'], { ...options, input: server });
  if (ran === null || ran.code !== 0) return null;
  try {
    const { Username: username, Secret: password } = JSON.parse(ran.stdout) as {
      Username?: unknown;
      Secret?: unknown;
    };
    if (typeof username !== 'string' || typeof password !== 'string' || password === '') return null;
    return { username, password, url: null };
  } catch {
    return null;
  }
}
