/** The header of a private key on a line of its own (RFC 7468; OpenSSH and PGP write theirs alike). */
const header = /^-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----[ \t]*\r?$/m;
const source = /\.(?:[cm]?[jt]sx?|py|rb|go|rs|java|md|map|html?)$/i;
/** How far into a file its header is looked for. */
export const searchedBytes = 64 * 1024;

/**
 * True for a file that holds a private key, with text before it or not. In a source file such a line is mostly a
 * pattern or a comment, so there it has to be the beginning.
 */
export function isPrivateKey(path: string, bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, searchedBytes));
  if (!start.includes('-----BEGIN ')) return false;
  const found = header.exec(start.toString('latin1'));
  return found !== null && (!source.test(path) || found.index === 0);
}
