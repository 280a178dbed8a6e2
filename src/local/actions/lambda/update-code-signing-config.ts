/**
 * UpdateCodeSigningConfig: docs.aws.amazon.com/lambda/latest/api/API_UpdateCodeSigningConfig.html
 * @emulated It takes effect the next time that code is deployed.
 */
import type { UpdateCodeSigningConfigRequest, UpdateCodeSigningConfigResponse } from '@aws-sdk/client-lambda';
import { findSigning, signingRules, signingView } from '../../lambda/code-signing';
import { insist } from '../../lambda/constraints';
import { problemsIn } from '../../lambda/form';
import type { Action } from '../../world';

export const updateCodeSigningConfig: Action<
  UpdateCodeSigningConfigRequest,
  UpdateCodeSigningConfigResponse
> = (world, input) => {
  insist(...problemsIn(input, signingRules));
  const entry = findSigning(world, input.CodeSigningConfigArn);
  entry.description = input.Description ?? entry.description;
  entry.publishers = input.AllowedPublishers?.SigningProfileVersionArns ?? entry.publishers;
  entry.policy = input.CodeSigningPolicies?.UntrustedArtifactOnDeployment ?? entry.policy;
  entry.modifiedMs = world.clock.nowMs();
  return { CodeSigningConfig: signingView(entry) };
};
