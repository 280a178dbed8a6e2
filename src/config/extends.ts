import { dirname, resolve } from 'node:path';
import type { Files } from '../core/ports';
import { findHidden } from './characters';
import { shownPath } from './find';
import { isPlain, overlay, type Plain } from './overlay';
import { badConfig } from './problem';
import { readSource } from './read';
import { type Source, sourceOf } from './source';
import { refuseTooLarge } from './text';

const maxDepth = 5;

interface Link {
  /** Absolute. */
  readonly path: string;
  readonly source: Source;
  readonly value: Plain;
}

/** A project file laid over everything that it extends; each value knows its own file. Each file is read as strictly. */
export async function readDocument(files: Files, path: string, cwd: string): Promise<Source> {
  const source = readSource(shownPath(path, cwd), await files.read(path));
  // What is no map extends nothing, and is refused by the schema.
  if (!isPlain(source.value)) return source;
  const chain: Link[] = [{ path, source, value: source.value }];
  for (let next = extendedBy(chain); next !== null; next = extendedBy(chain)) {
    chain.push(await readLink(files, { path: next, cwd, by: chain.at(-1)?.source ?? source }));
  }
  const parts = chain.map(({ value }) => ({ value, section: null })).reverse();
  return sourceOf(overlay(parts, []), source.at([]));
}

/** The absolute path that the last file of a chain extends; null when it extends none. */
function extendedBy(chain: readonly Link[]): string | null {
  const last = chain.at(-1);
  const written = last?.value.extends;
  if (!last || written === undefined) return null;
  const refuse = (what: string, hint: string): never => {
    throw badConfig([{ at: last.source.at(['extends']), what: `extends: ${what}`, hint }]);
  };
  if (typeof written !== 'string' || written === '' || findHidden(written))
    return refuse('what stands here is no path', 'name a file, such as `../base.yaml`');
  if (written.includes('${')) return refuse('a reference cannot stand here', 'write the path itself');
  const path = resolve(dirname(last.path), written);
  const seen = chain.findIndex((link) => link.path === path);
  if (seen >= 0) {
    const others = chain.slice(seen).map(({ source }) => source.at([]).file);
    return refuse(`a circle: ${[...others, others[0]].join(' extends ')}`, 'take this line out');
  }
  if (chain.length > maxDepth) return refuse(`more than ${maxDepth} files lie under each other`, 'use fewer');
  return path;
}

async function readLink(
  files: Files,
  { path, cwd, by }: { path: string; cwd: string; by: Source },
): Promise<Link> {
  const stat = await files.stat(path);
  const shown = shownPath(path, cwd);
  if (stat?.kind !== 'file') {
    const what = `extends: ${shown} ${stat === null ? 'is not there' : `is ${kinds[stat.kind]}`}`;
    throw badConfig([{ at: by.at(['extends']), what, hint: 'name a plain file, seen from this one' }]);
  }
  refuseTooLarge(shown, stat.size);
  const source = readSource(shown, await files.read(path));
  if (isPlain(source.value)) return { path, source, value: source.value };
  const hint = 'write the keys of a project file';
  throw badConfig([{ at: source.at([]), what: 'the file is no map of settings', hint }]);
}

// A link could make any file of this machine appear in an error message.
const kinds = { link: 'a symbolic link', folder: 'a folder', other: 'no plain file' };
