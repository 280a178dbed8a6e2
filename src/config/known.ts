import { isPlain } from './overlay';
import { placesOf, withPlaces } from './places';
import { type Part, parseReferences } from './references/parse';

/** What a file says of itself; null where it does not, or where it refers to something else for it. */
export interface PlainFacts {
  readonly stage: string | null;
  readonly project: string | null;
  readonly account: string | null;
  readonly region: string | null;
}

/**
 * The value with texts that refer to plain facts alone written out. What refers to anything else is not known yet and
 * left out; a list with such an item is left out as a whole. Undefined when nothing is known.
 */
export function known(value: unknown, facts: PlainFacts): unknown {
  if (typeof value === 'string') return value.includes('${') ? (plainText(value, facts) ?? undefined) : value;
  if (Array.isArray(value)) return knownList(value, facts);
  if (!isPlain(value)) return value;
  let changed = false;
  const copy: { [key: string]: unknown } = {};
  for (const [key, inner] of Object.entries(value)) {
    const part = known(inner, facts);
    changed ||= part !== inner;
    if (part !== undefined) copy[key] = part;
  }
  return changed ? withPlaces(copy, placesOf(value) ?? new Map()) : value;
}

function knownList(list: readonly unknown[], facts: PlainFacts): unknown {
  const items = list.map((item) => known(item, facts));
  if (items.every((item, index) => item === list[index])) return list;
  return items.includes(undefined) ? undefined : withPlaces(items, placesOf(list) ?? new Map());
}

function plainText(text: string, facts: PlainFacts): string | null {
  const { parts, flaws } = parseReferences(text);
  const texts = parts.map((part) => partText(part, facts));
  return flaws.length > 0 || texts.includes(null) ? null : texts.join('');
}

function partText(part: Part, facts: PlainFacts): string | null {
  if (typeof part === 'string') return part;
  const { kind } = part;
  return kind === 'stage' || kind === 'project' || kind === 'account' || kind === 'region'
    ? facts[kind]
    : null;
}
