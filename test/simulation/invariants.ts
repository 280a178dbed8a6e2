/** The invariants, read off the history of a simulated world. Each answers the sentences that are not true. */
import type { AliasState } from '../../src/core/lambda';
import { type OpenRecord, Record } from '../../src/core/record';
import { Digest } from '../../src/core/values';
import type { Trace } from '../../src/simulation/ports';
import type { AliasWrite, SimulatedWorld } from '../../src/simulation/world';
import { newCode } from './scene';

export interface Played {
  readonly world: SimulatedWorld;
  readonly traces: readonly Trace[];
  readonly outcomes: ReadonlyMap<string, string>;
}

const freshMs = 10_000;

const openOf = (state: AliasState): OpenRecord | null => {
  const parsed = Record.parse(state.description);
  return parsed.kind === 'open' ? parsed.record : null;
};

const ours = (write: AliasWrite): boolean => write.by !== 'foreign' && write.by !== 'setup';

/** S1: nobody writes after somebody with a newer epoch has. */
function singleWriter({ world }: Played): string[] {
  const epochs = new Map<string, number>();
  const newest = new Map<string, number>();
  return world.history.filter(ours).flatMap((write) => {
    const parsed = Record.parse(write.after.description);
    const written = parsed.kind === 'open' || parsed.kind === 'done' ? parsed.record.epoch : 0;
    const epoch = Math.max(written, epochs.get(write.by) ?? 0);
    epochs.set(write.by, epoch);
    const before = newest.get(write.key) ?? 0;
    newest.set(write.key, Math.max(before, epoch));
    return epoch < before ? [`S1: ${write.by} wrote ${write.key} with epoch ${epoch} after ${before}`] : [];
  });
}

/** S2: the weight is the record's, one step at a time, and all of the traffic only in the last phase. */
function boundedExposure({ world }: Played): string[] {
  return world.history.filter(ours).flatMap((write) => {
    const record = openOf(write.after);
    if (!record) return [];
    const weight = write.after.additional?.weight ?? (write.after.version === record.candidate ? 100 : 0);
    const before = write.before ? openOf(write.before) : null;
    const jumped = before?.release === record.release && record.step > before.step + 1;
    return [
      ...(weight > record.weight
        ? [`S2: ${write.key} has ${weight}% where its record says ${record.weight}%`]
        : []),
      ...(weight === 100 && record.phase !== 'promoted'
        ? [`S2: ${write.key} has all traffic in ${record.phase}`]
        : []),
      ...(jumped ? [`S2: ${write.key} went from step ${before.step} to ${record.step}`] : []),
    ];
  });
}

/** S3: whoever goes back goes to what held all traffic when the release claimed the alias. */
function rollbackTarget({ world }: Played): string[] {
  const first = new Map<string, string>();
  return world.history.filter(ours).flatMap((write) => {
    const open = openOf(write.after);
    if (open) {
      const id = `${open.release} ${write.key}`;
      if (!first.has(id)) first.set(id, write.before?.version ?? '');
      return first.get(id) === open.baseline
        ? []
        : [`S3: ${write.key} took ${open.baseline} for its baseline`];
    }
    const done = Record.parse(write.after.description);
    const before = write.before ? openOf(write.before) : null;
    if (done.kind !== 'done' || !before || done.record.release !== before.release) return [];
    const allowed = [before.candidate, first.get(`${before.release} ${write.key}`)];
    return allowed.includes(write.after.version)
      ? []
      : [`S3: ${write.key} went back to ${write.after.version}`];
  });
}

/** S4 and S5, and with `oneFate` S7 where CloudWatch is away: more traffic only on evidence that was complete, clear and at most 10 s old when the write was sent. */
function evidenceFirst({ world, traces }: Played): string[] {
  return traces.flatMap((trace) =>
    trace.issued.flatMap((issue) => {
      // Upward for whoever sends it: what a stranger wrote is not known yet, and its revision refuses the write.
      const last = world.history
        .filter(
          ({ key, by, atMs }) =>
            key === issue.key && atMs <= issue.atMs && [trace.process, 'setup'].includes(by),
        )
        .at(-1);
      const record = Record.parse(issue.target.description);
      if (!last || record.kind !== 'open' || record.record.candidate === null) return [];
      const { candidate } = record.record;
      if (exposure(issue.target, candidate) <= exposure(last.after, candidate)) return [];
      const reading = trace.readings.filter(({ atMs }) => atMs <= issue.atMs).at(-1);
      if (reading?.clear && issue.atMs - reading.atMs <= freshMs) return [];
      return [
        `S4: ${trace.process} raised ${issue.key} on evidence ${reading ? issue.atMs - reading.atMs : '-'} ms old`,
      ];
    }),
  );
}

function exposure(state: Pick<AliasState, 'version' | 'additional'>, candidate: string): number {
  if (state.version === candidate) return 100;
  return state.additional?.version === candidate ? state.additional.weight : 0;
}

/** S6: an alias that a stranger wrote is never written again by the release it was taken from. */
function foreignWins({ world }: Played): string[] {
  const taken = new Map<string, Set<string>>();
  const releaseBy = new Map<string, string>();
  return world.history.flatMap((write) => {
    const owner = write.before ? openOf(write.before) : null;
    if (write.by === 'foreign') {
      if (owner && routeAndText(write.before) !== routeAndText(write.after))
        taken.set(write.key, (taken.get(write.key) ?? new Set()).add(owner.release));
      return [];
    }
    const own = openOf(write.after)?.release ?? releaseBy.get(write.by);
    if (own && !write.by.startsWith('rescuer')) releaseBy.set(write.by, own);
    return own && taken.get(write.key)?.has(own) && !write.by.startsWith('rescuer')
      ? [`S6: ${write.by} wrote ${write.key} after a stranger had`]
      : [];
  });
}

/** S8: what is recorded as the candidate is what was built. */
function sameDigest({ world }: Played): string[] {
  return world.history.filter(ours).flatMap((write) => {
    const candidate = openOf(write.after)?.candidate;
    if (!candidate) return [];
    const versions = world.functions.get(write.key.split(':')[0] ?? '')?.versions ?? [];
    const digest = versions.find(({ version }) => version === candidate)?.digest;
    return digest === Digest.of(newCode)
      ? []
      : [`S8: ${write.key} got version ${candidate}, which is not what was built`];
  });
}

/** S11: who was refused has changed nothing. */
function refusalsAreSilent({ world, outcomes }: Played): string[] {
  return [...outcomes].flatMap(([process, outcome]) => {
    if (outcome !== 'refused') return [];
    // A claim that was taken and given back stands in the history as a pair; what counts is that nothing moved.
    const changed = world.changes.filter(({ by }) => by === process).map(({ what }) => what);
    const moved = world.history.filter(
      (write) => write.by === process && routeOf(write.before) !== routeOf(write.after),
    );
    return [...changed, ...moved.map(({ key }) => `move ${key}`)].map(
      (what) => `S11: ${process} was refused and did ${what}`,
    );
  });
}

const routeAndText = (state: AliasState | null): string => routeOf(state) + (state?.description ?? '');

const routeOf = (state: AliasState | null): string => JSON.stringify([state?.version, state?.additional]);

/** S13: all promoted or all restored, where nobody else interfered. */
function oneFate({ world }: Played): string[] {
  if (world.history.some(({ by }) => by === 'foreign')) return [];
  const versions = new Set([...world.aliases.values()].map((state) => state.version));
  const split = [...world.aliases].filter(([, state]) => state.additional !== null).map(([key]) => key);
  return [
    ...(versions.size > 1 ? [`S13: the aliases ended on versions ${[...versions].join(' and ')}`] : []),
    ...split.map((key) => `S13: ${key} ended split`),
  ];
}

const invariants = [
  singleWriter,
  boundedExposure,
  rollbackTarget,
  evidenceFirst,
  foreignWins,
  sameDigest,
  refusalsAreSilent,
  oneFate,
];

export const violations = (played: Played): string[] => invariants.flatMap((invariant) => invariant(played));
