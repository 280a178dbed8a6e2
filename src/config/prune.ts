import { isPlain, type Plain } from './overlay';
import { type Path, type Place, placesOf, withPlaces } from './places';
import type { ProjectFile } from './schema.gen';

/** A project file without the parts that are wrong: the rules can still look at the rest. */
export type Draft = Partial<ProjectFile>;

/** What is done at places of a value, by key: cut out there, called otherwise, or done further inside. */
type Edits = Map<string, Edits | 'cut' | { readonly rename: string }>;

/** A copy without what stands at these paths, so that all problems of a file are said at once. */
export function prune(value: unknown, paths: readonly Path[]): Plain {
  if (!isPlain(value)) return {};
  const edits: Edits = new Map();
  for (const path of paths) note(edits, path, 'cut');
  return edited(value, edits);
}

/** A copy in which misspelt keys have the names that were meant: they are there, so nothing is missing. */
export function asMeant(value: unknown, misspelt: readonly { path: Path; meant: Path }[]): Plain {
  if (!isPlain(value)) return {};
  const edits: Edits = new Map();
  for (const { path, meant } of misspelt) note(edits, path, { rename: String(meant.at(-1)) });
  return edited(value, edits);
}

function note(edits: Edits, path: Path, what: 'cut' | { readonly rename: string }): void {
  let here = edits;
  for (const [index, part] of path.entries()) {
    const key = String(part);
    const known = here.get(key);
    if (known !== undefined && !(known instanceof Map)) return;
    if (index === path.length - 1) {
      here.set(key, what);
      return;
    }
    const inner = known ?? new Map();
    here.set(key, inner);
    here = inner;
  }
}

function edited(value: Plain, edits: Edits): Plain {
  if (edits.size === 0) return value;
  const copy: { [key: string]: unknown } = {};
  const places = new Map<string, Place>();
  for (const [key, inner] of Object.entries(value)) {
    const edit = edits.get(key);
    const place = placesOf(value)?.get(key);
    const name = edit && edit !== 'cut' && !(edit instanceof Map) ? edit.rename : key;
    // A list with a wrong item goes as a whole: without it, the others would have other places.
    const isCut = edit === 'cut' || (edit instanceof Map && Array.isArray(inner));
    if (isCut || (name !== key && Object.hasOwn(value, name))) continue;
    copy[name] = edit instanceof Map && isPlain(inner) ? edited(inner, edit) : inner;
    if (place) places.set(name, place);
  }
  return withPlaces(copy, places);
}
