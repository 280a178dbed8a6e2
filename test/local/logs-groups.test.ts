import {
  CreateLogGroupCommand,
  CreateLogStreamCommand,
  DeleteLogGroupCommand,
  DeleteLogStreamCommand,
  DeleteQueryDefinitionCommand,
  DeleteResourcePolicyCommand,
  DeleteRetentionPolicyCommand,
  DescribeLogGroupsCommand,
  DescribeLogStreamsCommand,
  DescribeQueryDefinitionsCommand,
  DescribeResourcePoliciesCommand,
  ListLogGroupsCommand,
  ListTagsForResourceCommand,
  ListTagsLogGroupCommand,
  PutLogEventsCommand,
  PutLogGroupDeletionProtectionCommand,
  PutQueryDefinitionCommand,
  PutResourcePolicyCommand,
  PutRetentionPolicyCommand,
  TagLogGroupCommand,
  TagResourceCommand,
  UntagLogGroupCommand,
  UntagResourceCommand,
} from '@aws-sdk/client-cloudwatch-logs';
import { account, type LocalAws, openLocalAws, refusalOf, region } from './world';

let aws: LocalAws;

beforeEach(async () => {
  aws = await openLocalAws();
});

afterEach(() => aws.close());

const arnOf = (name: string): string => `arn:aws:logs:${region}:${account}:log-group:${name}`;

const createGroup = (logGroupName: string, more: object = {}) =>
  aws.logs.send(new CreateLogGroupCommand({ logGroupName, ...more }));

const createStream = (logGroupName: string, logStreamName: string) =>
  aws.logs.send(new CreateLogStreamCommand({ logGroupName, logStreamName }));

const namesOf = async (more: object): Promise<unknown[]> => {
  const { logGroups = [] } = await aws.logs.send(new DescribeLogGroupsCommand(more));
  return logGroups.map(({ logGroupName }) => logGroupName);
};

describe('a log group', () => {
  it('is shown as AWS shows it', async () => {
    await createGroup('/shop/api', { kmsKeyId: 'arn:aws:kms:eu-west-1:123456789012:key/k' });
    const { logGroups } = await aws.logs.send(new DescribeLogGroupsCommand({ logGroupNamePrefix: '/shop' }));
    expect(logGroups).toEqual([
      {
        arn: `${arnOf('/shop/api')}:*`,
        creationTime: aws.clock.nowMs(),
        deletionProtectionEnabled: false,
        kmsKeyId: 'arn:aws:kms:eu-west-1:123456789012:key/k',
        logGroupArn: arnOf('/shop/api'),
        logGroupClass: 'STANDARD',
        logGroupName: '/shop/api',
        metricFilterCount: 0,
        storedBytes: 0,
      },
    ]);
  });

  it('exists once, and is gone when it was deleted', async () => {
    await createGroup('a');
    expect(await refusalOf(createGroup('a'))).toEqual({
      name: 'ResourceAlreadyExistsException',
      status: 400,
      message: 'The specified log group already exists',
    });
    await aws.logs.send(new DeleteLogGroupCommand({ logGroupName: 'a' }));
    const again = refusalOf(aws.logs.send(new DeleteLogGroupCommand({ logGroupName: 'a' })));
    expect(await again).toEqual({
      name: 'ResourceNotFoundException',
      status: 400,
      message: 'The specified log group does not exist.',
    });
  });

  it.each([
    [
      'a name of 513',
      'a'.repeat(513),
      'Invalid LogGroup or LogStream, both must have length less than or equal to 512.',
    ],
    [
      'a name with a colon',
      'a:b',
      "1 validation error detected: Value 'a:b' at 'logGroupName' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\.\\-_/#A-Za-z0-9]+",
    ],
    ["AWS's own", 'aws/mine', 'Log groups starting with AWS/ are reserved for AWS.'],
  ])('cannot have %s', async (_what, name, message) => {
    expect(await refusalOf(createGroup(name))).toEqual({
      name: 'InvalidParameterException',
      status: 400,
      message,
    });
  });

  it('can be protected from deletion, and no longer', async () => {
    await createGroup('a', { deletionProtectionEnabled: true });
    const deletion = () => aws.logs.send(new DeleteLogGroupCommand({ logGroupName: 'a' }));
    expect((await refusalOf(deletion())).name).toBe('ValidationException');
    const open = { logGroupIdentifier: arnOf('a'), deletionProtectionEnabled: false };
    await aws.logs.send(new PutLogGroupDeletionProtectionCommand(open));
    await deletion();
    expect(await namesOf({})).toEqual([]);
  });

  it('keeps events as long as its retention says', async () => {
    await createGroup('a');
    await createStream('a', 's');
    const put = new PutLogEventsCommand({
      logGroupName: 'a',
      logStreamName: 's',
      logEvents: [{ timestamp: aws.clock.nowMs(), message: 'x' }],
    });
    await aws.logs.send(put);
    await aws.logs.send(new PutRetentionPolicyCommand({ logGroupName: 'a', retentionInDays: 3 }));
    const group = aws.world.logs.groups.get('a');
    const left = () => (group ? aws.world.logs.streamsOf(group).flatMap(({ events }) => events) : []);
    await aws.clock.advance(2 * 86_400_000);
    expect(left()).toHaveLength(1);
    await aws.clock.advance(2 * 86_400_000);
    expect(left()).toHaveLength(0);
    await aws.logs.send(new DeleteRetentionPolicyCommand({ logGroupName: 'a' }));
    const { logGroups } = await aws.logs.send(new DescribeLogGroupsCommand({}));
    expect(logGroups?.[0]).not.toHaveProperty('retentionInDays');
  });

  it('has a retention that AWS knows', async () => {
    await createGroup('a');
    const work = aws.logs.send(new PutRetentionPolicyCommand({ logGroupName: 'a', retentionInDays: 4 }));
    expect((await refusalOf(work)).message).toContain("Value '4' at 'retentionInDays' failed to satisfy");
  });
});

describe('log groups', () => {
  beforeEach(async () => {
    for (const name of ['/shop/api', '/shop/Api', '/shop/web', 'other']) await createGroup(name);
  });

  it('are found by the start of their names, or by a part', async () => {
    expect(await namesOf({ logGroupNamePrefix: '/shop/' })).toEqual(['/shop/Api', '/shop/api', '/shop/web']);
    expect(await namesOf({ logGroupNamePattern: 'Api' })).toEqual(['/shop/Api']);
    expect(await namesOf({ logGroupIdentifiers: ['other', arnOf('/shop/web')] })).toEqual([
      '/shop/web',
      'other',
    ]);
    const both = refusalOf(namesOf({ logGroupNamePrefix: 'a', logGroupNamePattern: 'b' }));
    expect((await both).message).toBe(
      'LogGroup name prefix and LogGroup name pattern are mutually exclusive parameters.',
    );
  });

  it('come in pages', async () => {
    const first = await aws.logs.send(new DescribeLogGroupsCommand({ limit: 3 }));
    expect(first.logGroups).toHaveLength(3);
    expect(await namesOf({ limit: 3, nextToken: first.nextToken })).toEqual(['other']);
    expect((await refusalOf(namesOf({ nextToken: 'x' }))).message).toBe(
      'The specified nextToken is invalid.',
    );
    expect((await refusalOf(namesOf({ limit: 51 }))).message).toContain("Value '51' at 'limit'");
  });

  it('are listed by a pattern of several parts', async () => {
    const list = new ListLogGroupsCommand({ logGroupNamePattern: '^other|/web' });
    const { logGroups } = await aws.logs.send(list);
    expect(logGroups).toEqual([
      { logGroupName: '/shop/web', logGroupArn: arnOf('/shop/web'), logGroupClass: 'STANDARD' },
      { logGroupName: 'other', logGroupArn: arnOf('other'), logGroupClass: 'STANDARD' },
    ]);
  });
});

describe('a log stream', () => {
  beforeEach(async () => {
    await createGroup('g');
  });

  it('is found by name, identifier or ARN of its group', async () => {
    await createStream('g', 'a/[1]b');
    const expected = [
      {
        arn: `${arnOf('g')}:log-stream:a/[1]b`,
        creationTime: aws.clock.nowMs(),
        logStreamName: 'a/[1]b',
        storedBytes: 0,
      },
    ];
    for (const by of [
      { logGroupName: 'g' },
      { logGroupIdentifier: 'g' },
      { logGroupIdentifier: arnOf('g') },
    ]) {
      const { logStreams } = await aws.logs.send(new DescribeLogStreamsCommand(by));
      expect(logStreams).toEqual(expected);
    }
    const both = new DescribeLogStreamsCommand({ logGroupName: 'g', logGroupIdentifier: 'g' });
    expect(await refusalOf(aws.logs.send(both))).toMatchObject({
      name: 'ValidationException',
      message: 'LogGroup name and LogGroup ARN are mutually exclusive parameters.',
    });
  });

  it('exists once, and is gone when it was deleted', async () => {
    await createStream('g', 's');
    expect((await refusalOf(createStream('g', 's'))).message).toBe('The specified log stream already exists');
    await aws.logs.send(new DeleteLogStreamCommand({ logGroupName: 'g', logStreamName: 's' }));
    const again = aws.logs.send(new DeleteLogStreamCommand({ logGroupName: 'g', logStreamName: 's' }));
    expect((await refusalOf(again)).message).toBe('The specified log stream does not exist.');
    expect((await refusalOf(createStream('g', 'a:b'))).message).toContain("at 'logStreamName' failed");
  });

  it('stands in the order of names, or of the last events', async () => {
    for (const [name, message] of [
      ['old', 'x'],
      ['new', 'x'],
      ['empty', null],
    ] as const) {
      await createStream('g', name);
      if (message) aws.world.logs.put('g', name, [{ atMs: aws.clock.nowMs(), message }]);
      await aws.clock.advance(1000);
    }
    const order = async (more: object) => {
      const command = new DescribeLogStreamsCommand({ logGroupName: 'g', ...more });
      return (await aws.logs.send(command)).logStreams?.map(({ logStreamName }) => logStreamName);
    };
    expect(await order({})).toEqual(['empty', 'new', 'old']);
    expect(await order({ orderBy: 'LastEventTime' })).toEqual(['old', 'new', 'empty']);
    expect(await order({ orderBy: 'LastEventTime', descending: true })).toEqual(['empty', 'new', 'old']);
    expect(await order({ logStreamNamePrefix: 'n' })).toEqual(['new']);
    const both = refusalOf(order({ orderBy: 'LastEventTime', logStreamNamePrefix: 'n' }));
    expect((await both).message).toBe('Cannot order by LastEventTime with a logStreamNamePrefix.');
  });
});

describe('tags of a log group', () => {
  it('are the same for the older operations and the newer ones', async () => {
    await createGroup('g', { tags: { env: 'test' } });
    const resourceArn = arnOf('g');
    await aws.logs.send(new TagResourceCommand({ resourceArn, tags: { a: '1', b: '2' } }));
    await aws.logs.send(new TagLogGroupCommand({ logGroupName: 'g', tags: { c: '3' } }));
    await aws.logs.send(new UntagResourceCommand({ resourceArn, tagKeys: ['env', 'a'] }));
    await aws.logs.send(new UntagLogGroupCommand({ logGroupName: 'g', tags: ['b'] }));
    const [newer, older] = [
      await aws.logs.send(new ListTagsForResourceCommand({ resourceArn })),
      await aws.logs.send(new ListTagsLogGroupCommand({ logGroupName: 'g' })),
    ];
    expect(newer.tags).toEqual({ c: '3' });
    expect(older.tags).toEqual({ c: '3' });
  });

  it('are fifty at most, of characters that AWS takes', async () => {
    await createGroup('g', { tags: { first: '' } });
    const many = Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`k${index}`, 'v']));
    const tag = (tags: Record<string, string>) =>
      refusalOf(aws.logs.send(new TagResourceCommand({ resourceArn: arnOf('g'), tags })));
    expect((await tag(many)).name).toBe('TooManyTagsException');
    expect((await tag({ 'a?': 'v' })).message).toContain("Value 'a?' at 'tags' failed");
    const gone = new ListTagsForResourceCommand({ resourceArn: arnOf('gone') });
    expect((await refusalOf(aws.logs.send(gone))).name).toBe('ResourceNotFoundException');
  });
});

describe('what is kept for the account', () => {
  it('are resource policies, ten at most', async () => {
    const policyDocument = JSON.stringify({ Version: '2012-10-17', Statement: [] });
    const put = (policyName: string, document = policyDocument) =>
      aws.logs.send(new PutResourcePolicyCommand({ policyName, policyDocument: document }));
    const { resourcePolicy } = await put('p0');
    expect(resourcePolicy).toEqual({
      policyName: 'p0',
      policyDocument,
      lastUpdatedTime: aws.clock.nowMs(),
      policyScope: 'ACCOUNT',
    });
    for (let index = 1; index < 10; index += 1) await put(`p${index}`);
    expect(await refusalOf(put('p10'))).toMatchObject({
      name: 'LimitExceededException',
      message: 'Resource limit exceeded.',
    });
    expect((await refusalOf(put('p0', 'not json'))).name).toBe('InvalidParameterException');
    await aws.logs.send(new DeleteResourcePolicyCommand({ policyName: 'p0' }));
    const again = aws.logs.send(new DeleteResourcePolicyCommand({ policyName: 'p0' }));
    expect((await refusalOf(again)).message).toBe('Policy with name [p0] does not exist.');
    const { resourcePolicies } = await aws.logs.send(new DescribeResourcePoliciesCommand({}));
    expect(resourcePolicies).toHaveLength(9);
  });

  it('are query definitions', async () => {
    const put = new PutQueryDefinitionCommand({
      name: 'errors',
      queryString: 'filter x',
      logGroupNames: ['g'],
    });
    const { queryDefinitionId } = await aws.logs.send(put);
    const changed = new PutQueryDefinitionCommand({
      queryDefinitionId,
      name: 'errors',
      queryString: 'limit 1',
    });
    await aws.logs.send(changed);
    const found = await aws.logs.send(
      new DescribeQueryDefinitionsCommand({ queryDefinitionNamePrefix: 'err' }),
    );
    expect(found.queryDefinitions).toEqual([
      {
        queryLanguage: 'CWLI',
        queryDefinitionId,
        name: 'errors',
        queryString: 'limit 1',
        lastModified: aws.clock.nowMs(),
        logGroupNames: [],
      },
    ]);
    const remove = () => aws.logs.send(new DeleteQueryDefinitionCommand({ queryDefinitionId }));
    expect((await remove()).success).toBe(true);
    expect((await refusalOf(remove())).name).toBe('ResourceNotFoundException');
  });
});
