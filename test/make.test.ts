/** A whole deploy over fakes, from the project file on: what is made before an alias moves, in which order, and what is left when it fails. */
import type { FunctionSpec, LayerSpec, Project } from '../src/config/project';
import { type ErrorCode, ShipitError } from '../src/core/errors';
import type { Event, EventOf, EventType } from '../src/core/events';
import type { FunctionSettings } from '../src/core/function';
import { Record } from '../src/core/record';
import { Secret } from '../src/core/secret';
import { Duration } from '../src/core/values';
import { type DeployRequest, deploy, type Finished } from '../src/deploy';
import { type PlanRequest, planRelease } from '../src/plan';
import { savePlan } from '../src/plan/saved';
import { rawZip } from './artifact/raw-zip';
import type { FakeClock } from './clock';
import type { Fakes } from './fakes';
import { digestOf, someConfig } from './fakes/functions';
import { allTheWay, filesAt } from './forms';
import { layerSpec, noChoice, project, roleSpec, spec, version, world } from './plan/scene';

const allAtOnce = { ...noChoice, strategy: { kind: 'allAtOnce', bakeAfter: Duration.of(0) } } as const;
const refOf = (key: string, alias = 'live') => ({ functionName: `orders-${key}`, alias });
const zipOf = (text: string): Buffer =>
  rawZip([{ name: 'index.js', content: `exports.handler = () => ${text};` }]);

/** A project in which each function has its own zip. */
class Shop {
  readonly fakes: Fakes = world();
  specs: readonly FunctionSpec[];
  layers: readonly LayerSpec[] = [];
  /** Every call of every port that writes, in order. */
  readonly calls: string[] = [];

  constructor(...keys: readonly string[]) {
    this.specs = keys.map((key) =>
      spec({
        key,
        name: `orders-${key}`,
        code: filesAt(`/p/${key}.zip`),
        config: { ...someConfig, environment: {} },
      }),
    );
    for (const key of keys) {
      this.code(key, '1');
      this.fakes.functions.putCode('old');
      this.fakes.functions.seed(`orders-${key}`, [version('old', {})]);
      this.fakes.aliases.put(refOf(key), { version: '1', additional: null, description: `my ${key}` });
    }
    const { roles, layers, functions, settings, aliases } = this.fakes;
    for (const [port, fake] of Object.entries({ roles, layers, functions, settings, aliases })) {
      const push = (line: string) => this.calls.push(`${port}: ${line}`);
      Object.assign(fake, { did: Object.assign([], { push }) });
    }
  }

  code(key: string, text: string): void {
    this.fakes.files.put(`/p/${key}.zip`, zipOf(text));
  }

  change(key: string, change: Partial<FunctionSpec>): void {
    this.specs = this.specs.map((one) => (one.key === key ? { ...one, ...change } : one));
  }

  layer(change: Partial<LayerSpec> = {}, content = 'layer'): void {
    this.layers = [layerSpec({ code: filesAt('/p/deps.zip'), ...change })];
    this.fakes.files.put('/p/deps.zip', rawZip([{ name: 'nodejs/deps.js', content }]));
  }

  get project(): Project {
    return { ...project(this.specs, {}), layers: this.layers };
  }

  asked(change: Partial<PlanRequest> = {}): PlanRequest {
    const asked = {
      choice: allAtOnce,
      gated: true,
      fromAlias: null,
      artifacts: null,
      details: false,
      drift: false,
      ignoreFiring: [],
    };
    return { project: this.project, functions: this.specs, ...asked, ...change };
  }

  async deploy(change: Partial<DeployRequest> = {}): Promise<Finished> {
    const request: DeployRequest = {
      ...this.asked(),
      ...allTheWay,
      ...{ saved: null, by: 'ann@laptop', retry: false, reason: null, confirm: null, typed: null },
      expect: { region: null, account: null },
      protection: null,
      stop: { signal: new AbortController().signal, exitCode: () => null },
      ...change,
    };
    this.calls.length = 0;
    return (this.fakes.clock as FakeClock).runUntil(deploy(this.fakes, request));
  }

  /** Its alarm speaks as soon as the candidate has some of the requests. */
  goesBack(): Promise<Finished> {
    const { alarms, report } = this.fakes;
    alarms.set('errors', { state: 'OK' });
    const tell = report.tell.bind(report);
    report.tell = (event) => {
      if (event.type === 'rollout.stepped') alarms.set('errors', { state: 'ALARM' });
      tell(event);
    };
    return this.deploy({ choice: noChoice }).finally(() => {
      report.tell = tell;
    });
  }

  get writes(): string[] {
    return this.calls.filter((call) => !/^\w+: (look|read|list|latest|versions|code)\b/.test(call));
  }

  told<T extends EventType>(type: T): EventOf<T>[] {
    return this.fakes.report.events.filter((event): event is EventOf<T> => event.type === type);
  }

  alias(key: string) {
    return this.fakes.aliases.peek(refOf(key));
  }
}

const error = (code: ErrorCode) => new ShipitError(code, `AWS says ${code}`);

/** Role, layer and settings of the whole function, beside new code. */
function everything(): Shop {
  const shop = new Shop('api');
  shop.layer();
  const { role: _, ...config } = someConfig;
  shop.change('api', {
    config: { ...config, layers: ['layer:deps'] },
    settings: { reservedConcurrency: 5, recursion: 'Allow', codeSigning: 'arn:csc', tags: { team: 'blue' } },
    role: roleSpec(),
  });
  return shop;
}

const asBefore = (shop: Shop) =>
  expect(shop.alias('api')).toMatchObject({ version: '1', additional: null, description: 'my api' });

describe('what is made before an alias moves', () => {
  it('comes in this order: role, layer, what decides over code, version, other settings, tags, alias', async () => {
    const shop = everything();
    expect(await shop.deploy()).toMatchObject({ outcome: 'promoted', exitCode: 0 });
    expect(shop.writes).toEqual([
      'aliases: write orders-api:live 1',
      'roles: create orders-api-role',
      'layers: publish orders-deps',
      'settings: write orders-api codeSigning',
      'functions: update orders-api code',
      'functions: update orders-api config layers role',
      'functions: publish orders-api',
      'settings: write orders-api recursion reservedConcurrency tags',
      'settings: mark orders-api shipit:project shipit:settings',
      'aliases: write orders-api:live 2',
      'aliases: write orders-api:live 2',
    ]);
    const layers = ['arn:aws:lambda:eu-west-1:123456789012:layer:orders-deps:1'];
    const role = 'arn:aws:iam::123456789012:role/orders-api-role';
    expect(shop.fakes.functions.version('orders-api', '2')?.config).toMatchObject({ layers, role });
  });

  it('is nothing the second time', async () => {
    const shop = everything();
    await shop.deploy();
    expect(await shop.deploy()).toMatchObject({ outcome: 'unchanged', release: null });
    expect(shop.writes).toEqual([]);
    expect(shop.calls).toEqual([
      'layers: versions orders-deps',
      'functions: latest orders-api',
      'functions: look orders-api:live',
    ]);
  });

  it('is told and journalled, each thing once', async () => {
    const shop = everything();
    const { release } = await shop.deploy();
    const types = (await shop.fakes.journal.read(release ?? '')).map(({ type }) => type);
    const made = types.filter((type) => !/^(alias|rollout)/.test(type));
    expect(made).toEqual([
      'release.started',
      'plan.made',
      'role.kept',
      'layer.published',
      'function.changed',
      'function.changed',
      'version.published',
      'function.changed',
      'release.finished',
    ]);
    expect(shop.told('function.changed').map(({ what }) => what)).toEqual([
      'code',
      'configuration',
      'settings',
    ]);
  });

  it('waits for Lambda to know a role that was made a moment ago', async () => {
    const shop = everything();
    for (const _ of [1, 2]) shop.fakes.functions.failNext('update', error('invalid'), 'before');
    expect(await shop.deploy()).toMatchObject({ outcome: 'promoted' });
  });

  it('is a role all the same whose answer was lost', async () => {
    const shop = everything();
    shop.fakes.roles.failNext('create', error('timedOut'), 'after');
    expect(await shop.deploy()).toMatchObject({ outcome: 'promoted' });
    expect(shop.told('role.kept')).toMatchObject([{ name: 'orders-api-role', what: 'made' }]);
  });
});

describe('a failure before the rollout', () => {
  it.each<[string, (fakes: Fakes) => void, string[]]>([
    [
      'a role',
      ({ roles }) => roles.failNext('create', error('accessDenied'), 'before'),
      ['layer.published', 'version.published'],
    ],
    [
      'a layer',
      ({ layers }) => layers.failNext('publish', error('invalid'), 'before'),
      ['version.published'],
    ],
    [
      'a setting',
      ({ settings }) => settings.failNext('write', error('invalid'), 'before'),
      ['version.published'],
    ],
    ['a tag', ({ settings }) => settings.failNext('mark', error('accessDenied'), 'before'), []],
  ])('of %s ends with exit 7: no alias moved, and the claim is given back', async (_, prepare, never) => {
    const shop = everything();
    prepare(shop.fakes);
    const finished = await shop.deploy();
    expect(finished).toMatchObject({ outcome: 'failed', exitCode: 7 });
    expect(finished.problems[0]).toMatch(/^AWS says/);
    asBefore(shop);
    for (const type of never) expect(shop.fakes.report.did).not.toContain(type);
    expect(shop.told('alias.written').every(({ weight }) => weight === 0)).toBe(true);
  });

  it('can be repeated, and then everything is there', async () => {
    const shop = everything();
    shop.fakes.settings.failNext('mark', error('unavailable'), 'before');
    await shop.deploy();
    expect(await shop.deploy()).toMatchObject({ outcome: 'promoted' });
    expect(await shop.deploy()).toMatchObject({ outcome: 'unchanged' });
  });

  it('of one role leaves the journal knowing of the other, which was made', async () => {
    const shop = new Shop('api', 'web');
    const { role: _, ...config } = someConfig;
    for (const key of ['api', 'web'])
      shop.change(key, { config, role: roleSpec({ name: `orders-${key}-role` }) });
    shop.fakes.roles.failNext('create', error('accessDenied'), 'before');
    const finished = await shop.deploy();
    expect(finished).toMatchObject({ outcome: 'failed', exitCode: 7 });
    const journal = await shop.fakes.journal.read(finished.release ?? '');
    expect(journal.filter(({ type }) => type === 'role.kept')).toMatchObject([{ name: 'orders-web-role' }]);
    asBefore(shop);
  });

  it('that comes back to the old file does not leave half of the settings of the new one', async () => {
    const shop = new Shop('api');
    const settings = (recursion: FunctionSettings['recursion'], logRetention: number) =>
      shop.change('api', { settings: { recursion, logRetention } });
    settings('Terminate', 7);
    await shop.deploy();
    settings('Allow', 30);
    shop.fakes.settings.failNext('write', error('timedOut'), 'after');
    expect(await shop.deploy()).toMatchObject({ outcome: 'failed' });
    settings('Terminate', 7);
    expect(await shop.deploy()).toMatchObject({ outcome: 'promoted' });
    expect(shop.fakes.settings.peek('orders-api')).toMatchObject({ recursion: 'Terminate', logRetention: 7 });
  });
});

describe('a release without a new version', () => {
  it('of settings alone writes no alias at all, and is promoted', async () => {
    const shop = new Shop('api');
    await shop.deploy();
    const before = shop.alias('api');
    shop.change('api', { settings: { reservedConcurrency: 5 } });
    const finished = await shop.deploy();
    expect(finished).toMatchObject({ outcome: 'promoted', exitCode: 0 });
    expect(finished.functions[0]).toMatchObject({ outcome: 'promoted', candidate: null, baseline: '2' });
    expect(shop.writes.filter((call) => !call.startsWith('settings'))).toEqual([]);
    expect(shop.alias('api')).toEqual(before);
    expect(finished.release).not.toBeNull();
  });

  it('of a role alone writes that, counts as one function, and is promoted', async () => {
    const shop = everything();
    await shop.deploy();
    shop.change('api', { role: roleSpec({ boundary: 'arn:aws:iam::aws:policy/Limit' }) });
    const asked: string[] = [];
    const finished = await shop.deploy({ confirm: async (question) => asked.push(question) > 0 });
    expect(asked).toEqual(['Release 1 function?']);
    expect(finished).toMatchObject({ outcome: 'promoted', exitCode: 0 });
    expect(shop.writes).toEqual([
      'settings: mark orders-api shipit:settings',
      'roles: update orders-api-role boundary',
      'settings: mark orders-api shipit:settings',
    ]);
    expect(await shop.deploy()).toMatchObject({ outcome: 'unchanged' });
  });

  it('that fails is not promoted', async () => {
    const shop = new Shop('api');
    await shop.deploy();
    shop.change('api', { settings: { reservedConcurrency: 5 } });
    shop.fakes.settings.failNext('write', error('throttled'), 'before');
    expect(await shop.deploy()).toMatchObject({ outcome: 'failed', exitCode: 7 });
  });
});

describe('old versions of a layer', () => {
  /** Two versions of the layer are there, one is to be kept. */
  async function crowded(): Promise<Shop> {
    const shop = everything();
    await shop.deploy();
    shop.layer({}, 'second');
    await shop.deploy();
    shop.layer({ keep: 1 }, 'third');
    shop.code('api', '3');
    return shop;
  }
  const left = async ({ fakes }: Shop) =>
    (await fakes.layers.versions('orders-deps')).map(({ version }) => version);

  it('go when the release is promoted', async () => {
    const shop = await crowded();
    expect(await shop.deploy()).toMatchObject({ outcome: 'promoted' });
    expect(await left(shop)).toEqual([3]);
    expect(shop.writes.at(-1)).toMatch(/^layers: remove/);
  });

  it('stay when it went back, and when it failed before', async () => {
    const shop = await crowded();
    shop.change('api', { alarms: ['errors'] });
    expect(await shop.goesBack()).toMatchObject({ outcome: 'rolledBack' });
    expect(await left(shop)).toEqual([3, 2, 1]);
    shop.fakes.alarms.set('errors', { state: 'OK' });
    shop.code('api', '4');
    shop.fakes.functions.failNext('publish', error('accessDenied'), 'before');
    expect(await shop.deploy()).toMatchObject({ outcome: 'failed' });
    expect(await left(shop)).toEqual([3, 2, 1]);
  });

  it('that cannot be removed are a warning, no failure', async () => {
    const shop = await crowded();
    shop.fakes.layers.failNext('remove', error('accessDenied'), 'before');
    expect(await shop.deploy()).toMatchObject({ outcome: 'promoted', exitCode: 0 });
    expect(shop.told('warning')).toMatchObject([
      { message: 'old layer versions stay: AWS says accessDenied' },
    ]);
  });
});

describe('a secret', () => {
  const text = 'hunter2-hunter2';
  const withSecret = (): Shop => {
    const shop = new Shop('api');
    shop.change('api', {
      config: { ...someConfig, environment: { TOKEN: new Secret(text), PLAIN: 'shown-to-nobody' } },
    });
    return shop;
  };
  const everythingSaid = async ({ fakes }: Shop, release: string | null): Promise<string> => {
    const journal: Event[] = release === null ? [] : await fakes.journal.read(release);
    return JSON.stringify([fakes.report.events, journal]);
  };

  it('arrives at Lambda, and stands in no event and in no line of the journal', async () => {
    const shop = withSecret();
    const { release } = await shop.deploy({ details: true, drift: true });
    expect(shop.fakes.functions.version('orders-api', '2')?.config.environment).toMatchObject({
      TOKEN: text,
    });
    expect(await everythingSaid(shop, release)).not.toMatch(/hunter2|shown-to-nobody/);
  });

  it('is not said by a failure either', async () => {
    for (const verb of ['update', 'publish']) {
      const shop = withSecret();
      shop.fakes.functions.failNext(verb, error('accessDenied'), 'before');
      const { release, outcome } = await shop.deploy();
      expect(outcome).toBe('failed');
      expect(await everythingSaid(shop, release)).not.toMatch(/hunter2|shown-to-nobody/);
    }
  });

  it('that is the same again is no change', async () => {
    const shop = withSecret();
    await shop.deploy();
    expect(await shop.deploy()).toMatchObject({ outcome: 'unchanged' });
  });
});

describe('a protected stage', () => {
  const protection = { stage: 'prod', confirmed: null, asks: true, reason: null, allAtOnce: false };

  it('is released to when its name is typed, and asks nothing else', async () => {
    const shop = new Shop('api');
    const asked: [string, string][] = [];
    const typed = async (question: string, expected: string) => asked.push([question, expected]) > 0;
    const confirm = async () => false;
    expect(await shop.deploy({ protection, typed, confirm })).toMatchObject({ outcome: 'promoted' });
    expect(asked).toEqual([['Release 1 function to prod: type its name to go on', 'prod']]);
  });

  it('says how it is named, when it was not', async () => {
    const { problems } = await new Shop('api').deploy({ protection, typed: async () => false });
    expect(problems).toEqual([
      'not released: prod was not typed',
      'Repeat the command and type prod, or name it with --confirm prod.',
    ]);
  });

  it.each([
    ['when something else is typed', { typed: async () => false }],
    ['when nobody can be asked', { protection: { ...protection, asks: false } }],
    ['all at once without a reason', { protection: { ...protection, allAtOnce: true, confirmed: 'prod' } }],
    [
      'without a gate and without a reason',
      { protection: { ...protection, confirmed: 'prod' }, gated: false },
    ],
  ])('is left alone %s, and nothing was written', async (_, change) => {
    const shop = everything();
    const finished = await shop.deploy({ protection, typed: async () => true, ...change });
    expect(finished).toMatchObject({ outcome: 'refused', exitCode: 2, release: null });
    expect(shop.writes).toEqual([]);
  });
});

describe('a plan that was kept', () => {
  async function kept(shop: Shop) {
    const { choice, gated, fromAlias } = shop.asked();
    const plan = await planRelease(shop.fakes, shop.asked());
    const { account, region } = await shop.fakes.identity.whoami();
    const place = { project: 'orders', stage: null, account, region };
    return savePlan(plan, { ...place, alias: null, choice, gated, fromAlias });
  }

  it('is carried out as it is', async () => {
    const shop = everything();
    const saved = JSON.parse(JSON.stringify(await kept(shop)));
    expect(await shop.deploy({ saved })).toMatchObject({ outcome: 'promoted' });
  });

  it.each<[string, (shop: Shop) => unknown]>([
    [
      'somebody moved the alias',
      ({ fakes }) => fakes.aliases.put(refOf('api'), { version: '1', additional: null, description: 'x' }),
    ],
    [
      'somebody made the role',
      (shop) =>
        shop.fakes.roles.put({
          ...roleSpec(),
          trust: '{}',
          policies: {},
          tags: { 'shipit:project': 'orders' },
        }),
    ],
    ['somebody changed a setting', ({ fakes }) => fakes.settings.put('orders-api', { recursion: 'Allow' })],
    ['the code is another one', (shop) => shop.code('api', '9')],
    ['the layer is another one', (shop) => shop.layer({}, 'other')],
  ])('is refused when %s in between, and nothing was written', async (_, meanwhile) => {
    const shop = everything();
    const saved = await kept(shop);
    await meanwhile(shop);
    expect(await shop.deploy({ saved })).toMatchObject({ outcome: 'refused', exitCode: 2, release: null });
    expect(shop.writes).toEqual([]);
  });
});

describe('the version of another alias', () => {
  /** `dev` serves version 2, `live` version 1. */
  function twoAliases(): Shop {
    const shop = everything();
    shop.fakes.functions.seed('orders-api', [version('old', {}), version('new', { memorySize: 512 })]);
    shop.fakes.aliases.put(refOf('api', 'dev'), { version: '2', additional: null, description: 'theirs' });
    return shop;
  }

  it('is rolled out as it is: nothing is built, published or set, and the other alias stays', async () => {
    const shop = twoAliases();
    const finished = await shop.deploy({ fromAlias: 'dev' });
    expect(finished).toMatchObject({ outcome: 'promoted', functions: [{ baseline: '1', candidate: '2' }] });
    expect(shop.writes.every((call) => call.startsWith('aliases: write orders-api:live'))).toBe(true);
    expect(shop.fakes.report.did).not.toContain('artifact.built');
    expect(shop.alias('api')).toMatchObject({ version: '2', additional: null });
    expect(shop.fakes.aliases.peek(refOf('api', 'dev'))).toMatchObject({
      version: '2',
      description: 'theirs',
    });
  });

  it('shows what changes, and adopts nothing, because no tag is written', async () => {
    const shop = twoAliases();
    const plan = await planRelease(shop.fakes, shop.asked({ fromAlias: 'dev' }));
    expect(plan.functions[0]).toMatchObject({
      changes: [expect.stringMatching(/^~ code /), '~ memorySize 128 -> 512'],
      notes: [],
      reuse: '2',
    });
  });

  it('is nothing to do when both serve it already', async () => {
    const shop = twoAliases();
    await shop.deploy({ fromAlias: 'dev' });
    expect(await shop.deploy({ fromAlias: 'dev' })).toMatchObject({ outcome: 'unchanged' });
  });

  it('is refused when it was rolled back as the same release that was built here', async () => {
    const shop = new Shop('api');
    shop.change('api', { alarms: ['errors'] });
    expect(await shop.goesBack()).toMatchObject({ outcome: 'rolledBack' });
    shop.fakes.alarms.set('errors', { state: 'OK' });
    shop.fakes.aliases.put(refOf('api', 'dev'), { version: '2', additional: null, description: '' });
    const again = await shop.deploy({ fromAlias: 'dev' });
    expect(again).toMatchObject({ outcome: 'refused' });
    expect(again.problems[0]).toContain('this very code and configuration was rolled back');
    expect(Record.parse(shop.alias('api')?.description ?? '')).toMatchObject({ kind: 'done' });
  });

  it('makes the first alias of a function that has none', async () => {
    const shop = twoAliases();
    shop.change('api', { alias: 'prod' });
    expect(await shop.deploy({ fromAlias: 'dev' })).toMatchObject({ outcome: 'promoted' });
    expect(shop.fakes.aliases.peek(refOf('api', 'prod'))).toMatchObject({ version: '2', additional: null });
  });
});

describe('a function whose settings belong to another tool', () => {
  it('gets code, version and alias, and no setting, no role and no tag', async () => {
    const shop = new Shop('api');
    shop.change('api', { manage: 'release', config: {} });
    expect(await shop.deploy()).toMatchObject({ outcome: 'promoted' });
    expect(shop.writes.filter((call) => !call.startsWith('aliases'))).toEqual([
      'functions: update orders-api code',
      'functions: publish orders-api',
    ]);
    expect(shop.fakes.functions.version('orders-api', '$LATEST')?.tags).toEqual({});
    expect(await shop.deploy()).toMatchObject({ outcome: 'unchanged' });
  });

  it('is never made', async () => {
    const shop = new Shop('api');
    shop.change('api', { manage: 'release', config: {}, name: 'orders-new' });
    const finished = await shop.deploy();
    expect(finished).toMatchObject({ outcome: 'refused' });
    expect(finished.problems[0]).toContain('leaves making it to another tool');
    expect(shop.writes).toEqual([]);
  });
});

describe('a function that is not there yet', () => {
  it('is made with its tags, set before it is called by anybody, and gets its alias last', async () => {
    const shop = everything();
    shop.change('api', { name: 'orders-new' });
    expect(await shop.deploy()).toMatchObject({ outcome: 'promoted' });
    expect(shop.writes).toEqual([
      'roles: create orders-api-role',
      'layers: publish orders-deps',
      'functions: create orders-new',
      'functions: publish orders-new',
      'settings: write orders-new recursion reservedConcurrency',
      'settings: mark orders-new shipit:settings',
      'aliases: create orders-new:live 1',
    ]);
    const { tags } = shop.fakes.functions.version('orders-new', '$LATEST') ?? {};
    expect(tags).toMatchObject({ team: 'blue', 'shipit:project': 'orders' });
    expect(await shop.deploy()).toMatchObject({ outcome: 'unchanged' });
  });

  it('may be an image', async () => {
    const shop = new Shop('api');
    const hex = 'b'.repeat(64);
    const uri = `123456789012.dkr.ecr.eu-west-1.amazonaws.com/orders@sha256:${hex}`;
    const image = { kind: 'there', uri } as const;
    const config = { role: someConfig.role, packageType: 'Image' as const };
    shop.change('api', { name: 'orders-image', code: null, image, config });
    expect(await shop.deploy()).toMatchObject({ outcome: 'promoted' });
    expect(shop.fakes.functions.version('orders-image', '1')).toMatchObject({ digest: hex, codeBytes: 0 });
    expect(await shop.deploy()).toMatchObject({ outcome: 'unchanged' });
  });
});

describe('a function that is adopted', () => {
  it('is said to be before, gets the tags of the project, and is ours from then on', async () => {
    const shop = new Shop('api');
    await shop.deploy();
    expect(shop.told('plan.made')[0]?.functions[0]?.notes[0]).toContain('adopts orders-api');
    expect(shop.fakes.functions.version('orders-api', '$LATEST')?.tags).toEqual({
      'shipit:project': 'orders',
    });
    shop.code('api', '2');
    await shop.deploy();
    expect(shop.told('plan.made')[1]?.functions[0]?.notes).toEqual([]);
  });

  it('whose tags may not be read is released and stays without ours', async () => {
    const shop = new Shop('api');
    shop.fakes.functions.attach('orders-api', { tags: null });
    expect(await shop.deploy()).toMatchObject({ outcome: 'promoted' });
    expect(shop.writes.filter((call) => call.startsWith('settings'))).toEqual([]);
  });

  it('that has no alias yet gets one for the version that is wanted', async () => {
    const shop = new Shop('api');
    shop.fakes.functions.seed('orders-bare', [{ digest: digestOf(zipOf('1')), config: someConfig }]);
    shop.change('api', { name: 'orders-bare', settings: { reservedConcurrency: 5 } });
    expect(await shop.deploy()).toMatchObject({ outcome: 'promoted' });
    expect(shop.writes).toEqual([
      'settings: write orders-bare reservedConcurrency',
      'settings: mark orders-bare shipit:project shipit:settings',
      'aliases: create orders-bare:live 1',
    ]);
  });
});

describe('the files that differ', () => {
  it('are fetched only with details, and only for functions whose code changes', async () => {
    const shop = new Shop('api', 'web');
    shop.fakes.functions.seed('orders-web', [{ digest: digestOf(zipOf('1')), config: someConfig }]);
    const old = rawZip([{ name: 'gone.js', content: 'x' }]);
    shop.fakes.functions.putCode(old);
    shop.fakes.functions.seed('orders-api', [{ digest: digestOf(old), config: someConfig }]);
    await planRelease(shop.fakes, shop.asked());
    expect(shop.told('plan.made')[0]?.functions[0]?.code?.files).toBeNull();
    await planRelease(shop.fakes, shop.asked({ details: true }));
    expect(shop.told('plan.made')[1]?.functions.map(({ code }) => code?.files ?? null)).toEqual([
      ['- gone.js', '+ index.js'],
      null,
    ]);
    expect(shop.calls.filter((call) => call.startsWith('functions: code'))).toEqual([
      'functions: code orders-api:1',
    ]);
  });
});
