import { type Path, type Place, placesOf, type Section } from './places';
import type { Position } from './problem';
import { spoken } from './spoken';

/** The value of a file, and where each part of it stands. */
export interface Source {
  readonly value: unknown;
  has(path: Path): boolean;
  /** Where the value stands; for a path that is not there, the nearest thing around it. */
  at(path: Path): Position;
  /** The same for the key of the last step. */
  keyAt(path: Path): Position;
  /** How a plain number or word is written in the file: `010`. Null for anything else. */
  written(path: Path): string | null;
}

/** A value that carries its places; `top` is where it stands itself. */
export function sourceOf(value: unknown, top: Position): Source {
  const position = (path: Path, part: 'key' | 'value'): Position => {
    const found = along(value, path);
    const last = found.at(-1);
    if (!last) return top;
    return last.text.position(found.length === path.length ? last[part] : last.key);
  };
  const has = (path: Path): boolean => along(value, path).length === path.length;
  return {
    value,
    has,
    at: (path) => position(path, 'value'),
    keyAt: (path) => position(path, 'key'),
    written: (path) => (has(path) ? (along(value, path).at(-1)?.written ?? null) : null),
  };
}

/** The part of the files that what stands at a path came from; null where nothing was laid over anything. */
export function sectionAt(value: unknown, path: Path): Section | null {
  const sections = along(value, path).flatMap(({ section }) => section ?? []);
  return sections.at(-1) ?? null;
}

/** How people find in the files what stands at a path of the result: `stages.prod.defaults.timeout`. */
export function nameAt(value: unknown, path: Path): string {
  const section = sectionAt(value, path);
  return spoken(value, path, section ? [...section.path, ...path.slice(section.steps)] : path);
}

/** The places along a path, as far as it goes. */
function along(value: unknown, path: Path): Place[] {
  const found: Place[] = [];
  let here = value;
  for (const part of path) {
    const place = typeof here === 'object' && here !== null ? placesOf(here)?.get(String(part)) : undefined;
    if (!place) break;
    found.push(place);
    here = (here as { [key: string | number]: unknown })[part];
  }
  return found;
}
