/** What a run of the simulation says. */
import { percentile, type Tally } from './tally';

/** Cells that cannot occur, and why; all others must have been hit. */
const impossible = (call: string, kind: string): string | null => {
  if (kind === 'stale' && !staleReads.includes(call)) return 'it is no read that may be late';
  return null;
};

const staleReads = ['GetAlias', 'GetFunction', 'DescribeAlarms'];
const kinds = [
  'throttled',
  'timeoutBefore',
  'timeoutAfter',
  'errorBefore',
  'errorAfter',
  'slow',
  'stale',
  'denied',
  'expired',
];

/** Hits that each cell needs in so many seeds. */
export const neededHits = (seeds: number): number => Math.floor((seeds * 100) / 20_000);

export function cellsBelow({ hits }: Tally, needed: number): string[] {
  return callsIn(hits).flatMap((call) =>
    kinds
      .filter((kind) => impossible(call, kind) === null && (hits[`${call} ${kind}`] ?? 0) < needed)
      .map((kind) => `${call} ${kind}: ${hits[`${call} ${kind}`] ?? 0} hits, ${needed} are wanted`),
  );
}

const callsIn = (hits: Tally['hits']): string[] =>
  [...new Set(Object.keys(hits).map((cell) => cell.split(' ')[0] ?? ''))].sort();

export function faultTable({ hits }: Tally): string[] {
  const calls = callsIn(hits);
  const first = Math.max(4, ...calls.map(({ length }) => length));
  const row = (name: string, cells: readonly string[]) =>
    [name.padEnd(first), ...cells.map((cell, index) => cell.padStart((kinds[index]?.length ?? 0) + 2))].join(
      '',
    );
  const total = Object.values(hits).reduce((sum, times) => sum + times, 0);
  return [
    row('call', kinds),
    ...calls.map((call) =>
      row(
        call,
        kinds.map((kind) => (impossible(call, kind) === null ? String(hits[`${call} ${kind}`] ?? 0) : '-')),
      ),
    ),
    `${total} faults; -: ${impossible('', 'stale')}`,
  ];
}

const figures = (values: readonly number[], unit: string): string =>
  [0.5, 0.9, 0.99]
    .map((share) => `p${share * 100} ${(percentile(values, share) ?? 0).toFixed(1)}`)
    .join(', ')
    .concat(` ${unit} (${values.length} times)`);

export function recoveryLines({ alive, killed }: Tally): string[] {
  return [
    ...Object.keys(alive)
      .sort()
      .map((rate) => `owner alive, ${Number(rate) * 100}% faults: ${figures(alive[rate] ?? [], 'polls')}`),
    ...Object.keys(killed)
      .sort()
      .map((how) => `owner killed, then ${how}: ${figures(killed[how] ?? [], 's')}`),
  ];
}

export const outcomeLine = ({ outcomes }: Tally): string =>
  Object.entries(outcomes)
    .sort(([, one], [, other]) => other - one)
    .map(([outcome, times]) => `${times} ${outcome}`)
    .join(', ');

export const speedLine = ({ plays, simulatedMs }: Tally, tookMs: number): string => {
  const hours = Math.round(simulatedMs / 3_600_000);
  const compression = Math.round(simulatedMs / tookMs);
  const speed = Math.round((plays * 1000) / tookMs);
  return `${plays} played, ${hours} simulated hours, ${compression}:1, ${speed} a second, ${(tookMs / 1000).toFixed(1)} s`;
};
