/**
 * ListImageReferrers: docs.aws.amazon.com/AmazonECR/latest/APIReference/API_ListImageReferrers.html
 * @emulated
 */
import type { ListImageReferrersRequest, ListImageReferrersResponse } from '@aws-sdk/client-ecr';
import { given } from '../../registry/checks';
import { findRepository } from '../../registry/find';
import { pageOf } from '../../registry/paging';
import { referrersOf } from '../../registry/referrers';
import type { Action } from '../../world';

export const listImageReferrers: Action<ListImageReferrersRequest, ListImageReferrersResponse> = (
  world,
  input,
) => {
  const repository = findRepository(world, input);
  const digest = given('imageDigest', given('subjectId', input.subjectId).imageDigest);
  const types = input.filter?.artifactTypes;
  const found = referrersOf(repository, digest).filter(
    ({ artifactType }) => !types || types.includes(artifactType ?? ''),
  );
  const { items, more } = pageOf(found, input);
  return { referrers: items.map((one) => ({ ...one, artifactStatus: 'ACTIVE' })), ...more };
};
