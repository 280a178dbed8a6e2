import {
  BatchGetSecretValueCommand,
  CreateSecretCommand,
  DeleteSecretCommand,
  type DeleteSecretCommandInput,
  DescribeSecretCommand,
  GetSecretValueCommand,
  ListSecretsCommand,
  ListSecretVersionIdsCommand,
  PutSecretValueCommand,
  RestoreSecretCommand,
  TagResourceCommand,
  UntagResourceCommand,
  UpdateSecretCommand,
  UpdateSecretVersionStageCommand,
} from '@aws-sdk/client-secrets-manager';
import { account, type LocalAws, openLocalAws, refusalOf, region } from './world';

let aws: LocalAws;

beforeEach(async () => {
  aws = await openLocalAws();
});

afterEach(() => aws.close());

const create = (Name: string, SecretString?: string, more: object = {}) =>
  aws.secrets.send(new CreateSecretCommand({ Name, SecretString, ...more }));

const put = (SecretId: string, SecretString: string, more: object = {}) =>
  aws.secrets.send(new PutSecretValueCommand({ SecretId, SecretString, ...more }));

const value = (SecretId: string, more: object = {}) =>
  aws.secrets.send(new GetSecretValueCommand({ SecretId, ...more }));

const remove = (more: Partial<DeleteSecretCommandInput> = {}) =>
  aws.secrets.send(new DeleteSecretCommand({ SecretId: 'db/password', ...more }));

const token = (letter: string): string => letter.repeat(32);

describe('a secret', () => {
  it('is made and read by name, by ARN, and by ARN without its end', async () => {
    const { ARN = '', VersionId } = await create('db/password', 'hunter2', {
      Description: 'of the database',
    });
    const place = `arn:aws:secretsmanager:${region}:${account}:secret:db/password`;
    expect(ARN.slice(0, -7)).toBe(place);
    expect(ARN.slice(-7)).toMatch(/^-[A-Za-z]{6}$/);
    for (const id of ['db/password', ARN, place])
      expect(await value(id)).toMatchObject({
        SecretString: 'hunter2',
        VersionId,
        VersionStages: ['AWSCURRENT'],
        CreatedDate: new Date(aws.clock.nowMs()),
      });
    expect(await refusalOf(value('other'))).toEqual({
      name: 'ResourceNotFoundException',
      status: 400,
      message: "Secrets Manager can't find the specified secret.",
    });
  });

  it('can be bytes', async () => {
    const SecretBinary = Buffer.from([0, 1, 254, 255]);
    await create('key', undefined, { SecretBinary });
    const { SecretBinary: read, SecretString } = await value('key');
    expect(Buffer.from(read ?? [])).toEqual(SecretBinary);
    expect(SecretString).toBeUndefined();
    expect(await refusalOf(create('both', 'text', { SecretBinary }))).toMatchObject({
      name: 'InvalidParameterException',
    });
  });

  it('without a value has none to give', async () => {
    await create('empty');
    expect(await refusalOf(value('empty'))).toMatchObject({
      name: 'ResourceNotFoundException',
      message: "Secrets Manager can't find the specified secret value for staging label: AWSCURRENT",
    });
  });

  it('remembers what it was before', async () => {
    const first = await create('db/password', 'one');
    const second = await put('db/password', 'two');
    expect(second.VersionStages).toEqual(['AWSCURRENT']);
    expect((await value('db/password')).SecretString).toBe('two');
    expect(await value('db/password', { VersionStage: 'AWSPREVIOUS' })).toMatchObject({
      SecretString: 'one',
      VersionId: first.VersionId,
    });
    await put('db/password', 'three');
    const { Versions } = await aws.secrets.send(new ListSecretVersionIdsCommand({ SecretId: 'db/password' }));
    expect(Versions?.map(({ VersionStages }) => VersionStages)).toEqual([['AWSPREVIOUS'], ['AWSCURRENT']]);
    const all = await aws.secrets.send(
      new ListSecretVersionIdsCommand({ SecretId: 'db/password', IncludeDeprecated: true }),
    );
    expect(all.Versions).toHaveLength(3);
    expect((await value('db/password', { VersionId: first.VersionId })).SecretString).toBe('one');
  });

  it('moves its stages when it is told to', async () => {
    const { VersionId: first } = await create('db/password', 'one');
    const { VersionId: second } = await put('db/password', 'two', { VersionStages: ['pending'] });
    expect((await value('db/password')).SecretString).toBe('one');
    const move = (more: object) =>
      aws.secrets.send(
        new UpdateSecretVersionStageCommand({ SecretId: 'db/password', VersionStage: 'AWSCURRENT', ...more }),
      );
    expect(await refusalOf(move({ MoveToVersionId: second }))).toMatchObject({
      name: 'InvalidParameterException',
    });
    await move({ MoveToVersionId: second, RemoveFromVersionId: first });
    expect((await value('db/password')).SecretString).toBe('two');
    expect((await value('db/password', { VersionStage: 'AWSPREVIOUS' })).SecretString).toBe('one');
  });

  it('is not written twice by a request that is sent again', async () => {
    await create('db/password', 'one', { ClientRequestToken: token('a') });
    await expect(create('db/password', 'one', { ClientRequestToken: token('a') })).resolves.toMatchObject({
      VersionId: token('a'),
    });
    expect(await refusalOf(create('db/password', 'one'))).toMatchObject({ name: 'ResourceExistsException' });
    await put('db/password', 'two', { ClientRequestToken: token('b') });
    await put('db/password', 'three', { ClientRequestToken: token('c') });
    await put('db/password', 'two', { ClientRequestToken: token('b') });
    expect((await value('db/password')).SecretString).toBe('three');
    expect(await refusalOf(put('db/password', 'four', { ClientRequestToken: token('b') }))).toMatchObject({
      name: 'ResourceExistsException',
      status: 400,
    });
  });

  it('is described, updated and tagged', async () => {
    await create('db/password', 'one');
    const SecretId = 'db/password';
    await aws.secrets.send(new UpdateSecretCommand({ SecretId, Description: 'new', SecretString: 'two' }));
    await aws.secrets.send(
      new TagResourceCommand({
        SecretId,
        Tags: [
          { Key: 'a', Value: '1' },
          { Key: 'b', Value: '' },
        ],
      }),
    );
    await aws.secrets.send(new UntagResourceCommand({ SecretId, TagKeys: ['b'] }));
    const described = await aws.secrets.send(new DescribeSecretCommand({ SecretId }));
    expect(described).toMatchObject({ Description: 'new', Tags: [{ Key: 'a', Value: '1' }] });
    expect(
      Object.values(described.VersionIdsToStages ?? {})
        .flat()
        .sort(),
    ).toEqual(['AWSCURRENT', 'AWSPREVIOUS']);
    expect(described.DeletedDate).toBeUndefined();
  });
});

describe('a secret that is deleted', () => {
  const dayMs = 86_400_000;

  beforeEach(() => create('db/password', 'one'));

  it('can be restored until its days are over, in the time of the world', async () => {
    const { DeletionDate } = await remove({ RecoveryWindowInDays: 7 });
    expect(DeletionDate).toEqual(new Date(aws.clock.nowMs() + 7 * dayMs));
    expect(await refusalOf(value('db/password'))).toMatchObject({
      name: 'InvalidRequestException',
      status: 400,
    });
    expect(await refusalOf(create('db/password', 'two'))).toMatchObject({ name: 'InvalidRequestException' });
    expect((await aws.secrets.send(new ListSecretsCommand({}))).SecretList).toEqual([]);
    await aws.clock.advance(7 * dayMs - 1);
    await aws.secrets.send(new RestoreSecretCommand({ SecretId: 'db/password' }));
    expect((await value('db/password')).SecretString).toBe('one');
    await remove({ RecoveryWindowInDays: 7 });
    await aws.clock.advance(7 * dayMs);
    expect(await refusalOf(value('db/password'))).toMatchObject({ name: 'ResourceNotFoundException' });
    await expect(create('db/password', 'two')).resolves.toHaveProperty('ARN');
  });

  it('is gone at once when that is asked for', async () => {
    await remove({ ForceDeleteWithoutRecovery: true });
    expect(await refusalOf(value('db/password'))).toMatchObject({ name: 'ResourceNotFoundException' });
    await expect(remove({ ForceDeleteWithoutRecovery: true })).resolves.toHaveProperty('DeletionDate');
  });

  it('has between a week and thirty days', async () => {
    for (const wrong of [{ RecoveryWindowInDays: 6 }, { RecoveryWindowInDays: 31 }])
      expect(await refusalOf(remove(wrong))).toMatchObject({ name: 'InvalidParameterException' });
    const both = remove({ RecoveryWindowInDays: 7, ForceDeleteWithoutRecovery: true });
    expect(await refusalOf(both)).toMatchObject({ name: 'InvalidParameterException' });
  });
});

describe('several secrets', () => {
  beforeEach(async () => {
    for (const name of ['prod/a', 'prod/b', 'test/a']) await create(name, `value of ${name}`);
  });

  it('are listed by filters, in pages', async () => {
    const list = (more: object) => aws.secrets.send(new ListSecretsCommand({ SortOrder: 'asc', ...more }));
    const found = await list({ Filters: [{ Key: 'name', Values: ['prod/'] }] });
    expect(found.SecretList?.map(({ Name }) => Name)).toEqual(['prod/a', 'prod/b']);
    const others = await list({ Filters: [{ Key: 'name', Values: ['!prod/'] }] });
    expect(others.SecretList?.map(({ Name }) => Name)).toEqual(['test/a']);
    const first = await list({ MaxResults: 2 });
    const second = await list({ NextToken: first.NextToken });
    expect(second.SecretList?.map(({ Name }) => Name)).toEqual(['test/a']);
    expect(await refusalOf(list({ NextToken: 'x' }))).toMatchObject({ name: 'InvalidNextTokenException' });
  });

  it('are read together', async () => {
    const read = await aws.secrets.send(
      new BatchGetSecretValueCommand({ SecretIdList: ['prod/a', 'nothing', 'test/a'] }),
    );
    expect(read.SecretValues?.map(({ SecretString }) => SecretString)).toEqual([
      'value of prod/a',
      'value of test/a',
    ]);
    expect(read.Errors).toMatchObject([{ SecretId: 'nothing', ErrorCode: 'ResourceNotFoundException' }]);
    expect(await refusalOf(aws.secrets.send(new BatchGetSecretValueCommand({})))).toMatchObject({
      name: 'InvalidParameterException',
    });
  });

  it('outlive the process', async () => {
    const { secrets } = aws.world;
    const dump = JSON.parse(JSON.stringify(secrets.dump()));
    secrets.clear();
    expect(await refusalOf(value('prod/a'))).toMatchObject({ name: 'ResourceNotFoundException' });
    secrets.load(dump);
    expect((await value('prod/a')).SecretString).toBe('value of prod/a');
  });
});
