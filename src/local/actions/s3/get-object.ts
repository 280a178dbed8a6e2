/**
 * GetObject: docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html
 * @emulated One range at most; nothing is transformed on the way.
 */
import type { GetObjectRequest } from '@aws-sdk/client-s3';
import { readObject } from '../../objects/view';
import type { Action } from '../../world';

/** What is larger goes out as it is read. */
const mostAtOnceBytes = 8 * 1024 * 1024;

export const getObject: Action<GetObjectRequest, object> = async (world, input) => {
  const { version, range, view } = readObject(world, input);
  const { pieces, size } = version.content;
  const { blobs } = world.objects;
  const { first, last } = range ?? { first: 0, last: size - 1 };
  if (last - first >= mostAtOnceBytes) return { ...view, Body: blobs.stream(pieces, { first, last }) };
  const chunks: Uint8Array[] = [];
  for await (const chunk of blobs.stream(pieces, { first, last })) chunks.push(chunk);
  return { ...view, Body: Buffer.concat(chunks) };
};
