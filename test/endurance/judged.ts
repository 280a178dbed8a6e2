/** What has to hold when a release is over, whatever AWS answered meanwhile; each violation is one line. */
import type { EventOf } from '../../src/core/events';
import type { Outcome } from '../../src/core/outcome';
import { Record } from '../../src/core/record';
import type { Finished } from '../../src/deploy';
import { createClock } from '../../src/disk/clock';
import { createJournal } from '../../src/disk/journal';
import type { Stage } from '../stories/stage';
import { keys, type Wished } from './wished';

export interface Ended {
  readonly wished: Wished;
  readonly finished: Finished;
  /** Whether there was anything to release. */
  readonly changed: boolean;
  /** Revisions of each alias that were written meanwhile, by function name. */
  readonly written: ReadonlyMap<string, readonly string[]>;
  /** Whether the signal came before it was over. */
  readonly stopped: boolean;
  /** Whether errors of the candidate were there to be seen for as long as an alarm needs. */
  readonly failed: boolean;
}

const clock = createClock();

export async function judge(stage: Stage, ended: Ended): Promise<string[]> {
  return [
    ...outcomeProblems(ended),
    ...aliasProblems(stage, ended),
    ...(await journalProblems(stage, ended)),
  ];
}

function outcomeProblems({ finished, changed, stopped, failed }: Ended): string[] {
  const { outcome, exitCode, problems } = finished;
  const told = `ended ${outcome} with exit ${exitCode}: ${problems.join('; ')}`;
  if (!changed) return outcome === 'unchanged' && exitCode === 0 ? [] : [`nothing changed, and it ${told}`];
  if (stopped && exitCode === 130 && ['aborted', 'refused'].includes(outcome)) return [];
  const allowed: readonly Outcome[] = failed ? ['rolledBack'] : ['promoted', 'rolledBack'];
  return allowed.includes(outcome) ? [] : [told];
}

/** No split, a record that is closed and agrees with its alias, and where the last word says it is. */
function aliasProblems(stage: Stage, { finished }: Ended): string[] {
  return keys.flatMap((key) => {
    const alias = stage.aliasOf(key);
    if (!alias) return [];
    const shown = `${key} is left at ${JSON.stringify(alias)}`;
    const parsed = Record.parse(alias.description);
    if (Object.keys(alias.weights).length > 0) return [`split: ${shown}`];
    if (parsed.kind !== 'done' || parsed.record.version !== alias.version) return [`record: ${shown}`];
    const result = finished.functions.find((one) => one.key === key);
    const version = result?.outcome === 'promoted' ? (result.candidate ?? result.baseline) : result?.baseline;
    const known = version !== undefined && version !== null;
    return known && version !== alias.version ? [`version: ${shown}, not at ${version}`] : [];
  });
}

async function journalProblems(stage: Stage, { finished, written }: Ended): Promise<string[]> {
  const { release } = finished;
  const count = [...written.values()].flat().length;
  if (release === null) return count === 0 ? [] : [`${count} writes of no release`];
  const events = await createJournal(stage.root, clock).read(release);
  // What was claimed is told before anything else: only then has the release begun.
  const first = events.find((event) => event.type !== 'alias.written' || event.phase !== 'claim')?.type;
  const last = events.at(-1)?.type;
  const whole = first === 'release.started' && last === 'release.finished';
  const told = events.filter((event) => event.type === 'alias.written');
  const names = new Set([...written.keys(), ...told.map(({ name }) => name)]);
  return [
    ...(whole ? [] : [`the journal of ${release} begins with ${first} and ends with ${last}`]),
    ...[...names].flatMap((name) => writeProblems(name, written.get(name) ?? [], told)),
  ];
}

/** Each write that took effect is told once, in its order, and follows from the one before. */
function writeProblems(
  name: string,
  written: readonly string[],
  told: readonly EventOf<'alias.written'>[],
): string[] {
  const own = told.filter((event) => event.name === name);
  const shown = own.map(({ toRevision }) => toRevision);
  const missing = written.filter((revision) => !shown.includes(revision)).length;
  if (shown.join() !== written.join())
    return [
      `the journal tells ${shown.length} of ${written.length} writes of ${name}, ${missing} are missing`,
    ];
  const torn = own.slice(1).filter(({ fromRevision }, at) => fromRevision !== own[at]?.toRevision);
  return torn.length === 0 ? [] : [`${torn.length} writes of ${name} do not follow from the one before`];
}
