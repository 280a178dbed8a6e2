/** How much traffic a candidate may get, and on what evidence. */
import type { OpenRecord } from '../../../src/core/record';
import type { AliasWrite } from '../../../src/simulation/world';
import type { Invariant, Played } from '../played';
import { Plays } from '../played';
import { alarmName, aliasKey } from '../release';

const freshMs = 10_000;

/** S2: the weight is the record's, one step at a time, two versions at most, and all of the traffic only in the last phase. */
export const boundedExposure: Invariant = (played) =>
  played.world.history.filter(Plays.ours).flatMap((write) => {
    // A wish leaves the traffic as it found it.
    if (Plays.isWish(write)) return [];
    const record = Plays.openOf(write.after);
    return record ? onItsWay(played, write, record) : closedEarly(write);
  });

function onItsWay(played: Played, { key, atMs, before, after }: AliasWrite, record: OpenRecord): string[] {
  const weight = record.candidate === null ? 0 : Plays.exposure(after, record.candidate);
  const was = Plays.openOf(before);
  const jumped = was?.release === record.release && record.step > was.step + 1;
  const strange = [after?.version, after?.additional?.version].find(
    (version) => version !== undefined && version !== record.baseline && version !== record.candidate,
  );
  return [
    ...(weight > record.weight ? [`S2: ${key} has ${weight}% where its record says ${record.weight}%`] : []),
    ...(weight === 100 && record.phase !== 'promoted'
      ? [`S2: ${key} has all traffic in ${record.phase}`]
      : []),
    ...(jumped && !wished(played, { release: record.release, what: 'promote', atMs })
      ? [`S2: ${key} went from step ${was.step} to ${record.step}`]
      : []),
    ...(strange === undefined ? [] : [`S2: ${key} serves ${strange}, which is no version of its release`]),
  ];
}

/** How much earlier than its bake a step may be over: the owner counts from the answer, which is later than the write. */
const bakeSlackMs = 1000;

/** S2: each step bakes before the next one is taken, and the last before the release is closed; but for whoever was asked to hurry. */
export const everyStepBakes: Invariant = (played) =>
  played.release.members.flatMap(({ key, rollout }) => {
    const reached = new Map<string, number>();
    return played.world.writesOf(aliasKey(key)).flatMap((write) => {
      const now = Plays.openOf(write.after);
      const was = Plays.openOf(write.before);
      const place = now && `${now.release} ${now.step}`;
      if (place && !reached.has(place)) reached.set(place, write.atMs);
      const isLeft =
        was && Plays.ours(write) && Plays.releaseOf(write.after) === was.release && isForward(write);
      if (!isLeft || wished(played, { release: was.release, what: 'promote', atMs: write.atMs })) return [];
      const bakeMs = played.release.courses[rollout]?.[was.step - 1]?.bakeMs ?? 0;
      const bakedMs = write.atMs - (reached.get(`${was.release} ${was.step}`) ?? 0);
      return bakedMs + bakeSlackMs >= bakeMs
        ? []
        : [`S2: ${aliasKey(key)} left step ${was.step} after ${Math.round(bakedMs)} of ${bakeMs} ms`];
    });
  });

/** To the next step, or closed with the candidate. */
export function isForward({ before, after }: AliasWrite): boolean {
  const [was, now] = [Plays.openOf(before), Plays.openOf(after)];
  if (!was || was.step === 0) return false;
  return now ? now.step > was.step : after?.version === was.candidate;
}

/** A release is closed with its candidate only where that has all of the traffic already. */
function closedEarly({ key, before, after }: AliasWrite): string[] {
  const was = Plays.openOf(before);
  if (!was || !after || was.candidate === null || Plays.releaseOf(after) !== was.release) return [];
  const had = Plays.exposure(before, was.candidate);
  return after.version === was.candidate && had < 100
    ? [`S2: ${key} was closed with its candidate, which had ${had}%`]
    : [];
}

/** Whoever wishes for something gets it, once the wish stands in a record, or was told by who then drives himself. */
export function wished(
  { world, cast }: Played,
  {
    release,
    what,
    atMs,
  }: { readonly release: string; readonly what: 'promote' | 'approve'; readonly atMs: number },
): boolean {
  const stood = world.history.some((write) => {
    const open = Plays.openOf(write.after);
    return write.atMs <= atMs && open?.release === release && open.wish?.what === what;
  });
  const isSent = ({ event, ...told }: Told): boolean =>
    told.atMs <= atMs && event.type === 'control.sent' && event.what === what && event.release === release;
  return stood || cast.some(({ trace }) => trace.events.some(isSent));
}

type Told = Played['cast'][number]['trace']['events'][number];

/** S4: more traffic only on evidence that was complete, clear and at most ten seconds old when the write was sent. */
export const evidenceFirst: Invariant = (played) =>
  played.cast.flatMap(({ trace }) => {
    const watched = alarmsByAlias(played);
    return trace.issued.flatMap((issue) => {
      const candidate = raisedTo(played, issue);
      if (candidate === null) return [];
      const needed = watched.get(issue.key) ?? [];
      const reading = trace.readings.findLast(
        ({ atMs, asked }) => atMs <= issue.atMs && needed.every((name) => asked.includes(name)),
      );
      const ageMs = reading ? issue.atMs - reading.atMs : Number.POSITIVE_INFINITY;
      if (reading?.wrong === '' && ageMs <= freshMs) return [];
      const why = reading ? reading.wrong || `the evidence was ${Math.round(ageMs)} ms old` : 'nobody looked';
      return [`S4: ${trace.process} raised ${issue.key} where ${why}`];
    });
  });

/** The candidate that would get more than the writer believes it has; null when it would not. */
function raisedTo(
  { world }: Played,
  { key, target, onRevision }: Played['cast'][number]['trace']['issued'][number],
): string | null {
  const open = Plays.openOf({ ...target, revisionId: '' });
  if (!open || open.candidate === null || onRevision === null) return null;
  const before = world.writesOf(key).find(({ after }) => after?.revisionId === onRevision)?.after ?? null;
  const rises = Plays.exposure(target, open.candidate) > Plays.exposure(before, open.candidate);
  return rises ? open.candidate : null;
}

const alarmsByAlias = ({ release }: Played): Map<string, string[]> =>
  new Map(release.members.map(({ key }) => [aliasKey(key), [alarmName(key)]]));
