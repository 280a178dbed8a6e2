/** What a seed stands for: a release, and everything that goes wrong with it. */
import { createChance } from '../../src/core/chance';
import type { SimulatedAlarm } from '../../src/simulation/alarms';
import { type CutKind, type FaultPlan, faultKinds, type Refusal } from '../../src/simulation/faults';
import { guardOf, unwatched } from '../forms';
import { alarmPlan } from './alarm-plan';
import { approvedAfter, judgedAt, type Member, memberOf, type Release, releaseOf, stepsOf } from './release';
import type { Takeover } from './takeover';

const wishWords = ['pause', 'resume', 'approve', 'promote', 'abort'] as const;
export type WishWord = (typeof wishWords)[number];

/** Something that happens at a time, counted from the beginning. */
export type Trouble = { readonly atMs: number } & (
  | { readonly kind: 'foreign'; readonly wipes: boolean; readonly moves: 'no' | 'split' | 'back' }
  | { readonly kind: 'deleteAlias' | 'deleteCandidate' | 'deleteBaseline' }
  | { readonly kind: 'crash' | 'abort' | 'hand' | 'rival' }
  | { readonly kind: 'freeze'; readonly forMs: number }
  | { readonly kind: 'jump'; readonly byMs: number }
  | { readonly kind: 'busy'; readonly forMs: number }
  | { readonly kind: 'wish'; readonly what: WishWord }
);

export interface Script {
  readonly release: Release;
  /** Counted from the beginning, too: many a fault at once only means that the release is refused. */
  readonly faults: Pick<FaultPlan, 'rate' | 'focus' | 'kinds' | 'fromMs'>;
  /** Spans in which the owner is refused, counted from the beginning. */
  readonly refusals: readonly Refusal[];
  /** By function key. */
  readonly alarms: ReadonlyMap<string, SimulatedAlarm>;
  /** When an alarm of an exposed candidate comes and stays. */
  readonly alarmAtMs: number | null;
  /** Key of the function that it watches. */
  readonly alarmOf: string | null;
  readonly badCandidate: boolean;
  /** What hooks hear. */
  readonly verdict: 'pass' | 'fail' | 'inconclusive';
  /** What somebody says to a release that stopped where it was asked to. */
  readonly answer: 'approve' | 'promote' | 'abort';
  /** From then on neither alarms nor metrics answer: nothing may rise any more, and going back must work all the same. */
  readonly blindAtMs: number | null;
  readonly troubles: readonly Trouble[];
  /** How far each process's wall clock is off, in the order in which they come. */
  readonly skewsMs: readonly number[];
  /** What stands in the descriptions at the beginning, by function key. */
  readonly texts: ReadonlyMap<string, string>;
  /** The owner ends or freezes at one of its calls. */
  readonly cut: { readonly call: number; readonly how: CutKind } | null;
  /** How somebody else takes over what is left. */
  readonly takeover: Takeover;
  /** How long the journal takes for each event. */
  readonly journalMs: number;
  /** From then on nothing goes wrong any more, counted from the beginning. */
  readonly quietFromMs: number;
}

export const hourMs = 3_600_000;
/** No longer is waited for it. */
const slowestJournalMs = 2000;
const rates = [0, 0.05, 0.15, 0.35] as const;
const shapes = [
  stepsOf([10, 300_000], [100, 0]),
  stepsOf([10, 60_000], [50, 60_000], [100, 120_000]),
  stepsOf([100, 180_000]),
  stepsOf([1, 120_000], [25, 180_000], [100, 0]),
  stepsOf([5, 60_000], [10, 60_000], [20, 60_000], [40, 60_000], [100, 60_000]),
];

/** A release and nothing that goes wrong with it. */
export const quietScript = (release: Release): Script => ({
  release,
  faults: { rate: 0, focus: [], kinds: faultKinds, fromMs: 0 },
  refusals: [],
  alarms: new Map(),
  alarmAtMs: null,
  alarmOf: null,
  badCandidate: false,
  verdict: 'pass',
  answer: 'approve',
  blindAtMs: null,
  troubles: [],
  skewsMs: [],
  texts: new Map(),
  cut: null,
  takeover: 'hand',
  journalMs: 0,
  quietFromMs: hourMs,
});

type Chance = () => number;

const pickFrom =
  (chance: Chance) =>
  <T>(list: readonly T[]): T =>
    list[Math.floor(chance() * list.length)] as T;

export function scriptOf(seed: number): Script {
  const chance = createChance(Math.imul(seed, 7919) + 1);
  const pick = pickFrom(chance);
  const focus = chance() < 0.55 ? pick(rareCalls) : null;
  const release = randomRelease(chance, focus);
  const kinds = faultKinds.filter(() => chance() < 0.6);
  const keys = release.members.map(({ key }) => key);
  const isRefused = chance() < 0.35;
  return {
    ...quietScript(release),
    faults: {
      rate: focus ? 0 : pick(rates),
      focus: focus && !isRefused ? focus.calls : [],
      kinds: focus || kinds.length === 0 ? faultKinds : kinds,
      fromMs: chance() < 0.3 ? 0 : 5000,
    },
    refusals: focus && isRefused ? rareRefusal(chance, focus.calls) : randomRefusals(chance),
    ...alarmPlan(chance, keys),
    badCandidate: chance() < 0.15,
    verdict: pick(['pass', 'pass', 'pass', 'fail', 'inconclusive']),
    answer: pick(['approve', 'approve', 'promote', 'abort']),
    blindAtMs: chance() < 0.1 ? chance() * 900_000 : null,
    troubles: randomTroubles(chance),
    skewsMs: chance() < 0.3 ? [0, 0, 0, 0].map(() => (chance() - 0.5) * 600_000) : [],
    texts: randomTexts(chance, keys),
    takeover: pick(['hand', 'deploy', 'attach']),
    journalMs: chance() < 0.35 ? chance() * slowestJournalMs : 0,
  };
}

interface Focus {
  readonly calls: readonly string[];
  /** What a release must have for them to be made. */
  readonly needs: 'nothing' | 'hooks' | 'capacity' | 'new' | 'old';
}

/** Calls that a release makes once, or only if it has something special. */
const rareCalls: readonly Focus[] = [
  // Those that are made once, or seldom reached, are here twice.
  ...[['GetCallerIdentity'], ['GetPolicy'], ['GetCallerIdentity'], ['GetPolicy']].map(
    (calls): Focus => ({ calls, needs: 'nothing' }),
  ),
  { calls: ['GetFunction'], needs: 'nothing' },
  { calls: ['UpdateFunctionCode'], needs: 'nothing' },
  { calls: ['PublishVersion'], needs: 'nothing' },
  { calls: ['Invoke'], needs: 'hooks' },
  { calls: ['Invoke'], needs: 'hooks' },
  { calls: ['CreateFunction'], needs: 'new' },
  { calls: ['CreateFunction'], needs: 'new' },
  { calls: ['CreateAlias'], needs: 'new' },
  { calls: ['CreateAlias'], needs: 'new' },
  { calls: ['PutProvisionedConcurrencyConfig'], needs: 'capacity' },
  { calls: ['GetProvisionedConcurrencyConfig'], needs: 'capacity' },
  { calls: ['ListAliases'], needs: 'capacity' },
  { calls: ['ListAliases', 'DeleteProvisionedConcurrencyConfig'], needs: 'capacity' },
  { calls: ['DeleteProvisionedConcurrencyConfig'], needs: 'capacity' },
  { calls: ['DeleteProvisionedConcurrencyConfig'], needs: 'capacity' },
  // Old versions go when all of a release is out.
  ...[1, 2, 3, 4].map((): Focus => ({ calls: ['ListVersionsByFunction'], needs: 'old' })),
  ...[1, 2, 3].map((): Focus => ({ calls: ['DeleteFunction'], needs: 'old' })),
];

const rareRefusal = (chance: Chance, calls: readonly string[]): Refusal[] => [
  {
    kind: chance() < 0.5 ? 'denied' : 'expired',
    fromMs: 0,
    untilMs: chance() < 0.7 ? Number.POSITIVE_INFINITY : 30_000,
    calls,
  },
];

function randomRelease(chance: Chance, focus: Focus | null): Release {
  const pick = pickFrom(chance);
  const keys = ['api', 'mailer', 'worker'].slice(0, focus ? 3 : 1 + Math.floor(chance() * 3));
  const steps = pick(shapes);
  const guard = guardOf({
    insufficientData: pick(['pass', 'pass', 'hold', 'fail']),
    onInconclusive: pick(['promote', 'promote', 'hold', 'rollback']),
  });
  const release = releaseOf(
    keys,
    chance() < 0.1 ? approvedAfter(steps, 1, pick(['rollback', 'continue'])) : steps,
    {
      rollbackScope: chance() < 0.15 ? 'function' : 'release',
      older: focus?.needs === 'old' || chance() < 0.2 ? 7 : 0,
      keepVersions: 2,
      guard,
      until: chance() < 0.08 && steps.length > 1 ? (steps[0]?.weight ?? null) : null,
    },
  );
  const shape = pick(shapes);
  // Who is to stop at a weight stops there in every rollout, though it may be a step of another number.
  const bold = release.until === null ? shape : [...stepsOf([0.5, 60_000]), ...steps];
  return {
    ...release,
    courses: { ...release.courses, bold },
    members: randomMembers(chance, keys, focus),
  };
}

function randomMembers(chance: Chance, keys: readonly string[], focus: Focus | null): Member[] {
  const { needs = 'nothing' } = focus ?? {};
  const kind = chance();
  const hooks =
    chance() < 0.12 || needs === 'hooks' ? judgedAt(pickFrom(chance)(hookTimes)) : unwatched.hooks;
  const capacity = chance() < 0.08 || needs === 'capacity' ? 5 : null;
  return keys.map((key, index) => {
    const rollout = kind < 0.25 && index === 0 && keys.length > 1 ? 'bold' : 'careful';
    const isLast = keys.length > 1 && key === keys.at(-1);
    const isNew = needs === 'new' ? index > 0 : isLast && kind > 0.9;
    return memberOf(key, { rollout, isNew, hooks, capacity: index === 0 || focus ? capacity : null });
  });
}

const hookTimes = ['preTraffic', 'afterStep', 'postTraffic', 'onRollback'] as const;

/** Each trouble with the share of seeds that have it. */
const troubles: readonly (readonly [number, (chance: Chance) => Trouble | readonly Trouble[]])[] = [
  [0.15, (chance) => interference(chance)],
  [0.04, (chance) => usurped(20_000 + chance() * 150_000)],
  [0.02, (chance) => ({ kind: 'deleteAlias', atMs: soon(chance) })],
  [0.04, (chance) => ({ kind: 'deleteCandidate', atMs: chance() * 60_000 })],
  [0.03, (chance) => ({ kind: 'deleteBaseline', atMs: soon(chance) })],
  [0.2, (chance) => ({ kind: 'crash', atMs: soon(chance) })],
  [0.12, (chance) => ({ kind: 'abort', atMs: soon(chance) })],
  [0.08, (chance) => ({ kind: 'hand', atMs: soon(chance) })],
  [0.12, (chance) => ({ kind: 'rival', atMs: chance() < 0.5 ? chance() * 2000 : soon(chance) })],
  [0.1, (chance) => ({ kind: 'freeze', atMs: soon(chance), forMs: chance() * 600_000 })],
  [0.1, (chance) => ({ kind: 'jump', atMs: soon(chance), byMs: (chance() - 0.5) * 1_200_000 })],
  [0.08, (chance) => ({ kind: 'busy', atMs: chance() * 20_000, forMs: chance() * 60_000 })],
  [0.12, (chance) => ({ kind: 'wish', atMs: soon(chance), what: pickFrom(chance)(wishWords) })],
  [0.12, (chance) => ({ kind: 'wish', atMs: soon(chance), what: pickFrom(chance)(wishWords) })],
];

const interference = (chance: Chance): Trouble => ({
  kind: 'foreign',
  atMs: soon(chance),
  wipes: chance() < 0.5,
  moves: pickFrom(chance)(['no', 'split', 'split', 'back']),
});

/** Somebody puts an alias back and wipes its text, and the next release finds an alias that nobody seems to own. */
const usurped = (atMs: number): Trouble[] => [
  { kind: 'foreign', atMs, wipes: true, moves: 'back' },
  { kind: 'rival', atMs: atMs + 4000 },
];

const soon = (chance: Chance): number => chance() * 900_000;

const randomTroubles = (chance: Chance): Trouble[] =>
  troubles.flatMap(([share, make]) => (chance() < share ? make(chance) : []));

/** Permission taken away, or credentials that end: for a while, or for good. */
function randomRefusals(chance: Chance): Refusal[] {
  if (chance() > 0.18) return [];
  const fromMs = soon(chance);
  const untilMs = chance() < 0.35 ? Number.POSITIVE_INFINITY : fromMs + chance() * 400_000;
  const calls = pickFrom(chance)([['UpdateAlias'], ['DescribeAlarms', 'GetMetricData'], ['GetAlias'], null]);
  return [{ kind: chance() < 0.5 ? 'denied' : 'expired', fromMs, untilMs, calls }];
}

/** Records that another shipit left behind. */
function randomTexts(chance: Chance, keys: readonly string[]): ReadonlyMap<string, string> {
  const kind = chance();
  if (kind > 0.12) return new Map();
  const [key = ''] = keys;
  if (kind < 0.02) return new Map([[key, 'shipit/2 r=01 x=something of the future']]);
  if (kind < 0.04) return new Map([[key, 'shipit/1 r=half a record']]);
  if (kind < 0.08) return new Map(keys.map((one) => [one, '']));
  const done = 'shipit/1 done r=01KQ0000000000000000000000 e=1700000000 v=1 prev=- bad=- | the text of ann';
  return new Map(keys.map((one) => [one, done]));
}
