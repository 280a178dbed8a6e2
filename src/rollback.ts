/**
 * Back to the good version before, now: one read and one write an alias, without lease and without evidence.
 * In the middle of a rollout it covers the whole release; its owner sees the higher epoch and stops.
 */
import type { FunctionSpec } from './config/project';
import { ShipitError } from './core/errors';
import type { Event, EventOf, FunctionResult } from './core/events';
import type { AliasState } from './core/lambda';
import { exitCodes } from './core/outcome';
import type { Caller, Ports } from './core/ports';
import type { AliasRef } from './core/values';
import { worst } from './finish';
import { refuseOtherAccount } from './plan/ground';
import { decideBack, releaseOf } from './release/back';
import { readPatiently, type WentBack, writeBack } from './rollout/back';
import { teller } from './tell';

export interface RollbackRequest {
  /** All functions of the project: a release is covered whole. */
  readonly all: readonly FunctionSpec[];
  /** Those that were named; empty means the last release, or the one under way. */
  readonly named: readonly FunctionSpec[];
  /** `--to fn@41`: version by function key. */
  readonly to: ReadonlyMap<string, string>;
  /** The one that the project file names; null when any will do. */
  readonly account: string | null;
}

/** Going back is not held up by a question that nobody answers. */
const accountMs = 5000;

interface Standing {
  readonly spec: FunctionSpec;
  readonly alias: AliasState;
}

type Finished = EventOf<'release.finished'>;

export async function rollback(ports: Ports, request: RollbackRequest): Promise<Finished> {
  const spare = ports.ids.ulid();
  let targets: Standing[];
  try {
    const [standings] = await Promise.all([readAll(ports, request), refuseWrongCaller(ports, request)]);
    targets = affected(request, standings);
    refuseUnlessDecided(targets, request, spare);
    await refuseUnknownVersions(ports, targets, request.to);
  } catch (error) {
    if (!(error instanceof ShipitError)) throw error;
    return refuse(ports, error);
  }
  const results = await Promise.all(
    targets.map((standing) => goBack(ports, standing, { to: request.to, spare })),
  );
  return close(ports, targets, results);
}

/** The same names are in every account. Whoever cannot be told from the right one goes on. */
async function refuseWrongCaller({ identity, clock }: Ports, { account }: RollbackRequest): Promise<void> {
  if (account === null) return;
  const caller = await new Promise<Caller | null>((resolve, reject) => {
    const cancel = clock.after(accountMs, () => resolve(null));
    const failed = (error: unknown) => (ShipitError.is(error) ? resolve(null) : reject(error));
    identity.whoami().then(resolve, failed).finally(cancel);
  });
  if (caller !== null) refuseOtherAccount(account, caller);
}

/** Only what is needed: the other functions of the project are looked at when a release under way may span them. */
async function readAll(ports: Ports, request: RollbackRequest): Promise<Standing[]> {
  const { all, named } = request;
  if (named.length === 0) return readSome(ports, all);
  const found = await readSome(ports, named);
  const missing = named.filter((spec) => !found.some((standing) => standing.spec === spec));
  if (missing.length > 0) {
    const problems = missing.map(({ key, name, alias }) => `${key}: ${name} has no alias ${alias}`);
    throw new ShipitError('nothingToRollBackTo', problems.join('; '), { problems });
  }
  const spans = found.some(({ alias }) => releaseOf(alias)?.open);
  return spans
    ? [
        ...found,
        ...(await readSome(
          ports,
          all.filter((spec) => !named.includes(spec)),
        )),
      ]
    : found;
}

async function readSome(ports: Ports, specs: readonly FunctionSpec[]): Promise<Standing[]> {
  const found = await Promise.all(
    specs.map(async (spec) => ({ spec, alias: await readPatiently(ports, refOf(spec)) })),
  );
  return found.flatMap(({ spec, alias }) => (alias ? [{ spec, alias }] : []));
}

/** Named functions with all of the release they are in; without names, what moves now, else the release that moved last. */
function affected(request: RollbackRequest, standings: readonly Standing[]): Standing[] {
  const { named } = request;
  const chosen = named.length > 0 ? standings.filter(({ spec }) => named.includes(spec)) : latest(standings);
  const moving = new Set(
    chosen.flatMap(({ alias }) => (releaseOf(alias)?.open ? [releaseOf(alias)?.release] : [])),
  );
  return standings.filter((standing) => {
    const member = releaseOf(standing.alias);
    const together = member !== null && moving.has(member.release) && (member.open || member.promoted);
    return chosen.includes(standing) || together;
  });
}

/** Release ids sort by time. */
function latest(standings: readonly Standing[]): Standing[] {
  const known = standings.flatMap((standing) => {
    const release = releaseOf(standing.alias);
    return release ? [{ standing, ...release }] : [];
  });
  const moving = known.filter(({ open }) => open);
  if (moving.length > 0) return moving.map(({ standing }) => standing);
  const last = known
    .map(({ release }) => release)
    .sort()
    .at(-1);
  const members = known.filter(({ release }) => release === last);
  // What is back already, or was new in that release, has nowhere to go and must not hold up the others.
  const promoted = members.filter((member) => member.promoted);
  return (promoted.length > 0 ? promoted : members).map(({ standing }) => standing);
}

function refuseUnlessDecided(targets: readonly Standing[], request: RollbackRequest, spare: string): void {
  if (targets.length === 0)
    throw new ShipitError('nothingToRollBackTo', 'shipit has not released any of these functions yet');
  const problems = targets.flatMap(({ spec, alias }) => {
    const decided = decideBack(alias, request.to.get(spec.key) ?? null, spare);
    return typeof decided === 'string' ? [`${spec.key}: ${decided}`] : [];
  });
  const [first] = problems;
  if (first !== undefined) throw new ShipitError('nothingToRollBackTo', first, { problems });
}

/** A version mistyped is refused at once. Going back is never held up: whatever else this look ends in, the write tells. */
async function refuseUnknownVersions(
  ports: Ports,
  targets: readonly Standing[],
  to: RollbackRequest['to'],
): Promise<void> {
  const looked = await Promise.allSettled(
    targets.map(async ({ spec }) => {
      const version = to.get(spec.key);
      if (version === undefined || (await ports.functions.look(spec.name, version)) !== null) return [];
      return [`${spec.key}: ${spec.name} has no version ${version}`];
    }),
  );
  const problems = looked.flatMap((result) => (result.status === 'fulfilled' ? result.value : []));
  const [first] = problems;
  if (first !== undefined) throw new ShipitError('nothingToRollBackTo', first, { problems });
}

interface Wish {
  readonly to: ReadonlyMap<string, string>;
  readonly spare: string;
}

async function goBack(ports: Ports, { spec, alias }: Standing, wish: Wish): Promise<FunctionResult> {
  const { key, name } = spec;
  const from = alias.additional?.version ?? alias.version;
  const who = { key, name, alias: spec.alias, baseline: alias.version };
  const to = wish.to.get(key) ?? null;
  const decide = (now: AliasState) =>
    to === null && releaseOf(now)?.release !== releaseOf(alias)?.release
      ? 'another release has begun on it meanwhile'
      : decideBack(now, to, wish.spare);
  try {
    const went = await writeBack(ports, refOf(spec), { alias, decide });
    const { version, release } = went.destination;
    if (went.wrote) await teller(ports, release)(written(ports, spec, went));
    const because = `back to ${version} by hand; undo with \`shipit rollback --to ${key}@${from}\``;
    return { ...who, candidate: version, outcome: 'rolledBack', because };
  } catch (error) {
    if (!(error instanceof ShipitError)) throw error;
    return {
      ...who,
      candidate: null,
      outcome: error.code === 'lost' ? 'lost' : 'stuck',
      because: error.message,
    };
  }
}

function written(ports: Ports, spec: FunctionSpec, { from, now, destination }: WentBack): Event {
  const who = { key: spec.key, name: spec.name, alias: spec.alias };
  const revisions = { fromRevision: from.revisionId, toRevision: now.revisionId };
  const place = {
    baseline: destination.version,
    candidate: null,
    weight: 0,
    phase: 'done',
    epoch: destination.epoch,
  };
  return { v: 1, type: 'alias.written', at: ports.clock.nowMs(), ...who, ...revisions, ...place };
}

/** Somebody asked for it, so success is exit 0; only a rollback nobody asked for is a failure of a release. */
async function close(
  ports: Ports,
  targets: readonly Standing[],
  results: readonly FunctionResult[],
): Promise<Finished> {
  const outcome = worst(results.map((result) => result.outcome));
  const release = targets[0] ? (releaseOf(targets[0].alias)?.release ?? null) : null;
  const exitCode = outcome === 'rolledBack' ? 0 : exitCodes[outcome];
  const problems = results.flatMap((result) => (result.outcome === 'rolledBack' ? [] : [result.because]));
  const event: Finished = {
    v: 1,
    type: 'release.finished',
    at: ports.clock.nowMs(),
    release,
    outcome,
    exitCode,
    functions: results,
    problems,
  };
  if (release) await teller(ports, release)(event);
  else ports.report.tell(event);
  return event;
}

function refuse(ports: Ports, error: ShipitError): Finished {
  const problems = [...(error.problems.length > 0 ? error.problems : [error.message]), error.hint];
  const at = ports.clock.nowMs();
  const event: Finished = {
    v: 1,
    type: 'release.finished',
    at,
    release: null,
    outcome: 'refused',
    exitCode: exitCodes.refused,
    functions: [],
    problems,
  };
  ports.report.tell(event);
  return event;
}

const refOf = (spec: FunctionSpec): AliasRef => ({ functionName: spec.name, alias: spec.alias });
