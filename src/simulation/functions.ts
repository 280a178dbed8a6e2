/** Lambda functions of the simulated world: versions, revisions, and the time an update takes. */

import type { Code } from '../core/code';
import { ShipitError } from '../core/errors';
import type { FunctionConfig, LiveFunction } from '../core/function';
import type { FunctionChange, Functions, NewFunction, PublishExpectation, Versions } from '../core/lambda';
import { Digest } from '../core/values';
import type { Line } from './faults';
import type { SimulatedFunction, SimulatedWorld } from './world';

const updateMs = 2000;

export function simulatedFunctions(world: SimulatedWorld, line: Line, by: string): Functions {
  const change = (what: string) => world.changes.push({ atMs: world.scheduler.nowMs(), by, what });
  return {
    look: (name, qualifier) =>
      line.read('GetFunction', (lateMs) => look(world, world.functionAt(name, lateMs), { name, qualifier })),
    latest: (names) =>
      line.call('ListFunctions', () => {
        const found = names.map(
          (name) => [name, look(world, world.functionAt(name, 0), { name, qualifier: undefined })] as const,
        );
        return new Map(found.flatMap(([name, live]) => (live ? [[name, live]] : [])));
      }),
    create: async (name, made) => {
      const code = await uploaded(made.code);
      return line.call('CreateFunction', () => {
        const live = create(world, name, { ...made, code });
        change(`create ${name}`);
        return live;
      });
    },
    update: async (name, edit, revisionId) => {
      const code = 'config' in edit ? null : await uploaded(edit.code);
      return line.call(code === null ? 'UpdateFunctionConfiguration' : 'UpdateFunctionCode', () => {
        const changed = (config: FunctionConfig) => code ?? { config: laidOver(config, edit) };
        const updated = update(world, name, { changed, revisionId });
        change(`update ${name}`);
        return updated;
      });
    },
    remove: (name) =>
      line.call('DeleteFunction', () => {
        world.functions.delete(name);
        change(`remove ${name}`);
      }),
  };
}

export function simulatedVersions(world: SimulatedWorld, line: Line, by: string): Versions {
  return {
    publish: (name, expect) =>
      line.call('PublishVersion', () => {
        const published = publish(world, name, expect);
        world.changes.push({ atMs: world.scheduler.nowMs(), by, what: `publish ${name}` });
        return published;
      }),
    list: (name) =>
      line.call('ListVersionsByFunction', () => [...(world.functions.get(name)?.versions ?? [])]),
    code: () => line.call('GetFunction', () => null),
    remove: (name, version) =>
      line.call('DeleteFunction', () => {
        const named = world
          .aliasesOf(name)
          .some((alias) => alias.version === version || alias.additional?.version === version);
        if (named) throw new ShipitError('conflict', `an alias of ${name} names version ${version}`);
        const found = world.functions.get(name);
        if (!found) return;
        world.setFunction(name, {
          ...found,
          versions: found.versions.filter((entry) => entry.version !== version),
        });
        world.changes.push({ atMs: world.scheduler.nowMs(), by, what: `remove ${name}:${version}` });
      }),
    isExecuting: () => line.call('ListDurableExecutionsByFunction', () => false),
  };
}

function look(
  world: SimulatedWorld,
  found: SimulatedFunction | null,
  { name, qualifier }: { name: string; qualifier: string | undefined },
): LiveFunction | null {
  if (!found) return null;
  if (qualifier === undefined) return { ...found.latest, ...stateOf(world, found) };
  const version = world.aliases.get(`${name}:${qualifier}`)?.version ?? qualifier;
  return found.versions.find((entry) => entry.version === version) ?? null;
}

const stateOf = (world: SimulatedWorld, found: SimulatedFunction) =>
  ({ lastUpdate: world.scheduler.nowMs() < found.busyUntilMs ? 'InProgress' : 'Successful' }) as const;

function current(world: SimulatedWorld, name: string): SimulatedFunction {
  const found = world.functions.get(name);
  if (!found) throw new ShipitError('notFound', `Function not found: ${name}`);
  if (world.scheduler.nowMs() < found.busyUntilMs)
    throw new ShipitError('conflict', `An update is in progress for ${name}`);
  return found;
}

type New = Omit<NewFunction, 'code'> & { readonly code: Uploaded };

function create(world: SimulatedWorld, name: string, { config, code, tags }: New): LiveFunction {
  if (world.functions.has(name)) throw new ShipitError('alreadyExists', `Function already exist: ${name}`);
  const latest = {
    arn: `arn:${name}`,
    version: '$LATEST',
    ...code,
    config,
    revisionId: world.revision(),
    state: 'Active',
    lastUpdate: 'Successful',
    because: null,
    tags,
    reservedConcurrency: null,
  };
  world.setFunction(name, {
    latest,
    versions: [],
    newest: 0,
    busyUntilMs: world.scheduler.nowMs() + updateMs,
  });
  return latest;
}

type Uploaded = Pick<LiveFunction, 'digest' | 'codeBytes'>;

async function uploaded(code: Code): Promise<Uploaded> {
  if ('object' in code) throw new RangeError('there is no S3');
  if ('imageUri' in code) return { digest: Digest.of(code.imageUri), codeBytes: 0 };
  return { digest: Digest.of(await code.zip.read()), codeBytes: code.zip.bytes };
}

interface Update {
  readonly changed: (config: FunctionConfig) => Partial<LiveFunction>;
  readonly revisionId: string;
}

function update(world: SimulatedWorld, name: string, { changed, revisionId }: Update): LiveFunction {
  const found = current(world, name);
  guard(found, revisionId);
  const { latest } = found;
  const updated = { ...latest, ...changed(latest.config), revisionId: world.revision() };
  world.setFunction(name, { ...found, latest: updated, busyUntilMs: world.scheduler.nowMs() + updateMs });
  return { ...updated, lastUpdate: 'InProgress' };
}

function laidOver(config: FunctionConfig, edit: FunctionChange): FunctionConfig {
  if (!('config' in edit)) return config;
  return { ...config, ...Object.fromEntries(edit.keys.map((key) => [key, edit.config[key]])) };
}

function publish(world: SimulatedWorld, name: string, expect: PublishExpectation): LiveFunction {
  const found = current(world, name);
  guard(found, expect.revisionId);
  if (found.latest.digest !== expect.digest)
    throw new ShipitError('invalid', 'CodeSHA256 is different from $LATEST');
  const last = found.versions.at(-1);
  if (last && last.digest === found.latest.digest && sameConfig(last.config, found.latest.config))
    return last;
  const published = {
    ...found.latest,
    version: String(found.newest + 1),
    revisionId: world.revision(),
  };
  world.setFunction(name, {
    ...found,
    versions: [...found.versions, published],
    newest: found.newest + 1,
    latest: { ...found.latest, revisionId: world.revision() },
  });
  return published;
}

function guard(found: SimulatedFunction, revisionId: string): void {
  if (found.latest.revisionId !== revisionId)
    throw new ShipitError('preconditionFailed', 'the function has another revision');
}

const sameConfig = (a: FunctionConfig, b: FunctionConfig): boolean => JSON.stringify(a) === JSON.stringify(b);
