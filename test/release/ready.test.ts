import { ShipitError } from '../../src/core/errors';
import { waitForVersion, waitUntilReady } from '../../src/release/ready';
import { FakeClock } from '../clock';
import { fakePorts } from '../fakes';
import { someConfig } from '../fakes/functions';

function setUp() {
  const clock = new FakeClock(0);
  const { functions } = fakePorts(clock);
  functions.seed('orders', [{}]);
  const stop = new AbortController();
  const wait = (qualifier: string | null) =>
    clock.runUntil(
      waitUntilReady({ functions, clock, stop: stop.signal }, { functionName: 'orders', qualifier }),
    );
  const versionReady = () =>
    clock.runUntil(
      waitForVersion({ functions, versions: functions, clock, stop: stop.signal }, 'orders', '1'),
    );
  return { clock, functions, stop, wait, versionReady };
}

describe('waiting for Lambda', () => {
  it('asks once when the function is ready', async () => {
    const { functions, wait, clock } = setUp();
    expect((await wait(null)).state).toBe('Active');
    expect(functions.did).toEqual(['look orders']);
    expect(clock.nowMs()).toBe(0);
  });

  it('asks for the version when a version is meant', async () => {
    const { functions, wait } = setUp();
    expect((await wait('1')).version).toBe('1');
    expect(functions.did).toEqual(['look orders:1']);
  });

  it('looks again, first after a second, then less often, until the update is over', async () => {
    const { functions, wait, clock } = setUp();
    functions.touch('orders', { lastUpdate: 'InProgress' });
    functions.busyFor('orders', 6);
    expect((await wait(null)).lastUpdate).toBe('Successful');
    expect(clock.nowMs()).toBe(1000 + 1500 + 2250 + 3375 + 5000 + 5000);
  });

  it('takes a function that fell asleep for ready', async () => {
    const { functions, wait } = setUp();
    functions.touch('orders', { state: 'Inactive' });
    expect((await wait(null)).state).toBe('Inactive');
  });

  it('says why Lambda could not make it', async () => {
    const { functions, wait } = setUp();
    functions.touch('orders', { lastUpdate: 'Failed', because: 'EFSMountFailure: no such file system' });
    await expect(wait(null)).rejects.toMatchObject({
      code: 'functionFailed',
      message: 'Lambda could not make orders ready: EFSMountFailure: no such file system',
    });
    functions.touch('orders', { state: 'Failed', lastUpdate: null, because: null });
    await expect(wait(null)).rejects.toMatchObject({ code: 'functionFailed' });
  });

  it('gives up after fifteen minutes', async () => {
    const { functions, wait, clock } = setUp();
    functions.touch('orders', { state: 'Pending' });
    functions.busyFor('orders', 1000);
    await expect(wait(null)).rejects.toMatchObject({ code: 'stateTimeout' });
    expect(clock.nowMs()).toBeLessThanOrEqual(15 * 60_000 + 5000);
  });

  it('ends at once when the function went away', async () => {
    const { functions, clock } = setUp();
    const subject = { functionName: 'gone', qualifier: null };
    const { signal } = new AbortController();
    await expect(waitUntilReady({ functions, clock, stop: signal }, subject)).rejects.toMatchObject({
      code: 'notFound',
    });
  });

  it('ends within the pause when somebody stops it', async () => {
    const { functions, clock, stop } = setUp();
    functions.touch('orders', { lastUpdate: 'InProgress' });
    functions.busyFor('orders', 1000);
    const subject = { functionName: 'orders', qualifier: null };
    const waiting = waitUntilReady({ functions, clock, stop: stop.signal }, subject);
    const ended = expect(waiting).rejects.toMatchObject({ code: 'interrupted' });
    await clock.advance(60_000);
    const looks = functions.did.length;
    stop.abort();
    await ended;
    expect(functions.did).toHaveLength(looks);
    expect(clock.nowMs()).toBe(60_000);
  });

  it('passes on what AWS refuses', async () => {
    const { functions, wait } = setUp();
    functions.failNext('look', new ShipitError('accessDenied', 'no'), 'before');
    await expect(wait(null)).rejects.toMatchObject({ code: 'accessDenied' });
  });
});

describe('waiting for a version', () => {
  const snapshotted = { config: { ...someConfig, snapStart: 'PublishedVersions' } } as const;

  it('lasts until its snapshot is made', async () => {
    const { functions, versionReady, clock } = setUp();
    functions.touchVersion('orders', '1', { ...snapshotted, state: 'Pending' });
    clock.after(120_000, () => functions.touchVersion('orders', '1', { state: 'Active' }));
    await versionReady();
    expect(clock.nowMs()).toBeGreaterThanOrEqual(120_000);
    expect(functions.did.filter((line) => line.startsWith('remove'))).toEqual([]);
  });

  it('takes one away whose snapshot failed, so that the same can be published again', async () => {
    const { functions, versionReady } = setUp();
    const because = 'FunctionError.InitTimeout: init took too long';
    functions.touchVersion('orders', '1', { ...snapshotted, state: 'Failed', because });
    await expect(versionReady()).rejects.toMatchObject({
      code: 'functionFailed',
      message: `Lambda could not make orders:1 ready: ${because}`,
    });
    expect(functions.version('orders', '1')).toBeNull();
    expect(functions.version('orders', '$LATEST')).not.toBeNull();
  });

  it('tells of the snapshot, not of what went wrong behind it', async () => {
    const { functions, versionReady } = setUp();
    functions.touchVersion('orders', '1', { ...snapshotted, state: 'Failed' });
    functions.failNext('remove', new ShipitError('conflict', 'an alias names it'), 'before');
    await expect(versionReady()).rejects.toMatchObject({ code: 'functionFailed' });
    expect(functions.version('orders', '1')).not.toBeNull();
  });

  it('that fell asleep is over, unless its snapshot went with that', async () => {
    const { functions, versionReady } = setUp();
    functions.touchVersion('orders', '1', { state: 'Inactive' });
    await versionReady();
    functions.touchVersion('orders', '1', snapshotted);
    await expect(versionReady()).rejects.toMatchObject({
      code: 'functionFailed',
      hint: expect.stringContaining('Invoke it once'),
    });
    expect(functions.version('orders', '1')).not.toBeNull();
  });
});
