/**
 * GetParameter: docs.aws.amazon.com/systems-manager/latest/APIReference/API_GetParameter.html
 * @emulated Nothing is encrypted; a SecureString is hidden unless it is asked for decrypted.
 */
import type { GetParameterRequest, GetParameterResult } from '@aws-sdk/client-ssm';
import { findVersion } from '../../parameters/find';
import { parameterView } from '../../parameters/views';
import type { Action } from '../../world';

export const getParameter: Action<GetParameterRequest, GetParameterResult> = (
  world,
  { Name, WithDecryption },
) => ({
  Parameter: parameterView(world, findVersion(world, Name), WithDecryption),
});
