/** What is not seen is not passed, and one release has one fate. */
import { Digest } from '../../../src/core/values';
import type { Cast, Invariant, Played } from '../played';
import { Plays } from '../played';
import { aliasKey, baselineOf, functionName } from '../release';
import { newCode } from '../scene';

const built = Digest.of(newCode);
const blindMs = 300_000;
/** The poll that finds out, with its calls unanswered. */
const slackMs = 15_000 + 30_000;

/** S5: after five minutes without a complete observation it goes back. That none of those passes is S4. */
export const failClosed: Invariant = (played) =>
  played.cast.flatMap((cast) => {
    const span = conducted(cast, played);
    if (!span) return [];
    const seen = cast.trace.readings
      .filter(({ wrong, atMs }) => isComplete(wrong) && atMs >= span.fromMs && atMs <= span.untilMs)
      .map(({ atMs }) => atMs);
    const times = [span.fromMs, ...seen, span.untilMs];
    return times.slice(1).flatMap((atMs, index) => {
      const fromMs = times[index] ?? 0;
      const limitMs = fromMs + blindMs + slackMs;
      return atMs > limitMs && Plays.awake(cast, fromMs, limitMs)
        ? [`S5: ${cast.name} saw nothing complete for ${Math.round((atMs - fromMs) / 1000)} s and went on`]
        : [];
    });
  });

/** That something fires is seen. */
const isComplete = (wrong: string): boolean => wrong === '' || wrong.endsWith('in ALARM');

/** From the first look of a rollout to the moment in which it goes back or ends. */
function conducted({ trace, process }: Cast, { world }: Played): { fromMs: number; untilMs: number } | null {
  const first = trace.events.find(({ event }) => event.type === 'rollout.observed');
  if (!first) return null;
  const last = trace.events.find(
    ({ event }) =>
      event.type === 'rollout.restoring' ||
      event.type === 'rollout.ended' ||
      (event.type === 'alias.written' && event.phase === 'done'),
  );
  return { fromMs: first.atMs, untilMs: last?.atMs ?? process.diedMs ?? world.scheduler.nowMs() };
}

/** S13: all promoted or all restored. What a stranger took is his; the others are restored all the same. */
export const oneFate: Invariant = (played) => {
  const { world, release, facts } = played;
  if (facts.crippled || !facts.guarded || release.rollbackScope === 'function') return [];
  const foreign = new Set(world.history.filter(({ by }) => by === 'foreign').map(({ key }) => key));
  const members = release.members.filter(({ key, isNew }) => !isNew && !foreign.has(aliasKey(key)));
  const sides = members.map((member) => {
    const state = world.aliases.get(aliasKey(member.key)) ?? null;
    if (state?.additional) return { key: member.key, side: 'split' };
    const served = world.functions
      .get(functionName(member.key))
      ?.versions.find(({ version }) => version === state?.version);
    // A candidate that was deleted is published once more, under another number.
    if (served?.digest === built) return { key: member.key, side: 'promoted' };
    return { key: member.key, side: state?.version === baselineOf(release) ? 'restored' : 'elsewhere' };
  });
  const split = sides.filter(({ side }) => side === 'split').map(({ key }) => `S13: ${key} ended split`);
  const mixed = new Set(sides.map(({ side }) => side)).size > 1;
  const text = sides.map(({ key, side }) => `${key} ${side}`).join(', ');
  return [...split, ...(mixed ? [`S13: one release ended in two ways: ${text}`] : [])];
};
