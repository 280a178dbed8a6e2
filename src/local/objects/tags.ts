/** Tags of objects: at most ten, keys of 128 and values of 256 characters (docs.aws.amazon.com/AmazonS3/latest/userguide/object-tagging.html). */
import type { Tag } from '@aws-sdk/client-s3';
import type { Tags } from './book';
import { refusal } from './errors';

const limits = { tags: 10, key: 128, value: 256 } as const;

/** From the header `x-amz-tagging`, which has the form of a query. */
export function tagsOfHeader(text: string | undefined): Tags {
  const pairs = [...new URLSearchParams(text ?? '')];
  return tagsOf(pairs.map(([Key, Value]) => ({ Key, Value })));
}

export function tagsOf(list: readonly Tag[] | undefined): Tags {
  const tags = list ?? [];
  if (tags.length > limits.tags)
    throw refusal.refused(['BadRequest', 400], `Object tags cannot be greater than ${limits.tags}`);
  const found = new Map<string, string>();
  for (const { Key = '', Value = '' } of tags) {
    if (found.has(Key)) throw invalid('Cannot provide multiple Tags with the same key', Key);
    if (Key === '' || Key.length > limits.key) throw invalid('The TagKey you have provided is invalid', Key);
    if (Value.length > limits.value) throw invalid('The TagValue you have provided is invalid', Key);
    found.set(Key, Value);
  }
  return Object.fromEntries(found);
}

export const tagList = (tags: Tags): { Key: string; Value: string }[] =>
  Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));

const invalid = (message: string, key: string): Error =>
  refusal.refused(['InvalidTag', 400], message, { TagKey: key });
