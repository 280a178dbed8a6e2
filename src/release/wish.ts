/**
 * What somebody from outside may ask of a release, as the `q` of its leader's record: pure. The owner reads it at its next
 * poll, does it, and writes what it came to. Nothing else of the record changes, so that a wish is never taken for a move.
 */
import { commandFor, placedCommand } from '../core/command';
import type { AliasState, AliasTarget } from '../core/lambda';
import { type AskedWord, type OpenRecord, Record, type Wish } from '../core/record';
import type { Whereabouts } from '../core/told';
import { Duration } from '../core/values';

export type WishWord = AskedWord;

export interface Asking {
  readonly release: string;
  readonly what: WishWord;
  /** With `approve`: this step and no other; null for whichever waits. */
  readonly step: number | null;
  readonly nonce: string;
  /** Every alias of the release has all of its requests at the candidate. */
  readonly arrived: boolean;
  /** Flags by which it is meant where it is asked. */
  readonly where: Whereabouts;
}

/** What is seen of a wish later on. `overruled`: a stronger one was asked for after it. */
export type WishState = 'waits' | 'obeyed' | 'overruled' | 'over';

export function wishState(alias: AliasState, asked: Pick<Asking, 'release' | 'what' | 'nonce'>): WishState {
  const parsed = Record.parse(alias.description);
  if (parsed.kind !== 'open' || parsed.record.release !== asked.release) return 'over';
  const waits = unobeyed(parsed.record);
  if (waits === null) return 'obeyed';
  if (waits.nonce === asked.nonce) return 'waits';
  const stronger = Object.entries(wins).some(
    ([word, over]) => word === waits.what && over.includes(asked.what),
  );
  return stronger ? 'overruled' : 'obeyed';
}

/** `held`: its owner left it for whoever comes, so the asker carries it out. */
export type WishDecision =
  | { readonly kind: 'write'; readonly target: AliasTarget; readonly step: number }
  | { readonly kind: 'held'; readonly step: number }
  | Refused;

export interface Refused {
  readonly kind: 'refused';
  readonly why: string;
  /** The way out. */
  readonly hint: string;
}

/** What the owner itself puts into `q`; every other word is a wish that waits, also one of a later shipit. */
const ownersWords = ['paused', 'wait', 'hold'];

/** A wish that nobody has obeyed yet; null when there is none. */
function unobeyed({ wish }: OpenRecord): Wish | null {
  return wish === null || ownersWords.includes(wish.what) ? null : wish;
}

export function decideWish(leader: AliasState, asking: Asking): WishDecision {
  const parsed = Record.parse(leader.description);
  if (parsed.kind === 'unreadable') return refuse(parsed.why, 'Use the version of shipit that wrote it.');
  if (parsed.kind !== 'open' || parsed.record.release !== asking.release)
    return refuse(
      'it ends',
      `\`${placedCommand('status', asking.where)}\` shows where each alias stands, \`${placedCommand('attach', asking.where)}\` finishes what was left.`,
    );
  const { record, text } = parsed;
  const refusal = whyNot(record, asking);
  if (refusal) return refusal;
  const step = asking.what === 'approve' ? (record.wish?.step ?? record.step) : record.step;
  if (record.wish?.what === 'hold') return { kind: 'held', step };
  const wish: Wish = { what: asking.what, step, nonce: asking.nonce };
  const { version, additional } = leader;
  return {
    kind: 'write',
    target: { version, additional, description: Record.format({ ...record, wish }, text) },
    step,
  };
}

const refuse = (why: string, hint: string): Refused => ({ kind: 'refused', why, hint });

/** A leader that went back alone stands open for the functions that still move, and hears for them. */
const whyNot = (record: OpenRecord, asking: Asking): Refused | null =>
  whyInTheWay(record, asking) ?? rules[asking.what](record, asking);

/** Which wish wins over one that waits: back always does, straight on wins over what only holds or frees a step. */
const wins: { readonly [W in WishWord]: readonly string[] } = {
  pause: [],
  resume: ['pause'],
  approve: [],
  promote: ['pause', 'resume', 'approve'],
  abort: ['pause', 'resume', 'approve', 'promote'],
};

function whyInTheWay(record: OpenRecord, asking: Asking): Refused | null {
  const { what } = asking;
  const waits = unobeyed(record);
  if (waits === null || wins[what].includes(waits.what)) return null;
  if (waits.what === what) {
    const why =
      what === 'approve' ? `step ${waits.step} is approved already` : `${what} was asked for already`;
    return refuse(`${why}, and ${record.by} has not come to it yet`, watchIt(asking));
  }
  return refuse(
    `${waits.what} was asked for before, and ${record.by} has not come to it yet`,
    watchIt(asking),
  );
}

/** The command that does this to the release, as it is typed here. */
const typed = (what: WishWord, { where, release }: Asking, step: number | null): string =>
  `\`${commandFor(what, { where, release: release.slice(-6), step })}\``;

const statusHere = ({ where }: Asking): string => `\`${placedCommand('status', where)}\``;

const watchIt = (asking: Asking): string =>
  `It is obeyed within 15 seconds, if its owner lives: ${statusHere(asking)}.`;

const rules: { readonly [W in WishWord]: (record: OpenRecord, asking: Asking) => Refused | null } = {
  pause: ({ wish }, asking) => {
    if (wish?.what === 'paused') return refuse('it is paused already', resumeIt(asking));
    if (wish?.what === 'hold') return heldAlready(wish, asking);
    // One word fits into the mailbox, and whoever waits for approval must find it there.
    return wish?.what === 'wait'
      ? refuse(`it stands still: it waits for approval of step ${wish.step}`, approveIt(asking))
      : null;
  },
  resume: ({ wish }, asking) => {
    if (wish?.what === 'paused' || wish?.what === 'pause') return null;
    if (wish?.what === 'hold') return heldAlready(wish, asking);
    return wish?.what === 'wait'
      ? refuse(`it is not paused: it waits for approval of step ${wish.step}`, approveIt(asking))
      : refuse('it is not paused', `It goes on by itself: ${statusHere(asking)}.`);
  },
  approve: whyNotApprove,
  promote: (_, { arrived, where }) =>
    arrived
      ? refuse(
          'it has all requests already',
          `Watch how it ends with \`${placedCommand('status', where)} --watch\`.`,
        )
      : null,
  abort: () => null,
};

const resumeIt = (asking: Asking): string => `Go on with ${typed('resume', asking, null)}.`;

const approveIt = (asking: Asking): string =>
  `Go on with ${typed('approve', asking, null)}, or go back with ${typed('abort', asking, null)}.`;

const heldAlready = ({ step }: Wish, asking: Asking): Refused =>
  refuse(`it is held at step ${step}, and nobody moves it`, approveIt(asking));

function whyNotApprove({ wish, step }: OpenRecord, asking: Asking): Refused | null {
  const waits = wish?.what === 'wait' || wish?.what === 'hold' ? wish.step : null;
  const asked = asking.step ?? waits;
  if (waits !== null && asked === waits) return null;
  if (wish?.what === 'paused') return refuse('it is paused', resumeIt(asking));
  if (asked !== null && asked < (waits ?? step))
    return refuse(
      `step ${asked} is past${waits === null ? '' : `: step ${waits} waits for approval`}`,
      seeIt(asking),
    );
  return waits === null
    ? refuse(`nothing waits for approval: it is at step ${step}`, seeIt(asking))
    : refuse(
        `step ${waits} waits for approval, not step ${asked}`,
        `Approve it with ${typed('approve', asking, waits)}.`,
      );
}

const seeIt = (asking: Asking): string => `See where it stands: ${statusHere(asking)}.`;

/** What is said of an owner that has not come to it. Whether it is slow or dead only the lease tells, by a clock that may be wrong. */
export function silenceOf(
  { by, leaseUntilS }: OpenRecord,
  { where, release }: Asking,
  nowMs: number,
): string[] {
  const overMs = nowMs - leaseUntilS * 1000;
  if (overMs <= 0)
    return [
      `${by} has not come to it yet; it stays asked for`,
      `Watch it with \`${placedCommand('status', where)} --watch\`.`,
    ];
  const ago = Duration.format(Duration.of(Math.round(overMs / 1000) * 1000));
  const attach = commandFor('attach', { where, release: release.slice(-6), step: null });
  return [
    `${by} does not answer: its lease ended ${ago} ago, so it seems dead`,
    `\`${attach}\` takes the release over, \`${placedCommand('rollback', where)}\` ends it.`,
  ];
}
