import type { FunctionConfiguration } from '@aws-sdk/client-lambda';
import { ShipitError } from '../core/errors';
import { awsDefaults, type FunctionConfig, type LiveFunction, type PublishedVersion } from '../core/function';
import type { Digest } from '../core/values';

/** What Lambda answers of a function or version, in our words. `accessDenied` when its environment may not be read. */
export function toLive(answer: FunctionConfiguration): LiveFunction {
  return {
    ...toPublished(answer),
    arn: answer.FunctionArn ?? '',
    revisionId: answer.RevisionId ?? '',
    state: answer.State ?? 'Active',
    lastUpdate: answer.LastUpdateStatus ?? null,
    because: reasonOf(answer),
  };
}

export function toPublished(answer: FunctionConfiguration): PublishedVersion {
  return {
    version: answer.Version ?? '',
    digest: (answer.CodeSha256 ?? '') as Digest,
    config: toConfig(answer),
    deadLetter: answer.DeadLetterConfig?.TargetArn || null,
  };
}

/** True when Lambda could not decrypt the variables: such an environment looks empty and is not. */
export const isEnvironmentHidden = (answer: FunctionConfiguration): boolean =>
  answer.Environment?.Error !== undefined;

function toConfig(answer: FunctionConfiguration): FunctionConfig {
  if (isEnvironmentHidden(answer)) {
    const why = answer.Environment?.Error?.Message ?? 'Lambda does not say why';
    throw new ShipitError('accessDenied', `The environment of ${answer.FunctionArn} is unreadable: ${why}`);
  }
  return {
    runtime: answer.Runtime ?? '',
    handler: answer.Handler ?? '',
    role: answer.Role ?? '',
    memorySize: answer.MemorySize ?? awsDefaults.memorySize,
    timeout: answer.Timeout ?? awsDefaults.timeout,
    environment: { ...answer.Environment?.Variables },
  };
}

function reasonOf(answer: FunctionConfiguration): string | null {
  const isUp = answer.State === undefined || answer.State === 'Active';
  const reasons = isUp
    ? [answer.LastUpdateStatusReason, answer.LastUpdateStatusReasonCode]
    : [answer.StateReason, answer.StateReasonCode];
  return reasons.find((reason) => reason !== undefined) ?? null;
}

/** The members of CreateFunction and UpdateFunctionConfiguration, for the keys that are given and no others. */
export function fromConfig(config: Partial<FunctionConfig>) {
  return {
    ...(config.runtime === undefined ? {} : { Runtime: config.runtime as FunctionConfiguration['Runtime'] }),
    ...(config.handler === undefined ? {} : { Handler: config.handler }),
    ...(config.role === undefined ? {} : { Role: config.role }),
    ...(config.memorySize === undefined ? {} : { MemorySize: config.memorySize }),
    ...(config.timeout === undefined ? {} : { Timeout: config.timeout }),
    ...(config.environment === undefined ? {} : { Environment: { Variables: { ...config.environment } } }),
  };
}
