import { copyFileSync, mkdirSync, readFileSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Making } from '../../src/artifact/manifest';
import { bootstrap } from '../../src/bootstrap';
import { build } from '../../src/build';
import type { Event } from '../../src/core/events';
import type { Ports } from '../../src/core/ports';
import { type Against, verify } from '../../src/verify';
import { rawZip } from '../artifact/raw-zip';
import { good, openStage, type Stage } from './stage';

let stage: Stage;
beforeEach(async () => {
  stage = await openStage({ functions: ['api', 'mailer'], alarms: false });
});
afterEach(() => stage.close());

const commit = 'c0ffee0123456789c0ffee0123456789c0ffee01';
const tools = { shipit: '0.1.0', node: 'v24.0.0' };
const makingOf = (): Making => ({ root: stage.root, commit, dirty: false, tools });

async function built(out: string | null) {
  const { ports, events } = stage.process();
  const project = await stage.read(ports, {});
  const request = {
    project,
    functions: project.functions,
    making: makingOf(),
    out,
    analyze: false,
    sbom: false,
    audit: null,
  };
  const fine = await build(ports, request);
  return { fine, events };
}

async function verified(against: Against, change: { version?: string } = {}) {
  const { ports, events } = stage.process();
  const project = await stage.read(ports, {});
  const functions = project.functions.filter(({ key }) => key === 'api');
  const request = { project, functions, version: change.version ?? null, against };
  const { exitCode } = await stage.clock.runUntil(verify(ports, request));
  const told = events.filter(
    (event): event is Extract<Event, { type: 'code.verified' }> => event.type === 'code.verified',
  );
  return { exitCode, told: told[0] };
}

const deploy = (wishes: Parameters<Stage['deployAs']>[1] = {}) => {
  const process = stage.process();
  return stage.clock
    .runUntil(stage.deployAs(process, { allAtOnce: true, gated: false, ...wishes }))
    .then((finished) => ({ finished, events: process.events }));
};

const kept = (key: string) =>
  JSON.parse(readFileSync(join(stage.root, '.shipit/build', key, 'manifest.json'), 'utf8'));

describe('what was built', () => {
  it('is kept with the digest of each file, the same twice', async () => {
    await built(null);
    const first = kept('api');
    expect(first).toMatchObject({
      v: 1,
      key: 'api',
      kind: 'function',
      form: 'zip',
      commit,
      dirty: false,
      tools,
    });
    expect(first.files).toMatchObject([{ path: 'index.js', executable: false }]);
    expect(first.inputs.code).toMatchObject({ kind: 'files', path: 'api' });
    await built(null);
    expect(kept('api')).toEqual(first);
  });

  it('is kept by a deploy too, and the version says whence it came', async () => {
    const { finished } = await deploy({ tools });
    expect(finished.outcome).toBe('promoted');
    const { digest } = kept('mailer');
    const version = stage.world.functions.entries.get('orders-mailer')?.versions.get('1');
    const hex = Buffer.from(digest, 'base64').toString('hex').slice(0, 12);
    expect(JSON.stringify(version)).toMatch(new RegExp(`shipit [0-9A-Z]{26} no-commit ${hex}`));
    expect((await deploy({ tools })).finished.outcome).toBe('unchanged');
  });
});

describe('artifacts in a folder', () => {
  const out = () => join(stage.root, 'artifacts');

  it('are deployed as they are, whatever became of the code meanwhile', async () => {
    await built(out());
    stage.write('api/index.js', good('two'));
    const { finished } = await deploy({ artifacts: out(), tools });
    expect(finished.outcome).toBe('promoted');
    expect((await verified({ kind: 'set', folder: out() })).told).toMatchObject({ proof: 'same' });
    expect((await deploy({ artifacts: out() })).finished.outcome).toBe('unchanged');
  });

  it.each<[string, RegExp, () => void]>([
    [
      'one was exchanged',
      /function api has digest .*, and the manifest says/,
      () => copyFileSync(join(stage.root, 'other.zip'), join(out(), 'api.zip')),
    ],
    [
      'one is missing',
      /api\.zip is not there/,
      () => renameSync(join(out(), 'api.zip'), join(out(), 'other.zip')),
    ],
    [
      'a link stands for one',
      /symbolic link/,
      () => {
        renameSync(join(out(), 'api.zip'), join(stage.root, 'elsewhere.zip'));
        symlinkSync(join(stage.root, 'elsewhere.zip'), join(out(), 'api.zip'));
      },
    ],
    [
      'they are of another project',
      /of project invoices, and this is orders/,
      () => edit((set) => ({ ...set, project: 'invoices' })),
    ],
    [
      'a function is not among them',
      /has no function api; it has mailer/,
      () => edit((set) => ({ ...set, artifacts: set.artifacts.filter(({ key }) => key !== 'api') })),
    ],
    ['a newer shipit made them', /another version of shipit/, () => edit((set) => ({ ...set, v: 2 }))],
    [
      'a name leads out of the folder',
      /another name than shipit gives/,
      () =>
        edit((set) => ({
          ...set,
          artifacts: set.artifacts.map((one) => ({ ...one, file: '../../api.zip' })),
        })),
    ],
    [
      'there is no manifest',
      /has no manifest\.json/,
      () => renameSync(join(out(), 'manifest.json'), join(out(), 'm.json')),
    ],
    ['the manifest is no JSON', /is no JSON/, () => writeFileSync(join(out(), 'manifest.json'), 'no')],
  ])('are refused with nothing written when %s', async (_, why, spoil) => {
    await built(out());
    writeFileSync(join(stage.root, 'other.zip'), rawZip([{ name: 'index.js', content: 'other' }]));
    spoil();
    stage.calls.length = 0;
    const { finished } = await deploy({ artifacts: out() });
    expect(finished).toMatchObject({ outcome: 'refused' });
    expect(finished.problems.join('\n')).toMatch(why);
    expect(stage.calls.filter((call) => /Create|Update|Publish|Put/.test(call))).toEqual([]);
  });

  interface Set {
    readonly v: number;
    readonly project: string;
    readonly artifacts: readonly { readonly key: string; readonly file: string }[];
  }

  function edit(change: (set: Set) => object): void {
    const path = join(out(), 'manifest.json');
    writeFileSync(path, JSON.stringify(change(JSON.parse(readFileSync(path, 'utf8')))));
  }
});

describe('verifying', () => {
  it('proves that the live code is what was built, and says which files are not', async () => {
    await deploy({ tools });
    expect(await verified({ kind: 'kept' })).toMatchObject({
      exitCode: 0,
      told: { proof: 'same', version: '1' },
    });
    expect(await verified({ kind: 'build', making: makingOf() })).toMatchObject({ exitCode: 0 });
    stage.write('api/index.js', good('two'));
    mkdirSync(join(stage.root, 'api/lib'));
    writeFileSync(join(stage.root, 'api/lib/new.js'), '1');
    const other = await verified({ kind: 'build', making: makingOf() });
    expect(other).toMatchObject({ exitCode: 10, told: { proof: 'different' } });
    expect(other.told?.files).toEqual(['~ index.js', '- lib/new.js']);
    await built(null);
    expect(await verified({ kind: 'kept' }, { version: '1' })).toMatchObject({ exitCode: 10 });
  });

  it('says so when nothing tells what was built', async () => {
    await deploy();
    expect(await verified({ kind: 'kept' })).toMatchObject({ exitCode: 2, told: { proof: 'unknown' } });
  });
});

describe('bootstrap', () => {
  const run = async (
    ports: Ports,
    bucket: string | null,
    confirm: ((question: string) => Promise<boolean>) | null,
  ) => stage.clock.runUntil(bootstrap(ports, { project: await stage.read(ports, {}), bucket, confirm }));

  it('makes a private bucket with versions, and leaves it alone the second time', async () => {
    const { ports, events } = stage.process();
    await run(ports, null, null);
    await run(ports, null, null);
    const bucket = 'shipit-123456789012-eu-west-1';
    expect(events).toMatchObject([
      { type: 'bucket.kept', bucket, what: 'made', named: false },
      { type: 'bucket.kept', bucket, what: 'there' },
    ]);
    expect(stage.calls).toEqual(expect.arrayContaining(['PutPublicAccessBlock', 'PutBucketVersioning']));
  });

  it('makes nothing without a yes, nor under an odd name', async () => {
    const { ports } = stage.process();
    await expect(run(ports, null, async () => false)).rejects.toMatchObject({ code: 'needsYes' });
    await expect(run(ports, 'Orders', null)).rejects.toMatchObject({ code: 'badFlag' });
    expect(stage.calls).not.toContain('CreateBucket');
  });
});
