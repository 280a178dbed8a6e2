/** Where the code of a function comes from: a zip in the request, an object in a bucket, or an image. */
import type { FunctionCode } from '@aws-sdk/client-lambda';
import { AwsError } from '../errors';
import { insistOnUnzippedTotal } from '../layers/resolve';
import { bucketOf, versionOf } from '../objects/find';
import type { World } from '../world';
import type { CodeSource, StoredCode, VersionConfig } from './book';
import { refusal } from './errors';
import { storeImage } from './images';
import { signatureOf } from './signed';
import { insistOnStorage } from './storage';

/** Of a zip in the request (Lambda quotas). */
const zippedLimitBytes = 52_428_800;

/** Of what a zip holds; a larger zip cannot be right, and is not even read. */
const unzippedLimitBytes = 262_144_000;

/** An image must be made for the architecture of the function. */
export async function storeCode(world: World, code: FunctionCode, architecture: string): Promise<StoredCode> {
  const { ZipFile, S3Bucket, S3Key, ImageUri } = code;
  if (ZipFile && (S3Bucket || S3Key || ImageUri))
    throw refusal.invalid('Please do not provide other FunctionCode parameters when providing a ZipFile.');
  if (ImageUri) return storeImage(world, ImageUri, { architecture });
  if (S3Bucket || S3Key) return storeObject(world, code);
  if (!ZipFile || ZipFile.byteLength === 0)
    throw refusal.invalid('Please provide a source for function code.');
  if (ZipFile.byteLength > zippedLimitBytes)
    throw refusal.tooLarge(`Zipped size must be smaller than ${zippedLimitBytes} bytes`);
  return storeZip(world, ZipFile, sourceOf(code));
}

/** Throws when the account has no place for the code, or when it is too large with its layers. */
export async function insistOnSpace(world: World, config: VersionConfig): Promise<void> {
  const { CodeSha256, CodeSize, Layers: layers } = config;
  insistOnStorage(world, CodeSize);
  if (layers) await insistOnUnzippedTotal(world, { CodeSha256, layers });
}

/** False when the function refers to an object that is not there any more. */
export function hasItsObject({ objects }: World, { Source }: StoredCode): boolean {
  const object = Source?.ResolvedS3Object;
  if (!object) return true;
  const versions = objects.buckets.get(object.S3Bucket ?? '')?.objects.get(object.S3Key ?? '') ?? [];
  return versions.some(({ versionId, content }) => versionId === object.S3ObjectVersion && content !== null);
}

async function storeObject(world: World, code: FunctionCode): Promise<StoredCode> {
  const { S3Bucket, S3Key, S3ObjectVersion, S3ObjectStorageMode } = code;
  if (!S3Bucket || !S3Key) throw refusal.invalid('Please provide both S3Bucket and S3Key.');
  if (S3ObjectStorageMode === 'REFERENCE' && !S3ObjectVersion)
    throw refusal.invalid('Please provide S3ObjectVersion when S3ObjectStorageMode is REFERENCE.');
  const bytes = await readObject(world, code);
  const { versioning } = world.objects.buckets.get(S3Bucket) ?? {};
  if (S3ObjectStorageMode === 'REFERENCE' && versioning !== 'Enabled')
    throw refusal.invalid(
      `The bucket ${S3Bucket} must have versioning enabled when S3ObjectStorageMode is REFERENCE.`,
    );
  return storeZip(world, bytes, sourceOf(code));
}

async function readObject({ objects }: World, code: FunctionCode): Promise<Uint8Array> {
  const { S3Bucket = '', S3Key = '', S3ObjectVersion = null } = code;
  const { content } = await fromS3(() =>
    versionOf(bucketOf(objects.buckets, S3Bucket), S3Key, S3ObjectVersion),
  );
  if (content.size > unzippedLimitBytes)
    throw refusal.invalid(`Unzipped size must be smaller than ${unzippedLimitBytes} bytes`);
  return fromS3(() => objects.read(S3Bucket, S3Key, S3ObjectVersion));
}

/** What S3 refuses is told in the words of Lambda. */
async function fromS3<T>(work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    throw refusal.invalid(
      `Error occurred while GetObject. S3 Error Code: ${error.name}. S3 Error Message: ${error.message}`,
    );
  }
}

async function storeZip(world: World, zip: Uint8Array, Source: CodeSource | null): Promise<StoredCode> {
  const { sha256, size } = await world.code.put(zip);
  return { CodeSha256: sha256, CodeSize: size, Source, ...signatureOf(world, sha256) };
}

/** Null for a plain copy. */
function sourceOf(code: FunctionCode): CodeSource | null {
  const { S3ObjectStorageMode, S3Bucket, S3Key, S3ObjectVersion, SourceKMSKeyArn } = code;
  const ResolvedS3Object = { S3Bucket, S3Key, S3ObjectVersion };
  const source = {
    ...(S3ObjectStorageMode === 'REFERENCE' ? { ResolvedS3Object } : {}),
    ...(SourceKMSKeyArn ? { SourceKMSKeyArn } : {}),
  };
  return Object.keys(source).length > 0 ? source : null;
}
