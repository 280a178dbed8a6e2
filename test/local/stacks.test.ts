import {
  CreateStackCommand,
  DescribeStackResourceCommand,
  DescribeStackResourcesCommand,
  DescribeStacksCommand,
  ListExportsCommand,
  ListStackResourcesCommand,
  ListStacksCommand,
} from '@aws-sdk/client-cloudformation';
import { tokenHeader } from '../../src/local/connection';
import { type LocalAws, openLocalAws, refusalOf, token } from './world';

let aws: LocalAws;

beforeEach(async () => {
  aws = await openLocalAws();
});

afterEach(() => aws.close());

const seed = (stacks: unknown) =>
  fetch(`${aws.served.endpoint}/_shipit/seed`, {
    method: 'POST',
    headers: { [tokenHeader]: token },
    body: JSON.stringify({ stacks }),
  });

const network = {
  StackName: 'network',
  Outputs: [
    { OutputKey: 'Vpc', OutputValue: 'vpc-1', ExportName: 'network-vpc' },
    { OutputKey: 'Zone', OutputValue: 'a', Description: 'where' },
  ],
  Parameters: [{ ParameterKey: 'Size', ParameterValue: 'small' }],
  Resources: [
    { LogicalResourceId: 'Vpc', PhysicalResourceId: 'vpc-1', ResourceType: 'AWS::EC2::VPC' },
    { LogicalResourceId: 'Gate', PhysicalResourceId: 'igw-1', ResourceType: 'AWS::EC2::InternetGateway' },
  ],
};

describe('a stack that was described to the world', () => {
  beforeEach(async () => {
    expect((await seed([network])).status).toBe(200);
  });

  const describe_ = async (StackName: string) =>
    (await aws.cloudformation.send(new DescribeStacksCommand({ StackName }))).Stacks?.[0];

  it('is found by name and by id', async () => {
    const stack = await describe_('network');
    expect(stack).toMatchObject({
      StackName: 'network',
      StackStatus: 'CREATE_COMPLETE',
      CreationTime: new Date(aws.clock.nowMs()),
      Outputs: network.Outputs,
      Parameters: network.Parameters,
    });
    expect(stack?.StackId).toMatch(
      /^arn:aws:cloudformation:eu-west-1:123456789012:stack\/network\/[0-9a-f-]{36}$/,
    );
    expect(await describe_(stack?.StackId ?? '')).toEqual(stack);
  });

  it('keeps its id when it is described anew', async () => {
    const before = await describe_('network');
    await aws.clock.advance(1000);
    await seed([{ StackName: 'network', Outputs: [] }]);
    const after = await describe_('network');
    expect(after).toMatchObject({ StackId: before?.StackId, StackStatus: 'UPDATE_COMPLETE', Outputs: [] });
  });

  it('exports outputs and lists resources', async () => {
    const { Exports } = await aws.cloudformation.send(new ListExportsCommand({}));
    expect(Exports).toMatchObject([{ Name: 'network-vpc', Value: 'vpc-1' }]);
    const { StackResourceSummaries } = await aws.cloudformation.send(
      new ListStackResourcesCommand({ StackName: 'network' }),
    );
    expect(StackResourceSummaries).toMatchObject(network.Resources);
    const { StackResources } = await aws.cloudformation.send(
      new DescribeStackResourcesCommand({ PhysicalResourceId: 'igw-1' }),
    );
    expect(StackResources).toMatchObject(network.Resources);
    const one = (LogicalResourceId: string) =>
      aws.cloudformation.send(new DescribeStackResourceCommand({ StackName: 'network', LogicalResourceId }));
    expect((await one('Gate')).StackResourceDetail?.PhysicalResourceId).toBe('igw-1');
    expect(await refusalOf(one('Door'))).toMatchObject({
      name: 'ValidationError',
      message: 'Resource Door does not exist for stack network',
    });
  });

  it('outlives the process', async () => {
    const { stacks } = aws.world;
    const dump = JSON.parse(JSON.stringify(stacks.dump()));
    stacks.clear();
    expect(await refusalOf(describe_('network'))).toMatchObject({ name: 'ValidationError' });
    stacks.load(dump);
    expect(await describe_('network')).toMatchObject({ StackName: 'network' });
  });
});

describe('stacks', () => {
  it('that were not described do not exist, and none is made', async () => {
    const missing = aws.cloudformation.send(new DescribeStacksCommand({ StackName: 'nothing' }));
    expect(await refusalOf(missing)).toEqual({
      name: 'ValidationError',
      status: 400,
      message: 'Stack with id nothing does not exist',
    });
    const made = aws.cloudformation.send(new CreateStackCommand({ StackName: 'new', TemplateBody: '{}' }));
    expect(await refusalOf(made)).toMatchObject({ message: 'The local AWS does not have CreateStack' });
  });

  it('are listed in pages of a hundred', async () => {
    await seed(Array.from({ length: 101 }, (_, index) => ({ StackName: `s${index}` })));
    const first = await aws.cloudformation.send(new DescribeStacksCommand({}));
    expect(first.Stacks).toHaveLength(100);
    const second = await aws.cloudformation.send(new DescribeStacksCommand({ NextToken: first.NextToken }));
    expect(second.Stacks?.map(({ StackName }) => StackName)).toEqual(['s100']);
    const filter = { StackStatusFilter: ['DELETE_COMPLETE' as const] };
    expect((await aws.cloudformation.send(new ListStacksCommand(filter))).StackSummaries).toEqual([]);
  });

  it.each([
    ['no list', { StackName: 'a' }],
    ['a name that none can have', [{ StackName: '1 a' }]],
    ['an output without a value', [{ StackName: 'a', Outputs: [{ OutputKey: 'A' }] }]],
    [
      'a name that is exported twice',
      [
        { StackName: 'a', Outputs: [{ OutputKey: 'A', OutputValue: 'a', ExportName: 'x' }] },
        { StackName: 'b', Outputs: [{ OutputKey: 'A', OutputValue: 'b', ExportName: 'x' }] },
      ],
    ],
  ])('are refused with %s, and none is taken', async (_what, stacks) => {
    expect((await seed(stacks)).status).toBe(400);
    expect((await aws.cloudformation.send(new DescribeStacksCommand({}))).Stacks).toEqual([]);
  });
});
