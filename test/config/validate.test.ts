import fc from '../property';
import { example, minimal, problemsIn } from './example';

const inFunction = (line: string) => problemsIn(minimal(`    ${line}\n`));
const atEnd = (line: string) => problemsIn(minimal('', `${line}\n`));

/** The lines of the example that have a plain key, with the key. */
const keyed = example.split('\n').flatMap((line, index) =>
  [...line.matchAll(/([a-zA-Z]+):(?= |$)/g)].map((match) => ({
    line: index + 1,
    column: match.index + 1,
    key: match[1] ?? '',
  })),
);
/** Keys that people choose themselves, and cannot misspell. */
const free = new Set(['api', 'careful', 'steady', 'preset', 'ladder', 'TABLE']);
const legal = keyed.filter(({ key }) => !free.has(key));

function misspell({ line, column, key }: (typeof legal)[number], wrong: string): string {
  const lines = example.split('\n');
  const old = lines[line - 1] ?? '';
  lines[line - 1] = old.slice(0, column - 1) + wrong + old.slice(column - 1 + key.length);
  return lines.join('\n');
}

describe('a misspelt key', () => {
  it('is reported on its line, wherever it stands and however it is wrong', async () => {
    const slip = fc.record({ at: fc.nat(), typed: fc.stringMatching(/^[a-z]{1,2}$/), dropped: fc.nat(2) });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...legal), slip, async (place, { at, typed, dropped }) => {
        const from = at % place.key.length;
        const wrong = place.key.slice(0, from) + typed + place.key.slice(from + dropped);
        fc.pre(!keyed.some(({ key }) => key === wrong));
        const problems = await problemsIn(misspell(place, wrong));
        expect(problems.some((line) => line.startsWith(`lambda.config.yaml:${place.line}:`))).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it.each(legal.map((at) => [`${at.key} of line ${at.line}`, at] as const))(
    'comes with the nearest legal key: %s',
    async (_name, at) => {
      const problems = await problemsIn(misspell(at, `${at.key}x`));
      const place = `lambda.config.yaml:${at.line}:${at.column}  `;
      const said = problems.filter(
        (line) => line.startsWith(place) && line.endsWith(`(did you mean \`${at.key}\`?)`),
      );
      expect(said).toHaveLength(1);
      expect(problems).toHaveLength(1);
    },
  );

  it('that is like no other comes with the legal ones', async () => {
    expect(await inFunction('colour: red')).toEqual([
      'lambda.config.yaml:5:5  functions.api: unknown key `colour`  (known: name, code, build, image, ecr, handler, runtime, architecture, memorySize, timeout, ephemeralStorage, environment, plainSecrets, role, description, layers, vpc, fileSystem, deadLetterQueue, kmsKey, tracing, snapStart, logging, imageConfig, durable and 16 more)',
    ]);
  });
});

describe('a weight', () => {
  it.each([
    ['10', '`10` has no unit  (write `10%`)'],
    ['"10"', '`10` has no unit  (write `10%`)'],
    ['10abc%', '`10abc%` is not a percentage  (write it like `10%` or `0.5%`)'],
    ['0%', '`0%` gives the new version nothing  (write more than `0%`)'],
    ['0.0%', '`0.0%` gives the new version nothing  (write more than `0%`)'],
    ['101%', '`101%` is more than 100%  (write it like `10%` or `0.5%`)'],
    ['-1%', '`-1%` is less than 0%  (write it like `10%` or `0.5%`)'],
    ['-1', '`-1` is not a percentage  (write it like `10%` or `0.5%`)'],
    ['0.05%', '`0.05%` has more than one decimal  (write it like `10%` or `0.5%`)'],
    ['10 %', '`10 %` is not a percentage  (write it like `10%` or `0.5%`)'],
    ['"10%\\n"', '`10%\\n` is not a percentage  (write it like `10%` or `0.5%`)'],
    [
      '100%',
      '`100%` leaves nothing to compare with: 100% comes by itself after the last step  (write less than `100%`, or `AllAtOnce` for the rollout)',
    ],
    ['~', 'nothing (null) is not a percentage such as `10%`'],
    ['[10%]', 'a list of 1 is not a percentage such as `10%`'],
  ])('is not %s', async (text, what) => {
    expect(await atEnd(`rollouts: { r: { canary: ${text} } }`)).toEqual([
      `lambda.config.yaml:5:26  rollouts.r.canary: ${what}`,
    ]);
  });
});

describe('a value', () => {
  it.each([
    ['timeout: 10', '`10` has no unit  (write `10s` for seconds, `10m` for minutes)'],
    ['timeout: 10x', '`10x` is not a duration  (write it like `10m`, `90s` or `1h30m`)'],
    ['timeout: ""', '`` is not a duration  (write it like `10m`, `90s` or `1h30m`)'],
    ['timeout: 0s', '`0s` is less than 1s  (Lambda takes 1s to 900s)'],
    ['timeout: 1500ms', '`1500ms` is not whole seconds  (Lambda takes 1s to 900s)'],
    ['timeout: 901s', '`901s` is more than 900s (15m)  (Lambda takes 1s to 900s)'],
    ['memorySize: 127', '`127` is not a whole number of MB from 128 to 10240'],
    [
      'memorySize: 10241',
      '`10241` is more than 10240 MB  (only a function with a `capacityProvider` has up to 32768)',
    ],
    ['memorySize: 32769', '`32769` is not a whole number of MB from 128 to 10240'],
    ['memorySize: 128.5', '`128.5` is not a whole number of MB from 128 to 10240'],
    ['memorySize: 256MB', '`256MB` is not a whole number of MB from 128 to 10240'],
    [
      'name: orders api',
      '`orders api` is not a Lambda function name: letters, digits, `-` and `_`, at most 64',
    ],
    [
      'name: arn:aws:x',
      '`arn:aws:x` is not a Lambda function name: letters, digits, `-` and `_`, at most 64',
    ],
    ['alias: "12"', '`12` is not an alias name: letters, digits, `-` and `_`, at most 128, not digits alone'],
    [
      'alias: $LATEST',
      '`$LATEST` is not an alias name: letters, digits, `-` and `_`, at most 128, not digits alone',
    ],
    ['role: orders', '`orders` is not the ARN of a role, such as `arn:aws:iam::123456789012:role/orders`'],
    ['handler: a b', '`a b` is not a handler such as `index.handler`: no spaces, at most 128 characters'],
    ['runtime: Node', '`Node` is not a Lambda runtime such as `nodejs24.x` or `python3.13`'],
    [
      'alarms: x',
      '`x` is not a list of names of alarms, and of maps such as `{ create: [errors, p99] }`, at most 100',
    ],
    ['environment: [A=1]', 'a list is not a map of names and texts, or null'],
  ])('is refused: %s', async (line, what) => {
    const key = line.slice(0, line.indexOf(':'));
    const column = 5 + key.length + 2;
    expect(await inFunction(line)).toEqual([`lambda.config.yaml:5:${column}  functions.api.${key}: ${what}`]);
  });

  it.each([
    ['name', 'a'.repeat(65)],
    ['name', 'ä'],
    ['alias', 'a'.repeat(129)],
  ])('is refused as a %s when AWS would refuse it: %s', async (key, value) => {
    expect(await inFunction(`${key}: ${value}`)).toHaveLength(1);
  });

  it.each([
    ['timeout: 900s'],
    ['timeout: 15m'],
    ['memorySize: 128'],
    ['memorySize: 10240'],
    [`name: ${'a'.repeat(64)}`],
    ['runtime: nodejs99.x'],
    ['alarms: []'],
  ])('is taken: %s', async (line) => {
    expect(await inFunction(line)).toEqual([]);
  });

  it.each(['mars', 'eu-west-1.evil.example', 'EU-WEST-1', 'eu-west'])('is no region: %s', async (region) => {
    expect(await atEnd(`region: ${region}`)).toEqual([
      `lambda.config.yaml:5:9  region: \`${region}\` is not an AWS region such as \`eu-west-1\``,
    ]);
  });
});

describe('a whole file', () => {
  it.each([
    ['x', ['lambda.config.yaml:1:1  `x` is not a map of `project` and `functions`']],
    ['[]', ['lambda.config.yaml:1:1  an empty list is not a map of `project` and `functions`']],
    [
      'region: eu-west-1\n',
      [
        'lambda.config.yaml:1:1  `project` is missing  (such as project: "orders")',
        'lambda.config.yaml:1:1  `functions` is missing  (such as functions: {"api":{"code":"dist/api","handler":"index.handler"}})',
      ],
    ],
    [
      'project: p\nfunctions: {}\n',
      ['lambda.config.yaml:2:12  functions: an empty map is not a map of at least one function'],
    ],
    [
      'project: p\nfunctions:\n',
      ['lambda.config.yaml:2:11  functions: nothing (null) is not a map of at least one function'],
    ],
    [
      'project: p\nfunctions:\n  api:\n',
      ['lambda.config.yaml:3:7  functions.api: nothing (null) is not a map of settings'],
    ],
    [
      'project: p\nfunctions: { "a b": { code: x } }\n',
      [
        'lambda.config.yaml:2:14  functions: `a b` is not a key for a function: letters, digits, `-` and `_`, at most 64',
      ],
    ],
  ])('is refused with one line a place: %j', async (text, problems) => {
    expect(await problemsIn(text)).toEqual(problems);
  });
});

describe('a rollout that fits no form', () => {
  const none = 'is not a rollout: `canary`, `linear`, `steps`, or one of the words of CodeDeploy';
  it.each([
    ['{}', [`:5:16  rollouts.r: an empty map ${none}`]],
    ['5', [`:5:16  rollouts.r: \`5\` ${none}`]],
    ['[]', [`:5:16  rollouts.r: an empty list ${none}`]],
    [
      '{ canary: 10%, linear: 10%, every: 1m }',
      [':5:18  rollouts.r: unknown key `canary`  (known: linear, every, bakeAfter)'],
    ],
    ['{ linear: 10% }', [':5:13  rollouts.r: `every` is missing  (such as every: "1m")']],
    [
      '{ linear: 10%, bake: 1m }',
      [
        ':5:13  rollouts.r: `every` is missing  (such as every: "1m")',
        ':5:31  rollouts.r: unknown key `bake`  (known: linear, every, bakeAfter)',
      ],
    ],
    [
      '{ canary: 10%, bake: 10 }',
      [':5:37  rollouts.r.bake: `10` has no unit  (write `10s` for seconds, `10m` for minutes)'],
    ],
    ['{ steps: [] }', [':5:25  rollouts.r.steps: an empty list is not a list of 1 to 100 steps']],
    [
      '{ steps: [{ bake: 1m }] }',
      [':5:26  rollouts.r, step 1: `weight` is missing  (such as weight: "25%")'],
    ],
    [
      '{ steps: [10%] }',
      [':5:26  rollouts.r, step 1: `10%` is not a step, such as `{ weight: 25%, bake: 5m }`'],
    ],
    [
      'Canary10Percent5Minuts',
      [
        ":5:16  rollouts.r: `Canary10Percent5Minuts` is not one of CodeDeploy's words for a rollout  (did you mean `Canary10Percent5Minutes`?)",
      ],
    ],
  ])('is reported against the form that was meant: %s', async (rollout, expected) => {
    const problems = await atEnd(`rollouts: { r: ${rollout} }`);
    expect(problems).toEqual(expected.map((line) => `lambda.config.yaml${line}`));
  });

  it('has at most 100 steps, as many as a plan takes', async () => {
    const steps = Array.from({ length: 1500 }, () => '{ weight: 1% }').join(', ');
    expect(await atEnd(`rollouts: { r: { steps: [${steps}] } }`)).toEqual([
      'lambda.config.yaml:5:25  rollouts.r.steps: a list of 1500 is not a list of 1 to 100 steps',
    ]);
  });
});
