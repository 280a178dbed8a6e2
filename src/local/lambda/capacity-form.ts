/** What the service model allows of a capacity provider, and how one is shown. */
import type { CapacityProvider } from '@aws-sdk/client-lambda';
import type { CapacityEntry } from './capacity';
import { Check } from './constraints';
import type { Rules } from './form';
import { lambdaTime } from './view';

export const capacityRules: Rules = {
  'vpcConfig.subnetIds': [Check.required, Check.count(1, 16)],
  'vpcConfig.securityGroupIds': [Check.required, Check.count(0, 5)],
  'permissionsConfig.capacityProviderOperatorRoleArn': [
    Check.required,
    Check.pattern('arn:(aws[a-zA-Z-]*)?:iam::\\d{12}:role/?[a-zA-Z_0-9+=,.@\\-_/]+'),
  ],
  'capacityProviderScalingConfig.maxVCpuCount': [Check.range(2, 15_000)],
  'capacityProviderScalingConfig.scalingMode': [Check.oneOf(['Auto', 'Manual'])],
  'capacityProviderScalingConfig.scalingPolicies': [Check.count(1, 10)],
};

export const capacityView = (
  { arn, definition, modifiedMs }: CapacityEntry,
  State: 'Active' | 'Deleting',
): CapacityProvider => ({
  ...definition,
  CapacityProviderArn: arn,
  State,
  LastModified: lambdaTime(modifiedMs),
});
