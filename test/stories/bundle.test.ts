/** From a module in TypeScript, or Python with its requirements, to what the alias answers. */
import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { CodeSource } from '../../src/config/code';
import type { FunctionSpec } from '../../src/config/project';
import { Duration } from '../../src/core/values';
import { openStage, type Stage } from './stage';

let stage: Stage;

beforeEach(async () => {
  stage = await openStage({ functions: ['api'], alarms: false });
});
afterEach(() => stage.close());

const packed = { include: null, exclude: [], allow: [] };

async function deploy(code: CodeSource, change: Partial<FunctionSpec> = {}, runtime = 'nodejs24.x') {
  const process = stage.process();
  const handler = runtime.startsWith('python') ? 'app.handler' : 'api.handler';
  const changed = (spec: FunctionSpec): FunctionSpec => ({
    ...spec,
    config: { ...spec.config, runtime, handler },
    code,
    ...change,
  });
  const finished = await stage.clock.runUntil(stage.deployAs(process, { allAtOnce: true, change: changed }));
  return { process, finished };
}

const answer = async ({ ports }: ReturnType<Stage['process']>): Promise<unknown> => {
  const { payload } = await stage.clock.runUntil(ports.invoker.invoke('orders-api', 'live', '{}'));
  return JSON.parse(payload);
};

const bundle = (format: 'esm' | 'cjs'): CodeSource => ({
  kind: 'bundle',
  entry: join(stage.root, 'src/api.ts'),
  format,
  minify: true,
  sourceMap: true,
  external: [],
  awsSdk: 'bundle',
});

describe('a function of a module in TypeScript', () => {
  it.each(['esm', 'cjs'] as const)('is bundled, released and answers (%s)', async (format) => {
    stage.write('node_modules/greet/package.json', '{"name":"greet"}');
    stage.write('node_modules/greet/index.js', "exports.greet = (name) => 'hello ' + name;");
    stage.write(
      'src/api.ts',
      "import { greet } from 'greet';\nexport const handler = async (): Promise<string> => greet('you');\n",
    );
    const { process, finished } = await deploy(bundle(format));
    expect(finished.outcome).toBe('promoted');
    expect(await answer(process)).toBe('hello you');
    const again = await deploy(bundle(format));
    expect(again.finished.outcome).toBe('unchanged');
  });

  it('that does not build writes nothing', async () => {
    stage.write('src/api.ts', "import { a } from './nowhere';\nexport const handler = async () => a;\n");
    stage.calls.length = 0;
    const { finished } = await deploy(bundle('cjs'));
    expect(finished.outcome).toBe('refused');
    expect(finished.problems[0]).toContain('functions.api: src/api.ts:1:19: Could not resolve "./nowhere"');
    expect(stage.calls).toEqual([]);
  });
});

it('a function whose folder a command builds is released as built, and told of with its name', async () => {
  const text =
    "require('fs').writeFileSync('api/api.js', 'exports.handler = async () => 7'); console.log('built')";
  const build = { argv: [process.execPath, '-e', text], shell: false, timeout: Duration.of(60_000) };
  const made = await deploy({ kind: 'files', path: join(stage.root, 'api'), ...packed }, { build });
  expect(made.process.events).toContainEqual(
    expect.objectContaining({ type: 'build.said', key: 'api', line: 'built' }),
  );
  expect(await answer(made.process)).toBe(7);
});

it('a function of Python has the packages that its requirements name', async () => {
  mkdirSync(join(stage.root, 'wheels'));
  const wheel = `import sys, zipfile
with zipfile.ZipFile(sys.argv[1] + '/hello-1.0-py3-none-any.whl', 'w') as wheel:
    wheel.writestr('hello.py', 'said = "from a wheel"')
    wheel.writestr('hello-1.0.dist-info/METADATA', 'Metadata-Version: 2.1\\nName: hello\\nVersion: 1.0\\n')
    wheel.writestr('hello-1.0.dist-info/WHEEL', 'Wheel-Version: 1.0\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n')
    wheel.writestr('hello-1.0.dist-info/RECORD', '')
`;
  execFileSync('python3', ['-c', wheel, join(stage.root, 'wheels')]);
  stage.write('requirements.txt', '--no-index\n--find-links wheels\nhello==1.0\n');
  stage.write('py/app.py', 'import hello\n\ndef handler(event, context):\n    return hello.said\n');
  const code: CodeSource = {
    ...{ kind: 'python', path: join(stage.root, 'py'), requirements: join(stage.root, 'requirements.txt') },
    ...{ installer: null, ...packed },
  };
  const { process, finished } = await deploy(code, {}, 'python3.13');
  expect(finished.outcome).toBe('promoted');
  expect(await answer(process)).toBe('from a wheel');
});
