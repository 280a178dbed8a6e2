import type { Lent } from '../core/credentials';
import type { ConnectionOptions, Connections } from './connections';
import { reading, type Send } from './sender';

type Chosen = Pick<ConnectionOptions, 'profile' | 'assumeRole' | 'webIdentity' | 'endpoint'>;

/**
 * Null where whoever has the environment of shipit acts as shipit does: without a profile, a role or an endpoint that was
 * chosen otherwise. The credentials of a role are renewed here, not in a program that has them: they last an hour at most.
 */
export function createLender(connections: Connections, send: Send, chosen: Chosen) {
  const { profile, endpoint } = chosen;
  const role = chosen.assumeRole ?? chosen.webIdentity;
  return async (): Promise<Lent | null> => {
    if (profile === null && role === null && endpoint === null) return null;
    const ask = () => connections.credentials();
    const { accessKeyId, secretAccessKey, sessionToken, expiration } = await send({
      ...reading('credentials for a program', null),
      send: ask,
    });
    const region = await connections.region();
    return {
      AWS_ACCESS_KEY_ID: accessKeyId,
      AWS_SECRET_ACCESS_KEY: secretAccessKey,
      // What is left of others would go with these keys, or be taken instead of them.
      AWS_SESSION_TOKEN: sessionToken,
      AWS_SECURITY_TOKEN: undefined,
      AWS_CREDENTIAL_EXPIRATION: expiration?.toISOString(),
      AWS_PROFILE: undefined,
      AWS_DEFAULT_PROFILE: undefined,
      AWS_REGION: region,
      AWS_DEFAULT_REGION: region,
      ...(endpoint === null ? {} : { AWS_ENDPOINT_URL: endpoint }),
    };
  };
}
