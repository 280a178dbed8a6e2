/**
 * InvokeWithResponseStream: docs.aws.amazon.com/lambda/latest/api/API_InvokeWithResponseStream.html. The answer begins
 * with the first piece; a function that does not stream gives one.
 * @emulated
 */
import type {
  InvokeWithResponseStreamRequest,
  InvokeWithResponseStreamResponse,
  InvokeWithResponseStreamResponseEvent,
} from '@aws-sdk/client-lambda';
import { perform } from '../../invocations/perform';
import { Pipe } from '../../invocations/pipe';
import { readRequest } from '../../invocations/request';
import { Check, insist } from '../../lambda/constraints';
import { insistOnInvocable } from '../../lambda/idle';
import { problemsOf } from '../../lambda/members';
import { Route } from '../../lambda/route';
import type { RuntimeCall, RuntimeResult } from '../../runtime/pool';
import type { Action } from '../../world';
import type { WithRequestId } from './invoke';

type Event = InvokeWithResponseStreamResponseEvent;

const isType = Check.oneOf(['RequestResponse', 'DryRun']);

export const invokeWithResponseStream: Action<
  InvokeWithResponseStreamRequest,
  InvokeWithResponseStreamResponse & WithRequestId
> = async (world, input) => {
  const { FunctionName: functionName, Qualifier: qualifier } = input;
  const type = input.InvocationType ?? 'RequestResponse';
  insist(...problemsOf({ functionName, qualifier }), isType('invocationType', type));
  const request = readRequest(input, type);
  const route = Route.resolve(world, functionName ?? '', qualifier ?? null);
  insistOnInvocable(world, route.version);
  if (type === 'DryRun') return { StatusCode: 204 };
  const pipe = new Pipe<Event>();
  const requestId = world.random.uuid();
  const run = (send: Send): Promise<RuntimeResult> =>
    perform(world, route, { ...request, requestId, stream: send });
  await Promise.race([stream(run, pipe, input.LogType === 'Tail'), pipe.filled]);
  return {
    StatusCode: 200,
    $metadata: { requestId },
    ExecutedVersion: route.version.version,
    EventStream: pipe,
  };
};

type Send = NonNullable<RuntimeCall['stream']>;

/** Rejects for what Lambda refuses, which is before any piece. */
async function stream(
  run: (send: Send) => Promise<RuntimeResult>,
  pipe: Pipe<Event>,
  tail: boolean,
): Promise<void> {
  let streamed = false;
  const send = (Payload: Uint8Array): void => {
    streamed = true;
    pipe.push({ PayloadChunk: { Payload } });
  };
  const result = await run(send);
  if (!streamed && result.functionError === null) send(result.payload);
  pipe.push({ InvokeComplete: completion(result, tail) });
  pipe.end();
}

function completion(
  { functionError, payload, logTail }: RuntimeResult,
  tail: boolean,
): NonNullable<Event['InvokeComplete']> {
  return {
    ...(functionError === null
      ? {}
      : { ErrorCode: functionError, ErrorDetails: Buffer.from(payload).toString('utf8') }),
    ...(tail ? { LogResult: Buffer.from(logTail).toString('base64') } : {}),
  };
}
