/** What an image says in its own paths, in those of this machine: for programs that run outside of its root. */
import { stat } from 'node:fs/promises';
import { placeOf } from './inside';

type Variables = Readonly<{ [name: string]: string }>;

/** Lists of folders that interpreters read modules from. */
const moduleLists = ['NODE_PATH', 'PYTHONPATH'];

/** Of programs and libraries of the image, which cannot be run outside of it; what the function itself says stays. */
const ofImageAlone = ['PATH', 'LD_LIBRARY_PATH'];

/** `own` are the function's. */
export function machineVariables(root: string, all: Variables, own: Variables | null): Variables {
  const entries = Object.entries(all).flatMap(([name, value]) => {
    if (own?.[name] !== undefined) return [[name, value] as const];
    if (ofImageAlone.includes(name)) return [];
    return [[name, moduleLists.includes(name) ? folders(root, value) : value] as const];
  });
  return Object.fromEntries(entries);
}

const folders = (root: string, list: string): string =>
  list
    .split(':')
    .map((each) => (each.startsWith('/') ? placeOf(root, each) : each))
    .join(':');

/** Arguments that name a file of the image name it where it lies. */
export const machineWords = (root: string, words: readonly string[]): Promise<string[]> =>
  Promise.all(
    words.map(async (word) => {
      const place = placeOf(root, word);
      const there = word.startsWith('/') && (await stat(place).catch(() => null)) !== null;
      return there ? place : word;
    }),
  );
