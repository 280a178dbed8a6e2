/** TagResource: docs.aws.amazon.com/lambda/latest/api/API_TagResource.html. */
import type { TagResourceRequest } from '@aws-sdk/client-lambda';
import { insistOnNoUpdate } from '../../lambda/settled';
import { findTagged, insistOnTags } from '../../lambda/tags';
import type { Action } from '../../world';

export const tagResource: Action<TagResourceRequest, object> = (world, input) => {
  const { entry, ref } = findTagged(world, input.Resource ?? '');
  insistOnNoUpdate(entry.latest, ref.functionArn);
  const tags = { ...entry.tags, ...input.Tags };
  insistOnTags(tags);
  entry.tags = tags;
  return {};
};
