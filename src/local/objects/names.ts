/** Names of buckets (docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html), and keys of objects. */
import { refusal } from './errors';

const form = /^[a-z0-9](?:[a-z0-9.-]{1,61})[a-z0-9]$/;
const reserved =
  /\.\.|^\d+\.\d+\.\d+\.\d+$|^(?:xn--|sthree-|amzn-s3-demo-)|(?:-s3alias|--ol-s3|\.mrap|--x-s3|--table-s3)$/;

/** Bytes of UTF-8. */
const longestKey = 1024;

export function insistOnBucketName(name: string): void {
  if (!form.test(name) || reserved.test(name))
    throw refusal.refused(['InvalidBucketName', 400], 'The specified bucket is not valid.', {
      BucketName: name,
    });
}

export function insistOnKey(key: string | undefined): string {
  const size = Buffer.byteLength(key ?? '');
  if (size > longestKey)
    throw refusal.refused(['KeyTooLongError', 400], 'Your key is too long', {
      Size: String(size),
      MaxSizeAllowed: String(longestKey),
    });
  if (!key) throw refusal.argument('A key must not be empty');
  return key;
}
