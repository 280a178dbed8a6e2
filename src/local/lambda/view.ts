/** How Lambda shows a version: FunctionConfiguration with the SDK's names, absent members left out. */
import type { FunctionConfiguration } from '@aws-sdk/client-lambda';
import type { FunctionEntry, VersionEntry } from './book';

type Settings = Omit<FunctionConfiguration, 'State' | 'LastUpdateStatus'>;

/** With `arn` as FunctionArn: the name by which it was asked for, or the version's own. */
export function configurationOf(
  entry: FunctionEntry,
  version: VersionEntry,
  arn: string,
): FunctionConfiguration {
  return { ...settingsOf(entry, version, arn), ...stateOf(version) };
}

/** In lists AWS leaves out the state. */
export function settingsOf(entry: FunctionEntry, version: VersionEntry, arn: string): Settings {
  const { Environment, DeadLetterConfig, ...config } = version.config;
  const settings = {
    ...config,
    FunctionName: entry.name,
    FunctionArn: arn,
    Version: version.version,
    RevisionId: version.revisionId,
    LastModified: lambdaTime(version.lastModifiedMs),
    RuntimeVersionConfig: { RuntimeVersionArn: runtimeVersionArn(entry, config.Runtime) },
    ...(Environment ? { Environment: { Variables: Environment } } : {}),
    ...(DeadLetterConfig ? { DeadLetterConfig } : {}),
  };
  return settings as Settings;
}

/** `2025-11-25T10:00:00.000+0000`. */
export const lambdaTime = (ms: number): string => new Date(ms).toISOString().replace('Z', '+0000');

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
