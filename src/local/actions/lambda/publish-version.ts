/**
 * PublishVersion: docs.aws.amazon.com/lambda/latest/api/API_PublishVersion.html. With nothing changed it answers 201 and the version there is.
 * @emulated
 */
import type { FunctionConfiguration, PublishVersionRequest } from '@aws-sdk/client-lambda';
import { insist } from '../../lambda/constraints';
import { insistOnRevision, refusal } from '../../lambda/errors';
import { findFunction } from '../../lambda/find';
import { problemsOf } from '../../lambda/members';
import { parseUnqualified } from '../../lambda/names';
import { insistOnManaged, publish } from '../../lambda/publish';
import { insistOnSettled } from '../../lambda/settled';
import { configurationOf } from '../../lambda/view';
import type { Action } from '../../world';

export const publishVersion: Action<PublishVersionRequest, FunctionConfiguration> = (world, input) => {
  insist(...problemsOf({ functionName: input.FunctionName, description: input.Description }));
  const ref = parseUnqualified(world, input);
  const entry = findFunction(world, ref);
  const { latest } = entry;
  insistOnSettled(latest, ref.functionArn);
  insistOnRevision(input.RevisionId, latest.revisionId);
  insistOnDigest(input.CodeSha256, latest.config.CodeSha256);
  insistOnManaged(latest.config, input.PublishTo);
  const version = publish(world, entry, { description: input.Description ?? null, to: input.PublishTo });
  return configurationOf(entry, version, `${ref.functionArn}:${version.version}`);
};

function insistOnDigest(given: string | undefined, current: string): void {
  if (given === undefined || given === '' || given === current) return;
  throw refusal.invalid(
    `CodeSHA256 (${given}) is different from current CodeSHA256 in $LATEST (${current}). Please try again with the CodeSHA256 in $LATEST.`,
  );
}
