/** Parameters as answers show them. */
import { createHash } from 'node:crypto';
import type { ParameterHistory, Parameter as ParameterView } from '@aws-sdk/client-ssm';
import type { World } from '../world';
import type { ParameterVersion } from './book';
import type { Found } from './find';
import { arnOf } from './names';

export function parameterView(
  world: World,
  { parameter, version, selector }: Found,
  decrypted: boolean | undefined,
): ParameterView {
  return {
    Name: parameter.name,
    Type: version.type,
    Value: shown(version, decrypted),
    Version: version.version,
    ...(selector === null ? {} : { Selector: selector }),
    LastModifiedDate: new Date(version.modifiedMs),
    ARN: arnOf(world, parameter.name),
    DataType: version.dataType,
  };
}

export const historyView = (
  { account }: World,
  name: string,
  version: ParameterVersion,
): Omit<ParameterHistory, 'Value'> => ({
  Name: name,
  Type: version.type,
  ...(version.keyId === null ? {} : { KeyId: version.keyId }),
  LastModifiedDate: new Date(version.modifiedMs),
  LastModifiedUser: `arn:aws:iam::${account}:user/local`,
  ...(version.description === null ? {} : { Description: version.description }),
  ...(version.allowedPattern === null ? {} : { AllowedPattern: version.allowedPattern }),
  Version: version.version,
  Tier: version.tier,
  Policies: version.policies === null ? [] : [{ PolicyText: version.policies, PolicyStatus: 'Pending' }],
  DataType: version.dataType,
});

/** What is secret is shown as text that tells nothing, unless it was asked for in the clear. */
export function shown(
  { type, value, modifiedMs, version }: ParameterVersion,
  decrypted: boolean | undefined,
): string {
  if (type !== 'SecureString' || decrypted) return value;
  const digest = createHash('sha512').update(`${value} ${modifiedMs} ${version}`).digest('base64');
  return `AQICAH${digest.replace(/=+$/, '')}`;
}
