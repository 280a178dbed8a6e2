/** Checksums of bodies (docs.aws.amazon.com/AmazonS3/latest/userguide/checking-object-integrity.html): checked when given, kept always. */
import { createHash } from 'node:crypto';
import type { Algorithm, Checksum } from './book';
import { crc32, crc32c, crc64nvme, type Sum } from './crc';
import { refusal } from './errors';

const hash = (name: string) => (): Sum => {
  const made = createHash(name);
  return { update: (bytes) => void made.update(bytes), digest: () => made.digest() };
};

const makers: { readonly [algorithm in Algorithm]: () => Sum } = {
  CRC32: crc32,
  CRC32C: crc32c,
  CRC64NVME: crc64nvme,
  SHA1: hash('sha1'),
  SHA256: hash('sha256'),
  SHA512: hash('sha512'),
  MD5: hash('md5'),
};

/** What S3 counts when nobody names another. */
const byItself: Algorithm = 'CRC64NVME';

export const createSum = (algorithm: Algorithm): Sum => makers[algorithm]();

/** Reads `ChecksumAlgorithm`; throws for those that are not here. */
export function algorithmOf(name: string | undefined): Algorithm | null {
  if (name === undefined) return null;
  if (!Object.hasOwn(makers, name))
    throw refusal.request(
      'Checksum algorithm provided is unsupported. Please try again with any of the valid types',
    );
  return name as Algorithm;
}

/** Members `ChecksumCRC32` and the like of an input: at most one. */
export function givenSum(input: object): Pick<Checksum, 'algorithm' | 'value'> | null {
  const members = input as { readonly [member: string]: unknown };
  const given = Object.keys(makers).flatMap((algorithm) => {
    const value = members[`Checksum${algorithm}`];
    return typeof value === 'string' ? [{ algorithm: algorithm as Algorithm, value }] : [];
  });
  if (given.length > 1)
    throw refusal.request(
      'Expecting a single x-amz-checksum- header. Multiple checksum Types are not allowed.',
    );
  return given[0] ?? null;
}

/** Of the bytes of a body. Throws BadDigest when it is not what the request says, in a checksum or in `Content-MD5`. */
export function checkedSum(bytes: Uint8Array, input: object): Checksum {
  const { ContentMD5, ChecksumAlgorithm } = input as { ContentMD5?: string; ChecksumAlgorithm?: string };
  if (ContentMD5 !== undefined) insistOnMd5(bytes, ContentMD5);
  const given = givenSum(input);
  const algorithm = given?.algorithm ?? algorithmOf(ChecksumAlgorithm) ?? byItself;
  const sum = createSum(algorithm);
  sum.update(bytes);
  const value = sum.digest().toString('base64');
  if (given && given.value !== value) throw mismatch(given, value);
  return { algorithm, type: 'FULL_OBJECT', value };
}

function mismatch({ algorithm, value }: Pick<Checksum, 'algorithm' | 'value'>, right: string): Error {
  if (Buffer.from(value, 'base64').length === Buffer.from(right, 'base64').length)
    return refusal.badDigest(algorithm);
  return refusal.request(`Value for x-amz-checksum-${algorithm.toLowerCase()} header is invalid.`);
}

function insistOnMd5(bytes: Uint8Array, given: string): void {
  const wanted = Buffer.from(given, 'base64');
  if (wanted.length !== 16)
    throw refusal.refused(['InvalidDigest', 400], 'The Content-MD5 you specified was invalid.');
  if (!createHash('md5').update(bytes).digest().equals(wanted))
    throw refusal.refused(
      ['BadDigest', 400],
      'The Content-MD5 you specified did not match what we received.',
    );
}
