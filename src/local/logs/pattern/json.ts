/** Patterns for JSON: `{ $.user.id = 1 && ($.error IS NULL || $.tags[*] = "slow*") }`. */
import { Scanner } from '../scanner';
import { readComparison, readExpression, type Test } from './conditions';
import { BadPattern, noUsage, type Usage } from './literals';
import type { LogPattern } from './pattern';

/** One step into JSON: a member, an element, or (null) any of either. */
type Step = string | number | null;

interface Selector {
  readonly text: string;
  readonly steps: readonly Step[];
}

/** Of a selector, and of all selectors of a pattern. */
const mostWildcards = { each: 1, all: 3 } as const;

export function readJson(scanner: Scanner): LogPattern {
  if (!scanner.text.endsWith('}'))
    throw new BadPattern("If a filter pattern starts with '{' it must end with '}'");
  const usage = noUsage();
  const selectors: Selector[] = [];
  scanner.takeText('{');
  const test = readExpression<unknown>(scanner, usage, () => {
    const selector = readSelector(scanner, usage);
    selectors.push(selector);
    return readCondition(scanner, usage, selector);
  });
  scanner.skipSpace();
  if (!scanner.takeText('}') || !scanner.over) throw new BadPattern();
  return {
    kind: 'json',
    hasRegex: usage.regexes > 0,
    match(message) {
      const value = parse(message);
      if (value === null || !test(value)) return null;
      return { named: namedIn(value, selectors), value: (selector) => scalarAt(value, selector) };
    },
  };
}

/** Whether this is a selector of one value, and nothing else. */
export function isSelector(text: string): boolean {
  const scanner = new Scanner(text);
  try {
    return readSelector(scanner, noUsage()).steps.every((step) => step !== null) && scanner.over;
  } catch {
    return false;
  }
}

function readCondition(scanner: Scanner, usage: Usage, { steps }: Selector): Test<unknown> {
  scanner.skipSpace();
  const word = scanner.take(/(IS|NOT)\s+(NULL|TRUE|FALSE|EXISTS?)(?![A-Za-z0-9_])/iy);
  if (!word) {
    const compare = readComparison(scanner, usage);
    return (value) => select(value, steps).some((found) => isScalar(found) && compare(found));
  }
  const [, verb = '', what = ''] = word;
  const exists = /^EXISTS?$/i.test(what);
  if (exists !== (verb.toUpperCase() === 'NOT')) throw new BadPattern();
  if (exists) return (value) => select(value, steps).length === 0;
  const wanted = { NULL: null, TRUE: true, FALSE: false }[what.toUpperCase()];
  return (value) => select(value, steps).some((found) => found === wanted);
}

function readSelector(scanner: Scanner, usage: Usage): Selector {
  scanner.skipSpace();
  const from = scanner.at;
  if (!scanner.takeText('$')) throw new BadPattern();
  const steps: Step[] = [];
  for (let step = readStep(scanner); step !== undefined; step = readStep(scanner)) steps.push(step);
  const wildcards = steps.filter((step) => step === null).length;
  usage.wildcards += wildcards;
  if (steps.length === 0 || wildcards > mostWildcards.each || usage.wildcards > mostWildcards.all)
    throw new BadPattern();
  return { text: scanner.text.slice(from, scanner.at), steps };
}

/** Undefined when no step stands here. */
function readStep(scanner: Scanner): Step | undefined {
  const found = scanner.take(
    /\.?\[\s*(?:(?<index>\d{1,9})|(?<any>\*)|'(?<single>[^']*)'|"(?<double>[^"]*)")\s*\]|\.(?:(?<all>\*)|(?<name>[\p{L}\p{N}_@:-]+))/uy,
  )?.groups;
  if (!found) return undefined;
  if (found.index !== undefined) return Number(found.index);
  if (found.any ?? found.all) return null;
  return found.single ?? found.double ?? found.name;
}

function select(value: unknown, steps: readonly Step[]): unknown[] {
  let found: unknown[] = [value];
  for (const step of steps) found = found.flatMap((one) => take(one, step));
  return found;
}

function take(value: unknown, step: Step): unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  if (step === null) return Object.values(value);
  if (typeof step === 'number') return Array.isArray(value) && step < value.length ? [value[step]] : [];
  return !Array.isArray(value) && Object.hasOwn(value, step)
    ? [(value as { readonly [name: string]: unknown })[step]]
    : [];
}

const isScalar = (value: unknown): value is string | number | boolean =>
  ['string', 'number', 'boolean'].includes(typeof value);

function scalarAt(value: unknown, selector: string): string | number | null {
  const [found] = select(value, readSelector(new Scanner(selector), noUsage()).steps);
  return typeof found === 'string' || typeof found === 'number' ? found : null;
}

function namedIn(value: unknown, selectors: readonly Selector[]): { [selector: string]: string } {
  const named: { [selector: string]: string } = {};
  for (const { text, steps } of selectors) {
    const [found] = select(value, steps);
    if (isScalar(found)) named[text] = String(found);
  }
  return named;
}

/** Null for what is no JSON object or list. */
function parse(message: string): object | null {
  if (!/^\s*[{[]/.test(message)) return null;
  try {
    return JSON.parse(message) as object;
  } catch {
    return null;
  }
}
