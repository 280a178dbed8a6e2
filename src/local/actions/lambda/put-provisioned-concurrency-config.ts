/** PutProvisionedConcurrencyConfig: docs.aws.amazon.com/lambda/latest/api/API_PutProvisionedConcurrencyConfig.html. */
import type {
  PutProvisionedConcurrencyConfigRequest,
  PutProvisionedConcurrencyConfigResponse,
} from '@aws-sdk/client-lambda';
import type { FunctionEntry } from '../../lambda/book';
import { unreservedFor } from '../../lambda/concurrency';
import { Check, insist } from '../../lambda/constraints';
import { refusal } from '../../lambda/errors';
import { findTarget } from '../../lambda/find';
import { insistOnNoOther, provisionedTotal, provisionedView } from '../../lambda/provisionable';
import { startProvisioning } from '../../lambda/provisioned';
import type { Action, World } from '../../world';

const range = Check.range(1, Number.MAX_SAFE_INTEGER);

export const putProvisionedConcurrencyConfig: Action<
  PutProvisionedConcurrencyConfigRequest,
  PutProvisionedConcurrencyConfigResponse
> = (world, input) => {
  const field = 'provisionedConcurrentExecutions';
  const wanted = input.ProvisionedConcurrentExecutions ?? 0;
  insist(Check.required('qualifier', input.Qualifier), range(field, wanted));
  const { ref, entry } = findTarget(world, input);
  const qualifier = ref.qualifier ?? '$LATEST';
  if (qualifier === '$LATEST')
    throw refusal.invalid(
      'Provisioned Concurrency Configs cannot be applied to unpublished function versions.',
    );
  insistOnNoOther(entry, qualifier);
  insistOnRoom(
    world,
    entry,
    wanted + provisionedTotal(entry) - (entry.provisioned.get(qualifier)?.requested ?? 0),
  );
  return provisionedView(startProvisioning(world, { entry, qualifier }, wanted));
};

function insistOnRoom(world: World, entry: FunctionEntry, total: number): void {
  const { reservedConcurrency } = entry;
  if (reservedConcurrency !== null && total > reservedConcurrency)
    throw refusal.invalid(
      'Requested Provisioned Concurrency should not be greater than the reservedConcurrentExecution for function',
    );
  const unreserved = unreservedFor(world, entry, 0);
  if (reservedConcurrency === null && total > unreserved)
    throw refusal.invalid(
      `Specified ConcurrentExecutions for function is greater than account's unreserved concurrency [${unreserved}].`,
    );
}
