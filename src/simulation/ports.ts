/** The ports of one process over the simulated world. The production code cannot tell. */
import { ShipitError } from '../core/errors';
import type { Event } from '../core/events';
import type { Aliases, AliasTarget } from '../core/lambda';
import type { AlarmReading, Files, Ids, Ports } from '../core/ports';
import { Ulid } from '../core/ulid';
import { AliasRef } from '../core/values';
import { absentPorts } from './absent';
import { simulatedCapacity } from './capacity';
import type { Line } from './faults';
import { simulatedFunctions, simulatedVersions } from './functions';
import type { Process } from './process';
import type { Scheduler } from './scheduler';
import type { SimulatedWorld } from './world';

/** What one process did and saw, for the invariants. */
export interface Trace {
  readonly process: string;
  readonly events: { readonly atMs: number; readonly event: Event }[];
  /** When each alias write was sent off, and what it was. */
  readonly issued: Issue[];
  /** Answers to alias writes that reached the process: the revision it knows it wrote. */
  readonly answered: string[];
  /** When CloudWatch looked, of readings that came back: what was asked for, and what is wrong with it, empty for nothing. */
  readonly readings: { readonly atMs: number; readonly asked: readonly string[]; readonly wrong: string }[];
}

export interface Issue {
  readonly atMs: number;
  readonly key: string;
  readonly target: AliasTarget;
  /** What the process believes to stand there; null when it makes the alias. */
  readonly onRevision: string | null;
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
  return {
    functions: simulatedFunctions(world, line, process.name),
    versions: simulatedVersions(world, line, process.name),
    ...absentPorts,
    capacity: simulatedCapacity(world, line, process.name),
    aliases: aliases(sim),
    invoker: {
      invoke: (name, qualifier) =>
        line.call('Invoke', () => {
          const payload = world.answers.get(name)?.() ?? '{}';
          return { executedVersion: qualifier, functionError: null, payload };
        }),
    },
    alarms: alarms(sim),
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
    journal: journal(sim),
    files: noFiles,
    clock: process.clock,
    ids: idsOf(sim),
    report: {
      tell: (event) => {
        if (process.alive) trace.events.push({ atMs: scheduler.nowMs(), event });
      },
    },
  };
}

function idsOf({ process, scheduler }: Simulated): Ids {
  const digits = (count: number, base: number) =>
    Array.from({ length: count }, () => Math.floor(scheduler.chance() * base));
  return {
    ulid: () => Ulid.of(process.clock.nowMs(), digits(16, 32)),
    nonce: () =>
      digits(8, 16)
        .map((digit) => digit.toString(16))
        .join(''),
    jitter: scheduler.chance,
  };
}

const caller = {
  account: '123456789012',
  arn: 'arn:aws:iam::123456789012:user/ann',
  region: 'eu-west-1',
  expiresAtMs: null,
  worry: null,
};

function aliases({ world, line, process, trace, scheduler }: Simulated): Aliases {
  const by = process.name;
  const issue = (ref: AliasRef, target: AliasTarget, onRevision: string | null) => {
    const key = AliasRef.key(ref);
    if (process.alive) trace.issued.push({ atMs: scheduler.nowMs(), key, target, onRevision });
  };
  const known = async <T extends { revisionId: string }>(answer: Promise<T>): Promise<T> => {
    const state = await answer;
    trace.answered.push(state.revisionId);
    return state;
  };
  return {
    read: (ref) => line.read('GetAlias', (lateMs) => world.aliasAt(AliasRef.key(ref), lateMs)),
    list: (functionName) => line.call('ListAliases', () => world.aliasesOf(functionName)),
    create(ref, target) {
      issue(ref, target, null);
      return known(line.call('CreateAlias', () => world.createAlias(AliasRef.key(ref), target, by)));
    },
    write(ref, target, revisionId) {
      issue(ref, target, revisionId);
      const key = AliasRef.key(ref);
      return known(line.call('UpdateAlias', () => world.writeAlias(key, target, { by, revisionId })));
    },
    remove: (ref) => line.call('DeleteAlias', () => world.removeAlias(AliasRef.key(ref), by)),
  };
}

function alarms({ world, line, trace, scheduler }: Simulated): Ports['alarms'] {
  return {
    async read(names) {
      let atMs = 0;
      const readings = await line.read('DescribeAlarms', (lateMs) => {
        atMs = scheduler.nowMs();
        return names.flatMap((name) => world.alarm(name, lateMs) ?? []);
      });
      trace.readings.push({ atMs, asked: names, wrong: wrongWith(names, readings) });
      return readings;
    },
    named: (prefix) =>
      line.call('DescribeAlarms', () =>
        [...world.alarms.keys()].filter((name) => name.startsWith(prefix)).sort(),
      ),
    put: ({ name }) =>
      line.call('PutMetricAlarm', () => {
        if (!world.alarms.has(name)) world.alarms.set(name, { windowMs: 60_000, turns: [] });
      }),
    async remove(names) {
      if (names.length === 0) return;
      await line.call('DeleteAlarms', () => {
        for (const name of names) world.alarms.delete(name);
      });
    },
  };
}

function wrongWith(names: readonly string[], readings: readonly AlarmReading[]): string {
  const missing = names.find((name) => !readings.some((reading) => reading.name === name));
  if (missing !== undefined) return `${missing} was not answered`;
  const bad = readings.find(({ state, partial }) => state === 'ALARM' || partial);
  if (!bad) return '';
  return bad.partial ? `${bad.name} was partly evaluated` : `${bad.name} was in ALARM`;
}

/** One for everybody, as a bucket is. */
function journal({ world, line }: Simulated): Ports['journal'] {
  const { journals } = world;
  return {
    append: (release, event) =>
      line.local(
        'journal',
        () => {
          const kept = journals.get(release) ?? [];
          journals.set(release, kept);
          kept.push(event);
        },
        world.journalMs,
      ),
    read: (release) => line.local('journal', () => [...(journals.get(release) ?? [])]),
    releases: () => line.local('journal', () => [...journals.keys()].sort().reverse()),
  };
}

/** A release that is simulated has its artifacts in hand. */
const noFile = async (path: string): Promise<never> =>
  Promise.reject(new ShipitError('badArtifact', `no file ${path} in a simulation`));

const noFiles: Files = {
  read: noFile,
  part: noFile,
  digest: noFile,
  stat: async () => null,
  walk: async () => [],
  write: async () => undefined,
};
