/**
 * PutFunctionCodeSigningConfig: docs.aws.amazon.com/lambda/latest/api/API_PutFunctionCodeSigningConfig.html
 * @emulated The code that is there stays; the next that comes is looked at.
 */
import type {
  PutFunctionCodeSigningConfigRequest,
  PutFunctionCodeSigningConfigResponse,
} from '@aws-sdk/client-lambda';
import { signingRules } from '../../lambda/code-signing';
import { Check, insist } from '../../lambda/constraints';
import { refusal } from '../../lambda/errors';
import { findFunction } from '../../lambda/find';
import { problemsIn } from '../../lambda/form';
import { parseFunctionOnly } from '../../lambda/names';
import { findSigningFor } from '../../lambda/signatures';
import type { Action } from '../../world';

export const putFunctionCodeSigningConfig: Action<
  PutFunctionCodeSigningConfigRequest,
  PutFunctionCodeSigningConfigResponse
> = (world, input) => {
  insist(
    Check.required('codeSigningConfigArn', input.CodeSigningConfigArn),
    ...problemsIn(input, signingRules),
  );
  const ref = parseFunctionOnly(world, input);
  const { arn } = findSigningFor(world, input.CodeSigningConfigArn);
  const entry = findFunction(world, ref);
  if (entry.latest.config.PackageType === 'Image')
    throw refusal.invalid('Code signing is not supported for functions created as container images.');
  entry.codeSigningConfigArn = arn;
  return { CodeSigningConfigArn: arn, FunctionName: ref.name };
};
