/** Where log events go once they are kept: into metrics, and to the functions that subscribe to them. */
import { invoke } from '../actions/lambda/invoke';
import type { World } from '../world';
import { embeddedMetrics } from './embedded';
import { createMetricFilters } from './metric-filters';
import { createSubscriptions, type Delivery } from './subscriptions';

/** For as long as the world lasts: functions that end with it may log until the last moment. */
export function startLogRoutes(world: World): void {
  const { logs, metrics, account } = world;
  logs.follow(({ events, writerMs }) => {
    for (const { message, ingestedMs } of events)
      for (const point of embeddedMetrics(message, { nowMs: ingestedMs, writerMs })) metrics.put(point);
  });
  logs.follow(createMetricFilters(metrics));
  logs.follow(createSubscriptions(account, (delivery) => void deliver(world, delivery)));
}

/** A function that is gone, or refuses, loses what it was sent: nobody waits for an answer. */
async function deliver(world: World, { function: FunctionName, payload: Payload }: Delivery): Promise<void> {
  try {
    await invoke(world, { FunctionName, InvocationType: 'Event', Payload });
  } catch {}
}
