/** The work that can be given to another process, and how it is done there. */
import { canonicals } from './canonical';
import { cutsOf, playCut } from './crash-matrix';
import { violations } from './invariants/all';
import { livenessScript } from './liveness';
import { type Play, play } from './play';
import { type Script, scriptOf } from './script';
import { newTally, type Tally, tallyPlay } from './tally';

export type Job =
  | { readonly kind: 'swarm' | 'liveness'; readonly from: number; readonly count: number }
  | { readonly kind: 'matrix'; readonly canonical: string; readonly part: number; readonly parts: number };

/** Stops at the first broken sentence that `enough` names. */
export async function work(job: Job, enough: (sentence: string) => boolean): Promise<Tally> {
  const tally = newTally();
  for (const { name, run } of await playsOf(job)) {
    const found = await guarded(run);
    tallyPlayed(tally, name, found);
    if (found.broken.some(enough)) break;
  }
  return tally;
}

interface Found {
  readonly played: Play | null;
  readonly broken: readonly string[];
}

type Run = () => Promise<Found>;

interface Task {
  readonly name: string;
  readonly run: Run;
}

async function playsOf(job: Job): Promise<Task[]> {
  if (job.kind !== 'matrix')
    return Array.from({ length: job.count }, (_, index) => {
      const seed = job.from + index;
      return { name: nameOf(job.kind, seed), run: () => playSeed(job.kind, seed) };
    });
  const canonical = canonicals.find(({ name }) => name === job.canonical);
  if (!canonical) throw new RangeError(`there is no canonical rollout ${job.canonical}`);
  const cuts = await cutsOf(canonical);
  return cuts
    .filter((_, index) => index % job.parts === job.part)
    .map((cut) => ({ name: cut.name, run: () => playCut(canonical, cut) }));
}

export const nameOf = (kind: 'swarm' | 'liveness', seed: number): string =>
  kind === 'swarm' ? `seed ${seed}` : `liveness seed ${seed}`;

const scripts: { readonly [K in 'swarm' | 'liveness']: (seed: number) => Script } = {
  swarm: scriptOf,
  liveness: livenessScript,
};

export async function playSeed(kind: 'swarm' | 'liveness', seed: number): Promise<Found & { played: Play }> {
  const played = await play(seed, scripts[kind](seed));
  return { played, broken: violations(played) };
}

/** An error that is none of ours is a bug of shipit, or of the simulation. */
async function guarded(run: Run): Promise<Found> {
  try {
    return await run();
  } catch (error) {
    return { played: null, broken: [`BUG: ${error instanceof Error ? error.message : String(error)}`] };
  }
}

function tallyPlayed(tally: Tally, name: string, { played, broken }: Found): void {
  if (played) tallyPlay(tally, name, played, broken);
  else tally.broken.push(...broken.map((sentence) => ({ play: name, sentence })));
}
