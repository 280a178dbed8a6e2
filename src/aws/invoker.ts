import type { Invocation, Invoker } from '../core/lambda';
import type { Connections } from './connections';
import { sdk } from './sdk';
import type { Send } from './sender';

/** Synchronous invocations. They are sent again only when Lambda refused to run them: an event may not be idempotent. */
export function createInvoker(connections: Connections, send: Send): Invoker {
  return {
    async invoke(functionName, qualifier, payload): Promise<Invocation> {
      const input = {
        FunctionName: functionName,
        Qualifier: qualifier,
        InvocationType: 'RequestResponse',
        Payload: Buffer.from(payload),
      } as const;
      const answer = await send({
        call: `Invoke ${functionName}:${qualifier}`,
        bucket: null,
        priority: 'write',
        retries: 'throttled',
        creates: false,
        secrets: [],
        send: () => connections.patientLambda().send(new (sdk.lambda().InvokeCommand)(input)),
      });
      return {
        executedVersion: answer.ExecutedVersion ?? null,
        functionError: answer.FunctionError ?? null,
        payload: answer.Payload ? Buffer.from(answer.Payload).toString('utf8') : '',
      };
    },
  };
}
