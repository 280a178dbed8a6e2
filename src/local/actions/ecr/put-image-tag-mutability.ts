/**
 * PutImageTagMutability: docs.aws.amazon.com/AmazonECR/latest/APIReference/API_PutImageTagMutability.html
 * @emulated
 */
import type { PutImageTagMutabilityRequest, PutImageTagMutabilityResponse } from '@aws-sdk/client-ecr';
import { given } from '../../registry/checks';
import { findRepository } from '../../registry/find';
import { givenMutability } from '../../registry/mutability';
import type { Action } from '../../world';

export const putImageTagMutability: Action<PutImageTagMutabilityRequest, PutImageTagMutabilityResponse> = (
  world,
  input,
) => {
  const repository = findRepository(world, input);
  given('imageTagMutability', input.imageTagMutability);
  const { mutability, exclusions } = givenMutability(input);
  repository.mutability = mutability;
  repository.exclusions = exclusions;
  const filters = exclusions.map((filter) => ({ filterType: 'WILDCARD' as const, filter }));
  return {
    registryId: world.account,
    repositoryName: repository.name,
    imageTagMutability: mutability,
    ...(filters.length > 0 ? { imageTagMutabilityExclusionFilters: filters } : {}),
  };
};
