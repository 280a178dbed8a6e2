/** What a project has at AWS, as far as taking it away asks for it: one list of writes over all ports, in their order. */

import type { FunctionSpec, LayerSpec, Project, RoleSpec } from '../../src/config/project';
import { zipOfBytes } from '../../src/core/code';
import type { ShipitError } from '../../src/core/errors';
import type { Event } from '../../src/core/events';
import type { LiveFunction } from '../../src/core/function';
import type { Role } from '../../src/core/lambda';
import type { Ports } from '../../src/core/ports';
import { Record } from '../../src/core/record';
import { AliasRef, Duration } from '../../src/core/values';
import { ownershipTags } from '../../src/plan/ownership';
import { FakeClock } from '../clock';
import { fakePorts } from '../fakes';
import { filesAt, guardOf, noBucket, unwatched } from '../forms';
import { open, release } from './records';

export const nowMs = Date.UTC(2026, 10, 20, 12, 1, 0);

export const roleSpec = (name: string): RoleSpec => ({
  name,
  path: '/',
  statements: [],
  managed: [],
  boundary: null,
});

export function spec(key: string, change: Partial<FunctionSpec> = {}): FunctionSpec {
  const nothing = {
    image: null,
    config: {},
    settings: {},
    role: null,
    alarms: [],
    testEvents: [],
    rollout: null,
  };
  const who = { key, name: `orders-${key}`, alias: 'live', manage: 'all' } as const;
  return { ...who, ...nothing, code: filesAt('/p/dist'), where: {}, ...unwatched, ...change };
}

export const layer = (key: string): LayerSpec => ({
  key,
  name: `orders-${key}`,
  code: filesAt('/p/layer'),
  build: null,
  description: '',
  runtimes: [],
  architectures: [],
  license: null,
  keep: null,
  where: 'lambda.config.yaml:9:3',
});

export function project(functions: readonly FunctionSpec[], change: Partial<Project> = {}): Project {
  return {
    name: 'orders',
    file: '/p/lambda.config.yaml',
    root: '/p',
    stage: null,
    place: { region: null, account: null, profile: null, assumeRole: null },
    functions,
    layers: [],
    rollouts: {},
    guard: guardOf({}),
    rollbackScope: 'release',
    holdFor: Duration.of(7_200_000),
    journal: null,
    notifications: [],
    artifacts: noBucket,
    local: { seed: null },
    secrets: [],
    ...change,
  };
}

/** Closed: version 3 serves, version 2 was good before. */
const atRest = (): string =>
  Record.format({ state: 'done', release, epoch: 7, version: '3', previous: '2', bad: null }, '');

export const movingRecord = (): string => open(10, '').description;

/** The tags of what this project made. */
export const tagsOf = (of: Project) => ownershipTags(of);

export class Estate {
  readonly clock = new FakeClock(nowMs);
  readonly fakes = fakePorts(this.clock);
  /** Every removal that AWS was asked for, over all ports, in order. */
  readonly removed: string[] = [];
  /** Removals that AWS refuses, by what is removed. */
  readonly refuses = new Map<string, ShipitError>();
  /** Called before each removal. */
  before: (what: string) => void = () => {};

  get events(): Event[] {
    return this.fakes.report.events;
  }

  /** A function with an alias on version 3. */
  put(name: string, tags: LiveFunction['tags'], description = atRest()): void {
    this.fakes.functions.seed(name, [{}, {}, {}]);
    this.fakes.functions.attach(name, { tags });
    this.point(name, description);
  }

  point(name: string, description: string): void {
    this.pointAt(aliasOf(name), description);
  }

  /** Another alias of the same function. */
  pointAt(ref: AliasRef, description: string): void {
    this.fakes.aliases.put(ref, { version: '3', additional: null, description });
  }

  putRole(name: string, tags: Role['tags']): void {
    this.fakes.roles.put({ ...roleSpec(name), trust: '{}', policies: {}, tags });
  }

  async putLayer(name: string, descriptions: readonly string[]): Promise<void> {
    const rest = {
      content: { zip: zipOfBytes(Buffer.from('zip')) },
      runtimes: [],
      architectures: [],
      license: null,
    };
    for (const description of descriptions) await this.fakes.layers.publish({ name, description, ...rest });
  }

  /** Somebody removes it without shipit. */
  async lose(...names: readonly string[]): Promise<void> {
    for (const name of names) {
      await this.fakes.functions.remove(name);
      await this.fakes.aliases.remove(aliasOf(name));
      await this.fakes.roles.remove(name);
    }
  }

  isThere(name: string): boolean {
    return this.fakes.functions.version(name, '$LATEST') !== null;
  }

  get ports(): Ports {
    const { functions, aliases, roles, layers } = this.fakes;
    return {
      ...this.fakes,
      functions: this.watch(functions, (name: string) => `function ${name}`),
      aliases: this.watch(aliases, (ref: AliasRef) => `alias ${AliasRef.key(ref)}`),
      roles: this.watch(roles, (name: string) => `role ${name}`),
      layers: this.watch(layers, (name: string, version: number) => `layer ${name}:${version}`),
    };
  }

  /** The same port, whose removals stand in the one list. */
  private watch<A extends unknown[], T extends { remove(...args: A): Promise<void> }>(
    port: T,
    words: (...args: A) => string,
  ): T {
    const remove = async (...args: A): Promise<void> => {
      const what = words(...args);
      this.before(what);
      this.removed.push(what);
      const error = this.refuses.get(what);
      if (error) throw error;
      await port.remove(...args);
    };
    return Object.assign(Object.create(port), { remove });
  }
}

export const aliasOf = (functionName: string): AliasRef => ({ functionName, alias: 'live' });
