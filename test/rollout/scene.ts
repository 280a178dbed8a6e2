/** A release over fakes: version 1 is served, version 2 is the candidate, one alarm a function watches. */
import { ShipitError } from '../../src/core/errors';
import type { Event, EventOf, EventType } from '../../src/core/events';
import type { Aliases, AliasState } from '../../src/core/lambda';
import { Record } from '../../src/core/record';
import { Ulid } from '../../src/core/ulid';
import { AliasRef, Digest, Percent } from '../../src/core/values';
import { bareStep, type Step } from '../../src/plan/step';
import type { Course } from '../../src/rollout/conduct';
import type { Crew } from '../../src/rollout/crew';
import { Desk } from '../../src/rollout/desk';
import { Lane, type Position } from '../../src/rollout/lane';
import { limits } from '../../src/rollout/limits';
import { FakeClock } from '../clock';
import { type Fakes, fakePorts } from '../fakes';
import { guardOf } from '../forms';
import { spec } from '../plan/scene';

const specOf = (key: string) => spec({ key, name: `orders-${key}` });

const startMs = Date.UTC(2026, 10, 20, 12, 0, 0);
const release = Ulid.of(startMs, Array(16).fill(1));
export const guard = guardOf({});

export const refOf = (key: string): AliasRef => ({ functionName: `orders-${key}`, alias: 'live' });
export const error = (code: ShipitError['code']): ShipitError => new ShipitError(code, `AWS says ${code}`);

export interface Scene {
  readonly clock: FakeClock;
  readonly fakes: Fakes;
  readonly crew: Crew;
  readonly told: Event[];
  /** What the lanes talk to; a test may put something in between. */
  readonly aliases: Aliases;
}

/** `between` stands between the lanes and the fake, to answer late or wrongly. */
export function setScene(keys: readonly string[], between: (aliases: Aliases) => Aliases): Scene {
  const clock = new FakeClock(startMs);
  const fakes = fakePorts(clock);
  const told: Event[] = [];
  const tell = async (event: Event) => void told.push(event);
  const aliases = between(fakes.aliases);
  const lanes = keys.map((key) => {
    fakes.functions.seed(`orders-${key}`, [{}, {}, {}]);
    fakes.alarms.set(`${key}-errors`, {});
    const known = fakes.aliases.put(refOf(key), { version: '1', additional: null, description: `my ${key}` });
    const lane = new Lane({ aliases, clock, tell }, { key, ref: refOf(key) }, known);
    lane.versions = { ...lane.versions, candidate: '2' };
    return lane;
  });
  const owner = {
    release,
    epoch: startMs / 1000,
    nonce: '01234567',
    leader: Digest.short(AliasRef.key(refOf(keys[0] ?? ''))),
    plan: 'abcdef01',
    by: 'ann@laptop',
    leaseS: limits.leaseS,
    until: null,
  };
  const { alarms, metrics, ids, capacity } = fakes;
  const crew: Crew = {
    ports: { alarms, metrics, clock, ids, tell, aliases, capacity },
    owner,
    lanes,
    scope: 'release',
    desk: new Desk(),
    ask: async () => ({ status: 'pass', because: 'it is fine', tookMs: 0 }),
    goingBack: false,
    halt: new AbortController(),
    blame: null,
    post: () => {},
  };
  return { clock, fakes, crew, told, aliases };
}

export const asTheyAre = (aliases: Aliases): Aliases => aliases;

export function laneOf({ crew }: Pick<Scene, 'crew'>, key: string): Lane {
  const lane = crew.lanes.find(({ at }) => at.key === key);
  if (!lane) throw new Error(`no lane ${key}`);
  return lane;
}

export const stepsOf = (...steps: [weight: number, bakeMs: number][]): Step[] =>
  steps.map(([weight, bakeMs]) => bareStep(Percent.of(weight), bakeMs));

/** Some functions of the scene, moving together. */
export function courseOf({ crew }: Scene, name: string, part: { keys: string[]; steps: Step[] }): Course {
  const lanes = crew.lanes.filter(({ at }) => part.keys.includes(at.key));
  const candidates = new Map(
    lanes.map((lane) => [
      lane.name,
      { identity: Digest.short(lane.name), alarms: () => [`${lane.at.key}-errors`] },
    ]),
  );
  const functions = lanes.map((lane) => ({ lane, spec: specOf(lane.at.key) }));
  const group = { name, lanes, candidates, guard, ignored: new Set<string>() };
  return { steps: part.steps, group, functions, from: 0 };
}

export const at = (step: number, weight: number): Position => ({
  step,
  weight: Percent.of(weight),
  phase: weight === 100 ? 'promoted' : 'bake',
  bakeMs: 60_000,
});

export const toldOf = <T extends EventType>({ told }: Scene, type: T): EventOf<T>[] =>
  told.filter((event): event is EventOf<T> => event.type === type);

export function standing({ fakes }: Pick<Scene, 'fakes'>, key: string): AliasState {
  const alias = fakes.aliases.peek(refOf(key));
  if (!alias) throw new Error(`no alias of ${key}`);
  return alias;
}

/** `1`, or `1+2@10%`. */
export function routing(scene: Pick<Scene, 'fakes'>, key: string): string {
  const { version, additional } = standing(scene, key);
  return additional ? `${version}+${additional.version}@${additional.weight}%` : version;
}

export const recordOn = (scene: Pick<Scene, 'fakes'>, key: string) =>
  Record.parse(standing(scene, key).description);

/** Somebody in the console, who knows no revisions. */
export const interfere = (
  { fakes }: Pick<Scene, 'fakes'>,
  key: string,
  change: Partial<AliasState>,
): AliasState => {
  const ref = refOf(key);
  const now = fakes.aliases.peek(ref);
  if (!now) throw new Error(`no alias of ${key}`);
  return fakes.aliases.put(ref, { ...now, ...change });
};
