/**
 * PutProvisionedConcurrencyConfig: docs.aws.amazon.com/lambda/latest/api/API_PutProvisionedConcurrencyConfig.html.
 * @emulated As many environments are started ahead as this machine has room for; the rest are counted.
 */
import type {
  PutProvisionedConcurrencyConfigRequest,
  PutProvisionedConcurrencyConfigResponse,
} from '@aws-sdk/client-lambda';
import { insistOnProvisionable } from '../../lambda/concurrency';
import { Check, insist } from '../../lambda/constraints';
import { refusal } from '../../lambda/errors';
import { findTarget } from '../../lambda/find';
import { problemsOf } from '../../lambda/members';
import { insistOnNoOther, provisionedTotal, provisionedView } from '../../lambda/provisionable';
import { startProvisioning } from '../../lambda/provisioned';
import { insistOnNoSnapshot } from '../../lambda/snap-start';
import type { Action } from '../../world';

const range = Check.range(1, Number.MAX_SAFE_INTEGER);

export const putProvisionedConcurrencyConfig: Action<
  PutProvisionedConcurrencyConfigRequest,
  PutProvisionedConcurrencyConfigResponse
> = (world, input) => {
  const field = 'provisionedConcurrentExecutions';
  const wanted = input.ProvisionedConcurrentExecutions ?? 0;
  insist(
    Check.required('qualifier', input.Qualifier),
    ...problemsOf({ functionName: input.FunctionName, qualifier: input.Qualifier }),
    range(field, wanted),
  );
  const { ref, entry, version } = findTarget(world, input);
  const qualifier = ref.qualifier ?? '$LATEST';
  if (version.version === '$LATEST')
    throw refusal.invalid(
      'Provisioned Concurrency Configs cannot be applied to unpublished function versions.',
    );
  insistOnNoSnapshot(version);
  insistOnNoOther(entry, qualifier);
  insistOnProvisionable(
    world,
    entry,
    wanted + provisionedTotal(entry) - (entry.provisioned.get(qualifier)?.requested ?? 0),
  );
  return provisionedView(startProvisioning(world, { entry, qualifier }, wanted));
};
