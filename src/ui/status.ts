/** The text of `shipit status`: which version serves each alias, and who moves it. */
import type { EventOf } from '../core/events';
import { show } from './show';
import type { Line } from './style';
import { table } from './tables';

type Entry = EventOf<'status.read'>['functions'][number];

/** One row a function, then one line of advice for each that needs somebody. */
export function statusText({ functions, at }: EventOf<'status.read'>): Line[] {
  const columns = ['FUNCTION', 'ALIAS', 'SERVES', 'STATE', 'RELEASE', 'BY'];
  const rows = functions.map((entry) => [
    entry.key,
    `${entry.name}:${entry.alias}`,
    serves(entry),
    stateOf(entry, at),
    entry.release === null ? '-' : show.release(entry.release),
    entry.by ?? '-',
  ]);
  const advice = functions.flatMap((entry) => adviceFor(entry, at));
  return [
    ...table(
      columns.map((title) => ({ title, align: 'left' as const })),
      rows,
    ),
    ...(advice.length > 0 ? ['', ...advice] : []),
  ];
}

function serves({ version, candidate, weight }: Entry): string {
  if (version === null) return '-';
  if (candidate === null || weight === 0) return version;
  const rest = Math.round((100 - weight) * 10) / 10;
  return rest === 0 ? candidate : `${version} ${rest}%, ${candidate} ${weight}%`;
}

function stateOf(entry: Entry, nowMs: number): string {
  if (entry.state !== 'rollingOut') return states[entry.state];
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

function adviceFor(entry: Entry, nowMs: number): string[] {
  const { key, state, leaseUntilMs } = entry;
  if (state === 'unowned')
    return [`${key}: decide for one version with \`shipit rollback --to ${key}@<version>\`.`];
  if (state === 'unreadable') return [`${key}: a newer shipit wrote this alias: use that version.`];
  if (state === 'rollingOut' && leaseUntilMs !== null && leaseUntilMs <= nowMs)
    return [`${key}: nobody watches this rollout any more; end it with \`shipit rollback ${key}\`.`];
  return [];
}
