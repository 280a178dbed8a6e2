/**
 * StartQuery: docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_StartQuery.html.
 * @emulated Logs Insights QL: fields, filter, parse, stats, sort, limit, display and dedup; neither SQL nor PPL.
 */
import type { StartQueryRequest, StartQueryResponse } from '@aws-sdk/client-cloudwatch-logs';
import { Check } from '../../lambda/constraints';
import { insist, member, sized } from '../../logs/constraints';
import { refusal } from '../../logs/errors';
import { nameOf } from '../../logs/find';
import { readProgram } from '../../logs/insights/program';
import { keepQuery } from '../../logs/queries';
import type { Action, World } from '../../world';

const isLimit = Check.range(1, 100_000);
const isTime = Check.range(0, Number.MAX_SAFE_INTEGER);
const length = Check.length(0, 10_000);
const usualLimit = 10_000;

export const startQuery: Action<StartQueryRequest, StartQueryResponse> = (world, input) => {
  check(input);
  const { queryString: text = '', startTime = 0, endTime = 0, limit = usualLimit } = input;
  const groups = groupsOf(world, input);
  const program = readProgram(text);
  const id = world.random.uuid();
  keepQuery(world.logs, {
    id,
    text,
    program,
    groups,
    startMs: startTime * 1000,
    endMs: (endTime + 1) * 1000,
    limit,
    createdMs: Math.floor(world.clock.nowMs()),
    cancelled: false,
    outcome: null,
  });
  return { queryId: id };
};

function check({ queryString, startTime, endTime, limit, queryLanguage }: StartQueryRequest): void {
  insist(
    Check.required('queryString', queryString),
    length('queryString', queryString),
    Check.required('startTime', startTime),
    isTime('startTime', startTime),
    Check.required('endTime', endTime),
    isTime('endTime', endTime),
    isLimit('limit', limit),
  );
  if ((startTime ?? 0) > (endTime ?? 0)) throw refusal.invalid('startTime must not be after endTime.');
  if (queryLanguage !== undefined && queryLanguage !== 'CWLI')
    throw refusal.invalid(`The local AWS does not have the query language ${queryLanguage}.`);
}

function groupsOf(world: World, input: StartQueryRequest): string[] {
  const { logGroupName, logGroupNames, logGroupIdentifiers } = input;
  insist(
    sized('logGroupNames', logGroupNames, [1, 50]),
    sized('logGroupIdentifiers', logGroupIdentifiers, [1, 50]),
  );
  const given = [logGroupName === undefined ? undefined : [logGroupName], logGroupNames, logGroupIdentifiers];
  const [first, second] = given.filter((names) => names !== undefined);
  if (!first || second)
    throw refusal.invalid(
      'Exactly one of logGroupName, logGroupNames and logGroupIdentifiers must be specified.',
    );
  const names = first.map((identifier) => member.groupName(nameOf(world, identifier)));
  for (const name of names) if (!world.logs.groups.has(name)) throw noGroup(world, name);
  return [...new Set(names)];
}

/** Tells more than other operations do (recorded). */
const noGroup = ({ account, random }: World, name: string) =>
  refusal.missing(
    `Log group '${name}' does not exist for account ID '${account}' (Service: AWSLogs; Status Code: 400; Error Code: ResourceNotFoundException; Request ID: ${random.uuid()}; Proxy: null)`,
  );
