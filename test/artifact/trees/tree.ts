/** Trees of files as nobody would write them by hand. The same seed gives the same trees. */
import { chmodSync, mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from '../../property';

export interface TreeFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly executable: boolean;
}

export type Tree = readonly TreeFile[];

const name = fc.stringMatching(/^[a-z0-9_ äßñжλ中😀.+@=,()~]{1,12}$/u);
/** A folder is never called as a file is, and no name is hidden or ends oddly. */
const path = fc
  .tuple(fc.array(name, { maxLength: 3 }), name)
  .map(([folders, file]) => [...folders.map((one) => `d${one}x`), `f${file}x`].join('/'));

const bytes = fc.oneof(
  { weight: 12, arbitrary: fc.uint8Array({ maxLength: 2000 }) },
  { weight: 6, arbitrary: fc.lorem({ maxCount: 200 }).map((text) => Buffer.from(text)) },
  {
    weight: 1,
    arbitrary: fc.nat(300_000).map((extra) => Buffer.alloc(1_000_000 + extra, 'pieces of one file ')),
  },
);

const tree: fc.Arbitrary<Tree> = fc.uniqueArray(fc.record({ path, bytes, executable: fc.boolean() }), {
  selector: (file) => file.path.normalize('NFC').toLowerCase(),
  minLength: 1,
  maxLength: 12,
});

export const treesOf = (count: number, seed: number): Tree[] => fc.sample(tree, { numRuns: count, seed });

/** Times differ with the order: neither may matter. */
export function writeTree(folder: string, files: Tree, order: 'forward' | 'backward'): void {
  const ordered = order === 'forward' ? files : [...files].reverse();
  for (const [index, file] of ordered.entries()) {
    const to = join(folder, file.path);
    mkdirSync(dirname(to), { recursive: true });
    writeFileSync(to, file.bytes);
    chmodSync(to, file.executable ? 0o775 : 0o600);
    utimesSync(to, 1e9 + index * 1e6, 1e9 + index * 1e6);
  }
}
