import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { BatchDeleteImageCommand } from '@aws-sdk/client-ecr';
import {
  CreateAliasCommand,
  CreateFunctionCommand,
  type CreateFunctionCommandInput,
  InvokeCommand,
  PublishVersionCommand,
  UpdateFunctionCodeCommand,
  UpdateFunctionConfigurationCommand,
} from '@aws-sdk/client-lambda';
import { imageAt, imageOf, look, role } from './lambda-steps';
import { makeRepository, Pusher, type TestImage, untilUnpacked } from './registry';
import { mountsHere, pythonHere } from './runtime-calls';
import { layerOf, type TarEntry } from './tar';
import { type LocalAws, openLocalAws } from './world';

const itWithPython = pythonHere() ? it : it.skip;
const itWithMounts = mountsHere() ? it : it.skip;
const named = { FunctionName: 'orders-image' };

let aws: LocalAws;
beforeEach(async () => {
  aws = await openLocalAws();
  await makeRepository(aws, 'orders');
});
afterEach(() => aws.close());

async function push(files: readonly TarEntry[], config: TestImage['config']): Promise<string> {
  const layers = [await layerOf(...files)];
  return (await Pusher.of(aws)).image('orders', 'v1', { layers, config: config ?? {} });
}

async function create(ImageUri: string, changes: Partial<CreateFunctionCommandInput> = {}): Promise<void> {
  const Code = { ImageUri };
  const all = { ...named, Role: role, PackageType: 'Image' as const, Timeout: 20, Code, ...changes };
  await aws.lambda.send(new CreateFunctionCommand(all));
  await untilUnpacked(aws);
}

async function invoke(Qualifier?: string): Promise<{ answer: unknown; version: string | undefined }> {
  const { Payload, ExecutedVersion } = await aws.lambda.send(
    new InvokeCommand({ ...named, Qualifier, Payload: JSON.stringify({ a: 1 }) }),
  );
  return { answer: JSON.parse(Buffer.from(Payload ?? []).toString()), version: ExecutedVersion };
}

const base = {
  Env: ['GREETING=image', 'PLACE=image', 'LAMBDA_TASK_ROOT=/var/task', 'PATH=/var/lang/bin:/usr/bin:/bin'],
  Entrypoint: ['/lambda-entrypoint.sh'],
  Cmd: ['app.handler'],
  WorkingDir: '/var/task',
};
const app = (data: string): TarEntry => ({ name: 'var/task/app.js', data });
const told = app(`
  exports.handler = async (event) => ({
    event, greeting: process.env.GREETING, place: process.env.PLACE, region: process.env.AWS_REGION, folder: process.cwd().slice(-8),
  });
  exports.other = async () => 'other';
`);

describe('an image with a base of AWS', () => {
  it('runs its handler with the variables of the image, those of the function over them', async () => {
    await push([told], { ...base, Env: [...base.Env, 'AWS_REGION=mars'] });
    await create(imageOf('v1'), { Environment: { Variables: { GREETING: 'function' } } });
    expect((await invoke()).answer).toEqual({
      ...{ event: { a: 1 }, greeting: 'function', place: 'image', region: 'eu-west-1', folder: 'var/task' },
    });
  });

  it('takes command and folder of the function for its own', async () => {
    await push([told, { name: 'srv/data/', type: 'directory' }], base);
    await create(imageOf('v1'), { ImageConfig: { WorkingDirectory: '/srv/data' } });
    expect((await invoke()).answer).toMatchObject({ folder: 'srv/data' });
    await aws.lambda.send(
      new UpdateFunctionConfigurationCommand({ ...named, ImageConfig: { Command: ['app.other'] } }),
    );
    await untilUnpacked(aws);
    expect((await invoke()).answer).toBe('other');
  });

  itWithPython(`runs Python too${pythonHere() ? '' : ' (left out: there is no python3)'}`, async () => {
    const data = 'import os\ndef handler(event, context):\n    return [event, os.environ["PLACE"]]\n';
    await push([{ name: 'var/task/app.py', data }], base);
    await create(imageOf('v1'));
    expect((await invoke()).answer).toEqual([{ a: 1 }, 'image']);
  });

  it('runs on when the image is deleted, and two versions run two images behind one alias', async () => {
    const imageDigest = await push([app("exports.handler = async () => 'one';")], base);
    await create(imageAt(imageDigest));
    await aws.lambda.send(new PublishVersionCommand(named));
    await push([app("exports.handler = async () => 'two';")], base);
    await aws.lambda.send(new UpdateFunctionCodeCommand({ ...named, ImageUri: imageOf('v1') }));
    await untilUnpacked(aws);
    await aws.lambda.send(new PublishVersionCommand(named));
    const RoutingConfig = { AdditionalVersionWeights: { 2: 0.5 } };
    await aws.lambda.send(
      new CreateAliasCommand({ ...named, Name: 'live', FunctionVersion: '1', RoutingConfig }),
    );
    await aws.ecr.send(
      new BatchDeleteImageCommand({ repositoryName: 'orders', imageIds: [{ imageDigest }] }),
    );
    const seen = new Set<string>();
    for (let call = 0; call < 20; call += 1) {
      const { answer, version } = await invoke('live');
      seen.add(`${version} ${answer}`);
    }
    expect([...seen].sort()).toEqual(['1 one', '2 two']);
  });
});

const bootstrap = (name: string): TarEntry => ({
  name,
  mode: 0o755,
  data: `#!${process.execPath}
const base = 'http://' + process.env.AWS_LAMBDA_RUNTIME_API + '/2018-06-01/runtime/invocation/';
(async () => {
  for (;;) {
    const next = await fetch(base + 'next');
    const body = JSON.stringify({ event: await next.json(), args: process.argv.slice(2), place: process.env.PLACE });
    await fetch(base + next.headers.get('lambda-runtime-aws-request-id') + '/response', { method: 'POST', body });
  }
})();
`,
});

describe('an image with a runtime of its own', () => {
  it.each([
    ['/var/runtime/bootstrap', 'var/runtime/bootstrap'],
    ['/bootstrap', 'bootstrap'],
    ['./bootstrap', 'var/task/bootstrap'],
  ])('starts its entry point %s with the command', async (entryPoint, name) => {
    await push([bootstrap(name), { name: 'var/task/', type: 'directory' }], {
      ...base,
      Entrypoint: [entryPoint],
      Cmd: ['the.handler'],
    });
    await create(imageOf('v1'), { MemorySize: 512 });
    expect((await invoke()).answer).toEqual({ event: { a: 1 }, args: ['the.handler'], place: 'image' });
  });

  it('that names node runs that of this machine when it has none', async () => {
    await push([bootstrap('app/index.js')], {
      ...{ Env: ['PLACE=image'], Entrypoint: ['node'], Cmd: ['index.js', '--x'], WorkingDir: '/app' },
    });
    await create(imageOf('v1'), { MemorySize: 512 });
    expect((await invoke()).answer).toMatchObject({ args: ['--x'], place: 'image' });
  });

  itWithMounts(
    `runs inside of the image where this machine allows it${mountsHere() ? '' : ' (left out: it does not)'}`,
    async () => {
      const data =
        '#!/bin/sh\ntest -f /only-here && echo "in $(pwd) as $_HANDLER$1"; echo x > /tmp/x && echo "own /tmp"; exit 7\n';
      await push([...shell(), { name: 'only-here' }, { name: 'work/run', mode: 0o755, data }], {
        ...{ Entrypoint: ['/work/run'], Cmd: ['x.y'], WorkingDir: '/work', Env: ['PATH=/bin'] },
      });
      await create(imageOf('v1'));
      const { LogResult = '' } = await aws.lambda.send(new InvokeCommand({ ...named, LogType: 'Tail' }));
      const log = Buffer.from(LogResult, 'base64').toString();
      expect(log).toContain('in /work as x.y\nown /tmp\n');
      expect(log).toContain('Runtime exited with error: exit status 7');
    },
  );
});

/** A shell of this machine with what it is linked to, as an image would have it. */
function shell(): TarEntry[] {
  const listed = execFileSync('ldd', ['/bin/sh']).toString();
  const libraries = [...listed.matchAll(/(\/\S+) \(0x/g)].map(([, path = '']) => path);
  const entry = (name: string, path: string): TarEntry => ({ name, mode: 0o755, data: readFileSync(path) });
  return [entry('bin/sh', '/bin/sh'), ...libraries.map((path) => entry(path.slice(1), path))];
}

describe('an image that cannot be run says why', () => {
  const missing = '/none: no such file or directory';
  it.each([
    [
      'an entry point that is not there',
      { Entrypoint: ['/none'] },
      'Runtime.InvalidEntrypoint',
      `fork/exec ${missing}`,
    ],
    [
      'a program that is on none of its paths',
      { Entrypoint: ['none'] },
      'Runtime.InvalidEntrypoint',
      'exec: "none": executable file not found in $PATH',
    ],
    [
      'a file that is not executable',
      { Entrypoint: ['/var/task/app.js'] },
      'Runtime.InvalidEntrypoint',
      'fork/exec /var/task/app.js: permission denied',
    ],
    [
      'neither entry point nor command',
      { Entrypoint: [], Cmd: [] },
      'Runtime.InvalidEntrypoint',
      'the image has neither entry point nor command',
    ],
    ['a folder that is not there', { WorkingDir: '/none' }, 'Runtime.InvalidWorkingDir', `chdir ${missing}`],
  ])('%s', async (_what, config, errorType, why) => {
    await push([told], { ...base, ...config });
    await create(imageOf('v1'));
    expect((await invoke()).answer).toEqual({
      errorType,
      errorMessage: expect.stringMatching(
        new RegExp(`^RequestId: \\S{36} Error: ${why.replace(/[$/".]/g, '\\$&')}$`),
      ),
    });
  });

  it('and one that cannot be unpacked fails', async () => {
    await push([{ name: '../out', data: '' }], base);
    await create(imageOf('v1'));
    expect(await look(aws, 'orders-image')).toMatchObject({
      State: 'Failed',
      StateReasonCode: 'InvalidImage',
    });
  });
});
