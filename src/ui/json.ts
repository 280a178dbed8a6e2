/** One event a line on stdout and nothing else there: what scripts and CI read. */
import type { Event } from '../core/events';
import type { Report } from '../core/ports';
import type { Sink } from './sink';

/** The form that schemas/event.schema.json describes: `v` first, `at` as ISO 8601; other times stay epoch ms. */
export function toJson(event: Event): { v: 1; type: string; at: string } {
  const { v, type, at, ...rest } = event;
  return { v, type, at: new Date(at).toISOString(), ...rest };
}

export function createJsonReport(out: Sink): Report {
  return { tell: (event) => out.json(toJson(event)) };
}
