import { filesAt } from '../forms';
import { minimal, problemsIn, readText } from './example';

const inLayers = (text: string) => problemsIn(minimal('', `layers:\n${text}`));

describe('a layer of the project', () => {
  it('has a folder or a zip below the project', async () => {
    expect(await inLayers('  one: { keep: 3 }\n  two: { code: ../x }\n')).toEqual([
      'lambda.config.yaml:6:3  layers.one: `code` is missing  (name a folder or a .zip file)',
      'lambda.config.yaml:7:16  layers.two.code: "../x" leaves the folder of the project file  (name a path below the project file)',
    ]);
  });

  it('has a name of its own, which AWS takes', async () => {
    expect(await inLayers('  one: { code: a, name: same }\n  two: { code: b, name: same }\n')).toEqual([
      'lambda.config.yaml:7:3  layers.two: `one` already is layer `same`  (give one of them another `name`)',
    ]);
    expect(await inLayers('  one: { code: a, name: orders-two }\n  two: { code: b }\n')).toHaveLength(1);
    const project = 'p'.repeat(63);
    const key = 'k'.repeat(64);
    const stages = 'stages: { sssssssssssssssssssss: {} }\n';
    const text = `project: ${project}\nfunctions: { f: { code: x, name: "f-\${stage}" } }\nlayers: { ${key}: { code: a } }\n${stages}`;
    expect(await problemsIn(text)).toEqual([
      expect.stringMatching(
        /:3:11 {2}layers\.k+: the layer name `p+-s+-k+` has 150 characters; AWS takes 140/,
      ),
    ]);
  });

  it('is told of where the stage says it', async () => {
    const text = minimal('', 'stages: { prod: { layers: { one: { code: /abs } } } }\n');
    expect(await problemsIn(text)).toEqual([
      expect.stringMatching(/:5:42 {2}stages\.prod\.layers\.one\.code: "\/abs" is an absolute path/),
    ]);
  });

  it('becomes what is published, sorted by key', async () => {
    const text = minimal(
      '',
      'layers:\n  b: { code: b.zip, name: bee, description: d, runtimes: [nodejs24.x], architectures: [arm64], license: MIT, keep: 2 }\n  a: { code: a }\n',
    );
    const nothing = {
      build: null,
      description: '',
      runtimes: [],
      architectures: [],
      license: null,
      keep: null,
    };
    expect((await readText(text)).layers).toEqual([
      { key: 'a', name: 'orders-a', code: filesAt('/p/a'), ...nothing, where: 'lambda.config.yaml:7:3' },
      {
        key: 'b',
        name: 'bee',
        code: filesAt('/p/b.zip'),
        build: null,
        description: 'd',
        runtimes: ['nodejs24.x'],
        architectures: ['arm64'],
        license: 'MIT',
        keep: 2,
        where: 'lambda.config.yaml:6:3',
      },
    ]);
  });
});
