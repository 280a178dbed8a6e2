/**
 * UpdateFunctionConfiguration: docs.aws.amazon.com/lambda/latest/api/API_UpdateFunctionConfiguration.html. The same values again are an update too.
 * @emulated Networks, file systems, keys and capacity providers are kept and shown: any that is well formed counts as existing.
 */
import type { FunctionConfiguration, UpdateFunctionConfigurationRequest } from '@aws-sdk/client-lambda';
import type { FunctionEntry } from '../../lambda/book';
import { insistOnRevision, refusal } from '../../lambda/errors';
import { findFunction } from '../../lambda/find';
import { type FunctionRef, parseUnqualified } from '../../lambda/names';
import { insistOnForm, layOver } from '../../lambda/settings';
import { insistOnSettled } from '../../lambda/settled';
import { insistOnSignature, layerDigests } from '../../lambda/signatures';
import { insistOnSpace } from '../../lambda/source';
import { startUpdate } from '../../lambda/states';
import { configurationOf } from '../../lambda/view';
import type { Action, World } from '../../world';

export const updateFunctionConfiguration: Action<
  UpdateFunctionConfigurationRequest,
  FunctionConfiguration
> = async (world, input) => {
  insistOnForm(world, input, {});
  const ref = parseUnqualified(world, input);
  const { codeSigningConfigArn, latest } = insistOnUpdatable(world, ref, input);
  const config = layOver(world, latest.config, input);
  if (input.Layers?.length) {
    const digests = layerDigests(world, config.Layers);
    insistOnSignature(world, { configArn: codeSigningConfigArn, what: ref.functionArn, digests });
    await insistOnSpace(world, config);
  }
  const entry = insistOnUpdatable(world, ref, input);
  startUpdate(world, entry.latest, layOver(world, entry.latest.config, input));
  return configurationOf(entry, entry.latest, ref.functionArn);
};

/** Looked at again when the layers are measured, for somebody else may have come between. */
function insistOnUpdatable(
  world: World,
  ref: FunctionRef,
  input: UpdateFunctionConfigurationRequest,
): FunctionEntry {
  const entry = findFunction(world, ref);
  insistOnSettled(entry.latest, ref.functionArn);
  insistOnRevision(input.RevisionId, entry.latest.revisionId);
  // docs.aws.amazon.com/lambda/latest/dg/durable-configuration.html; how AWS words it is not known.
  if (input.DurableConfig && !entry.latest.config.DurableConfig)
    throw refusal.invalid('Durable execution can only be enabled when the function is created.');
  return entry;
}
