/**
 * GetLifecyclePolicyPreview: docs.aws.amazon.com/AmazonECR/latest/APIReference/API_GetLifecyclePolicyPreview.html
 * @emulated
 */
import type {
  GetLifecyclePolicyPreviewRequest,
  GetLifecyclePolicyPreviewResponse,
  LifecyclePolicyPreviewResult,
} from '@aws-sdk/client-ecr';
import type { Expiry } from '../../registry/book';
import { refusal } from '../../registry/errors';
import { findRepository } from '../../registry/find';
import { isPreviewing } from '../../registry/lifecycle-views';
import { pageOf } from '../../registry/paging';
import type { Action } from '../../world';

export const getLifecyclePolicyPreview: Action<
  GetLifecyclePolicyPreviewRequest,
  GetLifecyclePolicyPreviewResponse
> = (world, input) => {
  const { name, preview } = findRepository(world, input);
  if (!preview)
    throw refusal.named(
      'LifecyclePolicyPreviewNotFoundException',
      `There is no lifecycle policy preview for the repository with name '${name}' in the registry with id '${world.account}'`,
    );
  const about = { registryId: world.account, repositoryName: name, lifecyclePolicyText: preview.text };
  if (isPreviewing(world, preview)) return { ...about, status: 'IN_PROGRESS' };
  const wanted = preview.expired.filter((one) => isWanted(one, input));
  const { items, more } = pageOf(wanted, input);
  return {
    ...about,
    status: 'COMPLETE',
    previewResults: items.map(resultOf),
    summary: { expiringImageTotalCount: preview.expired.length },
    ...more,
  };
};

function isWanted({ digest, tags }: Expiry, { imageIds, filter }: GetLifecyclePolicyPreviewRequest): boolean {
  const status = tags.length > 0 ? 'TAGGED' : 'UNTAGGED';
  const asked = filter?.tagStatus ?? 'ANY';
  if (asked !== 'ANY' && asked !== status) return false;
  return imageIds?.some((id) => id.imageDigest === digest || tags.includes(id.imageTag ?? '')) ?? true;
}

const resultOf = ({ digest, tags, pushedMs, priority }: Expiry): LifecyclePolicyPreviewResult => ({
  ...(tags.length > 0 ? { imageTags: [...tags] } : {}),
  imageDigest: digest,
  imagePushedAt: new Date(pushedMs),
  action: { type: 'EXPIRE' },
  appliedRulePriority: priority,
});
