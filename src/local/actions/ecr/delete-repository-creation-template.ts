/**
 * DeleteRepositoryCreationTemplate: docs.aws.amazon.com/AmazonECR/latest/APIReference/API_DeleteRepositoryCreationTemplate.html
 * @emulated
 */
import type {
  DeleteRepositoryCreationTemplateRequest,
  DeleteRepositoryCreationTemplateResponse,
} from '@aws-sdk/client-ecr';
import { given } from '../../registry/checks';
import { templateView } from '../../registry/template-views';
import { findTemplate, putTemplate } from '../../registry/templates';
import type { Action } from '../../world';

export const deleteRepositoryCreationTemplate: Action<
  DeleteRepositoryCreationTemplateRequest,
  DeleteRepositoryCreationTemplateResponse
> = (world, input) => {
  const prefix = given('prefix', input.prefix);
  const before = findTemplate(world, prefix);
  putTemplate(world, prefix, null);
  return { registryId: world.account, repositoryCreationTemplate: templateView(before) };
};
