/** One run of one version, counted in the metrics: what every way to invoke a function comes down to. */
import { emitInvocation } from '../emit';
import { insistOnInvocable } from '../lambda/idle';
import type { Route } from '../lambda/route';
import type { RuntimeCall, RuntimeResult } from '../runtime/pool';
import type { World } from '../world';
import { admit } from './admission';

export interface Request {
  readonly payload: Uint8Array;
  /** Base64 of JSON. */
  readonly clientContext: string | null;
}

export interface Performance extends Request {
  /** Made when absent. */
  readonly requestId?: string;
  /** Called by Lambda itself, for an event that it has taken. */
  readonly asynchronous?: boolean;
  /** Hears each piece of a streamed response as it comes. */
  readonly stream?: NonNullable<RuntimeCall['stream']>;
}

/**
 * Runs once. What is resolved is run: for an alias with weights resolve anew each time. Throws AwsError for what Lambda
 * refuses. A clock that jumps stands still meanwhile, because the code needs real time.
 */
export async function perform(world: World, route: Route, request: Performance): Promise<RuntimeResult> {
  insistOnInvocable(world, route.version);
  const admission = admit(world, route, request.asynchronous === true);
  const startedMs = world.clock.nowMs();
  const release = world.clock.jumps ? world.clock.hold() : null;
  try {
    const { entry, version, ref } = route;
    const { requestId = world.random.uuid(), payload, clientContext, stream } = request;
    const call = {
      functionName: entry.name,
      invokedArn: ref.arn,
      version,
      payload,
      requestId,
      clientContext,
      ...(stream ? { stream } : {}),
    };
    const result = await world.runtime.run(call);
    const failed = result.functionError !== null;
    const { provisioned } = admission;
    emitInvocation(world, route, { startedMs, durationMs: result.durationMs, failed, provisioned });
    return result;
  } finally {
    admission.leave();
    release?.();
  }
}
