import type {
  Alarms,
  Aliases,
  Clock,
  Functions,
  Identity,
  Ids,
  Invoker,
  Metrics,
  Triggers,
} from '../core/ports';
import { createAlarms } from './alarms';
import { createAliases } from './aliases';
import { type ConnectionOptions, createConnections } from './connections';
import { createFunctions } from './functions';
import { createIdentity } from './identity';
import { createInvoker } from './invoker';
import { createLimiter } from './limiter';
import { createMetrics } from './metrics';
import { createSend } from './sender';
import { createTriggers } from './triggers';

export interface AwsOptions extends ConnectionOptions {
  readonly clock: Clock;
  readonly ids: Ids;
}

/** Every port that is answered by AWS. */
export interface Aws {
  readonly functions: Functions;
  readonly aliases: Aliases;
  readonly invoker: Invoker;
  readonly alarms: Alarms;
  readonly metrics: Metrics;
  readonly identity: Identity;
  readonly triggers: Triggers;
}

/**
 * The adapters over one account and region; make one a process, since they share one limiter. Throws `wrongEndpoint`;
 * everything else that is wrong shows at the first call. The SDK warns on standard error about a version of Node that it
 * will stop supporting, unless the environment says otherwise before this is called.
 */
export function createAws(options: AwsOptions): Aws {
  const connections = createConnections(options);
  const { clock, ids } = options;
  const send = createSend({ clock, ids, limiter: createLimiter(clock), ready: connections.region });
  return {
    functions: createFunctions(connections, send),
    aliases: createAliases(connections, send),
    invoker: createInvoker(connections, send),
    alarms: createAlarms(connections, send),
    metrics: createMetrics(connections, send),
    identity: createIdentity(connections, send),
    triggers: createTriggers(connections, send),
  };
}
