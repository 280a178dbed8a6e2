/** UpdateFunctionConfiguration: docs.aws.amazon.com/lambda/latest/api/API_UpdateFunctionConfiguration.html. The same values again are an update too. */
import type { FunctionConfiguration, UpdateFunctionConfigurationRequest } from '@aws-sdk/client-lambda';
import { insistOnRevision } from '../../lambda/errors';
import { findFunction } from '../../lambda/find';
import { parseUnqualified } from '../../lambda/names';
import { insistOnForm, layOver } from '../../lambda/settings';
import { insistOnSettled } from '../../lambda/settled';
import { startUpdate } from '../../lambda/states';
import { configurationOf } from '../../lambda/view';
import type { Action } from '../../world';

export const updateFunctionConfiguration: Action<
  UpdateFunctionConfigurationRequest,
  FunctionConfiguration
> = (world, input) => {
  insistOnForm(input.FunctionName, input);
  const ref = parseUnqualified(world, input);
  const entry = findFunction(world, ref);
  insistOnSettled(entry.latest, ref.functionArn);
  insistOnRevision(input.RevisionId, entry.latest.revisionId);
  startUpdate(world, entry.latest, layOver(world, entry.latest.config, input));
  return configurationOf(entry, entry.latest, ref.functionArn);
};
