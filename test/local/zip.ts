/** Zips byte by byte, so that a test can also make one that no honest tool would. */
import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipEntry {
  readonly name: string;
  readonly data?: string;
  /** Unix mode with the kind of file, such as 0o120777 for a link. */
  readonly mode?: number;
  /** Packed, and the size that the headers claim of it unpacked. */
  readonly claimedSize?: number;
}

export function zipOf(...entries: readonly ZipEntry[]): Buffer {
  const files: Buffer[] = [];
  const headers: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const file = Buffer.concat([header(entry, null), Buffer.from(entry.name), packed(entry)]);
    headers.push(header(entry, offset), Buffer.from(entry.name));
    files.push(file);
    offset += file.length;
  }
  const directory = Buffer.concat(headers);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, directory, end]);
}

/** A handler that answers a text. */
export const codeOf = (answer: string): Buffer =>
  zipOf({ name: 'index.js', data: `exports.handler = async () => ${JSON.stringify(answer)};` });

/** Of the file itself, or with its place as the directory has it. */
function header(entry: ZipEntry, offset: number | null): Buffer {
  const { name, data = '', mode = 0o100644, claimedSize } = entry;
  const common = Buffer.alloc(26);
  common.writeUInt16LE(20, 0);
  common.writeUInt32LE(crc32(data), 10);
  common.writeUInt16LE(claimedSize === undefined ? 0 : 8, 4);
  common.writeUInt32LE(packed(entry).length, 14);
  common.writeUInt32LE(claimedSize ?? Buffer.byteLength(data), 18);
  common.writeUInt16LE(Buffer.byteLength(name), 22);
  if (offset === null) return Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common]);
  const more = Buffer.alloc(14);
  more.writeUInt32LE((mode << 16) >>> 0, 6);
  more.writeUInt32LE(offset, 10);
  const madeBy = Buffer.from([20, 3]);
  return Buffer.concat([Buffer.from('PK\x01\x02', 'latin1'), madeBy, common, more]);
}

const packed = ({ data = '', claimedSize }: ZipEntry): Buffer =>
  claimedSize === undefined ? Buffer.from(data) : deflateRawSync(data);
