/** Single members of a function's settings: from what a user gives to what is kept and shown. */
import { createHash } from 'node:crypto';
import type {
  ImageConfig,
  LoggingConfig as LoggingInput,
  VpcConfig as VpcInput,
} from '@aws-sdk/client-lambda';
import type { World } from '../world';
import type { LoggingConfig, VpcConfig } from './book';
import { refusal } from './errors';

/** Empty lists take a function out of its network; AWS then shows them empty (recorded). */
export function readVpc(world: World, input: VpcInput): VpcConfig {
  const { SubnetIds = [], SecurityGroupIds = [], Ipv6AllowedForDualStack = false } = input;
  if (SubnetIds.length > 0 !== SecurityGroupIds.length > 0)
    throw refusal.invalid('SubnetIds and SecurityIds must coexist or be both empty list.');
  const VpcId = SubnetIds.length > 0 ? vpcOf(world) : '';
  return { SubnetIds, SecurityGroupIds, VpcId, Ipv6AllowedForDualStack };
}

/** This world has no networks of its own: every subnet counts as existing, and stands in the account's one network. */
const vpcOf = ({ account, region }: World): string =>
  `vpc-${createHash('sha256').update(`${account} ${region}`).digest('hex').slice(0, 17)}`;

/** JSON logs have levels, INFO unless given; text logs have none, so they go with the format. */
export function readLogging(before: LoggingConfig, input: LoggingInput): LoggingConfig {
  const { LogFormat, LogGroup } = { ...before, ...withoutAbsent(input) };
  if (LogFormat !== 'JSON') {
    if (input.ApplicationLogLevel || input.SystemLogLevel)
      throw refusal.invalid(
        'ApplicationLogLevel and SystemLogLevel can only be specified when LogFormat is set to JSON.',
      );
    return { LogFormat, LogGroup };
  }
  return {
    LogFormat,
    LogGroup,
    ApplicationLogLevel: input.ApplicationLogLevel ?? before.ApplicationLogLevel ?? 'INFO',
    SystemLogLevel: input.SystemLogLevel ?? before.SystemLogLevel ?? 'INFO',
  };
}

/** Of all image settings together (Lambda quotas). */
const imageConfigLimitBytes = 16_384;

/** Null for one without content. */
export function readImageConfig(input: ImageConfig): ImageConfig | null {
  if (Buffer.byteLength(JSON.stringify(input)) > imageConfigLimitBytes)
    throw refusal.invalid('The image configuration settings exceeded the 16KB limit.');
  const filled = Object.entries(input).filter(([, value]) => value !== undefined && value.length > 0);
  return filled.length > 0 ? Object.fromEntries(filled) : null;
}

/** Without the members that were not given, so that they do not hide what they are laid over. */
export function withoutAbsent<T extends object>(members: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const given = Object.entries(members).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given) as { [K in keyof T]?: Exclude<T[K], undefined> };
}
