/**
 * StartLiveTail: docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_StartLiveTail.html.
 * @emulated Clients put `streaming-` before the host: turn their host prefix off. A fast world gets five updates a real second at most.
 */
import type { StartLiveTailRequest, StartLiveTailResponse } from '@aws-sdk/client-cloudwatch-logs';
import { Check } from '../../lambda/constraints';
import { insist, sized } from '../../logs/constraints';
import { refusal } from '../../logs/errors';
import { searchPattern } from '../../logs/filters';
import { findGroup, nameOf } from '../../logs/find';
import { openLiveTail } from '../../logs/live-tail';
import type { Action } from '../../world';

export const startLiveTail: Action<StartLiveTailRequest, StartLiveTailResponse> = (world, input) => {
  check(input);
  const { logGroupIdentifiers = [], logStreamNames = [], logStreamNamePrefixes = [] } = input;
  const groups = logGroupIdentifiers.map((arn) => findGroup(world, nameOf(world, arn)).name);
  const pattern = searchPattern('logEventFilterPattern', input.logEventFilterPattern);
  const start = {
    requestId: world.random.uuid(),
    sessionId: world.random.uuid(),
    logGroupIdentifiers,
    logStreamNames,
    logStreamNamePrefixes,
    logEventFilterPattern: input.logEventFilterPattern ?? '',
  };
  const all = logStreamNames.length + logStreamNamePrefixes.length === 0;
  const streams = (name: string): boolean =>
    all || logStreamNames.includes(name) || logStreamNamePrefixes.some((prefix) => name.startsWith(prefix));
  return { responseStream: openLiveTail(world, { start, groups: new Set(groups), streams, pattern }) };
};

function check({ logGroupIdentifiers, logStreamNames, logStreamNamePrefixes }: StartLiveTailRequest): void {
  insist(
    Check.required('logGroupIdentifiers', logGroupIdentifiers),
    sized('logGroupIdentifiers', logGroupIdentifiers, [1, 10]),
    sized('logStreamNames', logStreamNames, [1, 100]),
    sized('logStreamNamePrefixes', logStreamNamePrefixes, [1, 100]),
  );
  const arns = logGroupIdentifiers ?? [];
  if (!arns.every((arn) => arn.startsWith('arn:') && !arn.endsWith('*')))
    throw refusal.invalid('logGroupIdentifiers must be ARNs of log groups that do not end in an asterisk.');
  if (logStreamNames && logStreamNamePrefixes)
    throw refusal.invalid('logStreamNames and logStreamNamePrefixes are mutually exclusive parameters.');
  if ((logStreamNames || logStreamNamePrefixes) && arns.length > 1)
    throw refusal.invalid('Log streams can be specified for one log group only.');
}
