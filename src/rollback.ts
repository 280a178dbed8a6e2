/**
 * Back to the good version before, now: one read and one write an alias, without lease and without evidence.
 * In the middle of a rollout it covers the whole release; its owner sees the higher epoch and stops.
 */
import type { FunctionSpec } from './config/project';
import { placedCommand } from './core/command';
import { ShipitError } from './core/errors';
import type { Event, EventOf, FunctionResult } from './core/events';
import type { AliasState } from './core/lambda';
import { exitCodes } from './core/outcome';
import type { Caller, Ports } from './core/ports';
import type { Whereabouts } from './core/told';
import type { AliasRef } from './core/values';
import { worst } from './finish';
import { refuseOtherAccount } from './plan/ground';
import { affected, type Standing } from './release/affected';
import { decideBack, releaseOf } from './release/back';
import { destinationsOf } from './release/destinations';
import { bringBack } from './release/keep-capacity';
import { readPatiently, type WentBack, writeBack } from './rollout/back';
import { teller } from './tell';

export interface RollbackRequest {
  /** All functions of the project: a release is covered whole. */
  readonly all: readonly FunctionSpec[];
  /** Those that were named; empty means the last release, or the one under way. */
  readonly named: readonly FunctionSpec[];
  /** `--to fn@41`: version by function key. */
  readonly to: ReadonlyMap<string, string>;
  /** `--to F7K2M1`: a release or commit whose versions are gone back to; null for none. */
  readonly toRelease: string | null;
  /** Who goes back, and from where: nobody else can tell later. */
  readonly by: string;
  readonly from: string;
  /** The one that the project file names; null when any will do. */
  readonly account: string | null;
  /** Flags that say where, for whoever undoes it. */
  readonly where?: Whereabouts;
}

/** Going back is not held up by a question that nobody answers. */
const accountMs = 5000;

type Finished = EventOf<'release.finished'>;

export async function rollback(ports: Ports, asked: RollbackRequest): Promise<Finished> {
  const spare = ports.ids.ulid();
  let request: RollbackRequest;
  let targets: Standing[];
  try {
    request = await withDestinations(ports, asked);
    const [standings] = await Promise.all([readAll(ports, request), refuseWrongCaller(ports, request)]);
    targets = affected(request.named, standings);
    refuseUnlessDecided(targets, request, spare);
    await refuseUnknownVersions(ports, targets, request.to);
  } catch (error) {
    if (!(error instanceof ShipitError)) throw error;
    return refuse(ports, error);
  }
  const wish = { ...request, spare };
  const moves = await Promise.all(targets.map((standing) => goBack(ports, standing, wish)));
  return close(ports, request, moves);
}

/** What the journals say of a release or commit comes to the same as versions that somebody typed. */
async function withDestinations({ journal }: Ports, asked: RollbackRequest): Promise<RollbackRequest> {
  if (asked.toRelease === null) return asked;
  const to = await destinationsOf(journal, { ...asked, text: asked.toRelease });
  return { ...asked, to, named: asked.all.filter(({ key }) => to.has(key)) };
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

interface Wish extends Pick<RollbackRequest, 'to' | 'where'> {
  readonly spare: string;
}

interface Move {
  readonly result: FunctionResult;
  /** In whose journal it stands. */
  readonly release: string | null;
}

async function goBack(ports: Ports, { spec, alias }: Standing, wish: Wish): Promise<Move> {
  const { key, name } = spec;
  const from = alias.additional?.version ?? alias.version;
  const who = { key, name, alias: spec.alias, baseline: alias.version };
  const to = wish.to.get(key) ?? null;
  const known = releaseOf(alias)?.release ?? null;
  if (to !== null && isAtRestOn(alias, to))
    return {
      result: { ...who, candidate: to, outcome: 'unchanged', because: `it serves ${to}` },
      release: null,
    };
  const decide = (now: AliasState) =>
    to === null && releaseOf(now)?.release !== known
      ? 'another release has begun on it meanwhile'
      : decideBack(now, to, wish.spare);
  try {
    const went = await writeBack(ports, refOf(spec), { alias, decide });
    const { version, release } = went.destination;
    const tell = teller(ports, release);
    if (went.wrote) await tell(written(ports, spec, went));
    if (went.wrote) await bringBack(ports, { spec, from, to: version }, tell);
    const undo = placedCommand('rollback', wish.where ?? null);
    const because = `back to ${version} by hand; undo with \`${undo} --to ${key}@${from}\``;
    return { result: { ...who, candidate: version, outcome: 'rolledBack', because }, release };
  } catch (error) {
    if (!(error instanceof ShipitError)) throw error;
    const outcome = error.code === 'lost' ? 'lost' : 'stuck';
    return { result: { ...who, candidate: null, outcome, because: error.message }, release: known };
  }
}

/** A write would say nothing new, and would forget the good version before. */
const isAtRestOn = (alias: AliasState, version: string): boolean =>
  alias.version === version && alias.additional === null && releaseOf(alias)?.open === false;

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
async function close(ports: Ports, { by, from }: RollbackRequest, moves: readonly Move[]): Promise<Finished> {
  const results = moves.map(({ result }) => result);
  const outcome = worst(results.map((result) => result.outcome));
  const releases = [...new Set(moves.flatMap(({ release }) => release ?? []))];
  const event: Finished = {
    v: 1,
    type: 'release.finished',
    at: ports.clock.nowMs(),
    release: releases[0] ?? null,
    outcome,
    exitCode: outcome === 'rolledBack' ? 0 : exitCodes[outcome],
    functions: results,
    problems: results.flatMap((result) => (isFine(result) ? [] : [result.because])),
    ...{ byHand: true, by, from },
  };
  ports.report.tell(event);
  const kept = releases.map((release) => {
    const own = moves.flatMap((move) => (move.release === release ? [move.result] : []));
    return teller(unheard(ports), release)({ ...event, release, functions: own });
  });
  await Promise.all(kept);
  return event;
}

const isFine = ({ outcome }: FunctionResult): boolean => outcome === 'rolledBack' || outcome === 'unchanged';

/** Each release gets its own part into its journal, and the end is told once. */
const unheard = (ports: Ports): Ports => ({
  ...ports,
  report: { tell: (event) => (event.type === 'release.finished' ? undefined : ports.report.tell(event)) },
});

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
