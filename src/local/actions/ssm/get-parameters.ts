/**
 * GetParameters: docs.aws.amazon.com/systems-manager/latest/APIReference/API_GetParameters.html
 * @emulated
 */
import type { GetParametersRequest, GetParametersResult } from '@aws-sdk/client-ssm';
import { AwsError } from '../../errors';
import { insist } from '../../parameters/errors';
import { type Found, findVersion } from '../../parameters/find';
import { parameterView } from '../../parameters/views';
import type { Action } from '../../world';

const most = 10;

export const getParameters: Action<GetParametersRequest, GetParametersResult> = (
  world,
  { Names: names = [], WithDecryption },
) => {
  insist(
    names.length > most
      ? `Value '[${names.join(', ')}]' at 'names' failed to satisfy constraint: Member must have length less than or equal to ${most}`
      : null,
  );
  const found: Found[] = [];
  const invalid: string[] = [];
  for (const name of new Set(names)) {
    try {
      found.push(findVersion(world, name));
    } catch (error) {
      if (!(error instanceof AwsError)) throw error;
      invalid.push(name);
    }
  }
  return {
    Parameters: found.map((one) => parameterView(world, one, WithDecryption)),
    InvalidParameters: invalid,
  };
};
