/**
 * Old versions go when a release is out. A version that somebody still needs never does: Lambda itself protects only those
 * that an alias names, not those to which a rollback would go back.
 */
import type { FunctionSpec } from '../config/project';
import { ShipitError } from '../core/errors';
import type { Event } from '../core/events';
import type { PublishedVersion } from '../core/function';
import type { NamedAlias, Versions } from '../core/lambda';
import type { Ports } from '../core/ports';
import { type Parsed, Record } from '../core/record';

type PrunePorts = Pick<Ports, 'versions' | 'aliases' | 'clock'>;

export interface Pruned {
  readonly spec: FunctionSpec;
  /** Versions that stay whatever their age, such as the one just left. */
  readonly keep: readonly string[];
}

export interface Kept {
  /** How many stay for their age, the newest first. */
  readonly newest: number;
  readonly named: Iterable<string>;
}

/** A function with hundreds of old ones loses them over some releases, so that none takes minutes longer for it. */
const mostAtOnce = 100;

/** With the same rights, the next version fares no better. */
const hopeless = ['accessDenied', 'expiredCredentials', 'noCredentials', 'throttled'] as const;

/** Versions that nobody needs, oldest first. Never $LATEST, nor anything else that is no number. */
export function surplus(versions: readonly string[], { newest, named }: Kept): string[] {
  const needed = new Set(named);
  const numbers = [...new Set(versions)].filter((version) => /^[1-9]\d*$/.test(version));
  const oldestFirst = numbers.sort((one, other) => Number(one) - Number(other));
  const old = oldestFirst.slice(0, Math.max(0, oldestFirst.length - newest));
  return old.filter((version) => !needed.has(version));
}

/** Never fails a release: what stays harms nobody until the next one. What went wrong is told once. */
export async function prune(
  ports: PrunePorts,
  functions: readonly Pruned[],
  tell: (event: Event) => Promise<void>,
): Promise<void> {
  const failures = await Promise.all(functions.map((one) => pruneOne(ports, one, tell)));
  const [first] = failures.flat();
  if (first === undefined) return;
  const message = `some old versions stay: ${first.message}`;
  await tell({ v: 1, type: 'warning', at: ports.clock.nowMs(), message, hint: first.hint });
}

/** What went wrong. */
async function pruneOne(
  ports: PrunePorts,
  pruned: Pruned,
  tell: (event: Event) => Promise<void>,
): Promise<ShipitError[]> {
  const gone: string[] = [];
  const failures: ShipitError[] = [];
  for (const one of await surplusOf(ports, pruned).catch(collect(failures, []))) {
    const removed = await removeUnused(ports.versions, pruned.spec.name, one).catch(collect(failures, false));
    if (removed) gone.push(one.version);
    if (ShipitError.is(failures.at(-1), ...hopeless)) break;
  }
  const { key } = pruned.spec;
  if (gone.length > 0)
    await tell({ v: 1, type: 'versions.pruned', at: ports.clock.nowMs(), key, versions: gone });
  return failures;
}

const collect =
  <T>(failures: ShipitError[], instead: T) =>
  (error: unknown): T => {
    if (!(error instanceof ShipitError)) throw error;
    failures.push(error);
    return instead;
  };

/** No call where there cannot be too many: versions are counted from 1. */
async function surplusOf(
  { versions, aliases }: PrunePorts,
  { spec, keep }: Pruned,
): Promise<PublishedVersion[]> {
  const newest = spec.keepVersions;
  if (newest === null) return [];
  if (keep.length > 0 && Math.max(...keep.map(Number)) <= newest) return [];
  // Versions first: one that an alias is given afterwards stands in the aliases.
  const published = await versions.list(spec.name);
  const named = namedBy(await aliases.list(spec.name));
  if (named === null) return [];
  const numbers = published.map(({ version }) => version);
  const old = new Set(surplus(numbers, { newest, named: [...named, ...keep] }).slice(0, mostAtOnce));
  return published.filter(({ version }) => old.has(version));
}

/** Null when that cannot be said: a record of a newer shipit, or a release that has not said yet which version it brings. */
function namedBy(aliases: readonly NamedAlias[]): string[] | null {
  const records = aliases.map(({ description }) => Record.parse(description));
  if (records.some(isUnsure)) return null;
  return [...aliases.flatMap(routed), ...records.flatMap(recorded)];
}

const isUnsure = (parsed: Parsed): boolean =>
  parsed.kind === 'unreadable' || (parsed.kind === 'open' && parsed.record.candidate === null);

const routed = ({ version, additional }: NamedAlias): string[] =>
  additional === null ? [version] : [version, additional.version];

function recorded(parsed: Parsed): string[] {
  if (parsed.kind === 'open') {
    const { baseline, candidate, previous } = parsed.record;
    return [baseline, candidate, previous].filter((version) => version !== null);
  }
  if (parsed.kind !== 'done') return [];
  const { version, previous } = parsed.record;
  return previous === null ? [version] : [version, previous];
}

/** False when an alias took it meanwhile, or an execution of it still runs. */
async function removeUnused(
  versions: Versions,
  functionName: string,
  { version, config }: PublishedVersion,
): Promise<boolean> {
  if (config.durable !== null && (await versions.isExecuting(functionName, version))) return false;
  try {
    await versions.remove(functionName, version);
    return true;
  } catch (error) {
    if (ShipitError.is(error, 'conflict')) return false;
    throw error;
  }
}
