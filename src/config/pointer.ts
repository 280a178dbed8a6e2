import type { Path } from './read';

/** A JSON pointer as steps. */
export function pathOf(pointer: string): Path {
  const plain = (part: string): string => part.replaceAll('~1', '/').replaceAll('~0', '~');
  return pointer.split('/').slice(1).map(plain);
}

/** Undefined when the path leads nowhere. */
export function valueAt(value: unknown, path: Path): unknown {
  let here = value;
  for (const part of path) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, part)) return undefined;
    here = (here as { [key: string | number]: unknown })[part];
  }
  return here;
}
