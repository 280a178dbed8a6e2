/** What holds a step although nothing speaks against the candidate. */
import type { Step } from '../../../src/plan/step';
import type { AliasWrite } from '../../../src/simulation/world';
import type { Invariant, Played } from '../played';
import { Plays } from '../played';
import { aliasKey } from '../release';
import { isForward, wished } from './exposure';

/** How much earlier an approval may run out: the owner counts from his look, and the first of them comes when the bake is over. */
const slackMs = 1000;

/**
 * S14: a step that waits for approval, or at which the release was to stop, is left only by whoever approves or promotes, or
 * when the time for it is over and the project says that it goes on then.
 */
export const everyGateAsked: Invariant = (played) =>
  played.release.members.flatMap(({ key, rollout }) => {
    const steps = played.release.courses[rollout] ?? [];
    const reachedMs = new Map<number, number>();
    return played.world.writesOf(aliasKey(key)).flatMap((write) => {
      const now = Plays.openOf(write.after);
      const was = Plays.openOf(write.before);
      if (now && !reachedMs.has(now.step)) reachedMs.set(now.step, write.atMs);
      const step = was && steps[was.step - 1];
      if (!was || !step || !isLeft(write, was.release) || !holds(played, step)) return [];
      const sinceMs = reachedMs.get(was.step) ?? 0;
      return mayLeave(played, { step, release: was.release, sinceMs, atMs: write.atMs })
        ? []
        : [`S14: ${aliasKey(key)} left step ${was.step}, and nobody had approved it`];
    });
  });

const isLeft = (write: AliasWrite, release: string): boolean =>
  Plays.ours(write) && Plays.releaseOf(write.after) === release && isForward(write);

/** Behind the last step there is nothing more to get. */
const holds = ({ release }: Played, { approval, weight }: Step): boolean =>
  (approval !== null && weight < 100) || (release.until !== null && release.until === weight);

interface Leaving {
  readonly step: Step;
  readonly release: string;
  readonly sinceMs: number;
  readonly atMs: number;
}

function mayLeave(played: Played, { step, release, sinceMs, atMs }: Leaving): boolean {
  const said = (['approve', 'promote'] as const).some((what) => wished(played, { release, what, atMs }));
  if (said) return true;
  const { approval, bakeMs } = step;
  // What is left of the time stands in the record by the wall clock of its owner.
  if (played.facts.skewed && approval?.then === 'continue') return true;
  return approval?.then === 'continue' && atMs + slackMs >= sinceMs + bakeMs + approval.expires;
}
