import { zipOfBytes } from '../../src/core/code';
import { type ErrorCode, ShipitError } from '../../src/core/errors';
import type { LiveFunction } from '../../src/core/function';
import { Secret } from '../../src/core/secret';
import { publish, type Wanted } from '../../src/release/publish';
import { FakeClock } from '../clock';
import { fakePorts } from '../fakes';
import { digestOf, someConfig } from '../fakes/functions';

const zip = Buffer.from('two');
const wanted: Wanted = {
  functionName: 'orders',
  code: { zip: zipOfBytes(zip) },
  digest: digestOf(zip),
  config: { timeout: 9 },
  declared: ['timeout'],
  tags: {},
  codeSigning: null,
  description: 'shipit R',
  freshRole: false,
  whenMade: async () => {},
};
const error = (code: ErrorCode) => new ShipitError(code, code);

async function setUp(exists: boolean) {
  const clock = new FakeClock(0);
  const { functions } = fakePorts(clock);
  if (exists) functions.seed('orders', [{ digest: digestOf('one') }]);
  const latest = exists ? await functions.look('orders') : null;
  functions.did.length = 0;
  const stop = new AbortController();
  /** Every key of the configuration is declared, unless a test says otherwise. */
  const run = (change: Partial<Wanted>, from: LiveFunction | null) => {
    const declared = Object.keys(change.config ?? wanted.config) as Wanted['declared'];
    const ports = { functions, versions: functions, clock, stop: stop.signal };
    return clock.runUntil(publish(ports, { ...wanted, declared, ...change }, from));
  };
  const writes = () => functions.did.filter((call) => !call.startsWith('look'));
  return { functions, latest, run, writes, clock, stop };
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

  it.each(['update', 'publish'])('%s gives up after ten tries', async (verb) => {
    const { functions, latest, run } = await setUp(true);
    for (let nth = 1; nth <= 10; nth += 1) functions.failNext(verb, error('unavailable'), 'before');
    await expect(run({}, latest)).rejects.toMatchObject({
      code: 'unavailable',
      message: expect.stringMatching(/could not be (updated|published) in 10 tries: ./),
    });
  });

  it('of a creation is not taken for ours when other code stands there', async () => {
    const { functions, run } = await setUp(false);
    functions.failNext('create', error('timedOut'), 'before');
    const config = { ...someConfig, timeout: 9 };
    const running = run({ config }, null);
    functions.seed('orders', [{ digest: digestOf('other') }]);
    await expect(running).rejects.toMatchObject({ code: 'alreadyExists' });
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

describe('what the project file does not name', () => {
  it('stays as it is in $LATEST, also where the plan knew another value', async () => {
    const { functions, latest, run, writes } = await setUp(true);
    await run({ config: { ...someConfig, timeout: 9, memorySize: 999 }, declared: ['timeout'] }, latest);
    expect(writes()).toContain('update orders config timeout');
    expect(functions.version('orders', '2')?.config).toMatchObject({ timeout: 9, memorySize: 128 });
  });

  it('is not written where nothing is declared', async () => {
    const { latest, run, writes } = await setUp(true);
    await run({ config: { ...someConfig, memorySize: 999 }, declared: [] }, latest);
    expect(writes()).toEqual(['update orders code', 'publish orders']);
  });

  it('is one secret less to send when the environment has the same text already', async () => {
    const { functions, latest, run } = await setUp(true);
    await run({ config: { environment: { TOKEN: new Secret('hunter2') } } }, latest);
    expect(functions.version('orders', '2')?.config.environment).toEqual({ TOKEN: 'hunter2' });
    const again = await functions.look('orders');
    expect((await run({ config: { environment: { TOKEN: new Secret('hunter2') } } }, again)).did).toEqual([]);
  });
});

describe('the architecture', () => {
  it('goes with the code, which is sent again for it', async () => {
    const { functions, latest, run, writes } = await setUp(true);
    functions.seed('orders', [{ digest: wanted.digest }]);
    const live = await functions.look('orders');
    expect(latest).not.toBeNull();
    await run({ config: { architecture: 'arm64' } }, live);
    expect(writes()).toEqual(['update orders code', 'publish orders']);
    expect(functions.version('orders', '2')?.config.architecture).toBe('arm64');
  });
});

describe('an image', () => {
  const hex = 'a'.repeat(64) as typeof wanted.digest;
  const image = { code: { imageUri: `1.dkr.ecr.eu-west-1.amazonaws.com/orders@sha256:${hex}` }, digest: hex };
  const packageType = 'Image' as const;

  it('needs neither runtime nor handler to become a function', async () => {
    const { functions, run, writes } = await setUp(false);
    const config = { role: someConfig.role, packageType };
    expect(await run({ ...image, config }, null)).toEqual({ version: '1', did: ['created'] });
    expect(writes()).toEqual(['create orders', 'publish orders']);
    expect(functions.version('orders', '1')).toMatchObject({
      digest: hex,
      config: { packageType, runtime: '' },
    });
  });

  it('takes the place of another one by its digest', async () => {
    const { functions, run, writes } = await setUp(true);
    functions.seed('orders', [{ digest: digestOf('old'), config: { ...someConfig, packageType } }]);
    const live = await functions.look('orders');
    expect((await run({ ...image, config: {} }, live)).did).toEqual(['code']);
    expect(writes()).toEqual(['update orders code', 'publish orders']);
  });
});

describe('a new revision that changed neither code nor configuration', () => {
  it.each([1, 2])(
    'such as of a tag costs %d tries more, and nothing of anybody is overwritten',
    async (times) => {
      const { functions, latest, run } = await setUp(true);
      const updating = functions.update.bind(functions);
      let left = times;
      functions.update = (name, change, revisionId) => {
        if (left > 0) functions.touch('orders', {});
        left -= 1;
        return updating(name, change, revisionId);
      };
      expect(await run({}, latest)).toEqual({ version: '2', did: ['code', 'configuration'] });
    },
  );
});

describe('a role that was made a moment ago', () => {
  const { runtime, handler, role } = someConfig;
  const config = { runtime, handler, role };

  it.each([
    [false, 'create'],
    [true, 'update'],
  ])('is waited for until Lambda knows it (function there: %s)', async (exists, verb) => {
    const { functions, latest, run, clock } = await setUp(exists);
    for (const _ of [1, 2, 3]) functions.failNext(verb, error('invalid'), 'before');
    const made = await run({ config: { ...config, timeout: 9 }, freshRole: true }, latest);
    expect(made.version).toBe(exists ? '2' : '1');
    expect(clock.nowMs()).toBeGreaterThanOrEqual(9000);
    expect(clock.nowMs()).toBeLessThan(60_000);
  });

  it('is not waited for longer than three minutes', async () => {
    const { functions, run, clock } = await setUp(false);
    functions.create = async () => {
      throw error('invalid');
    };
    await expect(run({ config, freshRole: true }, null)).rejects.toMatchObject({ code: 'invalid' });
    expect(clock.nowMs()).toBeLessThan(200_000);
  });

  it('is not waited for any longer after Ctrl-C', async () => {
    const { functions, run, clock, stop } = await setUp(false);
    functions.create = async () => {
      throw error('invalid');
    };
    clock.after(10_000, () => stop.abort());
    await expect(run({ config, freshRole: true }, null)).rejects.toMatchObject({ code: 'interrupted' });
    expect(clock.nowMs()).toBe(10_000);
  });

  it('is no reason to try again what another function is refused for', async () => {
    const { functions, run, clock } = await setUp(false);
    functions.failNext('create', error('invalid'), 'before');
    await expect(run({ config }, null)).rejects.toMatchObject({ code: 'invalid' });
    expect(clock.nowMs()).toBe(0);
  });
});

describe('a function that is made', () => {
  const { runtime, handler, role } = someConfig;

  it('gets its tags and its code signing along, and what decides over its versions before the first of them', async () => {
    const { functions, run } = await setUp(false);
    let made: Parameters<typeof functions.create>[1] | null = null;
    const creating = functions.create.bind(functions);
    functions.create = (name, given) => {
      made = given;
      return creating(name, given);
    };
    const whenMade = async () => void functions.did.push('when made');
    const given = { tags: { team: 'blue' }, codeSigning: 'arn:csc', whenMade };
    await run({ config: { runtime, handler, role }, ...given }, null);
    expect(made).toMatchObject({ tags: { team: 'blue' }, codeSigning: 'arn:csc' });
    const order = functions.did.filter((call) => !call.startsWith('look'));
    expect(order).toEqual(['create orders', 'when made', 'publish orders']);
  });
});
