/** How a release leaves its aliases: closed with the candidate, or back at the baseline. Both need ownership and nothing else. */
import { type DoneRecord, unjudged } from '../core/record';
import { AliasTargets } from '../release/alias';
import type { Because, Ending } from './context';
import { type Crew, eachLane, insist } from './crew';
import type { Lane, Taken, Written } from './lane';

/**
 * The candidate of every alias becomes the version that was good before the next; traffic does not move any more.
 * Whoever took an alias in the last moment takes the whole release back: it is promoted together, or not at all.
 */
export async function closeRelease(crew: Crew): Promise<Ending> {
  const answers = await leave(crew, crew.lanes, ({ versions: { baseline, candidate } }) => ({
    version: candidate ?? baseline,
    previous: baseline,
    bad: null,
  }));
  const taken = takenIn(answers);
  if (taken) {
    const because: Because = { kind: taken.kind, text: taken.because };
    return restoreLanes(crew, crew.lanes, { because, bad: new Map() });
  }
  const text = 'every step passed';
  const failed = answers.some(({ kind }) => kind === 'again');
  // All traffic is where it should be; only the record could not be closed, and the next release refuses it by name.
  return { outcome: 'promoted', because: failed ? `${text}; a record could not be closed` : text };
}

interface Blame {
  readonly because: Because;
  /** Identity of each candidate that was spoken against, by alias name; the others went back without blame. */
  readonly bad: ReadonlyMap<string, string>;
}

export async function restoreLanes(
  crew: Crew,
  lanes: readonly Lane[],
  { because, bad }: Blame,
): Promise<Ending> {
  crew.goingBack = true;
  const answers = await leave(crew, lanes, ({ name, versions: { baseline, previous } }) => ({
    version: baseline,
    previous,
    bad: bad.get(name) ?? unjudged,
  }));
  return endingOf(because, answers);
}

/** The first alias that is no longer ours, by a stranger if there is one. */
export function takenIn(answers: readonly Written[]): Taken | null {
  const taken = answers.flatMap((answer) =>
    answer.kind === 'foreign' || answer.kind === 'byHand' ? [answer] : [],
  );
  return taken.find(({ kind }) => kind === 'foreign') ?? taken[0] ?? null;
}

type Left = Pick<DoneRecord, 'version' | 'previous' | 'bad'>;

/** Writes one last record on each alias, all of them side by side. */
async function leave(crew: Crew, lanes: readonly Lane[], as: (lane: Lane) => Left): Promise<Written[]> {
  const { release, epoch } = crew.owner;
  const answers: Written[] = [];
  await eachLane(lanes, lanes.length, async (lane) => {
    const target = () => AliasTargets.done({ release, epoch, ...as(lane) }, lane.userText);
    answers.push(await insist(crew, lane, target));
    return true;
  });
  return answers;
}

const outcomes = {
  failed: 'rolledBack',
  blind: 'rolledBack',
  hindered: 'rolledBack',
  byHand: 'rolledBack',
  sibling: 'rolledBack',
  aborted: 'aborted',
  foreign: 'lost',
} as const;

/** Stuck outweighs lost, and lost outweighs the reason: the louder one is what somebody must act on. */
function endingOf(because: Because, answers: readonly Written[]): Ending {
  const stuck = answers.find((answer) => answer.kind === 'again');
  if (stuck?.kind === 'again')
    return { outcome: 'stuck', because: `${because.text}; could not restore: ${stuck.because}` };
  const foreign = answers.find((answer) => answer.kind === 'foreign');
  if (foreign?.kind === 'foreign' && because.kind !== 'foreign')
    return { outcome: 'lost', because: `${because.text}; ${foreign.because}` };
  return { outcome: outcomes[because.kind], because: because.text };
}
