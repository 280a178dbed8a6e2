import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expected } from '../../src/config/expected';
import { readSource } from '../../src/config/read';
import { check, checkOpen, type Finding } from '../../src/config/validate';
import { Secret } from '../../src/core/secret';

const sourceOf = (text: string) => readSource('lambda.config.yaml', Buffer.from(text));

const lines = (findings: readonly Finding[]): string[] =>
  findings.map(
    ({ at, what, hint }) => `${at.line}:${at.column} ${what}${hint === null ? '' : `  (${hint})`}`,
  );

const found = (text: string): string[] => lines(check(sourceOf(text)));

const withFunction = (line: string): string => `project: p\nfunctions:\n  api:\n    ${line}\n`;
const inFunction = (line: string): string[] => found(withFunction(line));
const atTop = (line: string): string[] => found(`project: p\n${line}\nfunctions: { api: { code: x } }\n`);

interface Schema {
  readonly [key: string]: unknown;
  readonly properties?: { readonly [key: string]: Schema };
  readonly definitions?: { readonly [name: string]: Schema };
}

describe('every value of the file', () => {
  const schema: Schema = JSON.parse(readFileSync(join(__dirname, '../../lambda.config.schema.json'), 'utf8'));
  const definitions = Object.entries(schema.definitions ?? {});
  const keys = [['file', schema] as const, ...definitions].flatMap(([holder, { properties = {} }]) =>
    Object.entries(properties)
      .filter(([, property]) => property.$ref === undefined)
      .map(([key]) => [`${holder}.${key}`, expected[`${holder}.${key}`] ?? expected[key]]),
  );

  it.each([...definitions.map(([name]) => [name, expected[name]]), ...keys])(
    'has words: %s',
    (_name, words) => {
      expect(words).toMatch(/\S/);
    },
  );

  it('and no words are for nothing', () => {
    const used = new Set([
      'file',
      ...definitions.map(([name]) => name),
      ...keys.flatMap(([place = '']) => [place, place.split('.')[1]]),
    ]);
    expect(Object.keys(expected).filter((place) => !used.has(place))).toEqual([]);
  });
});

describe('a setting', () => {
  it.each([
    [
      'architecture: ARM64',
      '4:19 functions.api.architecture: `ARM64` is not x86_64, arm64 or null  (did you mean `arm64`?)',
    ],
    [
      'ephemeralStorage: 100',
      '4:23 functions.api.ephemeralStorage: `100` is not a whole number of MB from 512 to 10240',
    ],
    [
      'image: orders',
      '4:12 functions.api.image: `orders` is not an image by its digest or tag: `<repository>@sha256:<64 hexadecimal digits>` or `<repository>:<tag>`',
    ],
    [
      'layers: [a, b, c, d, e, f]',
      '4:13 functions.api.layers: a list of 6 is not a list of at most five layers, each named once',
    ],
    [
      'layers: ["a b"]',
      '4:14 functions.api.layers.0: `a b` is not a key of `layers`, or the ARN of a layer version',
    ],
    [
      'tags: { "a*": x }',
      '4:13 functions.api.tags: `a*` is not a key for a tag: letters, digits, spaces and `_ . : / = + - @`, at most 128',
    ],
    [
      'tags: { a: 1 }',
      '4:16 functions.api.tags.a: `1` is not a value for a tag: letters, digits, spaces and `_ . : / = + - @`, at most 256  (put quotes around it: "1")',
    ],
    [
      'tracing: on',
      '4:14 functions.api.tracing: `on` is not Active, PassThrough or null  (known: Active, PassThrough)',
    ],
    [
      'logging: { format: json }',
      '4:24 functions.api.logging.format: `json` is not Text, JSON or null  (did you mean `JSON`?)',
    ],
    [
      'vpc: { subnetIds: [] }',
      '4:23 functions.api.vpc.subnetIds: an empty list is not a list of 1 to 16 subnets, each named once',
    ],
    [
      'vpc: { subnetId: [subnet-1] }',
      '4:12 functions.api.vpc: unknown key `subnetId`  (did you mean `subnetIds`?)',
    ],
    [
      'durable: { executionTimeout: 60 }',
      '4:34 functions.api.durable.executionTimeout: `60` has no unit  (write `60s` for seconds, `60m` for minutes)',
    ],
    [
      'reservedConcurrency: -1',
      '4:26 functions.api.reservedConcurrency: `-1` is not a whole number from 0 to 1000000, or null',
    ],
    ['memory: 256', '4:5 functions.api: unknown key `memory`  (write `memorySize`)'],
    [
      'environment: { AA: 010 }',
      '4:24 functions.api.environment.AA: a number is not a text  (put quotes around it)',
    ],
  ])('is refused with its place: %s', (line, problem) => {
    expect(inFunction(line)).toEqual([problem]);
  });

  it('names the days that CloudWatch keeps', () => {
    expect(inFunction('logging: { retentionInDays: 10 }')[0]).toContain(
      '`10` is not a number of days that CloudWatch',
    );
  });

  it.each([
    'kmsKey: ~',
    'vpc: ~',
    'logging: ~',
    'logging: { format: ~, retentionInDays: ~ }',
    'runtimeManagement: ~',
    'tags: { "aws cost+center": "a b" }',
    'layers: [shared, "arn:aws:lambda:::awslayer:AmazonLinux1803"]',
    'fileSystem: { localMountPath: /mnt/x }',
  ])('is taken: %s', (line) => {
    expect(inFunction(line)).toEqual([]);
  });
});

describe('a value of several forms', () => {
  it.each([
    [
      'role: orders',
      '4:11 functions.api.role: `orders` is not the ARN of a role, such as `arn:aws:iam::123456789012:role/orders`',
    ],
    [
      'role: 5',
      '4:11 functions.api.role: `5` is not the ARN of a role, or a map such as `{ statements: [...] }`',
    ],
    [
      'role: []',
      '4:11 functions.api.role: an empty list is not the ARN of a role, or a map such as `{ statements: [...] }`',
    ],
    [
      'role: { statement: [] }',
      '4:13 functions.api.role: unknown key `statement`  (did you mean `statements`?)',
    ],
    [
      'role: { path: x }',
      '4:19 functions.api.role.path: `x` is not a path such as `/teams/orders/`, with `/` at both ends',
    ],
    [
      'role: { statements: [{ Effect: allow }] }',
      '4:36 functions.api.role.statements.0.Effect: `allow` is not Allow or Deny  (did you mean `Allow`?)',
    ],
    [
      'role: { statements: [{ Action: s3:* }] }',
      '4:26 functions.api.role.statements.0: `Effect` is missing  (such as Effect: "Allow")',
    ],
    [
      'role: { statements: [{ Effect: Deny, Principal: x }] }',
      '4:42 functions.api.role.statements.0: unknown key `Principal`  (the role is taken by Lambda alone: leave it out)',
    ],
    [
      'runtimeManagement: auto',
      '4:24 functions.api.runtimeManagement: `auto` is not Auto, FunctionUpdate or null  (did you mean `Auto`?)',
    ],
    [
      'runtimeManagement: {}',
      '4:5 functions.api.runtimeManagement: `runtimeVersionArn` is missing  (such as runtimeVersionArn: "arn:aws:lambda:eu-west-1::runtime:0123abcd")',
    ],
    [
      'runtimeManagement: { runtimeVersionArn: x }',
      '4:45 functions.api.runtimeManagement.runtimeVersionArn: `x` is not the ARN of a version of a runtime, such as `arn:aws:lambda:eu-west-1::runtime:<id>`',
    ],
    [
      'runtimeManagement: true',
      '4:24 functions.api.runtimeManagement: `true` is not Auto, FunctionUpdate, null, or a map with `runtimeVersionArn`',
    ],
  ])('is reported against the form that was meant: %s', (line, problem) => {
    expect(inFunction(line)).toEqual([problem]);
  });

  it.each([
    ['assumeRole: { arm: x }', '2:15 assumeRole: unknown key `arm`  (did you mean `arn`?)'],
    [
      'stages: { prod: { assumeRole: 5 } }',
      '2:31 stages.prod.assumeRole: `5` is not the ARN of a role, or a map of `arn` and `externalId`',
    ],
    [
      'stages: { prod: { rollouts: { r: { linear: 10% } } } }',
      '2:31 stages.prod.rollouts.r: `every` is missing  (such as every: "1m")',
    ],
    [
      'stages: { prod: { rollouts: { r: { canary: 0% } } } }',
      '2:44 stages.prod.rollouts.r.canary: `0%` gives the new version nothing  (write more than `0%`)',
    ],
    [
      'stages: { prod: { functions: { api: { role: { path: x } } } } }',
      '2:53 stages.prod.functions.api.role.path: `x` is not a path such as `/teams/orders/`, with `/` at both ends',
    ],
  ])('wherever it stands: %s', (line, problem) => {
    expect(atTop(line)).toEqual([problem]);
  });
});

describe('an account', () => {
  it.each([
    [
      '123456789012',
      '`123456789012` is not an account: 12 digits in quotes  (put quotes around it: "123456789012")',
    ],
    [
      '012345678901',
      '`012345678901` is not an account: 12 digits in quotes  (put quotes around it: "012345678901")',
    ],
    ['12345', '`12345` is not an account: 12 digits in quotes'],
    ['"12345"', '`12345` is not an account: 12 digits in quotes'],
  ])('is a text of 12 digits, not %s', (account, what) => {
    expect(atTop(`account: ${account}`)).toEqual([`2:10 account: ${what}`]);
    expect(atTop(`stages: { dev: { account: ${account} } }`)).toEqual([`2:27 stages.dev.account: ${what}`]);
  });
});

describe('a reference', () => {
  const openIn = (text: string) => {
    const { findings, open } = checkOpen(sourceOf(text));
    return { findings: lines(findings), open: open.map((path) => path.join('.')) };
  };

  it.each(['role', 'alias', 'timeout', 'image', 'tracing', 'kmsKey', 'runtimeManagement'])(
    'may stand for %s until it is resolved',
    (key) => {
      const text = withFunction(`${key}: "\${cfn:Stack.Output}"`);
      expect(openIn(text)).toEqual({ findings: [], open: [`functions.api.${key}`] });
      expect(found(text)).toHaveLength(1);
    },
  );

  it('does not hide what is wrong beside it', () => {
    const text = withFunction(`{ alias: "\${stage}", memorySize: x, vpc: { subnetIds: ["\${cfn:Net.A}"] } }`);
    expect(openIn(text)).toEqual({
      findings: ['4:38 functions.api.memorySize: `x` is not a whole number of MB from 128 to 10240'],
      open: ['functions.api.vpc.subnetIds.0', 'functions.api.alias'],
    });
  });

  it('stands for a text, and for nothing else', () => {
    const hint = 'a reference gives a text, and here belongs none: write the value itself';
    expect(openIn(withFunction(`memorySize: "\${env:MB}"`)).findings).toEqual([
      `4:17 functions.api.memorySize: \`\${env:MB}\` is not a whole number of MB from 128 to 10240  (${hint})`,
    ]);
  });

  it('is none when it is escaped, in a key, or where none is resolved', () => {
    expect(openIn(withFunction(`alias: "$\${stage}"`)).findings).toHaveLength(1);
    expect(openIn(withFunction(`environment: { "\${stage}": x }`)).findings).toHaveLength(1);
    expect(openIn(`project: "\${stage}"\nfunctions: { api: { code: x } }\n`).findings).toHaveLength(1);
  });

  it('that led to a secret is a text', () => {
    const source = sourceOf(withFunction('environment: { AA: x, BB: 5 }'));
    const { environment } = (source.value as { functions: { api: { environment: { AA: unknown } } } })
      .functions.api;
    environment.AA = new Secret('hunter2');
    expect(lines(check(source))).toEqual([
      '4:31 functions.api.environment.BB: a number is not a text  (put quotes around it)',
    ]);
  });
});
