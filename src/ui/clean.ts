/**
 * Events are cleaned before a view lays them out: a secret that was first broken over two lines would no longer be
 * found, and a control character takes more columns once it is shown.
 */
import type { Event } from '../core/events';
import type { Mask } from './mask';
import { longestLine } from './sink';
import { cutLine, showControls, splitLines } from './text';

/** Newlines stay: problems may have several lines. What is laid out for a screen must not be endless. */
export function cleanText(text: string, mask: Mask): string {
  return splitLines(mask.apply(text))
    .map((line) => showControls(cutLine(line, longestLine)))
    .join('\n');
}

export function cleanEvent(event: Event, mask: Mask): Event {
  return { ...cleanValue(event, mask), type: event.type } as Event;
}

/** Every string in it; what is no plain data comes as it would stand in JSON. */
export function cleanValue<T>(value: T, mask: Mask): T {
  return cleanPart(value, mask) as T;
}

function cleanPart(value: unknown, mask: Mask): unknown {
  if (typeof value === 'string') return cleanText(value, mask);
  if (Array.isArray(value)) return value.map((item) => cleanPart(item, mask));
  if (typeof value !== 'object' || value === null) return value;
  if ('toJSON' in value && typeof value.toJSON === 'function') return cleanPart(value.toJSON(), mask);
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, cleanPart(part, mask)]));
}
