/**
 * GetAuthorizationToken: docs.aws.amazon.com/AmazonECR/latest/APIReference/API_GetAuthorizationToken.html
 * @emulated The endpoint is that of the local AWS. Registries of other accounts are not here.
 */
import type { GetAuthorizationTokenRequest, GetAuthorizationTokenResponse } from '@aws-sdk/client-ecr';
import { checkCount } from '../../registry/checks';
import { newPassword } from '../../registry/tokens';
import type { Action } from '../../world';

export const getAuthorizationToken: Action<GetAuthorizationTokenRequest, GetAuthorizationTokenResponse> = (
  world,
  { registryIds },
) => {
  checkCount('registryIds', registryIds, [1, 10]);
  const { account, region, address } = world;
  const { text, expiresMs } = newPassword(world);
  const data = {
    authorizationToken: Buffer.from(`AWS:${text}`).toString('base64'),
    expiresAt: new Date(expiresMs),
    proxyEndpoint: address.endpoint ?? `https://${account}.dkr.ecr.${region}.amazonaws.com`,
  };
  return { authorizationData: (registryIds ?? [account]).map(() => data) };
};
