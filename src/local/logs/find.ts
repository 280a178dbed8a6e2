/** Looks up what a name, an identifier or an ARN means. */
import type { World } from '../world';
import { member } from './constraints';
import { logsError, refusal } from './errors';
import type { LogGroup, LogStream } from './store';

/** Some operations take a group by its name or by its ARN, and never by both. */
export interface NamedGroup {
  readonly logGroupName?: string | undefined;
  readonly logGroupIdentifier?: string | undefined;
}

type LogsWorld = Pick<World, 'logs' | 'account' | 'region'>;

export function findGroup(world: LogsWorld, name: string | undefined): LogGroup {
  const group = world.logs.groups.get(member.groupName(name));
  if (!group) throw refusal.noGroup();
  return group;
}

export function findNamed(world: LogsWorld, { logGroupName, logGroupIdentifier }: NamedGroup): LogGroup {
  if (logGroupName !== undefined && logGroupIdentifier !== undefined)
    throw logsError(
      'ValidationException',
      'LogGroup name and LogGroup ARN are mutually exclusive parameters.',
    );
  if (logGroupName === undefined && logGroupIdentifier === undefined)
    throw logsError('ValidationException', 'Either LogGroup name or LogGroup ARN must be specified.');
  return findGroup(world, logGroupName ?? nameOf(world, logGroupIdentifier ?? ''));
}

export function findStream(group: LogGroup, name: string | undefined): LogStream {
  const stream = group.streams.get(member.streamName(name));
  if (!stream) throw refusal.noStream();
  return stream;
}

/** The name that an identifier means: itself, or what an ARN of this account and Region ends in. */
export function nameOf(world: LogsWorld, identifier: string): string {
  if (!identifier.startsWith('arn:')) return identifier;
  const [, region, account, name = ''] =
    /^arn:aws[\w-]*:logs:([\w-]*):(\d*):log-group:([^:]*)(?::\*)?$/.exec(identifier) ?? [];
  if (name === '') throw refusal.invalid(`Invalid log group ARN: ${identifier}`);
  if (region !== world.region || account !== world.account) throw refusal.noGroup();
  return name;
}
