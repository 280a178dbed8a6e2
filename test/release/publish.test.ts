import { type ErrorCode, ShipitError } from '../../src/core/errors';
import type { LiveFunction } from '../../src/core/function';
import { publish, type Wanted } from '../../src/release/publish';
import { FakeClock } from '../clock';
import { fakePorts } from '../fakes';
import { digestOf, someConfig } from '../fakes/functions';

const zip = Buffer.from('two');
const wanted: Wanted = {
  functionName: 'orders',
  zip,
  digest: digestOf(zip),
  config: { timeout: 9 },
  description: 'shipit R',
};
const error = (code: ErrorCode) => new ShipitError(code, code);

async function setUp(exists: boolean) {
  const clock = new FakeClock(0);
  const { functions } = fakePorts(clock);
  if (exists) functions.seed('orders', [{ digest: digestOf('one') }]);
  const latest = exists ? await functions.look('orders') : null;
  functions.did.length = 0;
  const run = (change: Partial<Wanted>, from: LiveFunction | null) =>
    clock.runUntil(
      publish({ functions, clock, stop: new AbortController().signal }, { ...wanted, ...change }, from),
    );
  const writes = () => functions.did.filter((call) => !call.startsWith('look'));
  return { functions, latest, run, writes };
}

describe('publishing', () => {
  it('updates the code, then the configuration, then publishes what was verified', async () => {
    const { functions, latest, run, writes } = await setUp(true);
    expect(await run({}, latest)).toEqual({ version: '2', did: ['code', 'configuration'] });
    expect(writes()).toEqual(['update orders code', 'update orders config timeout', 'publish orders']);
    expect(functions.version('orders', '2')).toMatchObject({
      digest: wanted.digest,
      config: { timeout: 9, memorySize: 128 },
    });
  });

  it('writes only what differs', async () => {
    const { latest, run, writes } = await setUp(true);
    expect((await run({ config: {} }, latest)).did).toEqual(['code']);
    expect(writes()).toEqual(['update orders code', 'publish orders']);
  });

  it('leaves variables that are not declared alone, and replaces those that are', async () => {
    const { functions, latest, run } = await setUp(true);
    const environment = { TABLE: 'orders' };
    await run({ config: { environment } }, latest);
    expect(functions.version('orders', '2')?.config.environment).toEqual(environment);
    const again = await functions.look('orders');
    expect((await run({ config: { environment } }, again)).did).toEqual([]);
    expect((await run({ config: { environment: {} } }, again)).did).toEqual(['configuration']);
  });

  it('creates a function that is not there, with the defaults of AWS', async () => {
    const { functions, run, writes } = await setUp(false);
    const { runtime, handler, role } = someConfig;
    expect(await run({ config: { runtime, handler, role } }, null)).toEqual({
      version: '1',
      did: ['created'],
    });
    expect(writes()).toEqual(['create orders', 'publish orders']);
    expect(functions.version('orders', '1')?.config).toEqual(someConfig);
  });

  it('creates nothing from half a configuration', async () => {
    const { run, writes } = await setUp(false);
    await expect(run({ config: { handler: 'index.handler' } }, null)).rejects.toMatchObject({
      code: 'badConfig',
      message: expect.stringContaining('`runtime`, `role`'),
    });
    expect(writes()).toEqual([]);
  });
});

describe('a call whose answer was lost', () => {
  it.each([
    ['create', 'after', 1],
    ['update', 'after', 1],
    ['update', 'before', 1],
    ['update', 'before', 3],
    ['publish', 'after', 1],
    ['publish', 'before', 3],
  ] as const)('%s, %s its effect, %d times, makes one version all the same', async (verb, effect, times) => {
    const { functions, latest, run } = await setUp(verb !== 'create');
    for (let time = 0; time < times; time += 1) functions.failNext(verb, error('timedOut'), effect);
    const made = await run({ config: { ...someConfig, timeout: 9 } }, latest);
    expect(made.version).toBe(verb === 'create' ? '1' : '2');
    expect(functions.version('orders', made.version)).toMatchObject({
      digest: wanted.digest,
      config: { timeout: 9 },
    });
    expect(functions.version('orders', verb === 'create' ? '2' : '3')).toBeNull();
  });

  it.each(['update', 'publish'])('%s gives up after four tries', async (verb) => {
    const { functions, latest, run } = await setUp(true);
    for (const _ of [1, 2, 3, 4]) functions.failNext(verb, error('unavailable'), 'before');
    await expect(run({}, latest)).rejects.toMatchObject({ code: 'timedOut' });
  });

  it('of a creation is not taken for ours when other code stands there', async () => {
    const { functions, run } = await setUp(false);
    functions.failNext('create', error('timedOut'), 'before');
    const config = { ...someConfig, timeout: 9 };
    const running = run({ config }, null);
    functions.seed('orders', [{ digest: digestOf('other') }]);
    await expect(running).rejects.toMatchObject({ code: 'timedOut' });
    expect(functions.version('orders', '$LATEST')?.digest).toBe(digestOf('other'));
  });
});

describe('somebody else', () => {
  it('who created it first keeps it', async () => {
    const { functions, run } = await setUp(false);
    functions.seed('orders', [{}]);
    await expect(run({ config: someConfig }, null)).rejects.toMatchObject({ code: 'alreadyExists' });
  });

  it('who updated it since the plan is not overwritten', async () => {
    const { functions, latest, run, writes } = await setUp(true);
    functions.touch('orders', { digest: digestOf('theirs') });
    await expect(run({}, latest)).rejects.toMatchObject({ code: 'publishMismatch' });
    expect(writes()).toEqual(['update orders code']);
    expect(functions.version('orders', '$LATEST')?.digest).toBe(digestOf('theirs'));
  });

  it('who updates it at this moment is waited for, and not overwritten', async () => {
    const { functions, latest, run } = await setUp(true);
    functions.touch('orders', { lastUpdate: 'InProgress', digest: digestOf('theirs') });
    functions.busyFor('orders', 2);
    await expect(run({}, latest)).rejects.toMatchObject({ code: 'publishMismatch' });
  });

  it('who touched it without changing what is released costs one more try', async () => {
    const { functions, latest, run } = await setUp(true);
    functions.failNext('publish', error('preconditionFailed'), 'before');
    expect((await run({}, latest)).version).toBe('2');
  });

  it('who changes it between the update and the publishing is noticed: nothing is published', async () => {
    const { functions, latest, run } = await setUp(true);
    functions.failNext('publish', error('preconditionFailed'), 'before');
    const publishing = functions.publish.bind(functions);
    functions.publish = (name, expect) => {
      functions.touch('orders', { digest: digestOf('theirs') });
      return publishing(name, expect);
    };
    await expect(run({}, latest)).rejects.toMatchObject({ code: 'publishMismatch' });
    expect(functions.version('orders', '2')).toBeNull();
  });

  it('whose digest comes back from publishing stops the release', async () => {
    const { functions, latest, run } = await setUp(true);
    const publishing = functions.publish.bind(functions);
    functions.publish = async (name, expect) => ({
      ...(await publishing(name, expect)),
      digest: digestOf('theirs'),
    });
    await expect(run({}, latest)).rejects.toMatchObject({ code: 'publishMismatch' });
  });
});

describe('a function that Lambda cannot make ready', () => {
  it('ends the release with the reason', async () => {
    const { functions, latest, run } = await setUp(true);
    const updating = functions.update.bind(functions);
    functions.update = async (name, change, revisionId) => {
      const answer = await updating(name, change, revisionId);
      functions.touch('orders', { lastUpdate: 'Failed', because: 'InvalidRuntime' });
      return answer;
    };
    await expect(run({}, latest)).rejects.toMatchObject({
      code: 'functionFailed',
      message: expect.stringContaining('InvalidRuntime'),
    });
  });
});
