import { join } from 'node:path';
import { ShipitError } from '../../core/errors';
import type { FileStat, Files } from '../../core/ports';
import { keyFlaw } from '../folder';
import { isAllowed } from '../names';
import { isPrivateKey } from '../private-key';
import type { Flaw } from '../refuse';
import type { TarEntry } from './tar';

export interface Added {
  readonly folder: string;
  /** Below it. */
  readonly found: readonly FileStat[];
  /** Absolute, in the image. */
  readonly to: string;
  readonly allow: readonly string[];
}

const pieceBytes = 1024 * 1024;
/** So many small files, or bytes of them, are read ahead of whoever takes them. */
const aheadFiles = 32;

/** Folders that bases have as links to others: one of the same name in a layer would replace the link, and all behind it. */
const links = /^(?:bin|sbin|lib|lib32|lib64|libx32|dev|proc|sys)$/;

/** What a layer cannot do, or not as somebody expects. */
export function placeFlaws(found: readonly FileStat[], to: string): Flaw[] {
  const [first = ''] = partsOf(to);
  const place = links.test(first)
    ? [
        {
          what: `\`to: ${to}\` is a folder of the system`,
          hint: 'put the files elsewhere, such as into /var/task',
        },
      ]
    : [];
  const hiding = found.filter(({ path }) => path.split('/').some((part) => part.startsWith('.wh.')));
  const names = hiding.map(({ path }) => ({
    what: `${path} would hide a file of the base, as every name that begins with .wh. does`,
    hint: 'give it another name',
  }));
  return [...place, ...names];
}

/** Folders stand before what is in them; all of it belongs to root and may be read by everybody. */
export function* entriesOf(files: Files, added: Added): Generator<TarEntry> {
  const folders = new Set<string>();
  const base = partsOf(added.to);
  yield* foldersOf(base, folders);
  const ahead = readAhead(files, added);
  for (const stat of added.found) {
    const parts = [...base, ...stat.path.split('/')];
    yield* foldersOf(parts.slice(0, -1), folders);
    const mode = stat.executable ? 0o755 : 0o644;
    yield { path: parts.join('/'), mode, bytes: stat.size, content: () => contentOf(stat, added, ahead) };
  }
}

function* foldersOf(parts: readonly string[], known: Set<string>): Generator<TarEntry> {
  for (let depth = 1; depth <= parts.length; depth += 1) {
    const path = `${parts.slice(0, depth).join('/')}/`;
    if (known.has(path)) continue;
    known.add(path);
    // Everybody may write into these two, and no more than that.
    const mode = path === 'tmp/' || path === 'var/tmp/' ? 0o1777 : 0o755;
    yield { path, mode, bytes: 0, content: null };
  }
}

const partsOf = (path: string): string[] => path.split('/').filter((part) => part !== '');

type Read = (stat: FileStat, from: number, to: number) => Promise<Uint8Array>;

/** As long as it was when it was found; what a file becomes meanwhile is for whoever compares two readings. */
async function* contentOf(stat: FileStat, { allow }: Added, read: Read): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < stat.size || at === 0; at += pieceBytes) {
    const piece = await read(stat, at, Math.min(stat.size, at + pieceBytes));
    if (piece.length !== Math.min(pieceBytes, stat.size - at)) throw changed(stat);
    if (at === 0 && isPrivateKey(stat.path, piece) && !isAllowed(stat.path, allow)) throw secret(stat);
    yield piece;
  }
}

/** The disk answers many questions at once; asked one after the other, small files would take their time. */
function readAhead(files: Files, { folder, found }: Added): Read {
  const under = new Map<string, Promise<Uint8Array>>();
  const indexes = new Map(found.map(({ path }, index) => [path, index]));
  let next = 0;
  const whole = async ({ path, size }: FileStat): Promise<Uint8Array> => {
    const bytes = await files.read(join(folder, path));
    if (bytes.length !== size) throw changed({ path });
    return bytes;
  };
  return (stat, from, to) => {
    if (stat.size > pieceBytes) return files.part(join(folder, stat.path), from, to);
    const last = Math.min(found.length, (indexes.get(stat.path) ?? 0) + aheadFiles);
    for (next = Math.max(next, indexes.get(stat.path) ?? 0); next < last; next += 1) {
      const one = found[next] as FileStat;
      if (one.size > pieceBytes) continue;
      const reading = whole(one);
      reading.catch(() => undefined);
      under.set(one.path, reading);
    }
    const reading = under.get(stat.path) ?? whole(stat);
    under.delete(stat.path);
    return reading;
  };
}

const changed = ({ path }: Pick<FileStat, 'path'>): ShipitError =>
  new ShipitError('badArtifact', `${path} changed while it was read`);

function secret({ path }: FileStat): ShipitError {
  const { what, hint } = keyFlaw(path);
  return new ShipitError('badArtifact', what, { hint });
}
