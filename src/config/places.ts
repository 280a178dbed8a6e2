import type { Text } from './text';

export type Path = readonly (string | number)[];

/** Where one entry of a map or list stands. Indices into the text. */
export interface Place {
  readonly text: Text;
  readonly key: number;
  readonly value: number;
  /** How a plain number or word is written: `010`. Null for anything else. */
  readonly written: string | null;
  /** Which part of the files it came from, where parts were laid over each other; null elsewhere. */
  readonly section: Section | null;
}

/** One part of the files that is laid over others. */
export interface Section {
  /** `defaults`, `stage prod`; empty for what is said at the function itself. */
  readonly title: string;
  /** Where it stands in the files. */
  readonly path: Path;
  /** How many steps of a path into the result that replaces. */
  readonly steps: number;
}

/** By key or index. */
export type Places = ReadonlyMap<string, Place>;

/** Maps and lists carry their places with them, so that what is merged, pruned or resolved keeps them. */
const known = new WeakMap<object, Places>();

/** Null for what is no map or list of a file: a secret, for one. */
export const placesOf = (container: object): Places | null => known.get(container) ?? null;

export function withPlaces<T extends object>(container: T, places: Places): T {
  known.set(container, places);
  return container;
}
