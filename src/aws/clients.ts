import type { Permissions, ServerTime } from '../core/checkup';
import type { Lent } from '../core/credentials';
import type {
  Aliases,
  Capacity,
  Functions,
  Invoker,
  Layers,
  Roles,
  Settings,
  Triggers,
  Versions,
} from '../core/lambda';
import type { Alarms, Bulletins, Clock, Identity, Ids, Lookups, Metrics } from '../core/ports';
import type { Depot, Repositories, Signers } from '../core/stores';
import { createAlarms } from './alarms';
import { createAliases } from './aliases';
import { createBulletins } from './bulletins';
import { createCapacity } from './capacity';
import { type ConnectionOptions, createConnections } from './connections';
import { createDepot } from './depot';
import { createFunctions } from './functions';
import { createIdentity } from './identity';
import { createInvoker } from './invoker';
import { createSharedJournal, type SharedJournal } from './journal';
import { createLayers } from './layers';
import { createLender } from './lent';
import { createLimiter } from './limiter';
import { createLookups } from './lookups';
import { createMetrics } from './metrics';
import { createPermissions } from './permissions';
import { createRegistryLogins, type RegistryLogins } from './registry-login';
import { createRepositories } from './repositories';
import { createRoles } from './roles';
import { createSend } from './sender';
import { createServerTime } from './server-time';
import { createSettings } from './settings';
import type { JournalPlace } from './shelf';
import { createSigners } from './signers';
import { createTriggers } from './triggers';
import { createVersions } from './versions';

export interface AwsOptions extends ConnectionOptions {
  readonly clock: Clock;
  readonly ids: Ids;
}

/** Every port that is answered by AWS. */
export interface Aws {
  readonly functions: Functions;
  readonly versions: Versions;
  readonly settings: Settings;
  readonly layers: Layers;
  readonly roles: Roles;
  readonly aliases: Aliases;
  readonly invoker: Invoker;
  readonly alarms: Alarms;
  readonly metrics: Metrics;
  readonly identity: Identity;
  readonly triggers: Triggers;
  readonly lookups: Lookups;
  readonly capacity: Capacity;
  readonly bulletins: Bulletins;
  /** For a program that may act as shipit does. */
  lent(): Promise<Lent | null>;
  readonly depot: Depot;
  readonly signers: Signers;
  readonly repositories: Repositories;
  readonly permissions: Permissions;
  readonly serverTime: ServerTime;
  /** Who the caller is to a registry of ECR. */
  readonly registryLogin: RegistryLogins;
  /** A journal that others write and read too; make one a process. */
  journalAt(place: JournalPlace): SharedJournal;
}

/**
 * The adapters over one account and region; make one a process, since they share one limiter. Throws `wrongEndpoint`;
 * everything else that is wrong shows at the first call. The SDK warns on standard error about a version of Node that it
 * will stop supporting, unless the environment says otherwise before this is called.
 */
export function createAws(options: AwsOptions): Aws {
  const connections = createConnections(options);
  const { clock, ids, trace } = options;
  const limits = { limiter: createLimiter(clock), ready: connections.region };
  const send = createSend({ clock, ids, ...limits, traced: trace !== null });
  const identity = createIdentity(connections, send);
  return {
    functions: createFunctions(connections, send),
    versions: createVersions(connections, send),
    settings: createSettings(connections, send),
    layers: createLayers(connections, send),
    roles: createRoles(connections, send),
    aliases: createAliases(connections, send),
    invoker: createInvoker(connections, send),
    alarms: createAlarms(connections, send),
    metrics: createMetrics(connections, send),
    identity,
    triggers: createTriggers(connections, send),
    lookups: createLookups(connections, send),
    capacity: createCapacity(connections, send),
    bulletins: createBulletins(connections, send),
    lent: createLender(connections, send, options),
    depot: createDepot(connections, send),
    signers: createSigners(connections, send, { clock, ids }),
    repositories: createRepositories(connections, send, identity),
    permissions: createPermissions(connections, send),
    serverTime: createServerTime(connections),
    registryLogin: createRegistryLogins(connections, send, clock),
    journalAt: (place) => createSharedJournal({ connections, send, identity, clock, ids }, place),
  };
}
