/** What happened to a release, oldest first, bounded: one that is watched for days has a beginning and an end too. */
import type { Totals } from './view';

/**
 * `begin`, `step`, `weight` and `end` are its course; `seen`, `alarm`, `hook` what spoke for or against it; `asked`, `owner`
 * and `back` what people decided; `wait` what holds it.
 */
export type MarkKind =
  | 'begin'
  | 'step'
  | 'weight'
  | 'seen'
  | 'alarm'
  | 'hook'
  | 'wait'
  | 'asked'
  | 'owner'
  | 'back'
  | 'warning'
  | 'end';

export interface Mark {
  readonly atMs: number;
  readonly kind: MarkKind;
  /** In words, one line. */
  readonly text: string;
  /** Null for what is about the release as a whole. */
  readonly rollout: string | null;
  /** Percent of requests to the candidates; null where none moves. */
  readonly weight: number | null;
  /** Who decided; null where nobody had to. */
  readonly by: string | null;
  /** What both versions had in the step until then, all functions of the rollout together; null where nobody looked. */
  readonly seen: Totals | null;
  /** `pass`, `fail` or `inconclusive`, where something was seen. */
  readonly verdict: string | null;
  /** Functions to which the same happened at the same time, the first of them; empty for what is about no single one. */
  readonly keys: readonly string[];
  /** How many others there are. */
  readonly others: number;
}

export interface Timeline {
  readonly marks: readonly Mark[];
  /** How many are not kept, between the first and the last of them. */
  readonly left: number;
}

export const emptyTimeline: Timeline = { marks: [], left: 0 };

/** How it began and how it ended are what people look for. */
const most = { first: 120, all: 400 } as const;
/** Rollouts that move side by side tell in turns. */
const sideBySide = 4;
/** More are a number. */
const fewNames = 6;

export function withMarks(timeline: Timeline, more: readonly Mark[]): Timeline {
  return more.reduce<Timeline>(withMark, timeline);
}

function withMark({ marks, left }: Timeline, mark: Mark): Timeline {
  const same = marks.findLastIndex((known, at) => at >= marks.length - sideBySide && isSame(known, mark));
  if (same >= 0) return { marks: marks.map((one, at) => (at === same ? joined(one, mark) : one)), left };
  const all = inOrder(marks, mark);
  if (all.length <= most.all) return { marks: all, left };
  return { marks: [...all.slice(0, most.first), ...all.slice(most.first + 1)], left: left + 1 };
}

/**
 * In the order in which it was told, for clocks of several machines differ. What a step came to is told when the next one has
 * begun, and stands above what was written then.
 */
function inOrder(marks: readonly Mark[], mark: Mark): Mark[] {
  const isLater = ({ atMs, kind }: Mark): boolean =>
    atMs > mark.atMs || (kind === 'weight' && atMs === mark.atMs);
  let end = marks.length;
  for (let last = marks[end - 1]; mark.kind === 'seen' && last && isLater(last); last = marks[end - 1])
    end -= 1;
  return [...marks.slice(0, end), mark, ...marks.slice(end)];
}

/** Functions that move together move at almost the same moment, each with its own alias. */
const isSame = (known: Mark, mark: Mark): boolean =>
  mark.keys.length > 0 &&
  known.keys.length > 0 &&
  known.kind === mark.kind &&
  known.rollout === mark.rollout &&
  known.text === mark.text &&
  // The same function once more has moved once more.
  !mark.keys.some((key) => known.keys.includes(key));

function joined(known: Mark, { keys }: Mark): Mark {
  const news = keys.filter((key) => !known.keys.includes(key));
  if (known.keys.length >= fewNames) return { ...known, others: known.others + news.length };
  return { ...known, keys: [...known.keys, ...news] };
}

/** `api, worker and 3 others: 10% to the candidate`. */
export function sentenceOf({ keys, others, text }: Pick<Mark, 'keys' | 'others' | 'text'>): string {
  if (keys.length === 0) return text;
  const rest = others === 0 ? '' : ` and ${others} ${others === 1 ? 'other' : 'others'}`;
  return `${keys.join(', ')}${rest}: ${text}`;
}
