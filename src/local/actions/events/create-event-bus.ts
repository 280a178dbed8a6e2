/**
 * CreateEventBus: docs.aws.amazon.com/eventbridge/latest/APIReference/API_CreateEventBus.html
 * @emulated Nothing is encrypted or logged; there are no partner buses.
 */
import type { CreateEventBusRequest, CreateEventBusResponse } from '@aws-sdk/client-eventbridge';
import { insist, refusal } from '../../buses/errors';
import { Check } from '../../lambda/constraints';
import type { Action } from '../../world';

export const createEventBus: Action<CreateEventBusRequest, CreateEventBusResponse> = (world, input) => {
  const { Name: name = '', Description: description = null } = input;
  const isName = Check.pattern('[/\\.\\-_A-Za-z0-9]+');
  insist(Check.required('name', input.Name), Check.length(1, 256)('name', name), isName('name', name));
  if (name.includes('/')) throw refusal.invalid("Event bus name must not contain '/'.");
  const { buses } = world.buses;
  if (buses.has(name)) throw refusal.exists(`Event bus ${name} already exists.`);
  buses.set(name, { name, createdMs: world.clock.nowMs(), description, rules: new Map() });
  return {
    EventBusArn: `arn:aws:events:${world.region}:${world.account}:event-bus/${name}`,
    ...(description === null ? {} : { Description: description }),
  };
};
