/** Valid project files as plain data, with every key of the schema, and their YAML: one line a key. */

import { Document, isMap, type Scalar, visit } from 'yaml';
import fc from '../property';

export interface Plain {
  [key: string]: unknown;
}

export interface Sample {
  /** As it is written. */
  readonly file: Plain;
  /** One of its stages; null for none. */
  readonly stage: string | null;
}

type Arbitraries = { readonly [key: string]: fc.Arbitrary<unknown> };

const of = fc.constantFrom;
const orNull = <T>(values: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(values, { freq: 6 });
const some = (keys: Arbitraries, requiredKeys: readonly string[] = []): fc.Arbitrary<Plain> =>
  fc.record(keys, { requiredKeys: [...requiredKeys] });
const listOf = <T>(values: readonly T[], maxLength = values.length, minLength = 0): fc.Arbitrary<T[]> =>
  fc.shuffledSubarray([...values], { minLength, maxLength: Math.min(maxLength, values.length) });

const arn = (service: string, rest: string): string => `arn:aws:${service}:eu-west-1:123456789012:${rest}`;
const signs = [...'abcXYZ019 ._-:/#{}[],&*!|>%@`"\'\\$\n\täß€😀~=+?<()'];
/** What people write, with all that YAML and references could take for something of theirs. */
const text = fc
  .string({ unit: of(...signs), maxLength: 12 })
  .map((value) => value.replaceAll('${', () => '$${'));
const odd = of(
  '010',
  '1.10',
  'true',
  'null',
  '~',
  'on',
  '',
  ' ',
  'a: b # c',
  '- x',
  '*a',
  '&a',
  '!x',
  '=',
  '<<',
  '0x1f',
  '1e3',
  '2026-11-30',
);
const referring = of(
  '${project}',
  'x-${project}-$${y}',
  '${env:BUILD}',
  '${region}',
  '${env:BUILD}${account}',
);
const value = fc.oneof(text, odd, referring);
const days = of(1, 3, 5, 7, 14, 30, 60, 90, 365, 3653);
const seconds = of('1s', '10s', '90s', '1m30s', '15m', '2000ms');
const long = of('5m', '90s', '1h30m', '1m500ms');
const weights = ['0.5%', '1%', '7.5%', '25%', '99.9%'];
const percent = of('0%', '100%', ...weights);
const kmsKey = orNull(of(arn('kms', 'key/1234abcd-12ab'), arn('kms', 'alias/orders')));
const runtimes = ['nodejs24.x', 'python3.13', 'java21', 'provided.al2023', 'nodejs99.x'];
const environment = (keys: readonly string[]): fc.Arbitrary<Plain> =>
  some(Object.fromEntries(keys.map((key) => [key, value])));
const tags = some({ team: of('orders', '12', 'a b'), 'cost:center': of('42', ''), 'a.b/c': of('x') });
const roleArn = of('arn:aws:iam::123456789012:role/orders', 'arn:aws:iam::123456789012:role/teams/a/orders');

const words = of('*', 'dynamodb:PutItem', 's3:Get*');
const resources = of('arn:aws:s3:::orders/*', arn('dynamodb', 'table/orders'));
const oneOrMore = (values: fc.Arbitrary<string>) =>
  fc.oneof(values, fc.array(values, { minLength: 1, maxLength: 3 }));
const statement = fc.oneof(
  some(
    {
      Sid: of('Orders', ''),
      Effect: of('Allow', 'Deny'),
      Action: oneOrMore(words),
      Resource: oneOrMore(resources),
      Condition: of(
        { StringEquals: { 'aws:ResourceTag/team': 'orders' } },
        { Bool: { 'aws:SecureTransport': true } },
      ),
    },
    ['Effect', 'Action', 'Resource'],
  ),
  some({ Effect: of('Deny'), NotAction: oneOrMore(words), NotResource: oneOrMore(resources) }, [
    'Effect',
    'NotAction',
    'NotResource',
  ]),
);
/** IAM takes no name twice. */
function hasNamesOfItsOwn(statements: readonly Plain[]): boolean {
  const names = statements.map(({ Sid }) => Sid).filter((name) => name !== undefined && name !== '');
  return new Set(names).size === names.length;
}
const policies = ['arn:aws:iam::aws:policy/AmazonSQSReadOnlyAccess', 'arn:aws:iam::123456789012:policy/a/b'];
const ownRole = some({
  path: of('/', '/teams/orders/'),
  statements: fc.array(statement, { maxLength: 3 }).filter(hasNamesOfItsOwn),
  managed: listOf(policies),
  boundary: orNull(of(...policies)),
  allowEverything: fc.boolean(),
});

const logging = fc.oneof(
  some(
    {
      format: of('JSON'),
      applicationLogLevel: orNull(of('TRACE', 'DEBUG', 'INFO', 'WARN', 'ERROR', 'FATAL')),
      systemLogLevel: orNull(of('DEBUG', 'INFO', 'WARN')),
      group: orNull(of('/orders/api', 'a.b-c_d#e')),
      retentionInDays: orNull(days),
    },
    ['format'],
  ),
  some(
    {
      format: of('Text', null),
      applicationLogLevel: of(null),
      systemLogLevel: of(null),
      retentionInDays: days,
    },
    ['format', 'applicationLogLevel', 'systemLogLevel'],
  ),
);

const alarmNames = ['orders-errors', 'a b: c', '010'];
const ownAlarm = {
  errors: fc.oneof(
    of('errors'),
    percent.map((errors) => ({ errors })),
  ),
  throttles: of('throttles', { throttles: 1 }, { throttles: 1_000_000 }),
  p99: fc.oneof(
    of('p99'),
    long.map((p99) => ({ p99 })),
  ),
};
/** Each name and each kind once, the kinds in one map or in several. */
const alarms = fc.tuple(listOf(alarmNames), some(ownAlarm), fc.boolean()).chain(([names, own, apart]) => {
  const kinds = Object.values(own);
  const created = apart ? kinds.map((kind) => ({ create: [kind] })) : [{ create: kinds }];
  return listOf<unknown>([...names, ...(kinds.length > 0 ? created : [])]);
});

const header = of('orders', '010', 'x-${project}', 'a: b # c', '');
const headers = some({ 'X-Team': header, accept: header });
const manner = {
  name: of('orders are taken', 'x', '010'),
  timeout: long,
  retries: of(0, 5),
  onTimeout: of('fail', 'pass', 'inconclusive'),
};
const askedHook = fc.oneof(
  some({ invoke: of('api', 'f-1', 'somebody_else'), ...manner }, ['invoke']),
  some(
    {
      http: of('https://example.com/a?b=${project}#c', 'http://127.0.0.1:3000'),
      method: of('HEAD', 'POST'),
      headers,
      status: of(204, [200, 204]),
      body: of("status == 'ok'", 'a[?b]'),
      ...manner,
    },
    ['http'],
  ),
  some({ run: of(['npm', 'run', 'a b'], ['./x']), credentials: fc.boolean(), ...manner }, ['run']),
);
const smokeHook = some({ smoke: of('testEvents'), ...manner }, ['smoke']);
const hookLists = (hook: fc.Arbitrary<Plain>) => {
  const list = fc.array(hook, { maxLength: 2 });
  return some({ preTraffic: list, afterStep: list, postTraffic: list, onRollback: list });
};
/** Sample events go along with hooks that need some. */
const smoked = some({ hooks: hookLists(fc.oneof(askedHook, smokeHook)), testEvents: of('events/a.json') }, [
  'testEvents',
]);
const then = of('rollback', 'continue');
const approval = fc.oneof(of(true, false), some({ expires: long, then }));

const patterns = {
  include: fc.constantFrom(['**/*.js'], ['a b/', '!x']),
  exclude: listOf(['test/', '*.md', '#x', 'a: b']),
  allow: listOf(['.env', 'a b/.env']),
};
const command = fc.oneof(
  of('npm run build', ' make  -j2\t--x=1 ', 'build ${region}-${project}', '010'),
  of(['npm', 'run', 'a && b', '${env:BUILD}'], ['./x', '']),
);
const build = orNull(
  fc.oneof(
    command,
    some({ run: command, shell: of(false), timeout: long }, ['run']),
    some({ run: of('npm run build && echo "$${HOME}" | x'), shell: of(true), timeout: long }, [
      'run',
      'shell',
    ]),
  ),
);
const filesCode = fc.oneof(
  of('dist/api', 'dist/api.zip', 'a b/ä'),
  some({ path: of('dist/api', '.', 'a b/ä'), ...patterns }, ['path']),
);
const bundleParts = {
  format: of('esm', 'cjs'),
  minify: fc.boolean(),
  sourceMap: fc.boolean(),
  external: listOf(['sharp', '@img/sharp-linux-arm64', 'JSONStream']),
  awsSdk: of('bundle', 'runtime'),
};
const bundled = some({ bundle: of('src/api.ts', 'api.mjs', './src/api.cts'), ...bundleParts }, ['bundle']);
const pythonParts = {
  requirements: of('requirements.txt', 'a/pyproject.toml'),
  installer: of('pip', 'uv'),
  ...patterns,
};
const python = some({ python: of('src', 'a b'), ...pythonParts }, ['python']);
const fileId = some({ npmrc: of('.npmrc'), 'a.b-c': of('a b/c') });
const dockerfileParts = {
  context: of('.', 'services/api'),
  target: of('prod', '010'),
  args: some({ NODE_ENV: value, a1: of('010', '') }),
  secrets: fileId,
  cacheFrom: listOf(['type=gha', 'orders/cache:1']),
  cacheTo: listOf(['type=gha,mode=max']),
  builder: of('buildx', 'docker', 'podman', 'buildah', 'finch'),
};
const imageUris = ['public.ecr.aws/lambda/nodejs:24', `orders@sha256:${'1b'.repeat(32)}`];
const builtImage = fc.oneof(
  some({ dockerfile: of('Dockerfile', 'services/api/Dockerfile'), ...dockerfileParts }, ['dockerfile']),
  some({ base: of(...imageUris), add: of('dist', 'a b/bootstrap'), to: of('/', '/opt/x/'), ...patterns }, [
    'base',
    'add',
  ]),
);
const ecr = some({
  repository: of('orders/api', 'a.b-c_d/e', 'orders/${region}'),
  create: fc.boolean(),
  failOn: orNull(of('CRITICAL', 'HIGH', 'MEDIUM', 'LOW')),
  keep: orNull(of(1, 100_000)),
});
const artifacts = some({
  bucket: orNull(of('orders-artifacts', 'a.b-c')),
  prefix: of('', '/', 'a/b', '/x/${project}/', 'a b'),
  signingProfile: orNull(of('orders_profile', '010')),
});

/** What may stand in the defaults and at any function, in whatever way they are laid over each other. */
const shared: Arbitraries = {
  architecture: orNull(of('x86_64', 'arm64')),
  memorySize: orNull(of(128, 129, 10_240)),
  timeout: orNull(seconds),
  environment: orNull(environment(['TABLE', 'STAGE_NAME', 'a1'])),
  plainSecrets: listOf(['TABLE', 'OTHER']),
  description: orNull(text),
  vpc: orNull(
    some(
      {
        subnetIds: listOf(['subnet-0a', 'subnet-1b', 'subnet-2c'], 16, 1),
        securityGroupIds: listOf(['sg-0a', 'sg-1B'], 5, 1),
        ipv6AllowedForDualStack: fc.boolean(),
      },
      ['subnetIds', 'securityGroupIds'],
    ),
  ),
  deadLetterQueue: orNull(of(arn('sqs', 'failed'), arn('sns', 'failed.fifo'))),
  kmsKey,
  tracing: orNull(of('Active', 'PassThrough')),
  logging: orNull(logging),
  codeSigning: orNull(of(arn('lambda', 'code-signing-config:csc-0123456789abcdef0'))),
  durable: orNull(
    some({ executionTimeout: of('1s', '24h', '8784h'), retentionPeriodInDays: orNull(of(1, 90)), kmsKey }, [
      'executionTimeout',
    ]),
  ),
  tags: orNull(tags),
  reservedConcurrency: orNull(of(10, 50)),
  recursion: orNull(of('Allow', 'Terminate')),
  runtimeManagement: orNull(
    fc.oneof(
      of('Auto', 'FunctionUpdate'),
      of({ runtimeVersionArn: 'arn:aws:lambda:eu-west-1::runtime:0123abcd' }),
    ),
  ),
  alias: of('live', 'a-1_b'),
  alarms,
  hooks: hookLists(askedHook),
  keepVersions: orNull(of(1, 1000)),
  testEvents: of('events/*.json', 'events/a.json'),
  rollout: of('careful', 'AllAtOnce', 'Canary10Percent5Minutes'),
};

const managed = {
  perExecutionEnvironmentMaxConcurrency: orNull(of(1, 1600)),
  executionEnvironmentMemoryGiBPerVCpu: orNull(of(2, 2.5, 8)),
};
const mount = { localMountPath: of('/mnt/a', '/mnt/a.b-c_d') };
const fileSystem = some(
  {
    arn: of(
      'arn:aws:s3files:eu-west-1:123456789012:file-system/fs-0123456789abcdef0/access-point/fsap-0123456789abcdef0',
    ),
    ...mount,
    directS3Read: orNull(of('ENABLED', 'DISABLED', 'AUTO')),
  },
  ['arn', 'localMountPath'],
);

/** Of zips, in groups whose settings go together. */
const snapshots = some(
  {
    runtime: of('python3.13', 'java21'),
    snapStart: of('PublishedVersions'),
    ephemeralStorage: of(512, null),
  },
  ['runtime', 'snapStart'],
);
const plainZip = some({
  packageType: of('Zip'),
  runtime: of(...runtimes),
  snapStart: of('None', null),
  ephemeralStorage: orNull(of(513, 10_240)),
  fileSystem: orNull(fileSystem),
});
const kept = { provisionedConcurrency: orNull(of(1, 5)) };
const oneOrTheOther = fc.oneof(some({ tenancy: of('PER_TENANT') }), some(kept));
const large = some(
  {
    capacityProvider: some({ arn: of(arn('lambda', 'capacity-provider:orders')), ...managed }, ['arn']),
    memorySize: of(32_768),
    timeout: of('5400s'),
    ephemeralStorage: of(32_768),
  },
  ['capacityProvider'],
);
const layerUse = orNull(listOf(['shared', 'tools', 'arn:aws:lambda:eu-west-1:123456789012:layer:x:4'], 5));
const ofFiles = fc.tuple(
  some({ code: filesCode, build, handler: of('index.handler', 'a.B::c'), layers: layerUse }, ['code']),
  fc.oneof(
    snapshots,
    fc.tuple(plainZip, oneOrTheOther).map(([one, other]) => ({ ...one, ...other })),
    large,
  ),
);
const made = { build, layers: layerUse };
const ofBundle = fc.tuple(
  some({ code: bundled, runtime: of('nodejs24.x'), handler: of('api.handler', 'x/y.z'), ...made }, [
    'code',
    'runtime',
    'handler',
  ]),
  oneOrTheOther,
);
const ofPython = fc.tuple(
  some({ code: python, runtime: of('python3.13'), handler: of('app.main.handler'), ...made }, [
    'code',
    'runtime',
  ]),
  oneOrTheOther,
);
const zip = fc.oneof(
  { arbitrary: ofFiles, weight: 3 },
  { arbitrary: ofBundle, weight: 1 },
  { arbitrary: ofPython, weight: 1 },
);
const imageOf = (made: Arbitraries) =>
  some(
    {
      ...made,
      packageType: of('Image'),
      ...kept,
      imageConfig: orNull(
        some({
          entryPoint: orNull(of(['/usr/bin/node', 'a b'])),
          command: orNull(of([], ['app.handler'])),
          workingDirectory: orNull(of('/var/task')),
        }),
      ),
    },
    ['image'],
  );
const there = of(
  `123456789012.dkr.ecr.eu-west-1.amazonaws.com/orders@sha256:${'0a'.repeat(32)}`,
  'orders:1.4.2',
);
const image = fc.oneof(imageOf({ image: there }), imageOf({ image: builtImage, ecr, build }));

const whole = (key: string): fc.Arbitrary<Plain> => {
  const role = fc.oneof(
    roleArn,
    ownRole,
    ownRole.map((own) => ({ ...own, name: `role-${key}` })),
  );
  const settings = some({ ...shared, role, name: of(`own-${key}`), manage: of('all') });
  const made = fc.oneof(
    { arbitrary: zip.map(([one, other]) => ({ ...one, ...other })), weight: 3 },
    { arbitrary: image, weight: 1 },
  );
  const asked = fc.option(smoked, { nil: {} });
  // The second comes last where both say how large it is.
  return fc.tuple(settings, made, asked).map(([own, code, more]) => ({ ...own, ...code, ...more }));
};
const { alias, hooks, keepVersions, testEvents, rollout } = shared as Record<
  'alias' | 'hooks' | 'keepVersions' | 'testEvents' | 'rollout',
  fc.Arbitrary<unknown>
>;
const ofRelease = { alias, alarms, hooks, keepVersions, testEvents, rollout };
const foreignCode = fc.oneof(of('dist'), bundled, python);
const foreign = some({ code: foreignCode, build, manage: of('release'), ...ofRelease, ...kept }, [
  'code',
  'manage',
]);
const lambda = (key: string) =>
  fc.oneof({ arbitrary: whole(key), weight: 5 }, { arbitrary: foreign, weight: 1 });

const defaults = some({
  ...shared,
  handler: of('main.handler'),
  runtime: of(...runtimes),
  role: fc.oneof(roleArn, ownRole),
  code: fc.oneof(of('dist/default'), some(patterns), some(bundleParts), some(pythonParts)),
  build,
  image: fc.oneof(some(dockerfileParts), some({ to: of('/x'), ...patterns })),
  ecr,
});

const layerOf = (code: fc.Arbitrary<unknown>, made: readonly string[]) =>
  some(
    {
      code,
      build,
      name: of('named'),
      description: text,
      runtimes: listOf(made),
      architectures: listOf(['x86_64', 'arm64']),
      license: of('MIT', ''),
      keep: of(1, 5),
    },
    ['code'],
  );
const layer = fc.oneof(
  layerOf(fc.oneof(of('layers/a', 'layers/b.zip'), filesCode), runtimes),
  layerOf(python, ['python3.13', 'python3.14']),
);
const layers = fc.record({ shared: layer.map(({ name: _name, ...rest }) => rest), tools: layer });

const ofStep = {
  bake: long,
  alarms: listOf(alarmNames),
  hooks: fc.array(askedHook, { maxLength: 2 }),
  approval,
};
const strategy = fc.oneof(
  of('AllAtOnce', 'Linear10PercentEvery2Minutes'),
  some({ canary: of(...weights), bake: long, approval, bakeAfter: fc.oneof(long, of('0s')) }, ['canary']),
  some({ linear: of(...weights), every: long, bakeAfter: long }, ['linear', 'every']),
  some(
    {
      steps: fc
        .subarray(weights, { minLength: 1 })
        .chain((rising) =>
          fc.tuple(...rising.map((weight) => some({ weight: of(weight), ...ofStep }, ['weight']))),
        ),
      bakeAfter: long,
    },
    ['steps'],
  ),
);
const guard = some({
  maxErrorRate: percent,
  minInvocations: of(1, 1_000_000),
  insufficientData: of('pass', 'hold', 'fail'),
  ignoreFiring: listOf(alarmNames),
  onInconclusive: of('promote', 'hold', 'rollback'),
  holdFor: long,
});
const on = listOf(['started', 'step', 'waiting', 'rolledBack', 'promoted', 'stuck'], 6, 1);
const channel = fc.oneof(
  some({ sns: of(arn('sns', 'releases')), on }, ['sns']),
  some({ eventBridge: of('default', arn('events', 'event-bus/orders')), on }, ['eventBridge']),
  some({ slack: of('https://hooks.slack.com/services/x', 'https://example.com/${project}'), on }, ['slack']),
  some({ webhook: of('https://example.com/x'), headers, on }, ['webhook']),
);
const assumeRole = fc.oneof(
  roleArn,
  some({ arn: roleArn, externalId: orNull(of('orders-2026', 'a=b')) }, ['arn']),
);
const scope: Arbitraries = {
  profile: of('orders-prod', 'a b'),
  assumeRole,
  allowEnv: of(['BUILD'], ['BUILD', '_x']),
  defaults,
  rollout,
  guard,
  alarms,
  rollbackScope: of('release', 'function'),
  holdFor: long,
  journal: orNull(of('s3://orders-releases', 's3://a.b-c/x/y/', 's3://orders/${project}')),
  notifications: fc.array(channel, { maxLength: 3 }),
  artifacts,
};

/** What a stage says differently of a function that is there. */
const change = (key: string, own: Plain): fc.Arbitrary<Plain> =>
  some({ ...shared, ...changeOfMade(own), name: of(`staged-${key}`) });

/** Parts that go with what it is made of. */
function changeOfMade({ code, image }: Plain): Arbitraries {
  if (typeof image === 'string') return {};
  if (image !== undefined)
    return { image: some('base' in (image as Plain) ? patterns : dockerfileParts), ecr, build };
  if (typeof code !== 'object') return { code: filesCode, build };
  if ('bundle' in (code as Plain)) return { code: fc.oneof(some(bundleParts), filesCode), build };
  return { code: some('python' in (code as Plain) ? pythonParts : patterns), build };
}

/** Of a function whose settings belong to somebody else, only what a release needs. */
const changeOf = (key: string, own: Plain): fc.Arbitrary<Plain> =>
  own.manage === 'release' ? some(ofRelease) : change(key, own);

const stage = (name: string, functions: Plain): fc.Arbitrary<Plain> => {
  const changes = Object.entries(functions).map(([key, own]) => [key, changeOf(key, own as Plain)] as const);
  const added = zip.map(([one, other]) => ({ ...one, ...other }));
  return some(
    {
      ...scope,
      protected: fc.boolean(),
      // A place of its own: two stages may then have functions of one name.
      region: of(`eu-${name}-1`),
      account: of('000000000001'),
      functions: some({ ...Object.fromEntries(changes), [`only-${name}`]: added }),
      layers: some({
        shared: some({ keep: of(7), license: of('ISC') }),
        [`of-${name}`]: layer.map(({ name: _n, ...rest }) => rest),
      }),
      rollouts: some({ careful: strategy, [`of-${name}`]: strategy }),
    },
    ['region'],
  );
};

const file = fc
  .shuffledSubarray(['api', 'worker', 'f-1', 'Cron_2'], { minLength: 1, maxLength: 3 })
  .chain((keys) => fc.record(Object.fromEntries(keys.map((key) => [key, lambda(key)]))))
  .chain((functions) =>
    some(
      {
        $schema: of('./lambda.config.schema.json'),
        project: of('orders', 'a-1_B'),
        extends: of('base.yaml'),
        region: of('eu-west-1', 'us-gov-west-1'),
        account: of('012345678901'),
        ...scope,
        allowEnv: of(['BUILD']),
        functions: of(functions),
        layers,
        rollouts: some({ careful: strategy, r2: strategy }, ['careful']),
        stages: some({ dev: stage('dev', functions), prod: stage('prod', functions) }),
        local: of({}, { seed: 'local.yaml' }),
      },
      ['project', 'region', 'account', 'allowEnv', 'functions', 'layers', 'rollouts'],
    ),
  );

export const samples: fc.Arbitrary<Sample> = file.chain((written) =>
  fc.record({ file: of(written), stage: of(null, ...Object.keys((written.stages as Plain) ?? {})) }),
);

/** Maps whose entries stand on lines of their own, by how deep they stand; all else is on the line of its key. */
const blocks: readonly (readonly string[])[] = [
  [],
  ...['defaults', 'functions', 'layers', 'rollouts', 'stages'].map((key) => [key]),
  ['functions', '*'],
  ['stages', '*'],
  ...['defaults', 'functions', 'layers', 'rollouts'].map((key) => ['stages', '*', key]),
  ['stages', '*', 'functions', '*'],
];

const isBlock = (path: readonly string[]): boolean =>
  blocks.some(
    (block) =>
      block.length === path.length && block.every((key, index) => key === '*' || key === path[index]),
  );

/** As YAML in which every setting is one line, whatever is in it. */
export function yamlOf(document: Document): string {
  visit(document, {
    Scalar(_key, node) {
      if (typeof node.value === 'string' && node.value.includes('\n')) node.type = 'QUOTE_DOUBLE';
    },
    Collection(_key, node, ancestors) {
      const keys = ancestors.flatMap((around) =>
        'key' in around ? [String((around.key as Scalar).value)] : [],
      );
      node.flow = !(isMap(node) && isBlock(keys));
    },
  });
  return document.toString({ lineWidth: 0, blockQuote: false, doubleQuotedMinMultiLineLength: 1_000_000 });
}

export const documentOf = (value: Plain): Document => new Document(value, { aliasDuplicateObjects: false });
