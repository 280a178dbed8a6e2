/**
 * A live tail: what comes in is gathered and told once a world second, in a fast world less often, because nobody reads more
 * than a few updates a real second. It lasts three hours.
 */
import type { StartLiveTailResponseStream } from '@aws-sdk/client-cloudwatch-logs';
import type { World, WorldClock } from '../world';
import { logsError } from './errors';
import { createFollowing } from './pattern/match';
import type { LogPattern } from './pattern/pattern';
import type { Arrival, LogEvent } from './store';

export interface LiveTailOf {
  readonly start: NonNullable<StartLiveTailResponseStream.SessionStartMember['sessionStart']>;
  readonly groups: ReadonlySet<string>;
  /** What a stream must be called; always true when streams were not named. */
  readonly streams: (name: string) => boolean;
  readonly pattern: LogPattern;
}

type Told = StartLiveTailResponseStream;
type Session = AsyncIterableIterator<Told>;
type Update = StartLiveTailResponseStream.SessionUpdateMember;

const everyMs = 1000;
const leastRealMs = 200;
const longestMs = 3 * 3_600_000;
/** More than this in one update is left out, and the update says so. */
const mostEvents = 500;

export function openLiveTail(world: Pick<World, 'logs' | 'clock' | 'account'>, of: LiveTailOf): Session {
  const { clock, logs, account } = world;
  const untilMs = clock.nowMs() + longestMs;
  let gathered: ReturnType<typeof resultOf>[] = [];
  const match = createFollowing(of.pattern);
  const gather = (arrival: Arrival): void => {
    if (!of.groups.has(arrival.group.name) || !of.streams(arrival.stream.name)) return;
    const matches = match(arrival.events.map(({ message }) => message));
    for (const event of arrival.events.filter((_, index) => matches[index]))
      if (gathered.length <= mostEvents) gathered.push(resultOf(account, arrival, event));
  };
  const follow = (): (() => void) => logs.follow(gather);
  const flush = (): Update => {
    const sessionUpdate = {
      sessionMetadata: { sampled: gathered.length > mostEvents },
      sessionResults: gathered.slice(0, mostEvents),
    };
    gathered = [];
    return { sessionUpdate };
  };
  return createSession({ clock, untilMs, first: { sessionStart: of.start }, flush, follow });
}

interface SessionOf {
  readonly clock: WorldClock;
  readonly untilMs: number;
  readonly first: Told;
  readonly flush: () => Told;
  /** The answer ends it. */
  readonly follow: () => () => void;
}

/**
 * Not a generator: one that waits for its timer could not be ended before the timer is over. It follows from its first
 * event on, because an answer that nobody reads is never ended either.
 */
function createSession({ clock, untilMs, first, flush, follow }: SessionOf): Session {
  let unfollow: (() => void) | null = null;
  let end: (() => void) | null = null;
  let over = false;
  const close = (): void => {
    over = true;
    unfollow?.();
    end?.();
  };
  const wait = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      const cancel = clock.after(ms, resolve);
      end = () => {
        cancel();
        resolve();
      };
    });
  const done: IteratorResult<Told> = { done: true, value: undefined };
  return {
    async next() {
      if (over) return done;
      if (!unfollow) {
        unfollow = follow();
        return { done: false, value: first };
      }
      await wait(Math.max(everyMs, leastRealMs * clock.speed));
      if (over) return done;
      if (clock.nowMs() < untilMs) return { done: false, value: flush() };
      close();
      throw logsError('SessionTimeoutException', 'The session is over: a session lasts three hours.');
    },
    async return() {
      close();
      return done;
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

const resultOf = (account: string, { group, stream }: Arrival, event: LogEvent) => ({
  logStreamName: stream.name,
  logGroupIdentifier: `${account}:${group.name}`,
  message: event.message,
  timestamp: event.atMs,
  ingestionTime: event.ingestedMs,
});
