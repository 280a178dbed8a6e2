/** The CRC-32 of two texts from the CRC-32 of each, as zlib's crc32_combine: bytes that were read apart need not be read again. */

/** x^0 in the reflected order of bits, in which the lowest power is the highest bit. */
const one = 0x80000000;
const polynomial = 0xedb88320;

/** The product of two polynomials over GF(2), modulo that of CRC-32. */
function multiply(a: number, b: number): number {
  let product = 0;
  let shifted = b;
  for (let bit = one; bit !== 0; bit >>>= 1) {
    if ((a & bit) !== 0) product ^= shifted;
    shifted = (shifted & 1) !== 0 ? (shifted >>> 1) ^ polynomial : shifted >>> 1;
  }
  return product >>> 0;
}

/** x to the power of eight times so many bytes. */
function shiftBy(bytes: number): number {
  let result = one;
  let square = one >>> 8;
  for (let left = bytes; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result = multiply(square, result);
    square = multiply(square, square);
  }
  return result;
}

export const joinedCrc32 = (first: number, second: number, secondBytes: number): number =>
  (multiply(shiftBy(secondBytes), first) ^ second) >>> 0;
