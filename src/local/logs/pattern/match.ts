/** Patterns against many messages at once, within a bound of time: `%…%` may have an expression that never comes to an end. */
import { bounded, TooSlow } from '../../bounded';
import { refusal } from '../errors';
import type { LogPattern, Matched } from './pattern';

type Match = Matched | null;

/** Of a request, which then is refused; and of what comes in while nobody waits for it. */
const mostMs = { asked: 1000, arriving: 250 } as const;

/** In the order of the messages. Throws InvalidParameterException. */
export function matchAll(pattern: LogPattern, messages: readonly string[]): readonly Match[] {
  try {
    return within(mostMs.asked, pattern, messages);
  } catch (error) {
    if (!(error instanceof TooSlow)) throw error;
    throw refusal.invalid('The filter pattern has a regular expression that takes too long to match.');
  }
}

/** A pattern that was too slow once finds nothing any more: it would hold up everything else with each event. */
export function createFollowing(pattern: LogPattern): (messages: readonly string[]) => readonly Match[] {
  let given = true;
  return (messages) => {
    if (!given) return messages.map(() => null);
    try {
      return within(mostMs.arriving, pattern, messages);
    } catch (error) {
      if (!(error instanceof TooSlow)) throw error;
      given = false;
      return messages.map(() => null);
    }
  };
}

function within(ms: number, pattern: LogPattern, messages: readonly string[]): readonly Match[] {
  const work = (): Match[] => messages.map((message) => pattern.match(message));
  return pattern.hasRegex ? bounded(ms, work) : work();
}
