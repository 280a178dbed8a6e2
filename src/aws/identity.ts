import type { Caller, Identity } from '../core/ports';
import type { Connections } from './connections';
import { sdk } from './sdk';
import { reading, type Send } from './sender';

export function createIdentity(connections: Connections, send: Send): Identity {
  return {
    /** GetCallerIdentity needs no permission: who may not ask it is not logged in. */
    async whoami(): Promise<Caller> {
      const answer = await send({
        ...reading('GetCallerIdentity', null),
        send: () => connections.sts().send(new (sdk.sts().GetCallerIdentityCommand)({})),
      });
      return {
        account: answer.Account ?? '',
        arn: answer.Arn ?? '',
        region: await connections.region(),
        ...(await connections.lasting()),
      };
    },
  };
}
