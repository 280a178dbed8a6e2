import type { FunctionConfiguration, GetFunctionResponse } from '@aws-sdk/client-lambda';
import { ShipitError } from '../core/errors';
import { awsDefaults, type FunctionConfig, type LiveFunction, type PublishedVersion } from '../core/function';
import { normalConfig } from '../core/normal';
import type { Digest } from '../core/values';
import { unqualified } from './function-arn';

/** What GetFunction answers, in our words. `accessDenied` when a part of the configuration may not be read. */
export function toLive(answer: GetFunctionResponse): LiveFunction {
  return {
    ...toChanged(answer.Configuration ?? {}),
    tags: answer.TagsError ? null : { ...answer.Tags },
    reservedConcurrency: answer.Concurrency?.ReservedConcurrentExecutions ?? null,
  };
}

/** What a write answers: the function without what does not belong to its configuration. */
export function toChanged(answer: FunctionConfiguration): LiveFunction {
  return {
    ...toPublished(answer),
    arn: unqualified(answer.FunctionArn ?? ''),
    revisionId: answer.RevisionId ?? '',
    state: answer.State ?? 'Active',
    lastUpdate: answer.LastUpdateStatus ?? null,
    because: reasonOf(answer),
    tags: null,
    reservedConcurrency: null,
  };
}

export function toPublished(answer: FunctionConfiguration): PublishedVersion {
  return {
    version: answer.Version ?? '',
    digest: (answer.CodeSha256 ?? '') as Digest,
    codeBytes: answer.CodeSize ?? 0,
    config: toConfig(answer),
  };
}

/** Why Lambda could not decrypt a part of it, which then looks empty and is not; null when all of it is there. */
export function hiddenPart(answer: FunctionConfiguration): string | null {
  const parts = {
    environment: answer.Environment?.Error,
    'image settings': answer.ImageConfigResponse?.Error,
  };
  const hidden = Object.entries(parts).find(([, error]) => error !== undefined);
  return hidden ? `${hidden[0]}: ${hidden[1]?.Message ?? 'Lambda does not say why'}` : null;
}

function toConfig(answer: FunctionConfiguration): FunctionConfig {
  const hidden = hiddenPart(answer);
  if (hidden !== null)
    throw new ShipitError('accessDenied', `Unreadable of ${answer.FunctionArn}: ${hidden}`);
  return normalConfig(answer.FunctionName ?? '', {
    packageType: answer.PackageType ?? awsDefaults.packageType,
    architecture: answer.Architectures?.[0] ?? awsDefaults.architecture,
    runtime: answer.Runtime ?? '',
    handler: answer.Handler ?? '',
    role: answer.Role ?? '',
    description: answer.Description ?? awsDefaults.description,
    memorySize: answer.MemorySize ?? awsDefaults.memorySize,
    timeout: answer.Timeout ?? awsDefaults.timeout,
    ephemeralStorage: answer.EphemeralStorage?.Size ?? awsDefaults.ephemeralStorage,
    environment: { ...answer.Environment?.Variables },
    layers: (answer.Layers ?? []).flatMap(({ Arn }) => Arn ?? []),
    vpc: toVpc(answer),
    fileSystem: toFileSystem(answer),
    deadLetterQueue: answer.DeadLetterConfig?.TargetArn || null,
    kmsKey: answer.KMSKeyArn || null,
    tracing: answer.TracingConfig?.Mode ?? awsDefaults.tracing,
    snapStart: answer.SnapStart?.ApplyOn ?? awsDefaults.snapStart,
    logFormat: answer.LoggingConfig?.LogFormat ?? awsDefaults.logFormat,
    applicationLogLevel: answer.LoggingConfig?.ApplicationLogLevel ?? null,
    systemLogLevel: answer.LoggingConfig?.SystemLogLevel ?? null,
    logGroup: answer.LoggingConfig?.LogGroup ?? null,
    imageConfig: toImageConfig(answer),
    durable: toDurable(answer),
    tenancy: answer.TenancyConfig?.TenantIsolationMode ?? null,
    capacityProvider: toCapacityProvider(answer),
  });
}

function toVpc({ VpcConfig }: FunctionConfiguration): FunctionConfig['vpc'] {
  return {
    subnetIds: VpcConfig?.SubnetIds ?? [],
    securityGroupIds: VpcConfig?.SecurityGroupIds ?? [],
    ipv6: VpcConfig?.Ipv6AllowedForDualStack ?? false,
  };
}

function toFileSystem({ FileSystemConfigs }: FunctionConfiguration): FunctionConfig['fileSystem'] {
  const [one] = FileSystemConfigs ?? [];
  return one
    ? {
        arn: one.Arn ?? '',
        localMountPath: one.LocalMountPath ?? '',
        directS3Read: one.S3FilesConfig?.DirectS3Read ?? null,
      }
    : null;
}

function toImageConfig({ ImageConfigResponse }: FunctionConfiguration): FunctionConfig['imageConfig'] {
  const { EntryPoint, Command, WorkingDirectory } = ImageConfigResponse?.ImageConfig ?? {};
  return { entryPoint: EntryPoint ?? [], command: Command ?? [], workingDirectory: WorkingDirectory ?? null };
}

function toDurable({ DurableConfig }: FunctionConfiguration): FunctionConfig['durable'] {
  if (DurableConfig?.ExecutionTimeout === undefined) return null;
  return {
    executionTimeoutS: DurableConfig.ExecutionTimeout,
    retentionPeriod: DurableConfig.RetentionPeriodInDays ?? null,
    kmsKey: DurableConfig.KMSKeyArn || null,
  };
}

function toCapacityProvider(answer: FunctionConfiguration): FunctionConfig['capacityProvider'] {
  const provider = answer.CapacityProviderConfig?.LambdaManagedInstancesCapacityProviderConfig;
  if (!provider) return null;
  return {
    arn: provider.CapacityProviderArn ?? '',
    maxConcurrency: provider.PerExecutionEnvironmentMaxConcurrency ?? null,
    memoryGiBPerVCpu: provider.ExecutionEnvironmentMemoryGiBPerVCpu ?? null,
  };
}

function reasonOf(answer: FunctionConfiguration): string | null {
  const isUp = answer.State === undefined || answer.State === 'Active';
  const reasons = isUp
    ? [answer.LastUpdateStatusReason, answer.LastUpdateStatusReasonCode]
    : [answer.StateReason, answer.StateReasonCode];
  return reasons.find((reason) => reason !== undefined) ?? null;
}
