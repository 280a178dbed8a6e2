/** Values in the form in which people read them. */
import type { FunctionCounts, VersionCounts } from '../core/events';
import type { Outcome } from '../core/outcome';
import { Duration } from '../core/values';

export const show = {
  /** `02:13:05Z`. */
  clock: (atMs: number): string => `${new Date(atMs).toISOString().slice(11, 19)}Z`,
  /** `2026-11-21 02:13:05Z`. */
  day: (atMs: number): string => `${new Date(atMs).toISOString().slice(0, 19).replace('T', ' ')}Z`,
  /** Releases are known by the last six characters of their id. */
  release: (id: string): string => id.slice(-6),
  /** To the second; `0s` when it is over. */
  time: (ms: number): string => Duration.format(Duration.of(Math.max(0, Math.round(ms / 1000)) * 1000)),
  /** From one moment to another: an event that was kept has lost what is less than a millisecond, and has to say the same. */
  span: (fromMs: number, toMs: number): number => Math.floor(toMs) - Math.floor(fromMs),
  bytes(count: number): string {
    if (count < 1000) return `${count} bytes`;
    return count < 1_000_000 ? `${(count / 1000).toFixed(1)} kB` : `${(count / 1_000_000).toFixed(1)} MB`;
  },
  count: (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`,
  /** `42 failed 2 of 109 requests (1.8%)`; without requests there is no rate. */
  counts({ version, requests, errors }: VersionCounts): string {
    if (requests === 0) return `${version} had no requests`;
    return `${version} failed ${errors} of ${show.count(requests, 'request')} (${rate(errors, requests)})`;
  },
  /** `2 of 109 (1.8%)`; a dash without requests. */
  failed: ({ requests, errors }: Pick<VersionCounts, 'requests' | 'errors'>): string =>
    requests === 0 ? '-' : `${errors} of ${requests} (${rate(errors, requests)})`,
  /** `0.3%`, of a share from 0 to 1. */
  share: (part: number): string => rate(part, 1),
  /** A number that is no count, short. */
  few: (value: number): string => `${Number(value.toFixed(value < 10 ? 1 : 0))}`,
  /** Both versions, the candidate first, because it is on trial. */
  trial: ({ candidate, baseline }: FunctionCounts): string =>
    `${show.counts(candidate)}, ${show.counts(baseline)}`,
};

/** Two digits below one percent: a single error among many requests must not read as none. */
function rate(errors: number, requests: number): string {
  const percent = (100 * errors) / requests;
  const digits = percent > 0 && percent < 1 ? 2 : 1;
  if (percent > 0 && percent < 0.01) return 'under 0.01%';
  return `${Number(percent.toFixed(digits))}%`;
}

export const outcomeWords: Readonly<Record<Outcome, string>> = {
  promoted: 'released',
  rolledBack: 'rolled back',
  aborted: 'aborted and restored',
  lost: 'lost to another writer',
  stuck: 'stuck: could not restore',
  unchanged: 'nothing to release',
  refused: 'refused',
  failed: 'failed',
  waiting: 'waiting for a person',
};
