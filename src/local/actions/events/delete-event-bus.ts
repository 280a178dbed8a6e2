/**
 * DeleteEventBus: docs.aws.amazon.com/eventbridge/latest/APIReference/API_DeleteEventBus.html. One that is not there is no error.
 * @emulated
 */
import type { DeleteEventBusRequest } from '@aws-sdk/client-eventbridge';
import { refusal } from '../../buses/errors';
import type { Action } from '../../world';

export const deleteEventBus: Action<DeleteEventBusRequest, object> = (world, { Name: name = '' }) => {
  if (name === 'default') throw refusal.invalid('Cannot delete event bus default.');
  const { buses } = world.buses;
  if ((buses.get(name)?.rules.size ?? 0) > 0)
    throw refusal.invalid("Event bus can't be deleted since it has rules.");
  buses.delete(name);
  return {};
};
