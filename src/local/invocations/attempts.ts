/**
 * Carries asynchronous invocations to their end in world time: what the function fails is tried again after one minute
 * and after two, what Lambda itself refuses after growing waits, until the event is too old
 * (docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html).
 */
import { emitCount, emitEventAge } from '../emit';
import { findTarget, findVersion } from '../lambda/find';
import type { Route } from '../lambda/route';
import type { RuntimeResult } from '../runtime/pool';
import type { World } from '../world';
import { deliver } from './deliver';
import { type EventConfig, eventDefaults } from './event-configs';
import type { Chain, QueuedEvent } from './events';
import { perform, type Request } from './perform';
import type { Ending } from './records';

const retryAfterMs = [60_000, 120_000];

/** From one second, doubled each time, to five minutes. */
const backOff = { firstMs: 1000, longestMs: 300_000 } as const;

/** Queues an event, and begins with it at once. Every attempt has the request id that this answers. */
export function accept(world: World, route: Route, request: Request & { readonly chain?: Chain }): string {
  const nowMs = world.clock.nowMs();
  const { payload, clientContext, chain = {} } = request;
  const { name } = route.entry;
  const event = {
    id: world.random.uuid(),
    functionName: name,
    qualifier: route.ref.qualifier,
    version: route.version.version,
    payload,
    clientContext,
    chain: { ...chain, [name]: (chain[name] ?? 0) + 1 },
    acceptedMs: nowMs,
    dueMs: nowMs,
    failures: 0,
    refusals: 0,
  };
  world.events.add(event);
  emitCount(world, route, 'AsyncEventsReceived');
  void attempt(world, event);
  return event.id;
}

/** Takes up what was queued when the world was closed. */
export function resumeEvents(world: World): void {
  for (const event of world.events.all.values()) schedule(world, event);
}

function schedule(world: World, event: QueuedEvent): void {
  world.clock.after(event.dueMs - world.clock.nowMs(), () => void attempt(world, event));
}

const isOver = ({ events }: World, event: QueuedEvent): boolean => events.closed || !events.all.has(event.id);

/** Never rejects. An event whose function is gone goes, too. */
async function attempt(world: World, event: QueuedEvent): Promise<void> {
  if (isOver(world, event)) return;
  const route = routeOf(world, event);
  if (!route) return world.events.remove(event.id);
  emitEventAge(world, route, world.clock.nowMs() - event.acceptedMs);
  const { id: requestId, payload, clientContext } = event;
  const request = { payload, clientContext, requestId, asynchronous: true };
  const result = await perform(world, route, request).catch(() => null);
  if (isOver(world, event)) return;
  const condition = conditionAfter(world, { event, route, result });
  if (condition) await conclude(world, { event, route, result, condition });
  else schedule(world, event);
}

function routeOf(world: World, { functionName, qualifier, version }: QueuedEvent): Route | null {
  if (!world.functions.entries.has(functionName)) return null;
  try {
    const named = qualifier === null ? {} : { Qualifier: qualifier };
    const target = findTarget(world, { FunctionName: functionName, ...named });
    const found = findVersion(target.entry, version);
    return found && { ...target, version: found };
  } catch {
    return null;
  }
}

interface Attempted {
  readonly event: QueuedEvent;
  readonly route: Route;
  /** Null when Lambda itself refused: throttled, or not able to. */
  readonly result: RuntimeResult | null;
}

/** How it ended, or null after having said when it is due again. An event that would then be too old ends now. */
function conditionAfter(world: World, { event, route, result }: Attempted): Ending['condition'] | null {
  if (result?.functionError === null) return 'Success';
  if (!result && route.entry.reservedConcurrency === 0) return 'ZeroReservedConcurrency';
  const config = world.eventConfigs.find(event.functionName, event.qualifier ?? '$LATEST');
  if (result) event.failures += 1;
  const waitMs = result ? retryWaitMs(event, config) : backOffMs(event);
  event.refusals = result ? 0 : event.refusals + 1;
  if (waitMs === null) return 'RetriesExhausted';
  event.dueMs = world.clock.nowMs() + waitMs;
  const maximumAgeMs = (config?.maximumAgeS ?? eventDefaults.maximumAgeS) * 1000;
  return event.dueMs - event.acceptedMs > maximumAgeMs ? 'EventAgeExceeded' : null;
}

function retryWaitMs({ failures }: QueuedEvent, config: EventConfig | null): number | null {
  if (failures > (config?.retries ?? eventDefaults.retries)) return null;
  return retryAfterMs[failures - 1] ?? null;
}

const backOffMs = ({ refusals }: QueuedEvent): number =>
  Math.min(backOff.firstMs * 2 ** Math.min(refusals, 20), backOff.longestMs);

async function conclude(
  world: World,
  { event, route, result, condition }: Attempted & Pick<Ending, 'condition'>,
): Promise<void> {
  world.events.remove(event.id);
  if (condition !== 'Success') emitCount(world, route, 'AsyncEventsDropped');
  const attempts = event.failures + (condition === 'Success' ? 1 : 0);
  const ending = { condition, result, attempts, atMs: world.clock.nowMs() };
  await deliver(world, { event, route, ending }, accept);
}
