/** What a release of this project calls, by what the project uses: the policy of docs/aws.md, as questions. */
import type { FunctionSpec, Hook, Project } from '../../config/project';
import type { Asked } from '../../core/checkup';

export interface Where {
  /** `aws`, `aws-cn`. */
  readonly partition: string;
  readonly account: string;
  readonly region: string;
}

/** Policies name functions by pattern: a few stand for all. */
const mostFunctions = 8;

export function needsOf(project: Project, functions: readonly FunctionSpec[], where: Where): Asked[] {
  const all = [
    ...functionNeeds(functions, where),
    ...roleNeeds(functions, where),
    ...artifactNeeds(project, where),
    ...imageNeeds(functions, where),
    ...layerNeeds(project, where),
    ...aroundNeeds(project, functions, where),
  ];
  return all.filter(({ actions, resources }) => actions.length > 0 && resources.length > 0);
}

const named = (service: string, ...names: string[]): string[] => names.map((name) => `${service}:${name}`);
const asNeeded = (used: boolean, ...names: string[]): string[] => (used ? named('lambda', ...names) : []);

function functionActions(functions: readonly FunctionSpec[]): string[] {
  const has = (test: (spec: FunctionSpec) => boolean): boolean => functions.some(test);
  const sets = (key: keyof FunctionSpec['settings']) => has(({ settings }) => settings[key] !== undefined);
  const capacity = has(({ provisionedConcurrency }) => provisionedConcurrency !== null);
  return [
    ...named(
      'lambda',
      'GetAlias',
      'GetFunction',
      'GetFunctionUrlConfig',
      'GetPolicy',
      'ListVersionsByFunction',
    ),
    ...named('lambda', 'ListProvisionedConcurrencyConfigs', 'ListAliases'),
    ...named('lambda', 'CreateAlias', 'UpdateAlias', 'CreateFunction', 'PublishVersion'),
    ...named('lambda', 'UpdateFunctionCode', 'UpdateFunctionConfiguration', 'ListTags', 'TagResource'),
    ...asNeeded(
      has((spec) => spec.testEvents.length > 0 || hooksOf(spec).some(({ kind }) => kind === 'smoke')),
      'InvokeFunction',
    ),
    ...asNeeded(sets('tags'), 'UntagResource'),
    ...asNeeded(sets('reservedConcurrency'), 'GetFunctionConcurrency', 'PutFunctionConcurrency'),
    ...asNeeded(sets('recursion'), 'GetFunctionRecursionConfig', 'PutFunctionRecursionConfig'),
    ...asNeeded(sets('codeSigning'), 'GetFunctionCodeSigningConfig', 'PutFunctionCodeSigningConfig'),
    ...asNeeded(sets('runtimeManagement'), 'GetRuntimeManagementConfig', 'PutRuntimeManagementConfig'),
    ...asNeeded(capacity, 'GetProvisionedConcurrencyConfig', 'PutProvisionedConcurrencyConfig'),
    ...asNeeded(capacity, 'DeleteProvisionedConcurrencyConfig'),
  ];
}

const hooksOf = ({ hooks }: FunctionSpec): readonly Hook[] => Object.values(hooks).flat();

/** Functions that hooks ask for their verdict. */
const asked = (functions: readonly FunctionSpec[]): string[] => [
  ...new Set(
    functions.flatMap(hooksOf).flatMap((hook) => (hook.kind === 'invoke' ? [hook.functionName] : [])),
  ),
];

function functionNeeds(functions: readonly FunctionSpec[], where: Where): Asked[] {
  const few = functions.slice(0, mostFunctions);
  const arns = few.map(({ name }) => arnOf(where, 'lambda', `function:${name}`));
  const logs = functions.some(({ settings }) => settings.logRetention !== undefined);
  const pruned = few.filter(({ keepVersions }) => keepVersions !== null);
  return [
    { actions: functionActions(functions), resources: arns },
    {
      actions: named('lambda', 'InvokeFunction'),
      resources: asked(functions).map((name) => arnOf(where, 'lambda', `function:${name}`)),
    },
    {
      actions: named('lambda', 'DeleteFunction'),
      resources: pruned.map(({ name }) => arnOf(where, 'lambda', `function:${name}:1`)),
    },
    {
      actions: [
        ...named('cloudwatch', 'DescribeAlarms', 'GetMetricData'),
        ...named('lambda', 'ListEventSourceMappings'),
        ...(logs ? named('logs', 'DescribeLogGroups') : []),
      ],
      resources: ['*'],
    },
    {
      actions: logs ? named('logs', 'CreateLogGroup', 'PutRetentionPolicy') : [],
      resources: few.map(({ name }) => arnOf(where, 'logs', `log-group:/aws/lambda/${name}`)),
    },
  ];
}

function roleNeeds(functions: readonly FunctionSpec[], where: Where): Asked[] {
  const own = functions.flatMap(({ role }) =>
    role === null ? [] : [roleArn(where, `${role.path}${role.name}`)],
  );
  const given = functions.flatMap(({ config }) => config.role ?? []);
  return [
    { actions: named('iam', 'PassRole'), resources: few([...own, ...given]) },
    {
      actions: [
        ...named('iam', 'GetRole', 'GetRolePolicy', 'ListAttachedRolePolicies', 'ListRolePolicies'),
        ...named(
          'iam',
          'CreateRole',
          'PutRolePolicy',
          'AttachRolePolicy',
          'TagRole',
          'UpdateAssumeRolePolicy',
        ),
      ],
      resources: few(own),
    },
  ];
}

function artifactNeeds({ artifacts, journal }: Project, where: Where): Asked[] {
  const { bucket, signingProfile } = artifacts;
  const buckets = [bucket, journal?.bucket ?? null].filter((name) => name !== null);
  return [
    {
      actions: named('s3', 'GetObject', 'PutObject'),
      resources: buckets.map((name) => `arn:${where.partition}:s3:::${name}/*`),
    },
    {
      actions: named('s3', 'ListBucket'),
      resources: buckets.map((name) => `arn:${where.partition}:s3:::${name}`),
    },
    {
      actions: named('signer', 'GetSigningProfile', 'StartSigningJob'),
      resources:
        signingProfile === null ? [] : [arnOf(where, 'signer', `/signing-profiles/${signingProfile}`)],
    },
  ];
}

function imageNeeds(functions: readonly FunctionSpec[], where: Where): Asked[] {
  const images = functions.flatMap(({ ecr }) => ecr ?? []);
  return [
    { actions: named('ecr', 'GetAuthorizationToken'), resources: images.length > 0 ? ['*'] : [] },
    {
      actions: [
        ...named('ecr', 'BatchCheckLayerAvailability', 'BatchGetImage', 'CompleteLayerUpload'),
        ...named('ecr', 'DescribeRepositories', 'InitiateLayerUpload', 'PutImage', 'UploadLayerPart'),
        ...(images.some(({ create }) => create)
          ? named('ecr', 'CreateRepository', 'SetRepositoryPolicy')
          : []),
        ...(images.some(({ failOn }) => failOn !== null)
          ? named('ecr', 'DescribeImageScanFindings', 'StartImageScan')
          : []),
        ...(images.some(({ keep }) => keep !== null)
          ? named('ecr', 'BatchDeleteImage', 'DescribeImages')
          : []),
      ],
      resources: few(images.map(({ repository }) => repositoryArn(where, repository))),
    },
  ];
}

function layerNeeds({ layers }: Project, where: Where): Asked[] {
  return [
    {
      actions: named('lambda', 'GetLayerVersion'),
      resources: layers.map(({ name }) => arnOf(where, 'lambda', `layer:${name}:1`)).slice(0, mostFunctions),
    },
    {
      actions: named('lambda', 'PublishLayerVersion'),
      resources: layers.map(({ name }) => arnOf(where, 'lambda', `layer:${name}`)).slice(0, mostFunctions),
    },
  ];
}

function aroundNeeds({ notifications }: Project, functions: readonly FunctionSpec[], where: Where): Asked[] {
  const watched = functions.filter(({ ownAlarms }) => ownAlarms.length > 0);
  const to = notifications.map((channel) => channel.to);
  return [
    {
      actions: named('cloudwatch', 'DeleteAlarms', 'PutMetricAlarm', 'TagResource'),
      resources: few(
        watched.map(({ name, alias }) => arnOf(where, 'cloudwatch', `alarm:shipit-${name}-${alias}`)),
      ),
    },
    {
      actions: named('sns', 'Publish'),
      resources: to.flatMap((one) => (one.kind === 'sns' ? [one.topicArn] : [])),
    },
    {
      actions: named('events', 'PutEvents'),
      resources: to.flatMap((one) => (one.kind === 'eventBridge' ? [busArn(where, one.bus)] : [])),
    },
  ];
}

const few = (arns: readonly string[]): string[] => [...new Set(arns)].slice(0, mostFunctions);

const arnOf = ({ partition, account, region }: Where, service: string, rest: string): string =>
  `arn:${partition}:${service}:${region}:${account}:${rest}`;

const roleArn = ({ partition, account }: Where, path: string): string =>
  `arn:${partition}:iam::${account}:role${path}`;

const repositoryArn = (where: Where, repository: string): string =>
  repository.startsWith('arn:') ? repository : arnOf(where, 'ecr', `repository/${repository}`);

const busArn = (where: Where, bus: string): string =>
  bus.startsWith('arn:') ? bus : arnOf(where, 'events', `event-bus/${bus}`);
