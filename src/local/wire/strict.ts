/** Refuses JSON whose types are not the schema's, in the way of AWS's front door, before an action sees it. */
import type { NormalizedSchema } from '@smithy/core/schema';
import { AwsError } from '../errors';

/** Members that are null count as absent, items of lists and maps cannot be. What the schema does not have is ignored, as at AWS. */
export function insistOnTypes(schema: NormalizedSchema, value: unknown): void {
  if (value === null || value === undefined || schema.isDocumentSchema()) return;
  if (schema.isStructSchema()) insistOnMembers(schema, asObject(value));
  else if (schema.isMapSchema()) insistOnItems(schema, Object.values(asObject(value)));
  else if (schema.isListSchema()) insistOnItems(schema, asList(value));
  else insistOnScalar(schema, value);
}

/** A body that is not what the protocol says: told by the front door, which has no words for people. */
export const unreadable = (message: string): AwsError => new AwsError('SerializationException', 400, message);

function insistOnMembers(schema: NormalizedSchema, value: object): void {
  const members = value as { [name: string]: unknown };
  for (const [name, member] of schema.structIterator()) insistOnTypes(member, members[name]);
}

function insistOnItems(schema: NormalizedSchema, items: readonly unknown[]): void {
  if (items.includes(null)) throw unreadable('Unexpected null found in a list or map');
  for (const item of items) insistOnTypes(schema.getValueSchema(), item);
}

function asObject(value: unknown): object {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  throw unreadable(
    Array.isArray(value)
      ? 'Start of list found where not expected'
      : 'Unexpected value found where a structure or map was expected',
  );
}

function asList(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  throw unreadable('Unexpected field type: expected a list');
}

function insistOnScalar(schema: NormalizedSchema, value: unknown): void {
  const found = jsonType(value);
  if (typeof value === 'object') throw unreadable('Start of structure or map found where not expected.');
  if (value === Number.POSITIVE_INFINITY || value === Number.NEGATIVE_INFINITY)
    throw unreadable('Numeric value is out of range');
  const wanted = wantedType(schema);
  if (wanted.accepts.includes(found)) return;
  throw unreadable(`${found} can not be converted to ${wanted.name}`);
}

/** In the words of AWS's parser: NUMBER_VALUE, STRING_VALUE, TRUE_VALUE. */
const jsonType = (value: unknown): string =>
  `${typeof value === 'boolean' ? value : typeof value}_VALUE`.toUpperCase();

function wantedType(schema: NormalizedSchema): { name: string; accepts: readonly string[] } {
  if (schema.isTimestampSchema()) return { name: 'a Timestamp', accepts: ['NUMBER_VALUE', 'STRING_VALUE'] };
  if (schema.isNumericSchema()) return { name: 'a Number', accepts: ['NUMBER_VALUE'] };
  if (schema.isBooleanSchema()) return { name: 'a Boolean', accepts: ['TRUE_VALUE', 'FALSE_VALUE'] };
  return { name: 'a String', accepts: ['STRING_VALUE'] };
}
