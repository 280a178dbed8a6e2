/** What a subscription filter may send to, and what of it is refused (recorded where AWS's words stand). */
import type { PolicyStatement } from '../lambda/book';
import { findVersion } from '../lambda/find';
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
  const statements = entry?.policies.get(qualifier)?.statements ?? [];
  const source = `${groupArn(world, group)}:*`;
  if (!there || !statements.some((statement) => lets(statement, source, world)))
    throw refusal.invalid(
      'Could not execute the lambda function. Make sure you have given CloudWatch Logs permission to execute your function.',
    );
}

/** Whether a statement lets CloudWatch Logs invoke for this source. */
function lets(statement: PolicyStatement, source: string, { account, region }: FunctionsWorld): boolean {
  const { Effect, Principal, Action, Condition = {} } = statement;
  const services = typeof Principal === 'string' ? [Principal] : asList(Principal?.Service);
  const principals = ['*', 'logs.amazonaws.com', `logs.${region}.amazonaws.com`];
  const actions = ['*', 'lambda:*', 'lambda:InvokeFunction'];
  if (Effect !== 'Allow' || !services.some((service) => principals.includes(service))) return false;
  if (!asList(Action).some((action) => actions.includes(action))) return false;
  const arn = Condition.ArnLike?.['AWS:SourceArn'];
  const owner = Condition.StringEquals?.['AWS:SourceAccount'];
  const isFrom = typeof arn !== 'string' || like(arn, source);
  return isFrom && (typeof owner !== 'string' || owner === account);
}

const asList = (value: string | readonly string[] | undefined): readonly string[] =>
  typeof value === 'string' ? [value] : (value ?? []);

/** ArnLike: `*` for any text, `?` for any character. An asterisk takes more only when what is after it does not fit. */
function like(pattern: string, arn: string): boolean {
  let [at, to] = [0, 0];
  let retry: { readonly at: number; to: number } | null = null;
  while (to < arn.length) {
    const sign = pattern[at];
    if (sign === '*') {
      retry = { at, to };
      at += 1;
    } else if (sign === '?' || sign === arn[to]) {
      at += 1;
      to += 1;
    } else if (retry) {
      retry.to += 1;
      at = retry.at + 1;
      to = retry.to;
    } else return false;
  }
  return /^\**$/.test(pattern.slice(at));
}
