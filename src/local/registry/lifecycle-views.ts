/** Lifecycle policies and their previews as ECR shows them. */
import type { GetLifecyclePolicyResponse } from '@aws-sdk/client-ecr';
import type { World } from '../world';
import type { Lifecycle, LifecyclePreview } from './book';

export const lifecycleView = (
  { account }: Pick<World, 'account'>,
  repositoryName: string,
  { text, evaluatedMs }: Lifecycle,
): GetLifecyclePolicyResponse => ({
  registryId: account,
  repositoryName,
  lifecyclePolicyText: text,
  ...(evaluatedMs !== null ? { lastEvaluatedAt: new Date(evaluatedMs) } : {}),
});

/** World time that a preview takes. */
const previewMs = 5000;

export const isPreviewing = ({ clock }: Pick<World, 'clock'>, { startedMs }: LifecyclePreview): boolean =>
  clock.nowMs() < startedMs + previewMs;
