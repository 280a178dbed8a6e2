import { awsDefaults, type FunctionConfig, type FunctionSettings, settingDefaults } from '../core/function';
import { Digest, Duration } from '../core/values';
import { isImage } from './kind';
import { OwnLayer, type RoleSpec } from './project';
import type { LambdaFunction } from './schema.gen';

/**
 * What a layered function declares of a version, in the units of AWS: `null` has become AWS's default, what is absent
 * stays absent. Nothing where the settings belong to somebody else.
 */
export function configOf(layered: LambdaFunction): Partial<FunctionConfig> {
  if (layered.manage === 'release') return {};
  return declared<FunctionConfig>({
    ...(isImage(layered) ? ofImage(layered) : ofZip(layered)),
    ...withDefault(layered),
    ...ofNetwork(layered),
    ...ofLogging(layered),
    ...ofExecution(layered),
  });
}

/** What it declares of the function as a whole. */
export function settingsOf(layered: LambdaFunction): Partial<FunctionSettings> {
  if (layered.manage === 'release') return {};
  const { tags, reservedConcurrency, recursion, codeSigning, runtimeManagement, logging } = layered;
  const retention = logging === null ? null : logging?.retentionInDays;
  return declared<FunctionSettings>({
    tags: tags === null ? settingDefaults.tags : tags,
    reservedConcurrency,
    recursion: recursion === null ? settingDefaults.recursion : recursion,
    codeSigning,
    runtimeManagement: managementOf(runtimeManagement),
    logRetention: retention,
  });
}

/** The role that shipit makes for it; null when the function names one that is there, or none at all. */
export function roleOf(layered: LambdaFunction, lambdaName: string): RoleSpec | null {
  const { role, manage } = layered;
  if (role === undefined || typeof role === 'string' || manage === 'release') return null;
  return {
    name: role.name ?? roleName(lambdaName),
    path: role.path ?? '/',
    statements: role.statements ?? [],
    managed: [...(role.managed ?? [])].sort(),
    boundary: role.boundary ?? null,
  };
}

/** Absent or declared. */
type Given<T> = { readonly [K in keyof T]?: T[K] | undefined };

function declared<T extends object>(given: Given<T>): Partial<T> {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Partial<T>;
}

/** Settings of zips that the defaults have for other functions are not meant for an image, and the other way round. */
const ofImage = ({ imageConfig }: LambdaFunction): Given<FunctionConfig> => ({
  packageType: 'Image',
  imageConfig: imageConfig && {
    entryPoint: imageConfig.entryPoint ?? [],
    command: imageConfig.command ?? [],
    workingDirectory: imageConfig.workingDirectory ?? null,
  },
});

const ofZip = ({
  packageType,
  runtime,
  handler,
  layers,
  snapStart,
}: LambdaFunction): Given<FunctionConfig> => ({
  packageType,
  runtime,
  handler,
  layers:
    layers?.map((layer) => (layer.startsWith('arn:') ? layer : OwnLayer.of(layer))) ?? none(layers, 'layers'),
  snapStart: snapStart ?? none(snapStart, 'snapStart'),
});

/** AWS's default for null; what is absent stays so. */
function none<K extends keyof typeof awsDefaults>(
  value: unknown,
  key: K,
): (typeof awsDefaults)[K] | undefined {
  return value === null ? awsDefaults[key] : undefined;
}

const withDefault = (layered: LambdaFunction): Given<FunctionConfig> => ({
  architecture: layered.architecture ?? none(layered.architecture, 'architecture'),
  role: typeof layered.role === 'string' ? layered.role : undefined,
  description: layered.description ?? none(layered.description, 'description'),
  memorySize: layered.memorySize ?? none(layered.memorySize, 'memorySize'),
  timeout: layered.timeout == null ? none(layered.timeout, 'timeout') : seconds(layered.timeout),
  ephemeralStorage: layered.ephemeralStorage ?? none(layered.ephemeralStorage, 'ephemeralStorage'),
  environment: layered.environment ?? none(layered.environment, 'environment'),
  deadLetterQueue: layered.deadLetterQueue,
  kmsKey: layered.kmsKey,
  tracing: layered.tracing ?? none(layered.tracing, 'tracing'),
});

const ofNetwork = ({ vpc, fileSystem }: LambdaFunction): Given<FunctionConfig> => ({
  vpc: vpc && {
    subnetIds: vpc.subnetIds ?? [],
    securityGroupIds: vpc.securityGroupIds ?? [],
    ipv6: vpc.ipv6AllowedForDualStack ?? false,
  },
  fileSystem: fileSystem && {
    arn: fileSystem.arn ?? '',
    localMountPath: fileSystem.localMountPath ?? '',
    directS3Read: fileSystem.directS3Read ?? null,
  },
});

/** One map in the file, four settings of a version. */
function ofLogging({ logging }: LambdaFunction): Given<FunctionConfig> {
  if (logging === undefined) return {};
  const { logFormat, applicationLogLevel, systemLogLevel, logGroup } = awsDefaults;
  if (logging === null) return { logFormat, applicationLogLevel, systemLogLevel, logGroup };
  return {
    logFormat: logging.format === null ? logFormat : logging.format,
    applicationLogLevel: logging.applicationLogLevel,
    systemLogLevel: logging.systemLogLevel,
    logGroup: logging.group,
  };
}

const ofExecution = ({ durable, tenancy, capacityProvider }: LambdaFunction): Given<FunctionConfig> => ({
  durable: durable && {
    executionTimeoutS: seconds(durable.executionTimeout ?? ''),
    retentionPeriod: durable.retentionPeriodInDays ?? null,
    kmsKey: durable.kmsKey ?? null,
  },
  tenancy,
  capacityProvider: capacityProvider && {
    arn: capacityProvider.arn ?? '',
    maxConcurrency: capacityProvider.perExecutionEnvironmentMaxConcurrency ?? null,
    memoryGiBPerVCpu: capacityProvider.executionEnvironmentMemoryGiBPerVCpu ?? null,
  },
});

function managementOf(
  given: LambdaFunction['runtimeManagement'],
): FunctionSettings['runtimeManagement'] | undefined {
  if (given === undefined) return undefined;
  if (given === null) return settingDefaults.runtimeManagement;
  if (typeof given === 'string') return { mode: given, arn: null };
  return { mode: 'Manual', arn: given.runtimeVersionArn };
}

/** Whole seconds; the rules have refused everything else. */
const seconds = (text: string): number => (Duration.parse(text) ?? 0) / 1000;

/** Names of roles have at most 64 characters (IAM quotas). */
const maxRoleName = 64;

function roleName(lambdaName: string): string {
  const whole = `${lambdaName}-role`;
  if (whole.length <= maxRoleName) return whole;
  const digest = Digest.short(lambdaName);
  return `${lambdaName.slice(0, maxRoleName - digest.length - 1)}-${digest}`;
}
