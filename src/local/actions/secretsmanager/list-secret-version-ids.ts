/**
 * ListSecretVersionIds: docs.aws.amazon.com/secretsmanager/latest/apireference/API_ListSecretVersionIds.html
 * @emulated
 */
import type {
  ListSecretVersionIdsRequest,
  ListSecretVersionIdsResponse,
} from '@aws-sdk/client-secrets-manager';
import { anySecret } from '../../secrets/find';
import { pageOf } from '../../secrets/list';
import type { Action } from '../../world';

const most = 100;

export const listSecretVersionIds: Action<ListSecretVersionIdsRequest, ListSecretVersionIdsResponse> = (
  world,
  input,
) => {
  const secret = anySecret(world, input.SecretId);
  const all = [...secret.versions.values()].filter(
    ({ stages }) => input.IncludeDeprecated || stages.length > 0,
  );
  const { items, more } = pageOf(all, input, most);
  const versions = items.map(({ id, stages, accessedMs, createdMs }) => ({
    VersionId: id,
    ...(stages.length > 0 ? { VersionStages: [...stages] } : {}),
    ...(accessedMs === null ? {} : { LastAccessedDate: new Date(accessedMs) }),
    CreatedDate: new Date(createdMs),
  }));
  return { Versions: versions, ARN: secret.arn, Name: secret.name, ...more };
};
