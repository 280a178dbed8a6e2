/**
 * GetCodeSigningConfig: docs.aws.amazon.com/lambda/latest/api/API_GetCodeSigningConfig.html
 * @emulated
 */
import type { GetCodeSigningConfigRequest, GetCodeSigningConfigResponse } from '@aws-sdk/client-lambda';
import { findSigning, signingView } from '../../lambda/code-signing';
import type { Action } from '../../world';

export const getCodeSigningConfig: Action<GetCodeSigningConfigRequest, GetCodeSigningConfigResponse> = (
  world,
  input,
) => ({ CodeSigningConfig: signingView(findSigning(world, input.CodeSigningConfigArn)) });
