/** Invoke: docs.aws.amazon.com/lambda/latest/api/API_Invoke.html. A function that fails is an answer with status 200. */
import type { InvocationRequest, InvocationResponse } from '@aws-sdk/client-lambda';
import { emitInvocation, emitThrottle } from '../../emit';
import { AwsError } from '../../errors';
import { Check, insist } from '../../lambda/constraints';
import { refusal } from '../../lambda/errors';
import { problemsOf } from '../../lambda/members';
import { Route } from '../../lambda/route';
import type { RuntimeResult } from '../../runtime/pool';
import type { Action, World } from '../../world';

export interface Request {
  readonly payload: Uint8Array;
  /** Base64 of JSON. */
  readonly clientContext: string | null;
}

const limits: { readonly [type: string]: number } = {
  Event: 1_048_576,
  RequestResponse: 6_291_456,
  DryRun: 6_291_456,
};

const isType = Check.oneOf(['Event', 'RequestResponse', 'DryRun']);

/** After a failed asynchronous invocation Lambda tries twice more, in world time. */
const retryAfterMs = [60_000, 120_000];

export const invoke: Action<InvocationRequest, InvocationResponse> = async (world, input) => {
  const type = input.InvocationType ?? 'RequestResponse';
  const request = check(input, type);
  const route = Route.resolve(world, input.FunctionName ?? '', input.Qualifier ?? null);
  refuseState(route);
  if (type === 'DryRun') return { StatusCode: 204 };
  if (type === 'Event') {
    void inBackground(world, route, { ...request, requestId: world.random.uuid(), attempt: 0 });
    return { StatusCode: 202 };
  }
  const result = await perform(world, route, request);
  return {
    StatusCode: 200,
    ...(result.functionError === null ? {} : { FunctionError: result.functionError }),
    ...(input.LogType === 'Tail' ? { LogResult: Buffer.from(result.logTail).toString('base64') } : {}),
    ExecutedVersion: route.version.version,
    Payload: result.payload,
  };
};

/**
 * Runs once and counts it in the metrics. What is resolved is run: for an alias with weights resolve anew each time.
 * A clock that jumps stands still meanwhile, because the code needs real time.
 */
export async function perform(
  world: World,
  route: Route,
  request: Request & { readonly requestId?: string },
): Promise<RuntimeResult> {
  refuseState(route);
  refuseReserved(world, route);
  const startedMs = world.clock.nowMs();
  const release = world.clock.jumps ? world.clock.hold() : null;
  try {
    const { entry, version, ref } = route;
    const { requestId = world.random.uuid(), payload, clientContext } = request;
    const call = {
      functionName: entry.name,
      invokedArn: ref.arn,
      version,
      payload,
      requestId,
      clientContext,
    };
    const result = await world.runtime.run(call);
    const failed = result.functionError !== null;
    emitInvocation(world, route, { startedMs, durationMs: result.durationMs, failed });
    return result;
  } catch (error) {
    if (error instanceof AwsError && error.status === 429) emitThrottle(world, route, startedMs);
    throw error;
  } finally {
    release?.();
  }
}

interface Attempt extends Request {
  readonly requestId: string;
  readonly attempt: number;
}

/** Each attempt has the same request id and goes to the version chosen at first. */
async function inBackground(world: World, route: Route, request: Attempt): Promise<void> {
  const failed = await perform(world, route, request).then(
    (result) => result.functionError !== null,
    () => true,
  );
  const waitMs = retryAfterMs[request.attempt];
  if (!failed || waitMs === undefined) return;
  world.clock.after(waitMs, () => {
    void inBackground(world, route, { ...request, attempt: request.attempt + 1 });
  });
}

function check(input: InvocationRequest, type: string): Request {
  const { FunctionName: functionName, Qualifier: qualifier } = input;
  insist(...problemsOf({ functionName, qualifier }), isType('invocationType', type));
  const limit = limits[type] ?? 0;
  const payload = input.Payload ?? new Uint8Array();
  if (payload.length > limit)
    throw new AwsError(
      'RequestTooLargeException',
      413,
      `${payload.length} byte payload is too large for the ${type} invocation type (limit ${limit} bytes)`,
    );
  const clientContext = input.ClientContext || null;
  if (payload.length > 0) parseJson(payload, 'Could not parse request body into json');
  if (clientContext !== null)
    parseJson(Buffer.from(clientContext, 'base64'), 'Could not parse client context');
  return { payload, clientContext };
}

function parseJson(bytes: Uint8Array, what: string): void {
  try {
    JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch (error) {
    throw new AwsError('InvalidRequestContentException', 400, `${what}: ${(error as Error).message}`);
  }
}

function refuseState({ version }: Route): void {
  if (version.state === 'Active') return;
  throw refusal.conflict(
    `The operation cannot be performed at this time. The function is currently in the following state: ${version.state}`,
  );
}

function refuseReserved(world: World, route: Route): void {
  if (route.entry.reservedConcurrency !== 0) return;
  emitThrottle(world, route, world.clock.nowMs());
  throw new AwsError('TooManyRequestsException', 429, {
    message: 'Rate Exceeded.',
    members: {
      Reason: 'ReservedFunctionConcurrentInvocationLimitExceeded',
    },
  });
}
