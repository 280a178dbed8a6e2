/** What a release changes, one line each. Values of the environment are secrets until proven otherwise: digests stand in. */
import { reportedDigest } from '../artifact/signing';
import { canonicalJson } from '../core/canonical';
import { awsDefaults, type Environment, type FunctionConfig } from '../core/function';
import { Secret } from '../core/secret';
import { Digest } from '../core/values';
import { type Live, undeclared } from './plan';
import type { Wanted } from './wanted';

/**
 * Between the version the alias serves and the one wanted: `~ memorySize 128 -> 256`, `+ environment.TABLE (1a2b3c4d)`,
 * `+ layers arn:...`, `~ code 1a2b3c4d -> 5e6f7a8b` (the first digits of the SHA-256). A key that differs without being
 * declared is marked: it stands in $LATEST and would go live with the rest.
 */
export function changesOf(wanted: Wanted, declared: Partial<FunctionConfig>, live: Live): string[] {
  // A function that is there and only lacks this alias has nothing new but what $LATEST lacks.
  const { serving } = live;
  const from = serving ?? live.latest;
  const mark = (key: string): string => (key in declared || serving === null ? '' : ` (${undeclared})`);
  const isThere = from !== null && from.digest === reportedDigest(wanted);
  const code = isThere ? [] : valueLines('code', from && codeOf(from.digest), wantedCode(wanted));
  const lines = configKeys(wanted.config)
    .filter((key) => from !== null || !isDefault(key, wanted.config))
    .flatMap((key) => keyLines(key, from?.config, wanted.config).map((line) => line + mark(key)));
  return [...code, ...lines];
}

/** What was built, for of what is yet to be signed nobody knows more. */
const wantedCode = ({ digest, signing }: Wanted): string =>
  signing === undefined ? codeOf(digest) : `${codeOf(digest)} signed by ${signing.profile}`;

/** What a function that is made gets anyway. */
function isDefault(key: keyof FunctionConfig, config: Partial<FunctionConfig>): boolean {
  const defaults: Partial<FunctionConfig> = awsDefaults;
  return key !== 'environment' && canonicalJson(config[key]) === canonicalJson(defaults[key]);
}

/** Of two configurations, for the keys of the second. */
export function configLines(
  from: Partial<FunctionConfig> | undefined,
  to: Partial<FunctionConfig>,
): string[] {
  return configKeys(to).flatMap((key) => keyLines(key, from, to));
}

/** One value: `~ timeout 3 -> 10`. Maps by key, lists by member; null and absent are nothing. */
export function valueLines(name: string, from: unknown, to: unknown): string[] {
  const [before, after] = [shownOf(from), shownOf(to)];
  if (before.kind === 'list' || after.kind === 'list') return listLines(name, before.items, after.items);
  if (before.kind === 'map' || after.kind === 'map') return mapLines(name, before.entries, after.entries);
  if (before.text === after.text) return [];
  if (before.text === null) return [`+ ${name} ${after.text}`];
  return after.text === null ? [`- ${name} ${before.text}`] : [`~ ${name} ${before.text} -> ${after.text}`];
}

/** What `sha256sum` of a zip begins with; an image is known by its digest as it is. */
export const codeOf = (digest: Digest): string =>
  /^[0-9a-f]{64}$/.test(digest)
    ? digest.slice(0, 8)
    : Buffer.from(digest, 'base64').toString('hex').slice(0, 8);

/** The environment last, as the longest. */
function configKeys(config: Partial<FunctionConfig>): (keyof FunctionConfig)[] {
  const keys = Object.keys(config).filter((key) => key !== 'environment') as (keyof FunctionConfig)[];
  return config.environment === undefined ? keys.sort() : [...keys.sort(), 'environment'];
}

function keyLines(
  key: keyof FunctionConfig,
  from: Partial<FunctionConfig> | undefined,
  to: Partial<FunctionConfig>,
): string[] {
  if (to[key] === undefined) return [];
  return key === 'environment'
    ? environmentLines(from?.environment ?? {}, to.environment ?? {})
    : valueLines(key, from?.[key], to[key]);
}

function environmentLines(from: Environment, to: Environment): string[] {
  const names = [...new Set([...Object.keys(from), ...Object.keys(to)])].sort();
  return names.flatMap((name) => {
    const [before, after] = [shownValue(from, name), shownValue(to, name)];
    const key = `environment.${name}`;
    if (before === null) return [`+ ${key} (${after})`];
    return after === null ? [`- ${key} (${before})`] : valueLines(key, before, after);
  });
}

function shownValue(environment: Environment, name: string): string | null {
  const value = Object.hasOwn(environment, name) ? environment[name] : undefined;
  return value === undefined ? null : Digest.short(Secret.reveal(value));
}

interface Shown {
  readonly kind: 'plain' | 'list' | 'map';
  /** Null is nothing. */
  readonly text: string | null;
  readonly items: readonly string[];
  readonly entries: Readonly<{ [key: string]: unknown }>;
}

function shownOf(value: unknown): Shown {
  const empty = { text: null, items: [], entries: {} };
  if (value === null || value === undefined || value === '') return { kind: 'plain', ...empty };
  if (Array.isArray(value)) return { kind: 'list', ...empty, items: value.map(String) };
  if (typeof value === 'object') return { kind: 'map', ...empty, entries: { ...value } };
  return { kind: 'plain', ...empty, text: String(value) };
}

function listLines(name: string, from: readonly string[], to: readonly string[]): string[] {
  const gone = from.filter((item) => !to.includes(item)).map((item) => `- ${name} ${item}`);
  const come = to.filter((item) => !from.includes(item)).map((item) => `+ ${name} ${item}`);
  if (gone.length + come.length > 0) return [...gone, ...come];
  return from.join('\n') === to.join('\n') ? [] : [`~ ${name} in another order: ${to.join(', ')}`];
}

function mapLines(name: string, from: Shown['entries'], to: Shown['entries']): string[] {
  const keys = [...new Set([...Object.keys(from), ...Object.keys(to)])].sort();
  return keys.flatMap((key) => valueLines(`${name}.${key}`, from[key], to[key]));
}
