import { standApart } from './alternatives';
import { type Path, type Place, placesOf, type Section, withPlaces } from './places';

export interface Plain {
  readonly [key: string]: unknown;
}

export const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && placesOf(value) !== null;

/** One of several maps that are laid over each other. */
export interface Part {
  readonly value: Plain;
  /** Null where the file alone tells where a value came from. */
  readonly section: Section | null;
}

/**
 * Maps laid over each other, the weakest first: they merge by key at any depth, lists and single values replace, and so
 * does null. What won keeps its place. `path` says where the maps stand in a project file.
 */
export function overlay(parts: readonly Part[], path: Path): Plain {
  const merged: { [key: string]: unknown } = {};
  const places = new Map<string, Place>();
  for (const key of new Set(parts.flatMap(({ value }) => Object.keys(value)))) {
    const own = parts.filter(({ value }) => Object.hasOwn(value, key));
    const top = own.at(-1);
    if (!top) continue;
    const mergeable = sameKind(own, [...path, key]);
    merged[key] = mergeable.length > 1 ? overlay(mergeable, [...path, key]) : top.value[key];
    const place = placesOf(top.value)?.get(key);
    if (place) places.set(key, { ...place, section: place.section ?? top.section });
  }
  return withPlaces(merged, places);
}

/** The strongest map at the last step of the path, with those under it down to the first thing of another kind. */
function sameKind(parts: readonly Part[], path: Path): Part[] {
  const key = String(path.at(-1));
  const found: Part[] = [];
  for (const { value, section } of [...parts].reverse()) {
    const inner = value[key];
    if (!isPlain(inner) || found.some((one) => standApart(one.value, inner, path))) break;
    found.unshift({ value: inner, section });
  }
  return found;
}
