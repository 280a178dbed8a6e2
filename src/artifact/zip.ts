import archiver from 'archiver';

export interface ZipEntry {
  /** With `/`, relative. */
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly executable: boolean;
}

/** The first moment that a zip can hold; a real one would make the same files different bytes. */
const date = new Date('1980-01-01T00:00:00Z');

/**
 * The same files give the same bytes, whatever their order, times and owners. `append` with a whole buffer only:
 * archiver's `file()` gave five digests in five runs.
 */
export function zipFiles(entries: readonly ZipEntry[]): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const archive = archiver('zip', { zlib: { level: 6 } });
    const chunks: Buffer[] = [];
    archive.on('data', (chunk: Buffer) => chunks.push(chunk));
    archive.on('end', () => resolve(Buffer.concat(chunks)));
    archive.on('warning', reject);
    archive.on('error', reject);
    for (const { path, bytes, executable } of sorted(entries)) {
      archive.append(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
        name: path,
        date,
        mode: executable ? 0o755 : 0o644,
      });
    }
    archive.finalize().catch(reject);
  });
}

const sorted = (entries: readonly ZipEntry[]): ZipEntry[] =>
  [...entries].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
