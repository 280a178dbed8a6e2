/**
 * StartLifecyclePolicyPreview: docs.aws.amazon.com/AmazonECR/latest/APIReference/API_StartLifecyclePolicyPreview.html
 * @emulated
 */
import type {
  StartLifecyclePolicyPreviewRequest,
  StartLifecyclePolicyPreviewResponse,
} from '@aws-sdk/client-ecr';
import { missing, refusal } from '../../registry/errors';
import { findRepository } from '../../registry/find';
import { expiries } from '../../registry/lifecycle';
import { isPreviewing } from '../../registry/lifecycle-views';
import type { Action } from '../../world';

export const startLifecyclePolicyPreview: Action<
  StartLifecyclePolicyPreviewRequest,
  StartLifecyclePolicyPreviewResponse
> = (world, input) => {
  const repository = findRepository(world, input);
  const { name, preview } = repository;
  const text = input.lifecyclePolicyText ?? repository.lifecycle?.text;
  if (text === undefined) throw missing.policy(world, 'Lifecycle', name);
  if (preview && isPreviewing(world, preview))
    throw refusal.named(
      'LifecyclePolicyPreviewInProgressException',
      `The lifecycle policy preview for the repository with name '${name}' in the registry with id '${world.account}' is in progress`,
    );
  const startedMs = world.clock.nowMs();
  repository.preview = { text, startedMs, expired: expiries(repository, text, startedMs) };
  return {
    registryId: world.account,
    repositoryName: name,
    lifecyclePolicyText: text,
    status: 'IN_PROGRESS',
  };
};
