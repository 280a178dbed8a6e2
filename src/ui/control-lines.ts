/** What a person reads of hooks, waits and wishes, and of what stands around a rollout: what, why, and the command that goes on. */
import type { Meant } from '../core/command';
import type { EventOf, EventType } from '../core/events';
import type { HookTime } from '../core/told';
import { show } from './show';
import { type Row, standing } from './standing';
import type { View } from './view';

type ControlEvent =
  | 'release.takenOver'
  | 'wish.obeyed'
  | 'rollout.paused'
  | 'rollout.resumed'
  | 'rollout.waiting'
  | 'rollout.approved'
  | 'hook.ran'
  | 'capacity.changed'
  | 'alarm.kept'
  | 'versions.pruned'
  | 'control.sent'
  | 'status.read'
  | 'web.ready'
  | 'history.read';

interface Known {
  /** Before the event. */
  readonly view: View;
}

export const controlLines: {
  readonly [T in EventType & ControlEvent]: (event: EventOf<T>, known: Known) => readonly string[];
} = {
  'release.takenOver': ({ by, from, because }) => [`${by} takes it over from ${from}: ${because}`],
  'wish.obeyed': ({ what, step }) => [`asked from outside, and obeyed: ${what} at step ${step}`],
  'rollout.paused': ({ rollout, step, weight }, { view }) => [
    `${rollout}: PAUSED at step ${step}, ${weight}%; alarms stay watched; ${standing.waysOut('resume', meantBy(view))}`,
  ],
  'rollout.resumed': ({ rollout, step, weight }) => [`${rollout}: goes on from step ${step}, ${weight}%`],
  'rollout.waiting': waiting,
  'rollout.approved': ({ rollout, step }) => [`${rollout}: step ${step} is approved`],
  'hook.ran': ({ rollout, when, step, key, hook, status, because, tookMs }) => [
    `${rollout}: hook ${hook}${key === null ? '' : ` of ${key}`} ${times[when](step)}: ${verdicts[status]} in ${show.time(tookMs)}: ${because}`,
  ],
  'capacity.changed': ({ key, version, amount, ready }) => [
    amount === 0
      ? `${key}: version ${version} gave its provisioned concurrency back`
      : `${key}: version ${version} ${ready ? 'has' : 'is to get'} provisioned concurrency ${amount}${ready ? ', ready' : ''}`,
  ],
  'alarm.kept': ({ name, what }) => [`alarm ${name}: ${what}`],
  'versions.pruned': ({ key, versions }) => [
    `${key}: ${show.count(versions.length, 'old version')} removed: ${versions.join(', ')}`,
  ],
  'control.sent': ({ what, step }) => [
    what === 'attach' ? 'followed from here' : `${what} asked for, at step ${step}`,
  ],
  'status.read': followed,
  'web.ready': ({ url }) => [`web view: ${url}`],
  'history.read': () => [],
};

/** Until when, by the clock and from now. */
const until = (expiresMs: number, at: number): string =>
  `until ${show.clock(expiresMs)} (${show.time(show.span(at, expiresMs))})`;

function waiting(event: EventOf<'rollout.waiting'>, { view }: Known): string[] {
  const { rollout, step, weight, expiresMs, at } = event;
  const place = `step ${step}, ${weight}%`;
  const then = event.then === 'rollback' ? 'rolls back' : 'goes on';
  if (event.for === 'approval')
    return [
      `${rollout}: WAITS for approval of ${place}, ${until(expiresMs, at)}, then ${then} by itself; alarms stay watched; ${standing.waysOut('approve', { ...meantBy(view), step })}`,
    ];
  return [
    `${rollout}: LEFT at ${place}, as --until says, and kept ${until(expiresMs, at)}; after that, whoever comes next ${event.then === 'rollback' ? 'takes it back' : 'goes on'}`,
    `${rollout}: nobody watches it meanwhile: no alarm sends it back`,
    `${rollout}: from any machine, ${heldWays(view)}`,
  ];
}

/** The release as commands name it, by the end of its id. */
const meantBy = ({ where, release }: View): Meant => ({
  where,
  release: release === null ? null : show.release(release),
  step: null,
});

const heldWays = (view: View): string => standing.heldWays(view.asked, meantBy(view));

const times: { readonly [W in HookTime]: (step: number) => string } = {
  preTraffic: () => 'before traffic',
  afterStep: (step) => `after step ${step}`,
  postTraffic: () => 'with all traffic',
  onRollback: () => 'after going back',
};

const verdicts = { pass: 'passed', fail: 'FAILED', inconclusive: 'INCONCLUSIVE' } as const;

/** Of a release that is followed: the rows that are no longer what they were, those that say the same in one line. */
function followed(reading: EventOf<'status.read'>, { view }: Known): string[] {
  const known = { ...reading, where: reading.where ?? view.where };
  const before = new Map((view.followed ?? []).map((row) => [row.key, sayings(row, known)]));
  const lines = new Map<string, string[]>();
  for (const row of reading.functions) {
    const words = sayings(row, known);
    if (words === null || before.get(row.key) === words) continue;
    lines.set(words, [...(lines.get(words) ?? []), row.key]);
  }
  return [...lines].map(([words, keys]) => `${names(keys)}: ${words}`);
}

/** More names than this are told as a number. */
const fewNames = 6;

const names = (keys: readonly string[]): string =>
  keys.length <= fewNames ? keys.join(', ') : show.count(keys.length, 'function');

type Told = Pick<EventOf<'status.read'>, 'at' | 'asked'> & Pick<View, 'where'>;

/** Null of an alias that takes no part in a release. */
function sayings(row: Row, { at: nowMs, where, asked }: Told): string | null {
  const place = standing.place(row, nowMs);
  if (place === null) return null;
  const share =
    row.candidate !== null && row.weight > 0 ? `${row.weight}% to version ${row.candidate}` : null;
  const left = standing.isLeft(row, nowMs)
    ? `its owner does not answer; ${standing.takeOver(row, where)}, \`${standing.rollback(where)}\` ends it`
    : null;
  return [place, share, standing.ways(row, nowMs, { where, asked }), left]
    .filter((words) => words !== null)
    .join('; ');
}
