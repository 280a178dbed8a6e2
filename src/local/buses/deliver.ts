/** Which rules an event matches, and what their targets are handed. */
import type { Target } from '@aws-sdk/client-eventbridge';
import { handOver } from '../lambda/hand-over';
import type { World } from '../world';
import type { Bus } from './book';
import type { BusEvent } from './entries';
import { parsePattern } from './pattern';

/** Functions are the only targets that are here. */
export async function deliver(world: World, bus: Bus, event: BusEvent): Promise<void> {
  const rules = [...bus.rules.values()].filter(
    ({ state, pattern }) => state !== 'DISABLED' && pattern !== null && parsePattern(pattern)(event),
  );
  await Promise.all(
    rules.flatMap(({ arn, targets }) =>
      [...targets.values()].map((target) =>
        handOver(world, {
          functionArn: target.Arn ?? '',
          principal: 'events.amazonaws.com',
          source: arn,
          event: inputOf(target, event),
        }),
      ),
    ),
  );
}

/** The event, a part of it, or a text of the target's own. */
function inputOf({ Input, InputPath }: Target, event: BusEvent): object {
  if (Input !== undefined) return JSON.parse(Input);
  if (InputPath === undefined) return event;
  const steps = InputPath.split('.').slice(1);
  const found = steps.reduce<unknown>(
    (part, step) => (part as { readonly [name: string]: unknown } | null | undefined)?.[step],
    event,
  );
  return (found ?? null) as object;
}
