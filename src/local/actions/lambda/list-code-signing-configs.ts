/**
 * ListCodeSigningConfigs: docs.aws.amazon.com/lambda/latest/api/API_ListCodeSigningConfigs.html
 * @emulated
 */
import type { ListCodeSigningConfigsRequest, ListCodeSigningConfigsResponse } from '@aws-sdk/client-lambda';
import { signingView } from '../../lambda/code-signing';
import { nextMarker, pageOf } from '../../lambda/paging';
import type { Action } from '../../world';

export const listCodeSigningConfigs: Action<ListCodeSigningConfigsRequest, ListCodeSigningConfigsResponse> = (
  world,
  input,
) => {
  const { items, next } = pageOf([...world.signing.entries.values()], input);
  return { CodeSigningConfigs: items.map(signingView), ...nextMarker(next) };
};
