/** Layers of images, also such as no honest tool would make. */
import { gzipSync } from 'node:zlib';
import { type Header, pack } from 'tar-stream';

export interface TarEntry extends Partial<Header> {
  readonly name: string;
  readonly data?: string | Uint8Array;
}

export async function tarOf(...entries: readonly TarEntry[]): Promise<Buffer<ArrayBuffer>> {
  const archive = pack();
  for (const { data = '', ...header } of entries)
    archive.entry(header as Header, Buffer.from(data as string));
  archive.finalize();
  const chunks: Uint8Array[] = [];
  for await (const chunk of archive) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
}

export const layerOf = async (...entries: readonly TarEntry[]): Promise<Buffer<ArrayBuffer>> =>
  gzipSync(await tarOf(...entries));
