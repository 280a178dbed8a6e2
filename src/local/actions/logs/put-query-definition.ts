/**
 * PutQueryDefinition: docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutQueryDefinition.html.
 * @stored The query is not read until it is started.
 */
import type { PutQueryDefinitionRequest, PutQueryDefinitionResponse } from '@aws-sdk/client-cloudwatch-logs';
import { Check } from '../../lambda/constraints';
import { insist } from '../../logs/constraints';
import { refusal } from '../../logs/errors';
import type { Action } from '../../world';

const nameLength = Check.length(1, 255);
const queryLength = Check.length(1, 10_000);

export const putQueryDefinition: Action<PutQueryDefinitionRequest, PutQueryDefinitionResponse> = (
  { logs, clock, random },
  { name, queryString, queryDefinitionId, logGroupNames = [] },
) => {
  insist(
    Check.required('name', name),
    nameLength('name', name),
    Check.required('queryString', queryString),
    queryLength('queryString', queryString),
  );
  if (queryDefinitionId !== undefined && !logs.definitions.has(queryDefinitionId))
    throw refusal.missing('The specified query definition does not exist.');
  const id = queryDefinitionId ?? random.uuid();
  logs.definitions.set(id, {
    id,
    name: name ?? '',
    queryString: queryString ?? '',
    logGroupNames,
    modifiedMs: Math.floor(clock.nowMs()),
  });
  return { queryDefinitionId: id };
};
