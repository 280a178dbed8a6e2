/**
 * Event patterns (docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-patterns.html), refused in AWS's words (recorded):
 * exact values, prefix, suffix, equals-ignore-case, anything-but, exists, numeric and $or; wildcard and cidr are not known.
 */
import { refusal } from './errors';
import { numericTest } from './numeric';

type Json = Readonly<{ [name: string]: unknown }>;
/** Whether a part of an event matches; undefined where the event does not have it. */
type Match = (part: unknown) => boolean;
/** The same for the values of one field: none when it is not there. */
export type Test = (values: readonly unknown[]) => boolean;

export function parsePattern(text: string): (event: object) => boolean {
  let pattern: unknown = null;
  try {
    pattern = JSON.parse(text);
  } catch {}
  if (!isObject(pattern)) throw refusal.pattern('Filter is not an object');
  return objectMatch(pattern);
}

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Of a list in the event any item may match, but one item for all fields of a pattern. */
function objectMatch(pattern: Json): Match {
  if (Object.keys(pattern).length === 0) throw refusal.pattern('Empty objects are not allowed');
  const fields = Object.entries(pattern).map(([name, wanted]) => fieldMatch(name, wanted));
  const match: Match = (part) =>
    Array.isArray(part) ? part.some(match) : fields.every((field) => field(isObject(part) ? part : {}));
  return match;
}

function fieldMatch(name: string, wanted: unknown): (part: Json) => boolean {
  if (name === '$or' && Array.isArray(wanted) && wanted.length > 1 && wanted.every(isObject)) {
    const ways = wanted.map(objectMatch);
    return (part) => ways.some((way) => way(part));
  }
  if (isObject(wanted)) {
    const inside = objectMatch(wanted);
    return (part) => inside(part[name]);
  }
  if (!Array.isArray(wanted)) throw refusal.pattern(`"${name}" must be an object or an array`);
  if (wanted.length === 0) throw refusal.pattern('Empty arrays are not allowed');
  const tests = wanted.map(testOf);
  return (part) => tests.some((test) => test(valuesOf(part[name])));
}

/** What stands at a field: one value, or the items of a list. An object is no value. */
function valuesOf(part: unknown): unknown[] {
  if (Array.isArray(part)) return part.flatMap(valuesOf);
  return part === undefined || isObject(part) ? [] : [part];
}

function testOf(wanted: unknown): Test {
  if (Array.isArray(wanted))
    throw refusal.pattern('Match value must be String, number, true, false, or null');
  if (!isObject(wanted)) return (values) => values.includes(wanted);
  const [entry, ...others] = Object.entries(wanted);
  if (!entry || others.length > 0) throw refusal.pattern('Only one key allowed in match expression');
  const [name, given] = entry;
  const make = Object.hasOwn(expressions, name) ? expressions[name] : undefined;
  if (!make) throw refusal.pattern(`Unrecognized match type ${name}`);
  return make(given);
}

const expressions: { readonly [name: string]: (given: unknown) => Test } = {
  prefix: (given) => some(textTest('prefix', given)),
  suffix: (given) => some(textTest('suffix', given)),
  'equals-ignore-case': (given) => some(textTest('equals-ignore-case', given)),
  numeric: (given) => some(numericTest(given)),
  exists(given) {
    if (typeof given !== 'boolean')
      throw refusal.pattern('exists match pattern must be either true or false.');
    return (values) => values.length > 0 === given;
  },
  'anything-but': anythingBut,
};

type One = (value: unknown) => boolean;

const some =
  (one: One): Test =>
  (values) =>
    values.some(one);

const textTests: { readonly [name: string]: (value: string, wanted: string) => boolean } = {
  prefix: (value, wanted) => value.startsWith(wanted),
  suffix: (value, wanted) => value.endsWith(wanted),
  'equals-ignore-case': (value, wanted) => value.toLowerCase() === wanted.toLowerCase(),
};

function textTest(name: string, given: unknown): One {
  const test = textTests[name] ?? (() => false);
  const loose = isObject(given) && name !== 'equals-ignore-case' ? given['equals-ignore-case'] : undefined;
  if (typeof loose === 'string')
    return (value) => typeof value === 'string' && test(value.toLowerCase(), loose.toLowerCase());
  if (typeof given !== 'string') throw refusal.pattern(`${name} match pattern must be a string`);
  return (value) => typeof value === 'string' && test(value, given);
}

/** A value, a list of values, or an expression on texts with one of them or a list. A field that is not there is not anything. */
function anythingBut(given: unknown): Test {
  const one = isObject(given) ? butExpression(given) : butValues(Array.isArray(given) ? given : [given]);
  return (values) => values.some((value) => !one(value));
}

function butValues(values: readonly unknown[]): One {
  if (values.length === 0) throw refusal.pattern('Empty arrays are not allowed');
  const kinds = new Set(values.map((value) => typeof value));
  if (![...kinds].every((kind) => kind === 'string' || kind === 'number'))
    throw refusal.pattern('Inside anything but list, start|null|boolean is not supported.');
  if (kinds.size > 1)
    throw refusal.pattern(
      'Inside anything but list, either all values are number or string, mixed type is not supported',
    );
  return (value) => values.includes(value);
}

function butExpression(given: Json): One {
  const [name = '', wanted] = Object.entries(given)[0] ?? [];
  if (!Object.hasOwn(textTests, name)) throw refusal.pattern(`Unsupported anything-but pattern: ${name}`);
  const tests = (Array.isArray(wanted) ? wanted : [wanted]).map((each) => {
    if (isObject(each))
      throw refusal.pattern('Value of anything-but must be an array or single string/number value.');
    if (typeof each !== 'string')
      throw refusal.pattern(
        name === 'equals-ignore-case'
          ? 'Inside anything-but/equals-ignore-case list, number|start|null|boolean is not supported.'
          : 'prefix/suffix match pattern must be a string',
      );
    return textTest(name, each);
  });
  return (value) => tests.some((test) => test(value));
}
