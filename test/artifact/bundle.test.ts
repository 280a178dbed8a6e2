import { buildArtifact } from '../../src/artifact/build';
import type { BundleSource } from '../../src/config/code';
import type { Bundled } from '../../src/core/building';
import { making } from './making';
import { specOf } from './spec';

const source: BundleSource = {
  kind: 'bundle',
  entry: '/p/src/api.ts',
  format: 'cjs',
  minify: true,
  sourceMap: false,
  external: [],
  awsSdk: 'runtime',
};
const config = { runtime: 'nodejs22.x', handler: 'api.handler', architecture: 'arm64' } as const;
const spec = (change: Partial<BundleSource> = {}) => ({
  ...specOf('/p'),
  config,
  code: { ...source, ...change },
});
const module_ = { path: 'api.js', from: Buffer.from('exports.handler = 1;'), executable: false };

function machine(answer: Partial<Bundled> | null) {
  const ports = making({});
  ports.files.put('/p/src/api.ts', 'x');
  const asked: object[] = [];
  ports.bundler.answer = (request) => {
    asked.push(request);
    return answer;
  };
  return { ports, asked };
}

const refusal = (answer: Partial<Bundled> | null, entry = source.entry) =>
  buildArtifact(machine(answer).ports, spec({ entry }), '/p').then(
    () => ['built'],
    ({ problems }: { problems: readonly string[] }) => problems,
  );

describe('the bundle of a function', () => {
  it('is made for its runtime and its machine, and packed like any folder', async () => {
    const { ports, asked } = machine({ files: [module_] });
    const artifact = await buildArtifact(ports, spec(), '/p');
    expect(artifact).toMatchObject({ files: 1, reused: false });
    expect(asked).toMatchObject([
      { target: 'node22', architecture: 'arm64', provided: ['@aws-sdk/*', '@smithy/*'], minify: true },
    ]);
    expect(await buildArtifact(ports, spec(), '/p')).toMatchObject({ digest: artifact.digest, reused: true });
  });

  it('tells what it is made of by package, and what to look at', async () => {
    const inputs = [
      { path: 'src/api.ts', bytes: 10 },
      { path: 'node_modules/a/node_modules/@s/b/x.js', bytes: 30 },
      { path: '../node_modules/@s/b/y.js', bytes: 20 },
      { path: 'node_modules/c/empty.js', bytes: 0 },
    ];
    const warnings = [{ at: 'src/api.ts:1:1', what: 'odd', hint: null }];
    const { parts, remarks } = await buildArtifact(
      machine({ files: [module_], inputs, warnings }).ports,
      spec(),
      '/p',
    );
    expect({ parts, remarks }).toEqual({
      parts: [
        { name: '@s/b', bytes: 50, files: 2 },
        { name: null, bytes: 10, files: 1 },
      ],
      remarks: [{ what: 'src/api.ts:1:1: odd', hint: 'correct it there' }],
    });
  });

  it('needs a bundler, and says how to get it', async () => {
    expect(await refusal(null)).toEqual([
      expect.stringMatching(
        /esbuild makes bundles, and it is not installed {2}\(`npm install --save-dev esbuild`/,
      ),
    ]);
  });

  it('is refused with each error and its place', async () => {
    const problems = [
      { at: 'src/api.ts:2:19', what: 'Could not resolve "./b"', hint: null },
      { at: null, what: 'No loader', hint: 'a loader' },
    ];
    expect(await refusal({ problems })).toEqual([
      'lambda.config.yaml:11:11  functions.api: src/api.ts:2:19: Could not resolve "./b"  (correct it there)',
      'lambda.config.yaml:11:11  functions.api: No loader  (a loader)',
    ]);
  });

  it('is refused when the handler is not in it, by the name of the module', async () => {
    expect(await refusal({ files: [{ ...module_, path: 'other.js' }] })).toEqual([
      expect.stringContaining('functions.api: src/api.ts: the handler `api.handler` needs'),
    ]);
  });

  it.each([
    ['/p/src/none.ts', 'src/none.ts is not there'],
    ['/elsewhere/api.ts', 'leaves the folder of the project file'],
  ])('is not made of %s', async (entry, why) => {
    expect(await refusal({ files: [module_] }, entry)).toEqual([expect.stringContaining(why)]);
  });

  it('may hold what looks like a secret in a package that it takes along', async () => {
    const packed = { path: 'node_modules/pic/test/id_rsa', from: Buffer.from('x'), executable: false };
    expect(await refusal({ files: [module_, packed] })).toEqual(['built']);
  });
});
