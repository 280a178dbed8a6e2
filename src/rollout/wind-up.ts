/** Ends what is left of a release that was taken over and does not go on. */
import type { Ending } from './context';
import type { Crew } from './crew';
import type { Lane } from './lane';
import { closeLanes, closeLeader, restoreLanes } from './leave';
import type { Way } from './way';

/** Aliases that ended alike. */
export interface Wound {
  readonly lanes: readonly Lane[];
  readonly ending: Ending;
}

/**
 * Back, or closed with the candidate. What went back alone stays there, and what could not be restored when the others
 * were released goes back now: only what has all its traffic on the candidate had passed every step.
 */
export async function windUp(
  crew: Crew,
  ours: readonly Lane[],
  way: Exclude<Way, { kind: 'on' }>,
): Promise<readonly Wound[]> {
  const nowMs = crew.ports.clock.nowMs();
  const left = ours.filter((lane) => way.kind === 'back' || !hasGoneBack(lane, nowMs));
  const arrived = way.kind === 'back' ? [] : left.filter((lane) => lane.standing(nowMs)?.weight === 100);
  const behind = left.filter((lane) => !arrived.includes(lane));
  crew.goingBack = true;
  const wound: Wound[] = [];
  if (behind.length > 0 || way.kind === 'back') {
    const because = way.kind === 'back' ? way.because : notRestored;
    const ending = await restoreLanes(crew, behind, { because, bad: new Map() });
    wound.push({ lanes: behind, ending });
  }
  if (arrived.length > 0) wound.push({ lanes: arrived, ending: await closeLanes(crew, arrived) });
  await closeLeader(crew);
  return wound;
}

const notRestored = {
  kind: 'sibling',
  text: 'it had not passed every step when the others were released',
} as const;

/** Where functions go back one by one, the leader stands open at its baseline for the others: it never goes forward again. */
export const hasGoneBack = (lane: Lane, nowMs: number): boolean => lane.standing(nowMs)?.phase === 'back';
