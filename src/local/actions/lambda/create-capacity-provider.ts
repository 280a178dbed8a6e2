/**
 * CreateCapacityProvider: docs.aws.amazon.com/lambda/latest/api/API_CreateCapacityProvider.html
 * @stored No instance is started: it is Active at once.
 */
import type { CreateCapacityProviderRequest, CreateCapacityProviderResponse } from '@aws-sdk/client-lambda';
import { capacityName } from '../../lambda/capacity';
import { capacityRules, capacityView } from '../../lambda/capacity-form';
import { Check, insist } from '../../lambda/constraints';
import { refusal } from '../../lambda/errors';
import { problemsIn } from '../../lambda/form';
import { insistOnTags } from '../../lambda/tags';
import type { Action } from '../../world';

export const createCapacityProvider: Action<CreateCapacityProviderRequest, CreateCapacityProviderResponse> = (
  world,
  input,
) => {
  const { CapacityProviderName, Tags, ...definition } = input;
  const name = capacityName(CapacityProviderName);
  insist(
    Check.required('vpcConfig', input.VpcConfig),
    Check.required('permissionsConfig', input.PermissionsConfig),
    ...problemsIn(input, capacityRules),
  );
  insistOnTags(Tags ?? {});
  const arn = `arn:aws:lambda:${world.region}:${world.account}:capacity-provider:${name}`;
  if (world.capacity.entries.has(name)) throw refusal.conflict(`Capacity provider already exists: ${arn}`);
  const entry = { name, arn, definition, modifiedMs: world.clock.nowMs(), tags: { ...Tags } };
  world.capacity.entries.set(name, entry);
  return { CapacityProvider: capacityView(entry, 'Active') };
};
