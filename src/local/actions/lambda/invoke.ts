/**
 * Invoke: docs.aws.amazon.com/lambda/latest/api/API_Invoke.html. A function that fails is an answer with status 200.
 * @emulated Environments beyond what this machine can run wait for one to be free; concurrency is counted as at AWS.
 */
import type { InvocationRequest, InvocationResponse } from '@aws-sdk/client-lambda';
import { accept } from '../../invocations/attempts';
import { perform } from '../../invocations/perform';
import { readRequest } from '../../invocations/request';
import { Check, insist } from '../../lambda/constraints';
import { insistOnInvocable } from '../../lambda/idle';
import { problemsOf } from '../../lambda/members';
import { Route } from '../../lambda/route';
import type { Action } from '../../world';

/** The request id of the answer is the one that the function sees. */
export type WithRequestId = { readonly $metadata?: { readonly requestId: string } };

const isType = Check.oneOf(['Event', 'RequestResponse', 'DryRun']);

export const invoke: Action<InvocationRequest, InvocationResponse & WithRequestId> = async (world, input) => {
  const { FunctionName: functionName, Qualifier: qualifier } = input;
  const type = input.InvocationType ?? 'RequestResponse';
  insist(...problemsOf({ functionName, qualifier }), isType('invocationType', type));
  const request = readRequest(input, type);
  const route = Route.resolve(world, functionName ?? '', qualifier ?? null);
  insistOnInvocable(world, route.version);
  if (type === 'DryRun') return { StatusCode: 204 };
  if (type === 'Event') {
    const requestId = accept(world, route, request);
    return { StatusCode: 202, $metadata: { requestId } };
  }
  const requestId = world.random.uuid();
  const result = await perform(world, route, { ...request, requestId });
  return {
    StatusCode: 200,
    $metadata: { requestId },
    ...(result.functionError === null ? {} : { FunctionError: result.functionError }),
    ...(input.LogType === 'Tail' ? { LogResult: Buffer.from(result.logTail).toString('base64') } : {}),
    ExecutedVersion: route.version.version,
    Payload: result.payload,
  };
};
