/** What a subscription filter may send to, and what of it is refused (recorded where AWS's words stand). */
import { findVersion } from '../lambda/find';
import { mayInvoke } from '../lambda/permits';
import type { World } from '../world';
import { groupArn } from './arns';
import { logsError, refusal } from './errors';

export interface Destination {
  readonly arn: string;
  readonly roleArn: string | undefined;
  readonly group: string;
}

type FunctionsWorld = Pick<World, 'functions' | 'account' | 'region'>;

/** Throws for a destination that could not be sent to. */
export function insistOnDestination(world: FunctionsWorld, destination: Destination): void {
  const [, vendor = '', , account = '', rest = ''] =
    /^arn:aws[\w-]*:(\w+):([\w-]*):(\d{12}):(.+)$/.exec(destination.arn) ?? [];
  if (!['lambda', 'kinesis', 'firehose', 'logs'].includes(vendor))
    throw refusal.invalid(`Invalid destinationArn: ${destination.arn}`);
  if (vendor === 'lambda') insistOnFunction(world, destination, { account, rest });
  else if (vendor !== 'logs' && destination.roleArn === undefined)
    throw refusal.invalid(`destinationArn for vendor ${vendor} cannot be used without roleArn`);
}

function insistOnFunction(
  world: FunctionsWorld,
  { group }: Destination,
  { account, rest }: { account: string; rest: string },
): void {
  if (account !== world.account)
    throw logsError(
      'AccessDeniedException',
      'Cross-account lambda invocation passing is not allowed. You must use DestinationPolicies to create cross account lambda triggers.',
    );
  const [, name = '', qualifier = '$LATEST'] = /^function:([\w-]+)(?::([\w$-]+))?$/.exec(rest) ?? [];
  const entry = world.functions.entries.get(name);
  const there = entry && (entry.aliases.has(qualifier) || findVersion(entry, qualifier));
  const source = `${groupArn(world, group)}:*`;
  const principals = ['logs.amazonaws.com', `logs.${world.region}.amazonaws.com`];
  if (!there || !mayInvoke(entry, qualifier, { principals, source, account: world.account }))
    throw refusal.invalid(
      'Could not execute the lambda function. Make sure you have given CloudWatch Logs permission to execute your function.',
    );
}
