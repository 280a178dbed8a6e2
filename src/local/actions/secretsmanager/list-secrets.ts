/**
 * ListSecrets: docs.aws.amazon.com/secretsmanager/latest/apireference/API_ListSecrets.html
 * @emulated
 */
import type { ListSecretsRequest, ListSecretsResponse } from '@aws-sdk/client-secrets-manager';
import { secretsOf } from '../../secrets/find';
import { filtered, pageOf } from '../../secrets/list';
import { secretView, stagesView } from '../../secrets/views';
import type { Action } from '../../world';

const most = 100;

export const listSecrets: Action<ListSecretsRequest, ListSecretsResponse> = (world, input) => {
  const planned = input.IncludePlannedDeletion ?? false;
  const living = secretsOf(world).filter(({ deletion }) => planned || !deletion);
  const found = filtered(living, input.Filters);
  const { items, more } = pageOf(input.SortOrder === 'asc' ? found : found.reverse(), input, most);
  return {
    SecretList: items.map((secret) => ({
      ...secretView(secret),
      SecretVersionsToStages: stagesView(secret),
    })),
    ...more,
  };
};
