/**
 * How long it takes to refuse a hostile project file, beside reading innocent ones of 500 functions in the same run:
 * `node -r ./bench/register.js bench/validate.ts`. Exits 1 if a hostile one is read or an innocent one refused.
 */
import { badConfig } from '../src/config/problem';
import { readSource } from '../src/config/read';
import { examine } from '../src/config/rules';
import { ShipitError } from '../src/core/errors';

const runs = 5;
/** What a refusal may take. */
const slowMs = 100;
const file = 'lambda.config.yaml';
const megabyte = 1024 * 1024;
/** The size that a file may have, with room for what stands around the hostile part. */
const whole = megabyte - 200;

const fill = (part: string): string => part.repeat(Math.floor(whole / part.length));
const list = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index)).join('\n');

const head = 'project: orders\nfunctions:\n';
const inFunction = (line: string): string => `${head}  api:\n    code: dist\n    ${line}\n`;
const bombLevel = (level: number): string =>
  `a${level}: &a${level} [${Array(10)
    .fill(level === 0 ? 'x' : `*a${level - 1}`)
    .join(', ')}]`;

const keys = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index)).join(', ');

const innocent = `project: orders
defaults: { environment: &env { TABLE: orders, STAGE: prod }, runtime: nodejs24.x, handler: index.handler }
functions:
${list(500, (index) => `  f${index}: { code: dist/f${index}, memorySize: 256, environment: *env, alarms: [errors-${index}] }`)}
`;

/** What each of 500 functions says where nothing is left to the defaults. */
const rich = (index: number): string => `  f${index}:
    code: dist/f${index}
    handler: index.handler
    runtime: nodejs24.x
    architecture: arm64
    memorySize: 256
    timeout: 10s
    ephemeralStorage: 1024
    description: Takes orders over HTTP
    environment: { TABLE: orders, STAGE: "\${stage}", TOKEN: "\${secret:orders/api#token}" }
    role: { statements: [{ Effect: Allow, Action: [dynamodb:GetItem, dynamodb:PutItem], Resource: "*" }] }
    layers: [shared]
    vpc: { subnetIds: [subnet-0a1b2c3d, subnet-4e5f6a7b], securityGroupIds: [sg-0a1b2c3d] }
    deadLetterQueue: arn:aws:sqs:eu-west-1:123456789012:orders-failed
    kmsKey: arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab
    tracing: Active
    logging: { format: JSON, applicationLogLevel: INFO, systemLogLevel: WARN, retentionInDays: 30 }
    tags: *tags
    reservedConcurrency: 50
    recursion: Terminate
    runtimeManagement: FunctionUpdate
    alias: live
    alarms: [errors-${index}]
    testEvents: events/f${index}/*.json
    rollout: careful`;

const stage = (name: string): string => `  ${name}:
    functions:
${list(500, (index) => `      f${index}: { memorySize: 512, environment: { TABLE: orders-${name} } }`)}`;

const richFile = `project: orders
defaults: { tags: &tags { team: orders, cost: "12" } }
rollouts: { careful: { canary: 10%, bake: 10m } }
layers: { shared: { code: layers/shared } }
functions:
${list(500, rich)}
`;

const innocents: Readonly<Record<string, string>> = {
  '500 functions and one anchor': innocent,
  '500 functions with every setting': richFile,
  '500 functions, every setting, three stages': `${richFile}stages:\n${list(3, (index) => stage(`s${index}`))}\n`,
};

const hostile: Readonly<Record<string, string | Buffer>> = {
  'alias bomb, ten levels of ten': list(10, bombLevel),
  '12,000 aliases': `a: &a 1\n${list(3, (index) => `b${index}: [${'*a,'.repeat(4000)}]`)}`,
  'alias of itself': 'a: &a [*a]',
  '20,000 levels of [': '['.repeat(20_000),
  '20,000 levels of {a:': '{a: '.repeat(20_000),
  '20,000 levels of -': '- '.repeat(20_000),
  '20,000 levels of ?': '? '.repeat(20_000),
  '1 MB of levels': fill('[{a: '),
  '1400 levels of indentation': list(1400, (level) => `${' '.repeat(level)}a:`),
  '1 MB of unclosed quotes': fill('"\n'),
  '1 MB of closing brackets': fill(']'),
  '1 MB of commas': `a: [${fill(',')}`,
  '1 MB of colons': fill(': '),
  '1 MB of percent signs': fill('%x\n'),
  '1 MB of tabs': `a:\n${fill('\t')}b`,
  '1 MB of wrong escapes': `a: "${fill('\\q')}"`,
  '1 MB of missing commas': `a: [${fill('"x"')}]`,
  '1 MB of reserved characters': `a:\n${fill('- @\n')}`,
  '1 MB of unknown tags': `a:\n${fill('- !x y\n')}`,
  '1 MB of unknown anchors': `a:\n${fill('- *x\n')}`,
  '1 MB of tags': fill('!x '),
  '1 MB of anchors': fill('&x '),
  'two documents': `${innocent}---\n${innocent}`,
  '1 MB of documents': fill('---\n'),
  '1 MB of ends of documents': fill('...\n'),
  '1 MB of comments': fill('# nothing\n'),
  '1 MB of spaces': fill(' '),
  '10,000 unknown keys': list(10_000, (index) => `k${index}: 1`),
  '10,001 keys': list(10_001, (index) => `k${index}: 1`),
  '70,000 keys': list(70_000, (index) => `k${index}: 1`),
  '10,000 keys twice': `${list(5000, (index) => `k${index}: 1`)}\n${list(5000, (index) => `k${index}: 1`)}`,
  '10,000 functions with a key too many': `${head}${list(10_000, (index) => `  f${index}: { code: dist, x${index}: 1 }`)}`,
  '10,000 functions outside of the project': `${head}${list(10_000, (index) => `  f${index}: { code: ../${index} }`)}`,
  '10,000 functions of one name': `${head}${list(10_000, (index) => `  f${index}: { code: dist, name: same }`)}`,
  '10,000 misspelt keys': `${head}  api:\n${list(10_000, (index) => `    memroySize${index}: 1`)}`,
  // As many as one map may have, and so what is slowest of what is read.
  '2000 functions with a key too many': `${head}${list(2000, (index) => `  f${index}: { code: dist, x${index}: 1 }`)}`,
  '2000 functions outside of the project': `${head}${list(2000, (index) => `  f${index}: { code: ../${index} }`)}`,
  '2000 functions of one name': `${head}${list(2000, (index) => `  f${index}: { code: dist, name: same }`)}`,
  '2000 misspelt keys': `${head}  api:\n${list(2000, (index) => `    memroySize${index}: 1`)}`,
  '2000 unknown keys': list(2000, (index) => `k${index}: 1`),
  '2000 rollouts that are none, 2000 that are': `project: orders\nrollouts:\n${list(2000, (index) => `  r-${index}: AllAtOnce`)}\nfunctions:\n${list(2000, (index) => `  f${index}: { code: dist, rollout: xyz-${index} }`)}`,
  '99 functions in 100 stages, all of one name': `${head}${list(99, (index) => `  f${index}: { code: dist, name: n${index} }`)}\nstages:\n${list(100, (index) => `  s${index}: {}`)}`,
  '2000 functions in 100 stages': `${head}${list(2000, (index) => `  f${index}: { code: dist }`)}\nstages:\n${list(100, (index) => `  s${index}: {}`)}`,
  '220,000 unknown keys by aliases': `project: orders\ndefaults: &a { ${keys(110, (index) => `x${index}: 1`)} }\nfunctions:\n${list(1990, (index) => `  f${index}: *a`)}`,
  '1900 broken references': `${head}  api: { code: dist, environment: { ${keys(1900, (index) => `KEY${index}: "\${nope:${index}}"`)} } }`,
  '240,000 values': `${head}  api:\n${list(26, (index) => `    k${index}: [${'1,'.repeat(9200)}]`)}`,
  '10,000 steps': `${head}  api: { code: dist }\nrollouts:\n  r:\n    steps:\n${list(10_000, () => '    - { weight: 1%, bake: 1m }')}`,
  'a prototype': 'a: { __proto__: { b: 1 } }',
  'a constructor': 'constructor: { prototype: { b: 1 } }',
  '10,000 prototypes': list(10_000, () => '- { "\\u005f_proto__": 1 }'),
  'a merge key': 'a: &a { b: 1 }\nc: { <<: *a }',
  'an unknown tag': 'a: !!js/function "function () {}"',
  'a key of 1 MB': `${fill('k')}: 1`,
  'a misspelt key of 1 MB': inFunction(`${fill('memroySize')}: 1`),
  'a name of 1 MB': inFunction(`name: ${fill('n')}`),
  'a role of 1 MB': inFunction(`role: arn:aws:iam::123456789012:role/${fill('r')}`),
  'a duration of 1 MB': inFunction(`timeout: ${fill('1')}`),
  'a quoted line of 1 MB': inFunction(`memorySize: "${fill('x')}"`),
  'a quoted line of 1 MB of escapes': inFunction(`memorySize: "${fill('\\x41')}"`),
  'a block of 1 MB': inFunction(`memorySize: |\n${fill('      x\n')}`),
  'a folded line of 1 MB': inFunction(`memorySize: ${fill('x\n      ')}`),
  'a glob of 1 MB': inFunction(`testEvents: ${fill('{a,b}*/')}`),
  'ESC at the end of 1 MB': `${fill('# x\n')}\x1b`,
  'a lone CR at the end of 1 MB': `${fill('# x\n')}\rx`,
  'a bidirectional mark': inFunction('name: api\u202egpj'),
  'numbers that are none': list(10_000, (index) => `k${index}: ${index % 2 === 0 ? '.inf' : '.nan'}`),
  'an account id without quotes': 'project: 012345678901\nfunctions: {}',
  'no UTF-8': Buffer.from([0x61, 0x3a, 0x20, 0xff, 0xfe]),
  'one byte too many': `#${' '.repeat(megabyte)}`,
};

function read(bytes: Buffer): void {
  const { problems } = examine(readSource(file, bytes));
  if (problems.length > 0) throw badConfig(problems);
}

/** The first problem; null when it is read. */
function refusalOf(bytes: Buffer): string | null {
  try {
    read(bytes);
    return null;
  } catch (error) {
    if (ShipitError.is(error, 'badConfig')) return error.message;
    throw error;
  }
}

interface Figures {
  readonly firstMs: number;
  readonly bestMs: number;
}

/** What takes a second is not asked again. */
function time(work: () => unknown): Figures {
  const took: number[] = [];
  while (took.length < runs && (took[0] ?? 0) < 1000) {
    const startedMs = performance.now();
    work();
    took.push(performance.now() - startedMs);
  }
  return { firstMs: took[0] ?? 0, bestMs: Math.min(...took) };
}

function show(name: string, { firstMs, bestMs }: Figures, rest: string): void {
  const columns = [firstMs, bestMs].map((ms) => ms.toFixed(1).padStart(9));
  console.log(`${name.padEnd(44)}${columns.join('')}${rest}`);
}

/** True where the outcome is the wrong one. */
function measure(name: string, text: string | Buffer, isHostile: boolean): boolean {
  const bytes = Buffer.from(text);
  let refusal: string | null = null;
  const figures = time(() => {
    refusal = refusalOf(bytes);
  });
  const mark = isHostile && figures.bestMs > slowMs ? '  SLOW  ' : '        ';
  const said = (refusal ?? `read, ${(bytes.length / 1024).toFixed(0)} KB`).replace(/\s+/g, ' ').slice(0, 90);
  show(name, figures, `${mark}${said}`);
  return (refusal === null) === isHostile;
}

function main(): void {
  console.log(`${''.padEnd(44)}${'first'.padStart(9)}${'best'.padStart(9)}  ms`);
  const cases = [
    ...Object.entries(innocents).map(([name, text]) => ({ name, text, isHostile: false })),
    ...Object.entries(hostile).map(([name, text]) => ({ name, text, isHostile: true })),
  ];
  const wrong = cases.filter(({ name, text, isHostile }) => measure(name, text, isHostile));
  for (const { name, isHostile } of wrong) console.log(`${name} was ${isHostile ? 'not ' : ''}refused`);
  if (wrong.length > 0) process.exitCode = 1;
}

main();
