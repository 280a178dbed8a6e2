/** The text of `shipit status`: which version serves each alias, and who moves it. */
import type { EventOf } from '../core/events';
import { show } from './show';
import { standing } from './standing';
import type { Line } from './style';
import { table } from './tables';

type Entry = EventOf<'status.read'>['functions'][number];

/** One row a function, then one line of advice for each function and each release that needs somebody. */
export function statusText(reading: EventOf<'status.read'>): Line[] {
  const { functions, at } = reading;
  const moving = functions.some((entry) => standing.place(entry, at) !== null);
  const step = moving ? ['STEP'] : [];
  const columns = ['FUNCTION', 'ALIAS', 'SERVES', 'STATE', ...step, 'RELEASE', 'BY'];
  const rows = functions.map((entry) => [
    entry.key,
    `${entry.name}:${entry.alias}`,
    serves(entry),
    stateOf(entry, at),
    ...step.map(() => stepOf(entry, at)),
    entry.release === null ? '-' : show.release(entry.release),
    entry.by ?? '-',
  ]);
  const advice = new Set(functions.flatMap((entry) => adviceFor(entry, reading)));
  return [
    ...table(
      columns.map((title) => ({ title, align: 'left' as const })),
      rows,
    ),
    ...(advice.size > 0 ? ['', ...advice] : []),
  ];
}

/** `step 1, 9m30s left`, and what holds it there. */
function stepOf(entry: Entry, nowMs: number): string {
  const words = [standing.place(entry, nowMs), standing.wish(entry)];
  return words.filter((word) => word !== null).join(', ') || '-';
}

function serves({ version, candidate, weight }: Entry): string {
  if (version === null) return '-';
  if (candidate === null || weight === 0) return version;
  const rest = Math.round((100 - weight) * 10) / 10;
  return rest === 0 ? candidate : `${version} ${rest}%, ${candidate} ${weight}%`;
}

function stateOf(entry: Entry, nowMs: number): string {
  if (entry.state !== 'rollingOut') return states[entry.state];
  if (entry.wish === 'held') return 'held, nobody watches';
  if (entry.leaseUntilMs === null) return 'rolling out';
  const left = entry.leaseUntilMs - nowMs;
  return left > 0
    ? `rolling out, lease ends in ${show.time(left)}`
    : `rolling out, lease ended ${show.time(-left)} ago`;
}

const states = {
  absent: 'not deployed',
  idle: 'at rest',
  unowned: 'split, owned by nobody',
  unreadable: 'record cannot be read',
} as const;

function adviceFor(entry: Entry, { at: nowMs, asked, ...reading }: EventOf<'status.read'>): string[] {
  const { key, state, release } = entry;
  const where = reading.where ?? null;
  if (state === 'unowned')
    return [`${key}: decide for one version with \`${standing.rollback(where)} --to ${key}@<version>\`.`];
  if (state === 'unreadable') return [`${key}: a newer shipit wrote this alias: use that version.`];
  if (standing.isLeft(entry, nowMs))
    return [
      `${key}: nobody watches this rollout any more: ${standing.takeOver(entry, where)}, \`${standing.rollback(where)} ${key}\` ends it.`,
    ];
  const ways = standing.ways(entry, nowMs, { where, asked });
  return ways === null || release === null ? [] : [`release ${show.release(release)}: ${ways}.`];
}
