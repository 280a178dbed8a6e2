/** A zip with one more entry: what AWS Signer adds to code for Lambda. Nothing else of it changes. */
import { crc32 } from '../objects/crc';

const entryName = 'META-INF/aws_signer_signature_v1.0.SF';

/** Null for what is no zip, or one too large for its plain form. */
export function signedZip(zip: Buffer, signature: string): Buffer | null {
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  if (end < 0 || end + 22 > zip.length) return null;
  const [count, size, at] = [
    zip.readUInt16LE(end + 10),
    zip.readUInt32LE(end + 12),
    zip.readUInt32LE(end + 16),
  ];
  if (count >= 0xfffe || at + size > end) return null;
  const data = Buffer.from(signature);
  const name = Buffer.from(entryName);
  const entry = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), commonOf(name, data), name, data]);
  const place = Buffer.alloc(14);
  place.writeUInt32LE((0o100644 << 16) >>> 0, 6);
  place.writeUInt32LE(at, 10);
  const madeBy = Buffer.from([20, 3]);
  const listed = Buffer.concat([
    Buffer.from('PK\x01\x02', 'latin1'),
    madeBy,
    commonOf(name, data),
    place,
    name,
  ]);
  const tail = Buffer.from(zip.subarray(end));
  for (const offset of [8, 10]) tail.writeUInt16LE(count + 1, offset);
  tail.writeUInt32LE(size + listed.length, 12);
  tail.writeUInt32LE(at + entry.length, 16);
  return Buffer.concat([zip.subarray(0, at), entry, zip.subarray(at, at + size), listed, tail]);
}

/** Of the header before the data and of the one in the list: stored as it is, at the first date that zips know. */
function commonOf(name: Buffer, data: Buffer): Buffer {
  const common = Buffer.alloc(26);
  common.writeUInt16LE(20, 0);
  common.writeUInt16LE(33, 8);
  common.writeUInt32LE(sumOf(data), 10);
  common.writeUInt32LE(data.length, 14);
  common.writeUInt32LE(data.length, 18);
  common.writeUInt16LE(name.length, 22);
  return common;
}

function sumOf(data: Buffer): number {
  const sum = crc32();
  sum.update(data);
  return sum.digest().readUInt32BE(0);
}
