/** How a release leaves its aliases: closed with the candidate, or back at the baseline. Both need ownership and nothing else. */
import { type DoneRecord, unjudged } from '../core/record';
import type { Percent } from '../core/values';
import { AliasTargets } from '../release/alias';
import type { Because, Ending } from './context';
import { type Crew, Crews, eachLane, insist } from './crew';
import type { Lane, Taken, Written } from './lane';

/**
 * The candidate of every alias becomes the version that was good before the next; traffic does not move any more.
 * Whoever took an alias in the last moment takes the others back too, where they share one fate.
 */
export async function closeLanes(crew: Crew, lanes: readonly Lane[]): Promise<Ending> {
  const answers = await leave(crew, lanes, ({ versions: { baseline, candidate } }) => ({
    version: candidate ?? baseline,
    previous: baseline,
    bad: null,
  }));
  const taken = takenIn(answers);
  if (taken?.kind === 'takenOver') return { outcome: 'lost', because: taken.because };
  if (taken) {
    const because: Because = { kind: taken.kind, text: taken.because };
    return restoreLanes(crew, lanes, { because, bad: new Map() });
  }
  const text = 'every step passed';
  const failed = answers.some(({ kind }) => kind === 'again');
  // All traffic is where it should be; only the record could not be closed, and the next release refuses it by name.
  return { outcome: 'promoted', because: failed ? `${text}; a record could not be closed` : text };
}

export interface Blame {
  readonly because: Because;
  /** Identity of each candidate that was spoken against, by alias name; the others went back without blame. */
  readonly bad: ReadonlyMap<string, string>;
}

/**
 * Where functions go back one by one, the leader's record stays open at the baseline while others still move: it carries
 * the lease and the mailbox of all of them. `closeLeader` closes it in the end.
 */
export async function restoreLanes(
  crew: Crew,
  lanes: readonly Lane[],
  { because, bad }: Blame,
): Promise<Ending> {
  if (crew.scope === 'release') crew.goingBack = true;
  const leader = Crews.leader(crew);
  const stays = crew.scope === 'function' && crew.lanes.some((lane) => !lanes.includes(lane));
  const record = ({ name, versions: { baseline, previous } }: Lane): Left => ({
    version: baseline,
    previous,
    bad: bad.get(name) ?? unjudged,
  });
  const ends = lanes.filter((lane) => !(stays && lane === leader));
  const answers = await leave(crew, ends, record);
  if (ends.length < lanes.length) {
    crew.blame = bad.get(leader.name) ?? null;
    answers.push(await stepBack(crew, leader));
  }
  return endingOf(because, answers);
}

function stepBack(crew: Crew, leader: Lane): Promise<Written> {
  const place = { step: leader.step, weight: 0 as Percent, phase: 'back', bakeMs: 0 } as const;
  return insist(crew, leader, () => Crews.open(crew, leader, place));
}

/** The leader went back before the others had ended; now they have. */
export async function closeLeader(crew: Crew): Promise<void> {
  const { release, epoch } = crew.owner;
  const leader = Crews.leader(crew);
  if (leader.taken !== null || leader.standing(crew.ports.clock.nowMs())?.phase !== 'back') return;
  const { baseline, previous } = leader.versions;
  const record = { release, epoch, version: baseline, previous, bad: crew.blame ?? unjudged };
  await insist(crew, leader, () => AliasTargets.done(record, leader.userText));
}

/** The first alias that is no longer ours; by another process or a stranger, if there is one. */
export function takenIn(answers: readonly Written[]): Taken | null {
  const taken = answers.flatMap((answer) =>
    answer.kind === 'foreign' || answer.kind === 'byHand' || answer.kind === 'takenOver' ? [answer] : [],
  );
  const first = (kind: Taken['kind']) => taken.find((one) => one.kind === kind);
  return first('takenOver') ?? first('foreign') ?? taken[0] ?? null;
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
  takenOver: 'lost',
} as const;

/** Stuck outweighs lost, and lost outweighs the reason: the louder one is what somebody must act on. */
function endingOf(because: Because, answers: readonly Written[]): Ending {
  const stuck = answers.find((answer) => answer.kind === 'again');
  if (stuck?.kind === 'again')
    return { outcome: 'stuck', because: `${because.text}; could not restore: ${stuck.because}` };
  const lost = takenIn(answers);
  if (lost && lost.kind !== 'byHand' && because.kind !== 'foreign')
    return { outcome: 'lost', because: `${because.text}; ${lost.because}` };
  return { outcome: outcomes[because.kind], because: because.text };
}
