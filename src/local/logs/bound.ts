/** How much of the logs is held: each event counts its message in UTF-8 and 26 bytes more, as PutLogEvents counts. */
import type { LogEvent, LogGroup, LogLine, LogStream } from './store';

const overheadBytes = 26;

export const bytesOf = ({ message }: Pick<LogLine, 'message'>): number =>
  Buffer.byteLength(message) + overheadBytes;

export const totalBytes = (events: readonly LogEvent[]): number =>
  events.reduce((sum, event) => sum + bytesOf(event), 0);

/** Finer than this the oldest events are not told apart. */
const slices = 256;

/** Drops the events that came first, at least so many bytes of them. Answers how many bytes went. */
export function dropOldest(groups: Iterable<LogGroup>, leastBytes: number): number {
  const streams = [...groups].flatMap((group) => [...group.streams.values()]);
  const firstKept = firstNumberBeyond(streams, leastBytes);
  let dropped = 0;
  for (const stream of streams) {
    const kept = stream.events.filter((event) => event.number >= firstKept);
    if (kept.length === stream.events.length) continue;
    dropped += totalBytes(stream.events) - totalBytes(kept);
    stream.events = kept;
  }
  return dropped;
}

/** Numbers rise with arrival, so a coarse count of bytes by number tells where to cut without sorting anything. */
function firstNumberBeyond(streams: readonly LogStream[], leastBytes: number): number {
  let [low, high] = [Number.POSITIVE_INFINITY, 0];
  for (const { events } of streams)
    for (const { number } of events) {
      low = Math.min(low, number);
      high = Math.max(high, number);
    }
  const width = Math.max(1, Math.ceil((high - low + 1) / slices));
  const bytes = new Array<number>(slices).fill(0);
  for (const { events } of streams)
    for (const event of events) {
      const slice = Math.floor((event.number - low) / width);
      bytes[slice] = (bytes[slice] ?? 0) + bytesOf(event);
    }
  let seen = 0;
  const last = bytes.findIndex((size) => {
    seen += size;
    return seen >= leastBytes;
  });
  return low + width * ((last < 0 ? slices : last) + 1);
}
