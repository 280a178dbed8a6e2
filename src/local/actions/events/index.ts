/** Every EventBridge operation of the local AWS, by its name on the wire. */
import type { Action } from '../../world';
import { createEventBus } from './create-event-bus';
import { deleteEventBus } from './delete-event-bus';
import { deleteRule } from './delete-rule';
import { listEventBuses } from './list-event-buses';
import { listRules } from './list-rules';
import { listTargetsByRule } from './list-targets-by-rule';
import { putEvents } from './put-events';
import { putRule } from './put-rule';
import { putTargets } from './put-targets';
import { removeTargets } from './remove-targets';

export const eventsActions = {
  CreateEventBus: createEventBus,
  DeleteEventBus: deleteEventBus,
  DeleteRule: deleteRule,
  ListEventBuses: listEventBuses,
  ListRules: listRules,
  ListTargetsByRule: listTargetsByRule,
  PutEvents: putEvents,
  PutRule: putRule,
  PutTargets: putTargets,
  RemoveTargets: removeTargets,
} satisfies { [operation: string]: Action<never, object> };
