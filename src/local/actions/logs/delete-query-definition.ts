/**
 * DeleteQueryDefinition: docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DeleteQueryDefinition.html.
 * @stored
 */
import type {
  DeleteQueryDefinitionRequest,
  DeleteQueryDefinitionResponse,
} from '@aws-sdk/client-cloudwatch-logs';
import { Check } from '../../lambda/constraints';
import { insist } from '../../logs/constraints';
import { refusal } from '../../logs/errors';
import type { Action } from '../../world';

export const deleteQueryDefinition: Action<DeleteQueryDefinitionRequest, DeleteQueryDefinitionResponse> = (
  { logs },
  { queryDefinitionId },
) => {
  insist(Check.required('queryDefinitionId', queryDefinitionId));
  if (!logs.definitions.delete(queryDefinitionId ?? ''))
    throw refusal.missing('The specified query definition does not exist.');
  return { success: true };
};
