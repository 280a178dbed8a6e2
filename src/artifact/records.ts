/** The records of a zip (APPNOTE.TXT 4.3): nothing that is not needed, so that nothing differs between machines. */

export interface EntryRecord {
  readonly path: string;
  readonly executable: boolean;
  readonly crc32: number;
  readonly stored: boolean;
  readonly packedBytes: number;
  readonly bytes: number;
}

/** 1 January 1980, the first day that a zip can name, at midnight; a real time would make the same files other bytes. */
const day = 0x0021;
/** The version of the format that deflate needs; the writer calls itself a Unix, so that modes are read. */
const version = 20;
const madeByUnix = (3 << 8) | version;
const utf8 = 0x0800;

/** Sizes and checksum stand here and not behind the data, so that readers of streams can do without the directory. */
export function localHeader(entry: EntryRecord): Buffer {
  const name = Buffer.from(entry.path);
  const header = Buffer.alloc(30 + name.length);
  header.writeUInt32LE(0x04034b50, 0);
  writeShared(header, 4, { entry, name });
  header.set(name, 30);
  return header;
}

export function directoryHeader(entry: EntryRecord, localAt: number): Buffer {
  const name = Buffer.from(entry.path);
  const header = Buffer.alloc(46 + name.length);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE(madeByUnix, 4);
  writeShared(header, 6, { entry, name });
  header.writeUInt32LE(((entry.executable ? 0o100755 : 0o100644) << 16) >>> 0, 38);
  header.writeUInt32LE(localAt, 42);
  header.set(name, 46);
  return header;
}

interface Named {
  readonly entry: EntryRecord;
  readonly name: Buffer;
}

function writeShared(header: Buffer, at: number, { entry, name }: Named): void {
  const isAscii = name.length === entry.path.length;
  header.writeUInt16LE(version, at);
  header.writeUInt16LE(isAscii ? 0 : utf8, at + 2);
  header.writeUInt16LE(entry.stored ? 0 : 8, at + 4);
  header.writeUInt16LE(day, at + 8);
  header.writeUInt32LE(entry.crc32, at + 10);
  header.writeUInt32LE(entry.packedBytes, at + 14);
  header.writeUInt32LE(entry.bytes, at + 18);
  header.writeUInt16LE(name.length, at + 22);
}

const most16 = 0xffff;

/** More entries than sixteen bits can count need the records of Zip64 as well. */
export function endRecords(
  entries: number,
  directory: { readonly at: number; readonly bytes: number },
): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Math.min(entries, most16), 8);
  end.writeUInt16LE(Math.min(entries, most16), 10);
  end.writeUInt32LE(directory.bytes, 12);
  end.writeUInt32LE(directory.at, 16);
  return entries < most16 ? end : Buffer.concat([endRecords64(entries, directory), end]);
}

function endRecords64(entries: number, { at, bytes }: { at: number; bytes: number }): Buffer {
  const end = Buffer.alloc(56 + 20);
  end.writeUInt32LE(0x06064b50, 0);
  end.writeBigUInt64LE(44n, 4);
  end.writeUInt16LE(madeByUnix, 12);
  end.writeUInt16LE(45, 14);
  for (const [place, value] of [
    [24, entries],
    [32, entries],
    [40, bytes],
    [48, at],
  ] as const)
    end.writeBigUInt64LE(BigInt(value), place);
  end.writeUInt32LE(0x07064b50, 56);
  end.writeBigUInt64LE(BigInt(at + bytes), 64);
  end.writeUInt32LE(1, 72);
  return end;
}
