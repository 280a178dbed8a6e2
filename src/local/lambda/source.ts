/** Where the code of a function comes from: a zip in the request. Buckets and registries are not part of this world. */
import type { FunctionCode } from '@aws-sdk/client-lambda';
import type { World } from '../world';
import { refusal } from './errors';

export interface StoredCode {
  readonly CodeSha256: string;
  readonly CodeSize: number;
}

/** Of a zip in the request (Lambda quotas). */
const zippedLimitBytes = 52_428_800;

export async function storeCode(world: World, code: FunctionCode): Promise<StoredCode> {
  const { ZipFile, S3Bucket, S3Key, ImageUri } = code;
  if (ZipFile && (S3Bucket || S3Key || ImageUri))
    throw refusal.invalid('Please do not provide other FunctionCode parameters when providing a ZipFile.');
  if (S3Bucket || S3Key)
    throw refusal.invalid(
      'Error occurred while GetObject. S3 Error Code: NoSuchBucket. S3 Error Message: The specified bucket does not exist',
    );
  if (!ZipFile || ZipFile.byteLength === 0)
    throw refusal.invalid('Please provide a source for function code.');
  if (ZipFile.byteLength > zippedLimitBytes)
    throw refusal.tooLarge(`Zipped size must be smaller than ${zippedLimitBytes} bytes`);
  const { sha256, size } = await world.code.put(ZipFile);
  return { CodeSha256: sha256, CodeSize: size };
}
