/**
 * CreateRepositoryCreationTemplate: docs.aws.amazon.com/AmazonECR/latest/APIReference/API_CreateRepositoryCreationTemplate.html
 * @emulated Only what applies to pushes is acted upon.
 */
import type {
  CreateRepositoryCreationTemplateRequest,
  CreateRepositoryCreationTemplateResponse,
} from '@aws-sdk/client-ecr';
import { given } from '../../registry/checks';
import { refusal } from '../../registry/errors';
import { templateView } from '../../registry/template-views';
import { findTemplate, putTemplate, templatesOf } from '../../registry/templates';
import type { Action } from '../../world';

export const createRepositoryCreationTemplate: Action<
  CreateRepositoryCreationTemplateRequest,
  CreateRepositoryCreationTemplateResponse
> = (world, input) => {
  const prefix = given('prefix', input.prefix);
  given('appliedFor', input.appliedFor);
  if (Object.hasOwn(templatesOf(world), prefix))
    throw refusal.named(
      'TemplateAlreadyExistsException',
      `A Template with prefix '${prefix}' already exists in the registry with id '${world.account}'`,
    );
  putTemplate(world, prefix, input);
  return {
    registryId: world.account,
    repositoryCreationTemplate: templateView(findTemplate(world, prefix)),
  };
};
