/** In-memory fakes of the ports. Each has `did`, the calls it got, and `failNext` for a failure ordered in advance. */
import { createChance } from '../src/core/chance';
import type { Event } from '../src/core/events';
import type { Clock, Ids, Ports, Report } from '../src/core/ports';
import { Ulid } from '../src/core/ulid';
import { FakeAliases } from './fakes/aliases';
import { FakeBulletins, FakeCapacity, FakeNotices, FakeWeb } from './fakes/around';
import { FakeBundler, FakeStaging } from './fakes/building';
import { FakeFiles, FakeInvoker, FakeJournal } from './fakes/edge';
import { FakeFunctions } from './fakes/functions';
import { FakeLayers } from './fakes/layers';
import { FakeLookups } from './fakes/lookups';
import { FakeCache, FakePacking } from './fakes/packing';
import { FakeProcesses } from './fakes/processes';
import { FakeRegistries } from './fakes/registries';
import { FakeRoles } from './fakes/roles';
import { FakeSettings } from './fakes/settings';
import { FakeDepot, FakeRepositories, FakeSigners } from './fakes/stores';
import { FakeAlarms, FakeIdentity, FakeMetrics, FakeTriggers } from './fakes/watch';

/** The same seed gives the same ids. */
export class FakeIds implements Ids {
  readonly did: string[] = [];
  private readonly chance: () => number;

  constructor(
    private readonly clock: Clock,
    seed: number,
  ) {
    this.chance = createChance(seed);
  }

  ulid(): string {
    this.did.push('ulid');
    return Ulid.of(this.clock.nowMs(), this.digits(16, 32));
  }

  nonce(): string {
    this.did.push('nonce');
    return this.digits(8, 16)
      .map((digit) => digit.toString(16))
      .join('');
  }

  jitter(): number {
    this.did.push('jitter');
    return this.chance();
  }

  private digits(count: number, base: number): number[] {
    return Array.from({ length: count }, () => Math.floor(this.chance() * base));
  }
}

class FakeReport implements Report {
  readonly events: Event[] = [];

  /** The types of the events, in order. */
  get did(): string[] {
    return this.events.map(({ type }) => type);
  }

  tell(event: Event): void {
    this.events.push(event);
  }
}

export type Fakes = ReturnType<typeof fakePorts>;

/** All ports over one small world; `clock` is handed in because a test wants to move it. */
export function fakePorts(clock: Clock) {
  const functions = new FakeFunctions();
  const files = new FakeFiles();
  const fakes = {
    functions,
    /** The same, so that what is done to functions and to their versions stands in one list. */
    versions: functions,
    settings: new FakeSettings(functions),
    layers: new FakeLayers(),
    roles: new FakeRoles(),
    aliases: new FakeAliases(functions),
    invoker: new FakeInvoker(),
    alarms: new FakeAlarms(),
    metrics: new FakeMetrics(),
    identity: new FakeIdentity(),
    triggers: new FakeTriggers(),
    journal: new FakeJournal(),
    files,
    packing: new FakePacking(files),
    cache: new FakeCache(),
    bundler: new FakeBundler(),
    staging: new FakeStaging(files),
    lookups: new FakeLookups(),
    processes: new FakeProcesses(),
    capacity: new FakeCapacity(),
    web: new FakeWeb(),
    registries: new FakeRegistries(),
    bulletins: new FakeBulletins(),
    depot: new FakeDepot(),
    signers: new FakeSigners(),
    repositories: new FakeRepositories(),
    notices: new FakeNotices(),
    clock,
    ids: new FakeIds(clock, 1),
    report: new FakeReport(),
  };
  return fakes satisfies Ports;
}
