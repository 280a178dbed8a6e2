/** What the world knows of invocations: those under way, those queued, where their outcome goes, and what was sent there. */
import { createDeliveries, type Deliveries } from './deliveries';
import { createEventConfigs, type EventConfigs } from './event-configs';
import { createEventQueue, type EventQueue } from './events';
import { createLoad, type Load } from './load';

export interface InvocationState {
  /** Invocations under way, as Lambda counts them. */
  readonly load: Load;
  /** Asynchronous invocations that are not over. */
  readonly events: EventQueue;
  readonly eventConfigs: EventConfigs;
  readonly deliveries: Deliveries;
}

export const createInvocationState = (): InvocationState => ({
  load: createLoad(),
  events: createEventQueue(),
  eventConfigs: createEventConfigs(),
  deliveries: createDeliveries(),
});
