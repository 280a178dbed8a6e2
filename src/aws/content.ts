import type { Code } from '../core/code';

/** Code as CreateFunction, UpdateFunctionCode and PublishLayerVersion take it. */
export async function contentOf(code: Exclude<Code, { readonly imageUri: string }>) {
  if ('zip' in code) return { ZipFile: await code.zip.read() };
  const { bucket, key, version } = code.object;
  return { S3Bucket: bucket, S3Key: key, ...(version === null ? {} : { S3ObjectVersion: version }) };
}
