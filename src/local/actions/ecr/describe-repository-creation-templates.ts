/**
 * DescribeRepositoryCreationTemplates: docs.aws.amazon.com/AmazonECR/latest/APIReference/API_DescribeRepositoryCreationTemplates.html
 * @emulated
 */
import type {
  DescribeRepositoryCreationTemplatesRequest,
  DescribeRepositoryCreationTemplatesResponse,
} from '@aws-sdk/client-ecr';
import { pageOf } from '../../registry/paging';
import { templateView } from '../../registry/template-views';
import { templatesOf } from '../../registry/templates';
import type { Action } from '../../world';

export const describeRepositoryCreationTemplates: Action<
  DescribeRepositoryCreationTemplatesRequest,
  DescribeRepositoryCreationTemplatesResponse
> = (world, input) => {
  const all = Object.values(templatesOf(world));
  const { prefixes } = input;
  const wanted = all.filter((one) => !prefixes || prefixes.includes(one.input.prefix ?? ''));
  const { items, more } = pageOf(wanted, input);
  return { registryId: world.account, repositoryCreationTemplates: items.map(templateView), ...more };
};
