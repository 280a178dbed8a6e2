/** Random values for the members of AWS's requests: careful ones that a client could send, or anything near that. */
import type { NormalizedSchema } from '@smithy/core/schema';
import { isDemanded, isSpoiling, knownFor, times } from './known';
import type { Learned } from './learned';
import { anything, type Chance, numbers, pick, plainNumber, words } from './texts';
import { honestZips, hostileCount, hostileZip } from './zips';

export interface Making {
  readonly next: Chance;
  readonly scope: string;
  readonly operation: string;
  /** True for a request that a client could send; else anything goes. */
  readonly careful: boolean;
  readonly learned: Learned;
  /** Of the world. */
  readonly nowMs: number;
}

type Members = { [name: string]: unknown };

/** How often a member that is not required is given. */
const eagerness = { careful: 0.03, known: 0.3, wild: 0.5 } as const;

export function structFor(making: Making, schema: NormalizedSchema, depth = 0): Members {
  const made: Members = {};
  const required = requiredOf(schema);
  for (const [name, member] of schema.structIterator())
    if (isGiven(making, { name, depth, required: required.has(name) }))
      made[name] = valueFor(making, member, { name, depth });
  return made;
}

interface Place {
  readonly name: string;
  readonly depth: number;
}

function isGiven(making: Making, { name, depth, required }: Place & { required: boolean }): boolean {
  const { next, careful, scope, operation } = making;
  if (depth > 6) return required && careful && depth < 10;
  if (!careful) return next() < eagerness.wild / (depth + 1);
  if (isSpoiling(operation, name)) return next() < eagerness.careful;
  return (
    required ||
    isDemanded(operation, name) ||
    next() < (knownFor(scope, operation, name) ? eagerness.known : eagerness.careful)
  );
}

/** A structure's schema ends with how many of its members, the first ones, are required. */
function requiredOf(schema: NormalizedSchema): ReadonlySet<string> {
  const tuple: unknown = schema.getSchema();
  if (!Array.isArray(tuple) || tuple[0] !== 3) return new Set();
  return new Set((tuple[4] as string[]).slice(0, Number(tuple[6] ?? 0)));
}

/** A value that a request could have in place of a member. */
function valueFor(making: Making, schema: NormalizedSchema, place: Place): unknown {
  const { next, careful } = making;
  if (!careful && next() < 0.08) return anything(next, 0);
  const known = knownFor(making.scope, making.operation, place.name);
  if (known && next() < (careful ? 0.97 : 0.7)) {
    const value = pick(next, known);
    if (fits(schema, value)) return value;
    if (schema.isListSchema() && !Array.isArray(value)) return [value];
  }
  const { name, depth } = place;
  if (schema.isStructSchema()) return structFor(making, schema, depth + 1);
  if (schema.isListSchema()) return listFor(making, schema.getValueSchema(), { name, depth: depth + 1 });
  if (schema.isMapSchema()) {
    const key = careful ? 'a' : pick(next, ['1', '2', 'FunctionName', 'a', ...words]);
    return { [key]: valueFor(making, schema.getValueSchema(), { name, depth: depth + 1 }) };
  }
  return scalarFor(making, schema, name);
}

function listFor(making: Making, schema: NormalizedSchema, place: Place): unknown[] {
  const count = place.depth > 6 ? 0 : making.careful ? 1 + Math.floor(making.next() * 2) : making.next() * 4;
  return Array.from({ length: Math.floor(count) }, () => valueFor(making, schema, place));
}

/** Whether a known value is of the kind that this member has, for names mean different things here and there. */
function fits(schema: NormalizedSchema, value: unknown): boolean {
  if (Array.isArray(value)) return schema.isListSchema();
  if (typeof value === 'object') return schema.isMapSchema() || schema.isStructSchema();
  if (typeof value === 'number') return schema.isNumericSchema();
  if (typeof value === 'boolean') return schema.isBooleanSchema();
  return schema.isStringSchema() || schema.isBlobSchema();
}

function scalarFor(
  { next, careful, learned, nowMs }: Making,
  schema: NormalizedSchema,
  name: string,
): unknown {
  if (schema.isBooleanSchema()) return next() < 0.5;
  if (schema.isBlobSchema()) return blobFor(next, careful);
  const seen = learned.of(name);
  if (seen.length > 0 && next() < (careful ? 0.8 : 0.4)) return pick(next, seen);
  if (schema.isTimestampSchema())
    return pick<unknown>(
      next,
      careful ? times(nowMs) : [...times(nowMs), 0, -1, 1e14, '2026-11-21T00:00:00Z'],
    );
  if (schema.isNumericSchema()) {
    if (/(time|date|timestamp)$/i.test(name))
      return pick(next, times(nowMs)) * (name.endsWith('Time') ? 1000 : 1);
    return careful ? plainNumber(next) : pick(next, numbers);
  }
  return careful && next() < 0.8 ? 'a' : pick(next, words);
}

function blobFor(next: Chance, careful: boolean): string {
  const zip = careful ? pick(next, honestZips) : hostileZip(Math.floor(next() * hostileCount));
  return zip.toString('base64');
}
