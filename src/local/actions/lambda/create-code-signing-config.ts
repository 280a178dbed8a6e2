/**
 * CreateCodeSigningConfig: docs.aws.amazon.com/lambda/latest/api/API_CreateCodeSigningConfig.html
 * @emulated Signatures are those of the local AWS Signer.
 */
import type { CreateCodeSigningConfigRequest, CreateCodeSigningConfigResponse } from '@aws-sdk/client-lambda';
import { type SigningEntry, signingRules, signingView } from '../../lambda/code-signing';
import { Check, insist } from '../../lambda/constraints';
import { problemsIn } from '../../lambda/form';
import { insistOnTags } from '../../lambda/tags';
import type { Action } from '../../world';

export const createCodeSigningConfig: Action<
  CreateCodeSigningConfigRequest,
  CreateCodeSigningConfigResponse
> = (world, input) => {
  insist(Check.required('allowedPublishers', input.AllowedPublishers), ...problemsIn(input, signingRules));
  insistOnTags(input.Tags ?? {});
  const id = `csc-${world.random.uuid().replaceAll('-', '').slice(0, 17)}`;
  const entry: SigningEntry = {
    id,
    arn: `arn:aws:lambda:${world.region}:${world.account}:code-signing-config:${id}`,
    description: input.Description ?? '',
    publishers: input.AllowedPublishers?.SigningProfileVersionArns ?? [],
    policy: input.CodeSigningPolicies?.UntrustedArtifactOnDeployment ?? 'Warn',
    modifiedMs: world.clock.nowMs(),
    tags: { ...input.Tags },
  };
  world.signing.entries.set(entry.arn, entry);
  return { CodeSigningConfig: signingView(entry) };
};
