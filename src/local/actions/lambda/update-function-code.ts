/** UpdateFunctionCode: docs.aws.amazon.com/lambda/latest/api/API_UpdateFunctionCode.html. The old code serves until the update is over. */
import type { FunctionConfiguration, UpdateFunctionCodeRequest } from '@aws-sdk/client-lambda';
import type { FunctionEntry } from '../../lambda/book';
import { insist } from '../../lambda/constraints';
import { insistOnRevision, refusal } from '../../lambda/errors';
import { findFunction } from '../../lambda/find';
import { problemsOf } from '../../lambda/members';
import { type FunctionRef, parseUnqualified } from '../../lambda/names';
import { publish } from '../../lambda/publish';
import { insistOnSettled } from '../../lambda/settled';
import { type StoredCode, storeCode } from '../../lambda/source';
import { startUpdate } from '../../lambda/states';
import { configurationOf } from '../../lambda/view';
import type { Action, World } from '../../world';

export const updateFunctionCode: Action<UpdateFunctionCodeRequest, FunctionConfiguration> = async (
  world,
  input,
) => {
  insist(...problemsOf({ functionName: input.FunctionName }));
  const ref = parseUnqualified(world, input);
  const entry = insistOnUpdatable(world, ref, input);
  if (input.ImageUri)
    throw refusal.invalid("Please don't provide ImageUri when updating a function with packageType Zip.");
  const code = { ...(await storeCode(world, input)), ...architecturesOf(input) };
  insistOnUpdatable(world, ref, input);
  if (input.DryRun) return dryRun(entry, code);
  startUpdate(world, entry.latest, { ...entry.latest.config, ...code });
  if (!input.Publish) return configurationOf(entry, entry.latest, ref.functionArn);
  const published = publish(world, entry, { description: null, state: 'Pending' });
  return configurationOf(entry, published, `${ref.functionArn}:${published.version}`);
};

/** Looked at again when the code is stored, for somebody else may have come between. */
function insistOnUpdatable(world: World, ref: FunctionRef, input: UpdateFunctionCodeRequest): FunctionEntry {
  const entry = findFunction(world, ref);
  insistOnSettled(entry.latest, ref.functionArn);
  insistOnRevision(input.RevisionId, entry.latest.revisionId);
  return entry;
}

type NewCode = StoredCode & { readonly Architectures?: readonly string[] };

const architecturesOf = ({
  Architectures,
}: UpdateFunctionCodeRequest): { Architectures?: readonly string[] } =>
  Architectures && Architectures.length > 0 ? { Architectures } : {};

const dryRun = (entry: FunctionEntry, code: NewCode): FunctionConfiguration =>
  configurationOf(entry, { ...entry.latest, config: { ...entry.latest.config, ...code } }, entry.arn);
