/** Repositories by their ARN. */
import type { World } from '../world';
import type { Repository } from './book';
import { given } from './checks';
import { refusal } from './errors';
import { findRepository } from './find';

const form = /^arn:aws[a-z-]*:ecr:([a-z0-9-]+):(\d{12}):repository\/(.+)$/;

export function findTagged(world: World, input: { readonly resourceArn?: string | undefined }): Repository {
  const arn = given('resourceArn', input.resourceArn);
  const [, region, registryId, repositoryName] = form.exec(arn) ?? [];
  if (region !== world.region)
    throw refusal.parameter('resourceArn', 'must be the ARN of a repository of this Region');
  return findRepository(world, { registryId, repositoryName });
}
