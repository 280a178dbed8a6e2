/**
 * The archive of a layer (POSIX.1-2001, pax). Written here, since its bytes are the identity of a layer: another version
 * of a library must not make another image of the same files.
 */

/** A file or, without content, a folder of an archive. */
export interface TarEntry {
  /** With `/`, relative; that of a folder ends with one. */
  readonly path: string;
  readonly mode: number;
  readonly bytes: number;
  /** In pieces; null for a folder. */
  readonly content: (() => AsyncIterable<Uint8Array>) | null;
}

const blockBytes = 512;
const end = Buffer.alloc(2 * blockBytes);
/** What twelve octal digits can say of a size. */
const maxPlainBytes = 8 ** 11 - 1;

/** The same entries give the same bytes: time and owner are nobody's, and a second header stands only where one is not enough. */
export async function* tarOf(entries: Iterable<TarEntry>): AsyncGenerator<Uint8Array> {
  for (const entry of entries) {
    yield headOf(entry);
    let left = entry.bytes;
    for await (const chunk of entry.content?.() ?? []) {
      left -= chunk.length;
      yield chunk;
    }
    if (left !== 0) throw new RangeError(`${entry.path} has another length than was said`);
    yield paddingOf(entry.bytes);
  }
  yield end;
}

const paddingOf = (bytes: number): Buffer => Buffer.alloc((blockBytes - (bytes % blockBytes)) % blockBytes);

function headOf({ path, mode, bytes, content }: TarEntry): Buffer {
  const split = splitName(path);
  const type = content === null ? '5' : '0';
  if (split !== null && bytes <= maxPlainBytes) return header({ ...split, mode, bytes, type });
  const records = Buffer.from(
    record('path', path) + (bytes > maxPlainBytes ? record('size', String(bytes)) : ''),
  );
  const extended = { name: 'PaxHeader', prefix: '', mode: 0o644, bytes: records.length, type: 'x' };
  const plain = { name: 'Pax', prefix: '', mode, bytes: Math.min(bytes, maxPlainBytes), type };
  return Buffer.concat([header(extended), records, paddingOf(records.length), header(plain)]);
}

interface Header {
  readonly name: string;
  readonly prefix: string;
  readonly mode: number;
  readonly bytes: number;
  readonly type: string;
}

function header({ name, prefix, mode, bytes, type }: Header): Buffer {
  const block = Buffer.alloc(blockBytes);
  const octal = (value: number, at: number, digits: number): void => {
    block.write(`${value.toString(8).padStart(digits, '0')}\0`, at, 'latin1');
  };
  block.write(name, 0, 'latin1');
  octal(mode, 100, 7);
  // User and group 0, and the beginning of time.
  octal(0, 108, 7);
  octal(0, 116, 7);
  octal(bytes, 124, 11);
  octal(0, 136, 11);
  block.write(`${' '.repeat(8)}${type}`, 148, 'latin1');
  block.write('ustar\x0000', 257, 'latin1');
  octal(0, 329, 7);
  octal(0, 337, 7);
  block.write(prefix, 345, 'latin1');
  const sum = block.reduce((total, byte) => total + byte, 0);
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  return block;
}

/** Names of more than 100 bytes are cut at a slash. Null for one that cannot be written so, and for one beyond ASCII. */
function splitName(path: string): Pick<Header, 'name' | 'prefix'> | null {
  if (!/^[\x20-\x7e]+$/.test(path) || path.length > 256) return null;
  if (path.length <= 100) return { name: path, prefix: '' };
  const slash = path.indexOf('/', path.length - 101);
  if (slash < 1 || slash > 155 || slash >= path.length - 1) return null;
  return { prefix: path.slice(0, slash), name: path.slice(slash + 1) };
}

/** `<length> <key>=<value>\n`, where the length counts itself. */
function record(key: string, value: string): string {
  const rest = ` ${key}=${value}\n`;
  const bytes = Buffer.byteLength(rest);
  const guess = bytes + String(bytes).length;
  return `${bytes + String(guess).length}${rest}`;
}
