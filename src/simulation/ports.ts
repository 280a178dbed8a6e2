/** The ports of one process over the simulated world. The production code cannot tell. */
import { ShipitError } from '../core/errors';
import type { Event } from '../core/events';
import type { Aliases, AliasTarget } from '../core/lambda';
import type { Files, Ports } from '../core/ports';
import { Ulid } from '../core/ulid';
import { AliasRef } from '../core/values';
import type { Line } from './faults';
import { simulatedFunctions, simulatedVersions } from './functions';
import type { Process, Scheduler } from './scheduler';
import type { SimulatedWorld } from './world';

/** What one process did and saw, for the invariants. */
export interface Trace {
  readonly process: string;
  readonly events: Event[];
  /** When each alias write was sent off, and what it was. */
  readonly issued: { readonly atMs: number; readonly key: string; readonly target: AliasTarget }[];
  /** When a reading of alarms came back, whether all that were asked for were there and none fired. */
  readonly readings: { readonly atMs: number; readonly clear: boolean }[];
}

export interface Simulated {
  readonly world: SimulatedWorld;
  readonly scheduler: Scheduler;
  readonly process: Process;
  readonly line: Line;
  readonly trace: Trace;
}

export function simulatedPorts(sim: Simulated): Ports {
  const { world, scheduler, process, line, trace } = sim;
  const { nowMs } = process.clock;
  const hex = () => Math.floor(scheduler.chance() * 16).toString(16);
  return {
    functions: simulatedFunctions(world, line, process.name),
    versions: simulatedVersions(world, line, process.name),
    ...absentPorts,
    aliases: aliases(sim),
    invoker: {
      invoke: (_name, qualifier) =>
        line.call('Invoke', () => ({ executedVersion: qualifier, functionError: null, payload: '{}' })),
    },
    alarms: { read: (names) => readAlarms(sim, names) },
    metrics: {
      counts: (questions, fromMs, toMs) =>
        line.call('GetMetricData', () =>
          questions.map((asked) => world.counts(AliasRef.key(asked), asked.version, { fromMs, toMs })),
        ),
    },
    identity: { whoami: () => line.call('GetCallerIdentity', () => caller) },
    triggers: {
      look: (questions) =>
        line.call('GetPolicy', () => questions.map(() => ({ bypasses: [], provisioned: false, unread: [] }))),
    },
    journal: journal(),
    files: noFiles,
    clock: process.clock,
    ids: {
      ulid: () =>
        Ulid.of(
          nowMs(),
          Array.from({ length: 16 }, () => Math.floor(scheduler.chance() * 32)),
        ),
      nonce: () => Array.from({ length: 8 }, hex).join(''),
      jitter: scheduler.chance,
    },
    report: { tell: (event) => trace.events.push(event) },
  };
}

const caller = {
  account: '123456789012',
  arn: 'arn:aws:iam::123456789012:user/ann',
  region: 'eu-west-1',
  expiresAtMs: null,
};

function aliases({ world, line, process, trace, scheduler }: Simulated): Aliases {
  const by = process.name;
  const issue = (ref: AliasRef, target: AliasTarget) =>
    trace.issued.push({ atMs: scheduler.nowMs(), key: AliasRef.key(ref), target });
  return {
    read: (ref) => line.call('GetAlias', () => world.aliases.get(AliasRef.key(ref)) ?? null),
    list: (functionName) => line.call('ListAliases', () => world.aliasesOf(functionName)),
    create(ref, target) {
      issue(ref, target);
      return line.call('CreateAlias', () => world.createAlias(AliasRef.key(ref), target, by));
    },
    write(ref, target, revisionId) {
      issue(ref, target);
      return line.call('UpdateAlias', () => world.writeAlias(AliasRef.key(ref), target, { by, revisionId }));
    },
    remove: (ref) =>
      line.call('DeleteAlias', () => {
        world.aliases.delete(AliasRef.key(ref));
      }),
  };
}

async function readAlarms({ world, line, trace, scheduler }: Simulated, names: readonly string[]) {
  const readings = await line.call('DescribeAlarms', () => names.flatMap((name) => world.alarm(name) ?? []));
  const clear =
    readings.length === names.length &&
    readings.every((reading) => reading.state !== 'ALARM' && !reading.partial);
  trace.readings.push({ atMs: scheduler.nowMs(), clear });
  return readings;
}

function journal(): Ports['journal'] {
  const kept = new Map<string, Event[]>();
  return {
    append: async (release, event) => {
      kept.set(release, [...(kept.get(release) ?? []), event]);
    },
    read: async (release) => kept.get(release) ?? [],
  };
}

/** A release that is simulated has its artifacts in hand. */
const noFiles: Files = {
  read: async (path) => Promise.reject(new ShipitError('badArtifact', `no file ${path} in a simulation`)),
  stat: async () => null,
  walk: async () => [],
  write: async () => undefined,
};

const absent = (what: string) => (): Promise<never> =>
  Promise.reject(new ShipitError('unavailable', `a simulated world has no ${what}`));

/** A rollout moves aliases between versions; what else stands around functions is not part of the proof. */
const absentPorts: Pick<Ports, 'settings' | 'layers' | 'roles' | 'lookups' | 'processes'> = {
  settings: { read: absent('settings'), write: absent('settings'), mark: absent('settings') },
  layers: { versions: absent('layers'), publish: absent('layers'), remove: absent('layers') },
  roles: { read: absent('roles'), create: absent('roles'), update: absent('roles'), remove: absent('roles') },
  lookups: {
    parameter: absent('parameters'),
    secret: absent('secrets'),
    stackOutput: absent('stacks'),
    object: absent('objects'),
  },
  processes: { run: absent('programs') },
};
