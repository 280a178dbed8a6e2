import {
  AddTagsToResourceCommand,
  DeleteParameterCommand,
  DeleteParametersCommand,
  DescribeParametersCommand,
  GetParameterCommand,
  GetParameterHistoryCommand,
  GetParametersByPathCommand,
  GetParametersCommand,
  LabelParameterVersionCommand,
  ListTagsForResourceCommand,
  PutParameterCommand,
  type PutParameterCommandInput,
  RemoveTagsFromResourceCommand,
  UnlabelParameterVersionCommand,
} from '@aws-sdk/client-ssm';
import { account, type LocalAws, openLocalAws, refusalOf, region } from './world';

let aws: LocalAws;

beforeEach(async () => {
  aws = await openLocalAws();
});

afterEach(() => aws.close());

const put = (Name: string, Value: string, more: Partial<PutParameterCommandInput> = {}) =>
  aws.ssm.send(new PutParameterCommand({ Name, Value, Type: 'String', ...more }));

const get = async (Name: string, WithDecryption?: boolean) =>
  (await aws.ssm.send(new GetParameterCommand({ Name, WithDecryption }))).Parameter;

describe('a parameter', () => {
  it('is put, read and overwritten when that is asked for', async () => {
    expect(await put('/app/colour', 'blue')).toMatchObject({ Version: 1, Tier: 'Standard' });
    expect(await refusalOf(put('/app/colour', 'red'))).toMatchObject({
      name: 'ParameterAlreadyExists',
      status: 400,
    });
    await aws.clock.advance(5000);
    expect(await put('/app/colour', 'red', { Overwrite: true })).toMatchObject({ Version: 2 });
    expect(await get('/app/colour')).toEqual({
      ARN: `arn:aws:ssm:${region}:${account}:parameter/app/colour`,
      DataType: 'text',
      LastModifiedDate: new Date(aws.clock.nowMs()),
      Name: '/app/colour',
      Type: 'String',
      Value: 'red',
      Version: 2,
    });
    expect(await get(`arn:aws:ssm:${region}:${account}:parameter/app/colour`)).toMatchObject({ Version: 2 });
  });

  it('has a history that is read by number and by label', async () => {
    for (const value of ['1', '2', '3']) await put('n', value, { Overwrite: true });
    const label = (ParameterVersion: number, Labels: string[]) =>
      aws.ssm.send(new LabelParameterVersionCommand({ Name: 'n', ParameterVersion, Labels }));
    expect(await label(1, ['good', '1st', 'aws-x'])).toMatchObject({ InvalidLabels: ['1st', 'aws-x'] });
    expect(await get('n:1')).toMatchObject({ Value: '1', Selector: ':1' });
    expect(await get('n:good')).toMatchObject({ Value: '1', Selector: ':good' });
    await label(2, ['good']);
    expect(await get('n:good')).toMatchObject({ Value: '2' });
    expect(await refusalOf(get('n:9'))).toMatchObject({ name: 'ParameterVersionNotFound', status: 400 });
    const { Parameters } = await aws.ssm.send(new GetParameterHistoryCommand({ Name: 'n' }));
    expect(Parameters?.map(({ Version, Value, Labels }) => [Version, Value, Labels])).toEqual([
      [1, '1', []],
      [2, '2', ['good']],
      [3, '3', []],
    ]);
    await aws.ssm.send(
      new UnlabelParameterVersionCommand({ Name: 'n', ParameterVersion: 2, Labels: ['good'] }),
    );
    expect(await refusalOf(get('n:good'))).toMatchObject({ name: 'ParameterVersionNotFound' });
  });

  it('keeps a hundred versions, and never loses one with a label', async () => {
    for (let value = 1; value <= 101; value += 1) await put('n', `${value}`, { Overwrite: true });
    expect(await refusalOf(get('n:1'))).toMatchObject({ name: 'ParameterVersionNotFound' });
    await aws.ssm.send(
      new LabelParameterVersionCommand({ Name: 'n', ParameterVersion: 2, Labels: ['good'] }),
    );
    expect(await refusalOf(put('n', 'more', { Overwrite: true }))).toMatchObject({
      name: 'ParameterMaxVersionLimitExceeded',
    });
  });

  it('that is secret shows itself only when it is asked for in the clear', async () => {
    await put('password', 'hunter2', { Type: 'SecureString' });
    const hidden = await get('password');
    expect(hidden?.Value).not.toContain('hunter2');
    expect(hidden?.Value).toMatch(/^AQICAH/);
    expect((await get('password', true))?.Value).toBe('hunter2');
    const { Parameters } = await aws.ssm.send(new DescribeParametersCommand({}));
    expect(Parameters?.[0]?.KeyId).toBe('alias/aws/ssm');
    expect(await refusalOf(put('password', 'x', { Overwrite: true }))).toMatchObject({
      name: 'HierarchyTypeMismatchException',
    });
  });

  it.each([
    ['awsome', 'AccessDeniedException'],
    ['ssm-x', 'ValidationException'],
    ['a b', 'ValidationException'],
    ['a/b', 'ValidationException'],
    ['/a//b', 'ValidationException'],
    [`${'/a'.repeat(16)}`, 'HierarchyLevelLimitExceededException'],
  ])('is not called %s', async (name, error) => {
    expect(await refusalOf(put(name, 'x'))).toMatchObject({ name: error, status: 400 });
  });

  it('is bounded by its tier, and never goes back to a lower one', async () => {
    const large = 'x'.repeat(4097);
    expect(await refusalOf(put('n', large))).toMatchObject({ name: 'ValidationException' });
    expect(await put('n', large, { Tier: 'Intelligent-Tiering' })).toMatchObject({ Tier: 'Advanced' });
    expect(await refusalOf(put('n', 'x', { Overwrite: true, Tier: 'Standard' }))).toMatchObject({
      message: expect.stringMatching(/can't downgrade/),
    });
    expect(await refusalOf(put('n', 'x'.repeat(8193), { Overwrite: true }))).toMatchObject({
      name: 'ValidationException',
    });
  });

  it('fits the pattern that it came with', async () => {
    expect(await refusalOf(put('n', 'abc', { AllowedPattern: '\\d+' }))).toMatchObject({
      name: 'ParameterPatternMismatchException',
    });
    expect(await refusalOf(put('n', 'abc', { AllowedPattern: '(' }))).toMatchObject({
      name: 'InvalidAllowedPatternException',
    });
    await expect(put('n', '123', { AllowedPattern: '\\d+' })).resolves.toMatchObject({ Version: 1 });
  });

  it('that is not there is missed', async () => {
    expect(await refusalOf(get('nothing'))).toMatchObject({ name: 'ParameterNotFound', status: 400 });
    expect(await refusalOf(aws.ssm.send(new DeleteParameterCommand({ Name: 'nothing' })))).toMatchObject({
      name: 'ParameterNotFound',
    });
  });

  it('has tags', async () => {
    await put('n', '1', { Tags: [{ Key: 'a', Value: '1' }] });
    const which = { ResourceType: 'Parameter' as const, ResourceId: 'n' };
    await aws.ssm.send(new AddTagsToResourceCommand({ ...which, Tags: [{ Key: 'b', Value: '2' }] }));
    await aws.ssm.send(new RemoveTagsFromResourceCommand({ ...which, TagKeys: ['a'] }));
    const { TagList } = await aws.ssm.send(new ListTagsForResourceCommand(which));
    expect(TagList).toEqual([{ Key: 'b', Value: '2' }]);
    const wrong = aws.ssm.send(new ListTagsForResourceCommand({ ...which, ResourceId: 'other' }));
    expect(await refusalOf(wrong)).toMatchObject({ name: 'InvalidResourceId' });
  });
});

describe('several parameters', () => {
  beforeEach(async () => {
    for (const name of ['/a/1', '/a/2', '/a/b/3', '/c', 'd']) await put(name, name);
  });

  it('are read by name, and what is not there is told', async () => {
    const { Parameters, InvalidParameters } = await aws.ssm.send(
      new GetParametersCommand({ Names: ['/c', 'd:1', 'nothing', '/c:7'] }),
    );
    expect(Parameters?.map(({ Name }) => Name)).toEqual(['/c', 'd']);
    expect(InvalidParameters).toEqual(['nothing', '/c:7']);
    const many = aws.ssm.send(
      new GetParametersCommand({ Names: Array.from({ length: 11 }, (_, i) => `n${i}`) }),
    );
    expect(await refusalOf(many)).toMatchObject({ name: 'ValidationException' });
  });

  const below = async (Path: string, more: object = {}) => {
    const answer = await aws.ssm.send(new GetParametersByPathCommand({ Path, ...more }));
    return { names: answer.Parameters?.map(({ Name }) => Name), next: answer.NextToken };
  };

  it('are read below a path, in pages', async () => {
    expect(await below('/a')).toEqual({ names: ['/a/1', '/a/2'], next: undefined });
    const first = await below('/a/', { Recursive: true, MaxResults: 2 });
    expect(first.names).toEqual(['/a/1', '/a/2']);
    expect(await below('/a/', { Recursive: true, MaxResults: 2, NextToken: first.next })).toEqual({
      names: ['/a/b/3'],
      next: undefined,
    });
    expect((await below('/', { Recursive: true })).names).toHaveLength(5);
    expect(await refusalOf(below('a'))).toMatchObject({ name: 'ValidationException' });
    expect(await refusalOf(below('/', { MaxResults: 11 }))).toMatchObject({ name: 'ValidationException' });
    expect(await refusalOf(below('/', { NextToken: 'x' }))).toMatchObject({ name: 'InvalidNextToken' });
  });

  it('are described by filters', async () => {
    const names = async (Key: string, Option: string, Values: string[]) => {
      const ParameterFilters = [{ Key, Option, Values }];
      const { Parameters } = await aws.ssm.send(new DescribeParametersCommand({ ParameterFilters }));
      return Parameters?.map(({ Name }) => Name);
    };
    expect(await names('Name', 'BeginsWith', ['/a/b', 'd'])).toEqual(['/a/b/3', 'd']);
    expect(await names('Name', 'Contains', ['1'])).toEqual(['/a/1']);
    expect(await names('Path', 'OneLevel', ['/a'])).toEqual(['/a/1', '/a/2']);
    expect(await names('Type', 'Equals', ['SecureString'])).toEqual([]);
    expect(await refusalOf(names('Colour', 'Equals', ['blue']))).toMatchObject({ name: 'InvalidFilterKey' });
  });

  it('are deleted together', async () => {
    const { DeletedParameters, InvalidParameters } = await aws.ssm.send(
      new DeleteParametersCommand({ Names: ['/c', 'nothing'] }),
    );
    expect([DeletedParameters, InvalidParameters]).toEqual([['/c'], ['nothing']]);
  });

  it('outlive the process', async () => {
    const { parameters } = aws.world;
    const dump = JSON.parse(JSON.stringify(parameters.dump()));
    parameters.clear();
    expect(await refusalOf(get('/c'))).toMatchObject({ name: 'ParameterNotFound' });
    parameters.load(dump);
    expect(await get('/c')).toMatchObject({ Value: '/c' });
  });
});
