/** The input of AWS Query by schema: `Tags.member.1.Key=a` is a list of structures, `Metadata.entry.1.key=a` a map. */
import type { NormalizedSchema } from '@smithy/core/schema';
import { unreadable } from './strict';

/** One level of dotted names. */
interface Node {
  text: string | null;
  readonly inside: Map<string, Node>;
}

/** No input of AWS is deeper, nor a list longer. */
const limits = { depth: 24, items: 10_000 } as const;

/** Throws SerializationException for what is not of the schema's types. Names that the schema does not have are ignored. */
export function readForm(schema: NormalizedSchema, form: URLSearchParams): { [member: string]: unknown } {
  const root = node();
  for (const [name, text] of form) grow(root, name.split('.'), text);
  return structure(schema, root);
}

const node = (): Node => ({ text: null, inside: new Map() });

function grow(root: Node, steps: readonly string[], text: string): void {
  if (steps.length > limits.depth) throw unreadable('The request is nested too deeply');
  let at = root;
  for (const step of steps) {
    const next = at.inside.get(step) ?? node();
    at.inside.set(step, next);
    at = next;
  }
  at.text = text;
}

function structure(schema: NormalizedSchema, from: Node): { [member: string]: unknown } {
  const members: [string, unknown][] = [];
  for (const [name, member] of schema.structIterator()) {
    const given = from.inside.get(String(member.getMergedTraits().xmlName ?? name));
    if (given) members.push([name, value(member, given)]);
  }
  return Object.fromEntries(members);
}

function value(schema: NormalizedSchema, from: Node): unknown {
  if (schema.isStructSchema()) return structure(schema, from);
  if (schema.isListSchema()) return list(schema, from);
  if (schema.isMapSchema()) return map(schema, from);
  return scalar(schema, from.text ?? '');
}

function list(schema: NormalizedSchema, from: Node): unknown[] {
  const item = schema.getValueSchema();
  const flat = schema.getMergedTraits().xmlFlattened;
  const items = flat ? from : from.inside.get(String(item.getMemberTraits().xmlName ?? 'member'));
  return numbered(items).map((each) => value(item, each));
}

function map(schema: NormalizedSchema, from: Node): { [key: string]: unknown } {
  const [key, item] = [schema.getKeySchema(), schema.getValueSchema()];
  const entries = schema.getMergedTraits().xmlFlattened ? from : from.inside.get('entry');
  const keyName = String(key.getMemberTraits().xmlName ?? 'key');
  const valueName = String(item.getMemberTraits().xmlName ?? 'value');
  const read = (entry: Node): [string, unknown] => [
    entry.inside.get(keyName)?.text ?? '',
    value(item, entry.inside.get(valueName) ?? node()),
  ];
  return Object.fromEntries(numbered(entries).map(read));
}

/** In the order of their numbers, which need not be without gaps. */
function numbered(from: Node | undefined): Node[] {
  const items = [...(from?.inside ?? [])].filter(([step]) => /^\d{1,9}$/.test(step));
  if (items.length > limits.items) throw unreadable('The request has too many items');
  return items.sort(([a], [b]) => Number(a) - Number(b)).map(([, item]) => item);
}

function scalar(schema: NormalizedSchema, text: string): unknown {
  if (schema.isBooleanSchema()) return text === 'true';
  if (schema.isBlobSchema()) return Buffer.from(text, 'base64');
  if (schema.isTimestampSchema()) return instant(text);
  if (!schema.isNumericSchema()) return text;
  const number = Number(text);
  if (text.trim() === '' || !Number.isFinite(number))
    throw unreadable(`${text} can not be converted to a Number`);
  return number;
}

function instant(text: string): Date {
  const date = new Date(/^\d+(\.\d+)?$/.test(text) ? Number(text) * 1000 : text);
  if (Number.isNaN(date.getTime())) throw unreadable(`${text} can not be converted to a Timestamp`);
  return date;
}
