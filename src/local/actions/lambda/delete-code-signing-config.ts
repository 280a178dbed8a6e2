/**
 * DeleteCodeSigningConfig: docs.aws.amazon.com/lambda/latest/api/API_DeleteCodeSigningConfig.html
 * @emulated Refused while a function has it.
 */
import type { DeleteCodeSigningConfigRequest } from '@aws-sdk/client-lambda';
import { findSigning } from '../../lambda/code-signing';
import { refusal } from '../../lambda/errors';
import type { Action } from '../../world';

export const deleteCodeSigningConfig: Action<DeleteCodeSigningConfigRequest, object> = (world, input) => {
  const { arn } = findSigning(world, input.CodeSigningConfigArn);
  if ([...world.functions.entries.values()].some(({ codeSigningConfigArn }) => codeSigningConfigArn === arn))
    throw refusal.conflict(`The code signing configuration ${arn} is in use by at least one function.`);
  world.signing.entries.delete(arn);
  return {};
};
