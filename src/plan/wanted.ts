/**
 * What would be live after a release, and whether it already is. Compared is always the version the alias serves:
 * $LATEST is nobody's, it may hold what was rolled back last time or what somebody tries out in the console.
 */
import type { FunctionSpec } from '../config/project';
import { awsDefaults, type FunctionConfig, type PublishedVersion } from '../core/function';
import { Digest } from '../core/values';
import type { Live } from './plan';

/** What the release asks for: bytes, and the declared part of the configuration. */
export interface Request {
  readonly spec: FunctionSpec;
  readonly digest: Digest;
}

/** A version that may not exist yet, whole. */
export interface Wanted {
  readonly digest: Digest;
  /** Partial only while the function does not exist and the project file leaves out what Lambda demands. */
  readonly config: Partial<FunctionConfig>;
  readonly deadLetter: string | null;
}

/** True when the alias gives all of its traffic to what is asked for, and nobody is about to change that. */
export function isServed(request: Request, live: Live): boolean {
  const { serving, alias, record } = live;
  if (serving === null || alias === null || alias.additional !== null) return false;
  if (record.kind === 'open' || serving.digest !== request.digest) return false;
  return sameConfig({ ...serving.config, ...declared(request.spec) }, serving.config);
}

/** The version that publishing would make: what is declared over $LATEST, because Lambda publishes that. */
export function wantedOf(request: Request, live: Live): Wanted {
  const base: Partial<FunctionConfig> = live.latest?.config ?? live.serving?.config ?? awsDefaults;
  const deadLetter = live.latest?.deadLetter ?? null;
  return { digest: request.digest, config: { ...base, ...declared(request.spec) }, deadLetter };
}

/** Eight hex digits; the same for the same code and configuration, whatever the order of keys. */
export function identityOf({ digest, config }: Wanted): string {
  return Digest.short(`${digest} ${canonical(config)}`);
}

/** The newest published version that already is what is wanted; never the one being served. */
export function reuseOf(wanted: Wanted, live: Live): string | null {
  const serving = live.alias?.version ?? null;
  const same = (version: PublishedVersion): boolean =>
    version.version !== serving &&
    version.digest === wanted.digest &&
    version.deadLetter === wanted.deadLetter &&
    sameConfig(version.config, wanted.config);
  return live.versions.findLast(same)?.version ?? null;
}

/** Without keys that are there but undefined: they would hide what is live. */
function declared(spec: FunctionSpec): Partial<FunctionConfig> {
  return Object.fromEntries(Object.entries(spec.config).filter(([, value]) => value !== undefined));
}

const sameConfig = (a: Partial<FunctionConfig>, b: Partial<FunctionConfig>): boolean =>
  canonical(a) === canonical(b);

function canonical(config: Partial<FunctionConfig>): string {
  const { environment = {}, ...plain } = config;
  return JSON.stringify([sorted(plain), sorted(environment)]);
}

function sorted(map: object): [string, unknown][] {
  return Object.entries(map)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
}
