import { isDeepStrictEqual } from 'node:util';
import type {
  CreateFunctionCommandInput,
  Runtime,
  UpdateFunctionConfigurationCommandInput,
} from '@aws-sdk/client-lambda';
import { awsDefaults, type FunctionConfig } from '../core/function';
import { defaultLogGroup, defaultRetentionDays } from '../core/normal';
import { Secret } from '../core/secret';

type Settings = Omit<UpdateFunctionConfigurationCommandInput, 'FunctionName' | 'RevisionId'>;

/** Where Lambda keeps a key. Null for what UpdateFunctionConfiguration does not take: it goes with the code, or was settled at creation. */
const memberOf: { readonly [K in keyof FunctionConfig]: keyof Settings | null } = {
  packageType: null,
  architecture: null,
  runtime: 'Runtime',
  handler: 'Handler',
  role: 'Role',
  description: 'Description',
  memorySize: 'MemorySize',
  timeout: 'Timeout',
  ephemeralStorage: 'EphemeralStorage',
  environment: 'Environment',
  layers: 'Layers',
  vpc: 'VpcConfig',
  fileSystem: 'FileSystemConfigs',
  deadLetterQueue: 'DeadLetterConfig',
  kmsKey: 'KMSKeyArn',
  tracing: 'TracingConfig',
  snapStart: 'SnapStart',
  logFormat: 'LoggingConfig',
  applicationLogLevel: 'LoggingConfig',
  systemLogLevel: 'LoggingConfig',
  logGroup: 'LoggingConfig',
  imageConfig: 'ImageConfig',
  durable: 'DurableConfig',
  tenancy: null,
  capacityProvider: 'CapacityProviderConfig',
};

/**
 * Each member whole, from all the keys that share it. One that AWS clears by an empty value (recorded behaviour, and the
 * forms that the service model allows for it) is sent empty; one that cannot be taken away again is left out.
 */
function memberBuilders(functionName: string, config: FunctionConfig) {
  return {
    Runtime: () => (config.runtime || undefined) as Runtime | undefined,
    Handler: () => config.handler || undefined,
    Role: () => config.role,
    Description: () => config.description,
    MemorySize: () => config.memorySize,
    Timeout: () => config.timeout,
    EphemeralStorage: () => ({ Size: config.ephemeralStorage }),
    Environment: () => ({ Variables: revealed(config) }),
    Layers: () => [...config.layers],
    VpcConfig: () => vpcOf(config),
    FileSystemConfigs: () => fileSystemsOf(config),
    DeadLetterConfig: () => ({ TargetArn: config.deadLetterQueue ?? '' }),
    KMSKeyArn: () => config.kmsKey ?? '',
    TracingConfig: () => ({ Mode: config.tracing }),
    SnapStart: () => ({ ApplyOn: config.snapStart }),
    LoggingConfig: () => loggingOf(functionName, config),
    ImageConfig: () => imageConfigOf(config),
    DurableConfig: () => durableOf(config),
    CapacityProviderConfig: () => capacityProviderOf(config),
  } satisfies { [M in keyof Settings]-?: () => Settings[M] };
}

/** The members of UpdateFunctionConfiguration for these keys, and no others. */
export function fromConfig(
  functionName: string,
  config: FunctionConfig,
  keys: readonly (keyof FunctionConfig)[],
): Settings {
  const builders = memberBuilders(functionName, config);
  const members = new Set(keys.flatMap((key) => memberOf[key] ?? []));
  return Object.fromEntries([...members].map((member) => [member, builders[member]()]));
}

/** The members of CreateFunction. What is AWS's default is left to AWS, which refuses some of it when it is spelled out. */
export function forCreation(functionName: string, config: FunctionConfig) {
  const keys = Object.keys(memberOf) as (keyof FunctionConfig)[];
  const defaults: Partial<FunctionConfig> = awsDefaults;
  const settings = fromConfig(
    functionName,
    config,
    keys.filter((key) => !isDeepStrictEqual(config[key], defaults[key])),
  );
  return {
    ...settings,
    Role: config.role,
    PackageType: config.packageType,
    Architectures: [config.architecture],
    ...(config.tenancy === null ? {} : { TenancyConfig: { TenantIsolationMode: config.tenancy } }),
  } satisfies Partial<CreateFunctionCommandInput>;
}

/** The one place where secrets of an environment become text: the input of the call that sets them. */
export function revealed({ environment }: Pick<FunctionConfig, 'environment'>): { [name: string]: string } {
  return Object.fromEntries(Object.entries(environment).map(([name, value]) => [name, Secret.reveal(value)]));
}

function vpcOf({ vpc }: FunctionConfig): Settings['VpcConfig'] {
  if (!vpc) return { SubnetIds: [], SecurityGroupIds: [] };
  return {
    SubnetIds: [...vpc.subnetIds],
    SecurityGroupIds: [...vpc.securityGroupIds],
    Ipv6AllowedForDualStack: vpc.ipv6,
  };
}

function fileSystemsOf({ fileSystem }: FunctionConfig): Settings['FileSystemConfigs'] {
  if (!fileSystem) return [];
  const { arn, localMountPath, directS3Read } = fileSystem;
  const s3Files = directS3Read === null ? {} : { S3FilesConfig: { DirectS3Read: directS3Read } };
  return [{ Arn: arn, LocalMountPath: localMountPath, ...s3Files }];
}

/** The levels are of JSON logs alone; with text logs Lambda refuses them. */
function loggingOf(functionName: string, config: FunctionConfig): Settings['LoggingConfig'] {
  const levels = {
    ApplicationLogLevel: config.applicationLogLevel ?? 'INFO',
    SystemLogLevel: config.systemLogLevel ?? 'INFO',
  } as NonNullable<Settings['LoggingConfig']>;
  return {
    LogFormat: config.logFormat,
    ...(config.logFormat === 'JSON' ? levels : {}),
    LogGroup: config.logGroup ?? defaultLogGroup(functionName),
  };
}

function imageConfigOf({ imageConfig }: FunctionConfig): Settings['ImageConfig'] {
  if (!imageConfig) return {};
  const { entryPoint, command, workingDirectory } = imageConfig;
  return {
    ...(entryPoint.length === 0 ? {} : { EntryPoint: [...entryPoint] }),
    ...(command.length === 0 ? {} : { Command: [...command] }),
    ...(workingDirectory === null ? {} : { WorkingDirectory: workingDirectory }),
  };
}

function durableOf({ durable }: FunctionConfig): Settings['DurableConfig'] {
  if (!durable) return undefined;
  return {
    ExecutionTimeout: durable.executionTimeoutS,
    RetentionPeriodInDays: durable.retentionPeriod ?? defaultRetentionDays,
    KMSKeyArn: durable.kmsKey ?? '',
  };
}

function capacityProviderOf({ capacityProvider }: FunctionConfig): Settings['CapacityProviderConfig'] {
  if (!capacityProvider) return undefined;
  const { arn, maxConcurrency, memoryGiBPerVCpu } = capacityProvider;
  return {
    LambdaManagedInstancesCapacityProviderConfig: {
      CapacityProviderArn: arn,
      ...(maxConcurrency === null ? {} : { PerExecutionEnvironmentMaxConcurrency: maxConcurrency }),
      ...(memoryGiBPerVCpu === null ? {} : { ExecutionEnvironmentMemoryGiBPerVCpu: memoryGiBPerVCpu }),
    },
  };
}
