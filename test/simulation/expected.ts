/** What may come of a release, as far as it follows from what was done to it: a model that knows no weights and no calls. */
import type { Asked, Commanded, Deed, Place } from './commanded';

/** What was true when somebody last looked. */
export interface Known {
  place: Place;
  /** Percent of each function that is not at its baseline. */
  exposures: readonly number[];
  /** When it was last seen not to wait. */
  unheldMs: number;
  /** An alarm fires for so long that nobody can have missed it. */
  alarmed: boolean;
}

/** A step is taken on what was seen at most ten seconds before, and the write takes its time. */
const missedMs = 12_000;
/** How long the shorter of the two waits: for approval, or until it is not held any more. */
const patienceMs = 600_000;

interface Now extends Known {
  readonly asked: ReadonlySet<Deed>;
  readonly expired: boolean;
  readonly fires: boolean;
  readonly unborn: boolean;
}

type May = (now: Now) => boolean;
const always: May = () => true;
const any =
  (...deeds: readonly Deed[]): May =>
  ({ asked }) =>
    deeds.some((deed) => asked.has(deed));

/** An alarm turns a release back, or somebody, nobody in time, or that its owner has left too little. */
const turns: May = (now) => now.fires || now.unborn || now.expired || any('abort', 'rollback')(now);

/** The model: from where to where while anybody lives, and when. */
const ways: readonly (readonly [readonly Place[], Place, May])[] = [
  [['nothing', 'restored'], 'moving', any('deploy')],
  [['moving'], 'waiting', always],
  [['moving'], 'paused', any('pause')],
  [['moving'], 'promoted', ({ alarmed }) => !alarmed],
  [['paused'], 'moving', any('resume', 'promote', 'abort')],
  // Whoever takes it over bakes its step anew before it waits again; that nobody leaves it unasked is S14.
  [
    ['waiting'],
    'moving',
    (now) => now.expired || any('approve', 'promote', 'abort', 'attach', 'deploy')(now),
  ],
  [['moving', 'waiting', 'paused'], 'back', turns],
  [['back'], 'restored', always],
  [['moving', 'waiting', 'paused', 'promoted'], 'restored', any('rollback')],
];

function reach(now: Now): ReadonlySet<Place> {
  const found = new Set<Place>([now.place]);
  for (const _ of ways)
    for (const [from, to, may] of ways) if (from.some((place) => found.has(place)) && may(now)) found.add(to);
  return found;
}

/** Where it is once somebody has heard that he got what he wished for. */
const granted: { readonly [deed in Deed]?: readonly Place[] } = {
  pause: ['paused', 'back', 'restored'],
  abort: ['back', 'restored'],
};

export const nothingYet = ({ exposures, nowMs }: Commanded): Known => ({
  place: 'nothing',
  exposures,
  unheldMs: nowMs,
  alarmed: false,
});

/** What is not as it may be by now; and what was seen is known from then on. */
export function surprises(known: Known, real: Commanded, asked: Asked): string[] {
  const { place, exposures, nowMs, alarmAtMs, isUnborn } = real;
  const expired = nowMs - known.unheldMs >= patienceMs;
  const now = { ...known, asked: asked.deeds, expired, fires: alarmAtMs !== null, unborn: isUnborn };
  const may = asked.alive ? reach(now) : new Set([known.place]);
  const changes = exposures.map((percent, index) => percent - (known.exposures[index] ?? 0));
  const mayRise = may.has('moving') && !known.alarmed;
  const mayFall = may.has('back') || may.has('restored');
  const wrong = [
    may.has(place) ? '' : `it is ${place} now`,
    changes.some((change) => change > 0) && !mayRise ? 'there is more traffic on it' : '',
    changes.some((change) => change < 0) && !mayFall ? 'there is less traffic on it' : '',
    asked.got && granted[asked.got]?.includes(place) === false ? `it is ${place} after ${asked.got}` : '',
    real.isNeglected ? 'an alarm fires, and nobody goes back' : '',
    place === 'restored' && exposures.some((percent) => percent > 0) ? 'it is not back everywhere' : '',
  ];
  const was = known.place;
  known.place = place;
  known.exposures = exposures;
  known.alarmed = alarmAtMs !== null && nowMs - alarmAtMs > missedMs;
  if (place !== 'waiting') known.unheldMs = nowMs;
  return wrong.filter(Boolean).map((one) => `it was ${was}, and ${one}`);
}
