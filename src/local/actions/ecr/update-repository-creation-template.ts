/**
 * UpdateRepositoryCreationTemplate: docs.aws.amazon.com/AmazonECR/latest/APIReference/API_UpdateRepositoryCreationTemplate.html
 * @emulated
 */
import type {
  UpdateRepositoryCreationTemplateRequest,
  UpdateRepositoryCreationTemplateResponse,
} from '@aws-sdk/client-ecr';
import { given } from '../../registry/checks';
import { templateView } from '../../registry/template-views';
import { findTemplate, putTemplate } from '../../registry/templates';
import type { Action } from '../../world';

export const updateRepositoryCreationTemplate: Action<
  UpdateRepositoryCreationTemplateRequest,
  UpdateRepositoryCreationTemplateResponse
> = (world, input) => {
  const prefix = given('prefix', input.prefix);
  const before = findTemplate(world, prefix);
  putTemplate(world, prefix, { ...before.input, ...input });
  return {
    registryId: world.account,
    repositoryCreationTemplate: templateView(findTemplate(world, prefix)),
  };
};
