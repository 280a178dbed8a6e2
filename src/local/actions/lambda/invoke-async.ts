/**
 * InvokeAsync: docs.aws.amazon.com/lambda/latest/api/API_InvokeAsync.html. The old form of Invoke with type Event.
 * @emulated
 */
import type { InvokeAsyncRequest, InvokeAsyncResponse } from '@aws-sdk/client-lambda';
import { accept } from '../../invocations/attempts';
import { readRequest } from '../../invocations/request';
import { insist } from '../../lambda/constraints';
import { insistOnInvocable } from '../../lambda/idle';
import { problemsOf } from '../../lambda/members';
import { Route } from '../../lambda/route';
import type { Action } from '../../world';
import type { WithRequestId } from './invoke';

/** The wire reads a body whole. */
type Read = Omit<InvokeAsyncRequest, 'InvokeArgs'> & { readonly InvokeArgs?: Uint8Array };

export const invokeAsync: Action<Read, InvokeAsyncResponse & WithRequestId> = (
  world,
  { FunctionName = '', InvokeArgs },
) => {
  insist(...problemsOf({ functionName: FunctionName }));
  const request = readRequest({ Payload: InvokeArgs }, 'Event');
  const route = Route.resolve(world, FunctionName, null);
  insistOnInvocable(world, route.version);
  const requestId = accept(world, route, request);
  return { Status: 202, $metadata: { requestId } };
};
