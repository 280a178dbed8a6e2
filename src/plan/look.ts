/**
 * Asks AWS what is live: pages of $LATEST and one call a function that does not change. For one that does, only its alias
 * shares the calls a second of everything else; the rest is by GetFunction, which has many more of its own.
 */
import { ShipitError } from '../core/errors';
import type { LiveFunction, PublishedVersion } from '../core/function';
import type { Aliases, Functions, Versions } from '../core/lambda';
import { Record } from '../core/record';
import type { AliasRef } from '../core/values';
import type { Live } from './plan';
import { isAtRest, isSame } from './served';
import type { Request } from './wanted';

export type LookPorts = {
  readonly aliases: Aliases;
  readonly functions: Functions;
  readonly versions: Versions;
};

/** Deeper only into what is not at rest as it is asked for. In the order of the requests. */
export async function lookAtAll(ports: LookPorts, requests: readonly Request[]): Promise<Live[]> {
  const names = requests.map(({ spec }) => spec.name);
  const [latest, serving] = await Promise.all([
    ports.functions.latest(names),
    Promise.all(requests.map(({ spec }) => ports.functions.look(spec.name, spec.alias))),
  ]);
  return Promise.all(
    requests.map((request, index) => {
      const served = serving[index] ?? null;
      const last = latest.get(request.spec.name);
      if (served && last && isAtRest(request, served, last)) return { ...nothing, serving: served };
      return lookAtChange(ports, request, served);
    }),
  );
}

const nothing = {
  alias: null,
  record: { kind: 'none', text: '' },
  serving: null,
  latest: null,
  versions: [],
} as const satisfies Live;

/** `served` is what was found behind the alias a moment ago. */
async function lookAtChange(ports: LookPorts, request: Request, served: LiveFunction | null): Promise<Live> {
  const { name, alias } = request.spec;
  const seen = await lookAtAlias(ports, { functionName: name, alias }, served);
  return { ...seen, versions: await versionsToCompare(ports, request, seen) };
}

/** All of it, whatever it is for. */
export async function lookDeeply(ports: LookPorts, ref: AliasRef): Promise<Live> {
  const seen = await lookAtAlias(ports, ref, null);
  return { ...seen, versions: seen.latest === null ? [] : await ports.versions.list(ref.functionName) };
}

type Seen = Omit<Live, 'versions'>;

/** The alias, its record, and the version it serves: by number, because an alias may move between two calls. */
async function lookAtAlias(ports: LookPorts, ref: AliasRef, served: LiveFunction | null): Promise<Seen> {
  const { functionName } = ref;
  const [alias, latest] = await Promise.all([ports.aliases.read(ref), ports.functions.look(functionName)]);
  const record = Record.parse(alias?.description ?? '');
  const version = record.kind === 'open' ? record.record.baseline : alias?.version;
  if (version === undefined || alias === null) return { alias, record, serving: null, latest };
  const isKnown = served?.version === version && version !== '$LATEST';
  const serving = isKnown ? served : await ports.functions.look(functionName, version);
  return { alias, record, serving, latest };
}

/**
 * Versions that may already be what is wanted. A function with many of them has a long list, and new code is in none: the
 * list is read only where the version is likely to be there, that is when $LATEST is what is wanted (as after a release
 * that went back), and where nobody kept a record. Otherwise it is the version before at most, to which people return.
 */
async function versionsToCompare(
  ports: LookPorts,
  request: Request,
  seen: Seen,
): Promise<readonly PublishedVersion[]> {
  const { record, serving, latest } = seen;
  const { name } = request.spec;
  if (latest === null) return [];
  if (record.kind !== 'done' || serving === null || isSame(request, latest)) return ports.versions.list(name);
  const { previous } = record.record;
  if (previous === null || previous === serving.version) return [];
  const before = await ports.functions.look(name, previous).catch(unlessHidden);
  return before === null ? [] : [before];
}

/** A version whose environment Lambda cannot decrypt can be compared with nothing. */
function unlessHidden(error: unknown): null {
  if (ShipitError.is(error, 'accessDenied')) return null;
  throw error;
}
