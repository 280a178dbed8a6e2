/** Cyclic redundancy checks as S3 counts them, piece by piece. */

export interface Sum {
  update(bytes: Uint8Array): void;
  digest(): Buffer;
}

export const crc32 = (): Sum => reflected32(tables.crc32);
export const crc32c = (): Sum => reflected32(tables.crc32c);

/** CRC-64/NVME; JavaScript's integers have 32 bits, so it is counted in two halves. */
export function crc64nvme(): Sum {
  const { high, low } = tables.crc64nvme;
  let [h, l] = [-1, -1];
  return {
    update(bytes) {
      for (let index = 0; index < bytes.length; index += 1) {
        const at = (l ^ (bytes[index] ?? 0)) & 0xff;
        l = ((l >>> 8) | (h << 24)) ^ (low[at] ?? 0);
        h = (h >>> 8) ^ (high[at] ?? 0);
      }
    },
    digest() {
      const bytes = Buffer.alloc(8);
      bytes.writeUInt32BE(~h >>> 0, 0);
      bytes.writeUInt32BE(~l >>> 0, 4);
      return bytes;
    },
  };
}

function reflected32(table: Int32Array): Sum {
  let crc = -1;
  return {
    update(bytes) {
      for (let index = 0; index < bytes.length; index += 1)
        crc = (crc >>> 8) ^ (table[(crc ^ (bytes[index] ?? 0)) & 0xff] ?? 0);
    },
    digest() {
      const bytes = Buffer.alloc(4);
      bytes.writeUInt32BE(~crc >>> 0, 0);
      return bytes;
    },
  };
}

function table32(polynomial: number): Int32Array {
  return Int32Array.from({ length: 256 }, (_, byte) => {
    let value = byte;
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ polynomial : value >>> 1;
    return value;
  });
}

function table64(polynomial: bigint): { high: Int32Array; low: Int32Array } {
  const values = Array.from({ length: 256 }, (_, byte) => {
    let value = BigInt(byte);
    for (let bit = 0; bit < 8; bit += 1) value = value & 1n ? (value >> 1n) ^ polynomial : value >> 1n;
    return value;
  });
  return {
    high: Int32Array.from(values, (value) => Number(value >> 32n) | 0),
    low: Int32Array.from(values, (value) => Number(value & 0xffffffffn) | 0),
  };
}

const tables = {
  crc32: table32(0xedb88320),
  crc32c: table32(0x82f63b78),
  crc64nvme: table64(0x9a6c9329ac4bc9b5n),
};
