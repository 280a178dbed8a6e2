/** What is on its way, and what is waited for: told at intervals, however often it comes. */
import type { Event, EventOf } from '../core/events';
import { show } from './show';

export interface Progress {
  /** When each upload was last told, or began, epoch ms of the events. */
  readonly sentMs: ReadonlyMap<string, number>;
  /** Since when waits are counted, and how many were told since. */
  readonly waitsMs: number;
  readonly waits: number;
}

export const noProgress: Progress = { sentMs: new Map(), waitsMs: 0, waits: 0 };

const everyMs = 10_000;
/** Where hundreds of functions wait, these stand for all of them. */
const fewWaits = 12;

type Told = 'artifact.sending' | 'function.waiting';

export const progressLines: {
  readonly [T in Told]: (event: EventOf<T>, memory: { readonly progress: Progress }) => readonly string[];
} = {
  'artifact.sending': (event, { progress }) => {
    const lastMs = progress.sentMs.get(nameOf(event));
    if (lastMs === undefined || event.at - lastMs < everyMs) return [];
    const { key, to, sentBytes, bytes } = event;
    const share = Math.floor((100 * sentBytes) / Math.max(1, bytes));
    return [`${key}: ${show.bytes(sentBytes)} of ${show.bytes(bytes)} (${share}%) sent to ${to}`];
  },
  'function.waiting': (event, { progress }) => {
    if (!isNewWindow(event, progress) && progress.waits >= fewWaits) return [];
    return [`${event.key}: waiting for ${event.what}, for ${show.time(event.waitedMs)} now`];
  },
};

export function progressAfter(progress: Progress, event: Event): Progress {
  if (event.type === 'function.waiting') {
    if (isNewWindow(event, progress)) return { ...progress, waitsMs: event.at, waits: 1 };
    return { ...progress, waits: progress.waits + 1 };
  }
  if (event.type !== 'artifact.sending') return progress;
  const lastMs = progress.sentMs.get(nameOf(event));
  if (lastMs !== undefined && event.at - lastMs < everyMs) return progress;
  return { ...progress, sentMs: new Map(progress.sentMs).set(nameOf(event), event.at) };
}

const nameOf = ({ key, to }: EventOf<'artifact.sending'>): string => `${key} ${to}`;

const isNewWindow = ({ at }: Event, { waitsMs }: Progress): boolean => at - waitsMs >= everyMs;
