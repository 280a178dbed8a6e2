/**
 * UpdateSecretVersionStage: docs.aws.amazon.com/secretsmanager/latest/apireference/API_UpdateSecretVersionStage.html
 * @emulated
 */
import type {
  UpdateSecretVersionStageRequest,
  UpdateSecretVersionStageResponse,
} from '@aws-sdk/client-secrets-manager';
import { refusal } from '../../secrets/errors';
import { findSecret, findVersion } from '../../secrets/find';
import { moveStage } from '../../secrets/write';
import type { Action } from '../../world';

export const updateSecretVersionStage: Action<
  UpdateSecretVersionStageRequest,
  UpdateSecretVersionStageResponse
> = (world, input) => {
  const { VersionStage: stage = '', RemoveFromVersionId: from, MoveToVersionId: to } = input;
  const secret = findSecret(world, input.SecretId);
  const holder = [...secret.versions.values()].find(({ stages }) => stages.includes(stage));
  if (holder && holder.id !== from && holder.id !== to)
    throw refusal.parameter(
      `The parameter RemoveFromVersionId can't be empty. Staging label ${stage} is currently attached to version ${holder.id}, so you must explicitly reference that version in RemoveFromVersionId.`,
    );
  if (to === undefined && stage === 'AWSCURRENT')
    throw refusal.parameter(
      'You can only move staging label AWSCURRENT to a different secret version. It can’t be completely removed.',
    );
  moveStage(secret, stage, to === undefined ? null : findVersion(secret, { VersionId: to }));
  return { ARN: secret.arn, Name: secret.name };
};
