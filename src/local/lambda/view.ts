/** How Lambda shows a version: FunctionConfiguration with the SDK's names, absent members left out. */
import type { FunctionCodeLocation, FunctionConfiguration } from '@aws-sdk/client-lambda';
import type { World } from '../world';
import type { FunctionEntry, VersionConfig, VersionEntry } from './book';

type Settings = Omit<FunctionConfiguration, 'State' | 'LastUpdateStatus'>;

/** With `arn` as FunctionArn: the name by which it was asked for, or the version's own. */
export function configurationOf(
  entry: FunctionEntry,
  version: VersionEntry,
  arn: string,
): FunctionConfiguration {
  const { Runtime } = version.config;
  const runtimeVersion = { RuntimeVersionConfig: { RuntimeVersionArn: runtimeVersionArn(entry, Runtime) } };
  return {
    ...settingsOf(entry, version, arn),
    ...(Runtime === '' ? {} : runtimeVersion),
    ...stateOf(version),
  };
}

/** In lists AWS leaves out the state and the version of the runtime. */
export function settingsOf(entry: FunctionEntry, version: VersionEntry, arn: string): Settings {
  const settings = {
    ...shownOf(version.config),
    FunctionName: entry.name,
    FunctionArn: arn,
    Version: version.version,
    RevisionId: version.revisionId,
    LastModified: lambdaTime(version.lastModifiedMs),
  };
  return settings as Settings;
}

/** Where the code of a version is. */
export function codeLocationOf(world: World, { config }: VersionEntry): FunctionCodeLocation {
  const source = { ...config.Source } as FunctionCodeLocation;
  if (config.PackageType === 'Image') return { RepositoryType: 'ECR', ...source };
  return { RepositoryType: 'S3', Location: world.downloads.location(config.CodeSha256), ...source };
}

/** `2025-11-25T10:00:00.000+0000`. */
export const lambdaTime = (ms: number): string => new Date(ms).toISOString().replace('Z', '+0000');

function shownOf(config: VersionConfig): object {
  const { Source: _source, Environment, DeadLetterConfig, ImageConfig, Runtime, Handler, ...rest } = config;
  return {
    ...rest,
    ...(Runtime === '' ? {} : { Runtime, Handler }),
    ...(Environment ? { Environment: { Variables: Environment } } : {}),
    ...(DeadLetterConfig ? { DeadLetterConfig } : {}),
    ...(ImageConfig ? { ImageConfigResponse: { ImageConfig } } : {}),
  };
}

function stateOf(version: VersionEntry): Partial<FunctionConfiguration> {
  const members = {
    State: version.state,
    StateReason: version.stateReason,
    StateReasonCode: version.stateReasonCode,
    LastUpdateStatus: version.lastUpdateStatus,
    LastUpdateStatusReason: version.lastUpdateReason,
    LastUpdateStatusReasonCode: version.lastUpdateReasonCode,
  };
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== null));
}

/** The runtime's version is whatever node runs shipit; the name of the runtime stands for it. */
const runtimeVersionArn = ({ arn }: FunctionEntry, runtime: string): string =>
  `${arn.split(':').slice(0, 4).join(':')}::runtime:${runtime}`;
