/** What a user sets of a function: checked, and laid over what was there before. */
import type { CreateFunctionCommandInput } from '@aws-sdk/client-lambda';
import { type LayerReference, resolveLayers } from '../layers/resolve';
import type { World } from '../world';
import type { VersionConfig } from './book';
import { insist } from './constraints';
import { readEnvironment } from './environment';
import { refusal } from './errors';
import { problemsIn, type Rules } from './form';
import { settingsRules } from './function-rules';
import { readImageConfig, readLogging, readVpc, withoutAbsent } from './given';
import { insistOnSettingsOf } from './package-type';
import { insistOnRuntime } from './runtimes';
import { insistOnSnapStartable } from './snap-start';

/** What CreateFunction and UpdateFunctionConfiguration share. An absent member is left as it was. */
export type SettingsInput = Partial<
  Omit<
    CreateFunctionCommandInput,
    | 'FunctionName'
    | 'Code'
    | 'Tags'
    | 'Publish'
    | 'PublishTo'
    | 'PackageType'
    | 'Architectures'
    | 'CodeSigningConfigArn'
    | 'TenancyConfig'
  >
>;

type Settings = Omit<VersionConfig, 'CodeSha256' | 'CodeSize' | 'Source'>;

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

/** Throws ValidationException with everything in the input that the model does not allow; `more` are rules of the operation's own. */
export function insistOnForm(
  world: World,
  input: SettingsInput & { FunctionName: string | undefined },
  more: Rules,
): void {
  const managed = Boolean(input.CapacityProviderConfig ?? providerOf(world, input.FunctionName));
  insist(...problemsIn(input, { ...settingsRules(managed), ...more }));
}

/** Throws what Lambda answers when a value names something that is not there, or is not allowed. */
export function layOver<Before extends Settings>(world: World, before: Before, input: SettingsInput): Before {
  insistOnSettingsOf(before.PackageType, input);
  if (input.Runtime !== undefined) insistOnRuntime(input.Runtime);
  if (input.Role !== undefined) insistOnRole(world, input.Role);
  const given = { ...plainOf(input), ...builtOf(world, before, input) };
  const laid = withoutCleared({ ...before, ...withoutAbsent(given) }) as Before;
  insistOnSnapStartable(laid);
  return laid;
}

/** Members that are kept as they are given; a text or a list without content clears what was there. */
const plainOf = (input: SettingsInput) => ({
  Runtime: input.Runtime,
  Role: input.Role,
  Handler: input.Handler,
  Description: input.Description,
  Timeout: input.Timeout,
  MemorySize: input.MemorySize,
  KMSKeyArn: input.KMSKeyArn === '' ? null : input.KMSKeyArn,
  FileSystemConfigs: input.FileSystemConfigs?.length === 0 ? null : input.FileSystemConfigs,
  CapacityProviderConfig: input.CapacityProviderConfig,
});

function builtOf(world: World, before: Settings, input: SettingsInput) {
  const { Environment, EphemeralStorage, TracingConfig, DeadLetterConfig, LoggingConfig, SnapStart } = input;
  const { DurableConfig, VpcConfig, ImageConfig, Layers } = input;
  return {
    Environment: Environment ? readEnvironment(Environment.Variables ?? {}) : undefined,
    EphemeralStorage: EphemeralStorage?.Size ? { Size: EphemeralStorage.Size } : undefined,
    TracingConfig: TracingConfig?.Mode ? { Mode: TracingConfig.Mode } : undefined,
    DeadLetterConfig: DeadLetterConfig ? deadLetter(DeadLetterConfig.TargetArn) : undefined,
    LoggingConfig: LoggingConfig ? readLogging(before.LoggingConfig, LoggingConfig) : undefined,
    SnapStart: SnapStart?.ApplyOn ? { ApplyOn: SnapStart.ApplyOn, OptimizationStatus: 'Off' } : undefined,
    DurableConfig: DurableConfig ? { ...before.DurableConfig, ...withoutAbsent(DurableConfig) } : undefined,
    VpcConfig: VpcConfig ? readVpc(world, VpcConfig) : undefined,
    ImageConfig: ImageConfig ? readImageConfig(ImageConfig) : undefined,
    Layers: Layers ? readLayers(world, Layers) : undefined,
  };
}

const readLayers = (world: World, arns: readonly string[]): LayerReference[] | null =>
  arns.length > 0 ? resolveLayers(world, arns) : null;

/** A well-formed role of the world's own account counts as existing, unless the world is strict about roles. */
function insistOnRole(world: World, role: string): void {
  if (role.split(':')[4] !== world.account) throw refusal.denied('Cross-account pass role is not allowed.');
  if (world.strictIam && !world.roles.has(role))
    throw refusal.invalid('The role defined for the function cannot be assumed by Lambda.');
}

const deadLetter = (arn: string | undefined): { TargetArn: string } | null =>
  arn ? { TargetArn: arn } : null;

/** What a function on managed instances has already; its name may be an ARN. */
const providerOf = (world: World, name: string | undefined): object | undefined =>
  world.functions.entries.get(/([^:]+)(:\$?\w+)?$/.exec(name ?? '')?.[1] ?? '')?.latest.config
    .CapacityProviderConfig;

/** Null clears, but for the two members of which AWS itself knows two kinds of absence. */
const nullable = new Set(['Environment', 'DeadLetterConfig']);

function withoutCleared(config: object): object {
  const kept = Object.entries(config).filter(([name, value]) => value !== null || nullable.has(name));
  return Object.fromEntries(kept);
}
