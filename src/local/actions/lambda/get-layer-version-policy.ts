/**
 * GetLayerVersionPolicy: docs.aws.amazon.com/lambda/latest/api/API_GetLayerVersionPolicy.html
 * @emulated
 */
import type { GetLayerVersionPolicyRequest, GetLayerVersionPolicyResponse } from '@aws-sdk/client-lambda';
import { policyDocument } from '../../lambda/policies';
import { findLayerVersion } from '../../layers/names';
import { policyOf } from '../../layers/policy';
import type { Action } from '../../world';

export const getLayerVersionPolicy: Action<GetLayerVersionPolicyRequest, GetLayerVersionPolicyResponse> = (
  world,
  input,
) => {
  const { revisionId, statements } = policyOf(findLayerVersion(world, input));
  return { Policy: policyDocument({ statements }), RevisionId: revisionId };
};
