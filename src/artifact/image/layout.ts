/**
 * What a builder hands over: the layout of OCI, as a folder or as an archive. Nothing of it is unpacked or trusted: files
 * are found by their names and read in parts, and whoever reads a blob checks its digest.
 */
import { join } from 'node:path';
import type { Files } from '../../core/ports';

/** Files of it by their names, such as `index.json`. */
export interface Layout {
  /** Its size; null where there is none, and for anything but a plain file. */
  size(name: string): Promise<number | null>;
  part(name: string, from: number, to: number): Promise<Uint8Array>;
}

type Reads = Pick<Files, 'stat' | 'part'>;

export function folderLayout(files: Reads, folder: string): Layout {
  return {
    async size(name) {
      const parts = name.split('/');
      for (let depth = 0; depth < parts.length; depth += 1) {
        const above = await files.stat(join(folder, ...parts.slice(0, depth)));
        if (above?.kind !== 'folder') return null;
      }
      const stat = await files.stat(join(folder, name));
      return stat?.kind === 'file' ? stat.size : null;
    },
    part: (name, from, to) => files.part(join(folder, name), from, to),
  };
}

const blockBytes = 512;
/** Images have some dozen blobs. */
const maxEntries = 100_000;
const maxNamesBytes = 1024 * 1024;

interface Place {
  readonly at: number;
  readonly bytes: number;
}

/** Null for what is no archive, or names a file twice. */
export async function archiveLayout(files: Reads, path: string): Promise<Layout | null> {
  const places = await placesIn(files, path);
  if (places === null) return null;
  const placeAt = (name: string): Place | null => places.get(name) ?? null;
  return {
    size: async (name) => placeAt(name)?.bytes ?? null,
    part: async (name, from, to) => {
      const place = placeAt(name);
      if (place === null) return new Uint8Array();
      return files.part(path, place.at + from, place.at + Math.min(to, place.bytes));
    },
  };
}

async function placesIn(files: Reads, path: string): Promise<Map<string, Place> | null> {
  const stat = await files.stat(path);
  if (stat?.kind !== 'file') return null;
  const places = new Map<string, Place>();
  let at = 0;
  let longName: string | null = null;
  for (let count = 0; count < maxEntries && at + blockBytes <= stat.size; count += 1) {
    const head = headOf(await files.part(path, at, at + blockBytes));
    if (head === 'end') return places;
    if (head === null || at + blockBytes + head.bytes > stat.size) return null;
    const place: Place = { at: at + blockBytes, bytes: head.bytes };
    const name: string = (longName ?? head.name).replace(/^\.\//, '');
    longName = await longNameOf(files, path, { head, place });
    if (head.type === '0' && places.has(name)) return null;
    if (head.type === '0') places.set(name, place);
    at += blockBytes + Math.ceil(head.bytes / blockBytes) * blockBytes;
  }
  return at >= stat.size ? places : null;
}

interface Head {
  readonly name: string;
  readonly bytes: number;
  readonly type: string;
}

function headOf(block: Uint8Array): Head | 'end' | null {
  if (block.length < blockBytes) return null;
  if (block.every((byte) => byte === 0)) return 'end';
  const text = Buffer.from(block).toString('latin1');
  const field = (from: number, length: number): string =>
    text.slice(from, from + length).replace(/\0.*$/s, '');
  const sum = block.reduce((total, byte, index) => total + (index >= 148 && index < 156 ? 32 : byte), 0);
  if (Number.parseInt(field(148, 8), 8) !== sum) return null;
  const bytes = sizeOf(block.subarray(124, 136));
  if (bytes === null) return null;
  const prefix = field(257, 6) === 'ustar' ? field(345, 155) : '';
  const type = field(156, 1) || '0';
  return { name: prefix === '' ? field(0, 100) : `${prefix}/${field(0, 100)}`, bytes, type };
}

/** Octal digits, or beyond 8 GB a number as it is. */
function sizeOf(field: Uint8Array): number | null {
  const isBinary = ((field[0] ?? 0) & 0x80) !== 0;
  const text = Buffer.from(field).toString('latin1').replace(/[\0 ]/g, '');
  const size = isBinary ? Number(Buffer.from(field).readBigUInt64BE(4)) : Number.parseInt(text || '0', 8);
  return Number.isSafeInteger(size) && size >= 0 ? size : null;
}

/** Names of more than 100 bytes stand in an entry of their own, before that of the file. */
async function longNameOf(
  files: Reads,
  path: string,
  { head, place }: { readonly head: Head; readonly place: Place },
): Promise<string | null> {
  if (!['L', 'x'].includes(head.type) || place.bytes > maxNamesBytes) return null;
  const text = Buffer.from(await files.part(path, place.at, place.at + place.bytes)).toString('utf8');
  if (head.type === 'L') return text.replace(/\0.*$/s, '');
  return /(?:^|\n)\d+ path=([^\n]*)\n/.exec(text)?.[1] ?? null;
}
