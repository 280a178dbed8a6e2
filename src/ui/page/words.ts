/** Numbers as the page writes them. */
import type { VersionCounts } from '../../core/events';
import { show } from '../show';

/** Two digits below one percent: a single error among many requests must not read as none. */
function percent(value: number): string {
  const digits = value > 0 && value < 1 ? 2 : 1;
  return value > 0 && value < 0.01 ? 'under 0.01%' : `${Number(value.toFixed(digits))}%`;
}

const ms = (value: number): string =>
  value >= 10_000
    ? `${Number((value / 1000).toFixed(1))} s`
    : `${Number(value.toFixed(value < 10 ? 1 : 0))} ms`;

/** In percent; null without requests. */
const rateOf = ({ requests, errors }: VersionCounts): number | null =>
  requests === 0 ? null : (100 * errors) / requests;

export const words = {
  rateOf,
  percent,
  ms,
  rate: (value: number | null): string => (value === null ? 'no requests' : percent(value)),
  msOr: (value: number | undefined): string => (value === undefined ? '-' : ms(value)),
  /** `2 of 109`. */
  fraction: ({ errors, requests }: VersionCounts): string => `${errors} of ${requests}`,
  /** `0.4% to 6%`; empty where nobody said. */
  interval: ({ rate }: VersionCounts): string =>
    rate ? `${percent(100 * rate.low)} to ${percent(100 * rate.high)}` : '',
  trial(counts: VersionCounts): string {
    const interval = this.interval(counts);
    return `Version ${show.counts(counts)}${interval === '' ? '' : `, the true rate lies between ${interval.replace(' to ', ' and ')}`}`;
  },
};
