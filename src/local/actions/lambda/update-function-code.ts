/**
 * UpdateFunctionCode: docs.aws.amazon.com/lambda/latest/api/API_UpdateFunctionCode.html. The old code serves until the update is over.
 * @emulated Keys that code is encrypted with are kept and shown.
 */
import type { FunctionConfiguration, UpdateFunctionCodeRequest } from '@aws-sdk/client-lambda';
import type { FunctionEntry, StoredCode } from '../../lambda/book';
import { insist } from '../../lambda/constraints';
import { insistOnRevision } from '../../lambda/errors';
import { findFunction } from '../../lambda/find';
import { problemsIn } from '../../lambda/form';
import { codeRules } from '../../lambda/function-rules';
import { problemsOf } from '../../lambda/members';
import { type FunctionRef, parseUnqualified } from '../../lambda/names';
import { insistOnSameKind } from '../../lambda/package-type';
import { insistOnManaged, publish } from '../../lambda/publish';
import { insistOnSettled } from '../../lambda/settled';
import { insistOnSignature } from '../../lambda/signatures';
import { unsigned } from '../../lambda/signed';
import { insistOnSpace, storeCode } from '../../lambda/source';
import { startUpdate } from '../../lambda/states';
import { configurationOf } from '../../lambda/view';
import type { Action, World } from '../../world';

export const updateFunctionCode: Action<UpdateFunctionCodeRequest, FunctionConfiguration> = async (
  world,
  input,
) => {
  insist(...problemsOf({ functionName: input.FunctionName }), ...problemsIn(input, codeRules('')));
  const ref = parseUnqualified(world, input);
  const { codeSigningConfigArn, latest } = insistOnUpdatable(world, ref, input);
  const { config } = latest;
  insistOnSameKind(config.PackageType, input);
  insistOnManaged(config, input.PublishTo);
  const Architectures = input.Architectures ?? config.Architectures;
  const code = { Architectures, ...(await storeCode(world, input, Architectures[0] ?? '')) };
  const digests = [code.CodeSha256];
  insistOnSignature(world, { configArn: codeSigningConfigArn, what: ref.functionArn, digests });
  await insistOnSpace(world, { ...config, ...code });
  const entry = insistOnUpdatable(world, ref, input);
  if (input.DryRun) return dryRun(entry, code);
  startUpdate(world, entry.latest, { ...unsigned(entry.latest.config), ...code });
  const { Publish, PublishTo: to } = input;
  if (!Publish && !to) return configurationOf(entry, entry.latest, ref.functionArn);
  const published = publish(world, entry, { description: null, state: 'Pending', to });
  return configurationOf(entry, published, `${ref.functionArn}:${published.version}`);
};

/** Looked at again when the code is stored, for somebody else may have come between. */
function insistOnUpdatable(world: World, ref: FunctionRef, input: UpdateFunctionCodeRequest): FunctionEntry {
  const entry = findFunction(world, ref);
  insistOnSettled(entry.latest, ref.functionArn);
  insistOnRevision(input.RevisionId, entry.latest.revisionId);
  return entry;
}

const dryRun = (
  entry: FunctionEntry,
  code: StoredCode & { readonly Architectures: readonly string[] },
): FunctionConfiguration =>
  configurationOf(
    entry,
    { ...entry.latest, config: { ...unsigned(entry.latest.config), ...code } },
    entry.arn,
  );
