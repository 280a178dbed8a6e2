/** What a user sets of a function: checked, and laid over what was there before. */
import type { CreateFunctionCommandInput } from '@aws-sdk/client-lambda';
import type { World } from '../world';
import type { VersionConfig } from './book';
import { insist } from './constraints';
import { readEnvironment } from './environment';
import { refusal } from './errors';
import { problemsOf } from './members';
import { insistOnRuntime } from './runtimes';

/** What CreateFunction and UpdateFunctionConfiguration share. An absent member is left as it was. */
export type SettingsInput = Partial<
  Omit<CreateFunctionCommandInput, 'FunctionName' | 'Code' | 'Tags' | 'Publish' | 'PublishTo' | 'PackageType'>
>;

type Settings = Omit<VersionConfig, 'CodeSha256' | 'CodeSize' | 'Architectures' | 'PackageType'>;

export const defaultSettings = {
  Description: '',
  Timeout: 3,
  MemorySize: 128,
  Environment: null,
  EphemeralStorage: { Size: 512 },
  TracingConfig: { Mode: 'PassThrough' },
  DeadLetterConfig: null,
  SnapStart: { ApplyOn: 'None', OptimizationStatus: 'Off' },
} as const satisfies Partial<Settings>;

/** Throws ValidationException with everything in the input that the model does not allow. */
export function insistOnForm(functionName: string | undefined, input: SettingsInput): void {
  insist(
    ...problemsOf({
      functionName,
      role: input.Role,
      handler: input.Handler,
      description: input.Description,
      timeout: input.Timeout,
      memorySize: input.MemorySize,
      'ephemeralStorage.size': input.EphemeralStorage?.Size,
      'tracingConfig.mode': input.TracingConfig?.Mode,
      'snapStart.applyOn': input.SnapStart?.ApplyOn,
      'loggingConfig.logFormat': input.LoggingConfig?.LogFormat,
      'deadLetterConfig.targetArn': input.DeadLetterConfig?.TargetArn,
    }),
  );
}

/** Throws what Lambda answers when a value names something that is not there, or is not allowed. */
export function layOver<Before extends Settings>(world: World, before: Before, input: SettingsInput): Before {
  if (input.Runtime !== undefined) insistOnRuntime(input.Runtime);
  if (input.Role !== undefined) insistOnRole(world, input.Role);
  insistOnPresent(world, input);
  const { DeadLetterConfig, SnapStart } = input;
  const given = {
    Runtime: input.Runtime,
    Role: input.Role,
    Handler: input.Handler,
    Description: input.Description,
    Timeout: input.Timeout,
    MemorySize: input.MemorySize,
    Environment: input.Environment ? readEnvironment(input.Environment.Variables ?? {}) : undefined,
    EphemeralStorage: input.EphemeralStorage?.Size ? { Size: input.EphemeralStorage.Size } : undefined,
    TracingConfig: input.TracingConfig?.Mode ? { Mode: input.TracingConfig.Mode } : undefined,
    DeadLetterConfig: DeadLetterConfig ? deadLetter(DeadLetterConfig.TargetArn) : undefined,
    LoggingConfig: input.LoggingConfig
      ? { ...before.LoggingConfig, ...present(input.LoggingConfig) }
      : undefined,
    SnapStart: SnapStart?.ApplyOn ? { ApplyOn: SnapStart.ApplyOn, OptimizationStatus: 'Off' } : undefined,
  };
  return { ...before, ...present(given) };
}

/** A well-formed role of the world's own account counts as existing. */
function insistOnRole(world: World, role: string): void {
  if (role.split(':')[4] !== world.account) throw refusal.denied('Cross-account pass role is not allowed.');
}

/** The local world has neither networks nor layers, file systems or keys, so whatever is named is not there. */
function insistOnPresent({ region }: World, input: SettingsInput): void {
  const [subnet] = input.VpcConfig?.SubnetIds ?? [];
  if (subnet)
    throw refusal.invalid(
      `Error occurred while DescribeSubnets. EC2 Error Code: InvalidSubnetID.NotFound. EC2 Error Message: The subnet ID '${subnet}' does not exist`,
    );
  if ((input.Layers ?? []).length > 5) throw refusal.invalid('Cannot reference more than 5 layers.');
  const [layer] = input.Layers ?? [];
  if (layer && layer.split(':')[3] !== region)
    throw refusal.invalid(
      `Layers are not in the same region as the function. Layers are expected to be in region ${region}.`,
    );
  if (layer) throw refusal.invalid('Layer version arn does not exist.');
  if (input.FileSystemConfigs?.[0]) throw refusal.invalid('The file system access point does not exist.');
  if (input.KMSKeyArn) throw refusal.invalid('The KMS key does not exist.');
}

const deadLetter = (arn: string | undefined): { TargetArn: string } | null =>
  arn ? { TargetArn: arn } : null;

/** Without the members that were not given, so that they do not hide what they are laid over. */
function present<T extends object>(members: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const given = Object.entries(members).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given) as { [K in keyof T]?: Exclude<T[K], undefined> };
}
