/** Who can have provisioned concurrency, and how it is shown. */
import type { GetProvisionedConcurrencyConfigResponse } from '@aws-sdk/client-lambda';
import type { World } from '../world';
import type { FunctionEntry, ProvisionedEntry } from './book';
import { refusal } from './errors';
import { findTarget } from './find';
import { lambdaTime } from './view';

/** An alias and its version cannot both have it. */
export function insistOnNoOther(entry: FunctionEntry, qualifier: string): void {
  const alias = entry.aliases.get(qualifier);
  if (alias && entry.provisioned.has(alias.version))
    throw refusal.conflict(
      "Alias can't be used for Provisioned Concurrency configuration on an already Provisioned version",
    );
  const pointing = [...entry.aliases.values()].filter((other) => other.version === qualifier);
  if (pointing.some((other) => entry.provisioned.has(other.name)))
    throw refusal.conflict('Version is pointed by a Provisioned Concurrency alias');
}

/** What can have it: an alias or a published version. */
export function findProvisionable(
  world: World,
  named: { FunctionName?: string | undefined; Qualifier?: string | undefined },
): { entry: FunctionEntry; qualifier: string } {
  const { ref, entry } = findTarget(world, named);
  const qualifier = ref.qualifier ?? '$LATEST';
  if (qualifier === '$LATEST')
    throw refusal.invalid('The function resource provided must be an alias or a published version.');
  return { entry, qualifier };
}

export const provisionedTotal = (entry: FunctionEntry): number =>
  [...entry.provisioned.values()].reduce((sum, { requested }) => sum + requested, 0);

export const provisionedView = (provisioned: ProvisionedEntry): GetProvisionedConcurrencyConfigResponse => ({
  RequestedProvisionedConcurrentExecutions: provisioned.requested,
  AvailableProvisionedConcurrentExecutions: provisioned.available,
  AllocatedProvisionedConcurrentExecutions: provisioned.available,
  Status: provisioned.status,
  ...(provisioned.reason === null ? {} : { StatusReason: provisioned.reason }),
  LastModified: lambdaTime(provisioned.modifiedMs),
});
