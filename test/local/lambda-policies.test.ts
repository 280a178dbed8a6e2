import {
  AddPermissionCommand,
  CreateAliasCommand,
  DeleteResourcePolicyCommand,
  GetAliasCommand,
  GetPolicyCommand,
  GetResourcePolicyCommand,
  PublishVersionCommand,
  PutResourcePolicyCommand,
  RemovePermissionCommand,
} from '@aws-sdk/client-lambda';
import { arnOf, createActive, look } from './lambda-steps';
import { account, type LocalAws, openLocalAws, refusalOf } from './world';

let aws: LocalAws;
beforeEach(async () => {
  aws = await openLocalAws();
  await createActive(aws, 'orders');
  await aws.lambda.send(new PublishVersionCommand(named));
  await aws.lambda.send(new CreateAliasCommand({ ...named, Name: 'live', FunctionVersion: '1' }));
});
afterEach(() => aws.close());

const named = { FunctionName: 'orders' };
const permission = {
  ...named,
  StatementId: 's3',
  Action: 'lambda:InvokeFunction',
  Principal: 's3.amazonaws.com',
};
const add = (changes: object) => aws.lambda.send(new AddPermissionCommand({ ...permission, ...changes }));
const remove = (changes: object) =>
  aws.lambda.send(new RemovePermissionCommand({ ...named, StatementId: 's3', ...changes }));
const get = (Qualifier?: string) => aws.lambda.send(new GetPolicyCommand({ ...named, Qualifier }));
const statementOf = async (changes: object) => JSON.parse((await add(changes)).Statement ?? '');

const invalid = (message: string) => ({ name: 'InvalidParameterValueException', status: 400, message });
const missing = (message: string) => ({ name: 'ResourceNotFoundException', status: 404, message });
const stale = {
  name: 'PreconditionFailedException',
  status: 412,
  message:
    'The Revision Id provided does not match the latest Revision Id. Call the GetPolicy API to retrieve the latest Revision Id',
};

describe('a permission', () => {
  test('names accounts, roles, services and everybody as a policy does', async () => {
    const principalOf = async (StatementId: string, Principal: string) =>
      (await statementOf({ StatementId, Principal })).Principal;
    const role = 'arn:aws:iam::999999999999:role/caller';
    expect(await principalOf('a', '999999999999')).toEqual({ AWS: 'arn:aws:iam::999999999999:root' });
    expect(await principalOf('b', role)).toEqual({ AWS: role });
    expect(await principalOf('c', 'alexa-appkit.amazon.com')).toEqual({ Service: 'alexa-appkit.amazon.com' });
    expect(await principalOf('d', '*')).toBe('*');
    expect(await refusalOf(add({ Principal: 'invalid.nonaws.com' }))).toEqual(
      invalid('The provided principal was invalid. Please check the principal and try again.'),
    );
  });

  test('says on which conditions it holds', async () => {
    const conditionsOf = async (StatementId: string, changes: object) =>
      (await statementOf({ StatementId, ...changes })).Condition;
    expect(await conditionsOf('a', { SourceArn: 'arn:aws:s3:::bucket', SourceAccount: account })).toEqual({
      ArnLike: { 'AWS:SourceArn': 'arn:aws:s3:::bucket' },
      StringEquals: { 'AWS:SourceAccount': account },
    });
    expect(await conditionsOf('b', { PrincipalOrgID: 'o-1234567890', EventSourceToken: 'skill.1' })).toEqual({
      StringEquals: { 'aws:PrincipalOrgID': 'o-1234567890', 'lambda:EventSourceToken': 'skill.1' },
    });
    const url = { Action: 'lambda:InvokeFunctionUrl', Principal: '*', FunctionUrlAuthType: 'NONE' };
    expect(await conditionsOf('c', url)).toEqual({ StringEquals: { 'lambda:FunctionUrlAuthType': 'NONE' } });
    expect(await conditionsOf('d', { Principal: '*', InvokedViaFunctionUrl: true })).toEqual({
      Bool: { 'lambda:InvokedViaFunctionUrl': 'true' },
    });
    expect(await conditionsOf('e', {})).toBeUndefined();
    expect(await refusalOf(add({ FunctionUrlAuthType: 'NONE' }))).toEqual(
      invalid('FunctionUrlAuthType is only supported for lambda:InvokeFunctionUrl action'),
    );
  });

  test('stands in a document of its qualifier alone, whose revision id is the function’s, version’s or alias’s', async () => {
    const before = await look(aws, 'orders');
    await add({ Qualifier: 'live' });
    await add({ Qualifier: '1' });
    expect(await refusalOf(get())).toEqual(missing('The resource you requested does not exist.'));
    expect((await look(aws, 'orders')).RevisionId).toBe(before.RevisionId);
    const alias = await aws.lambda.send(new GetAliasCommand({ ...named, Name: 'live' }));
    const ofAlias = await get('live');
    expect(ofAlias.RevisionId).toBe(alias.RevisionId);
    expect(JSON.parse(ofAlias.Policy ?? '').Statement[0].Resource).toBe(arnOf('orders', 'live'));
    expect((await get('1')).RevisionId).toBe((await look(aws, 'orders', '1')).RevisionId);
    await add({ RevisionId: before.RevisionId });
    const after = await look(aws, 'orders');
    expect(after.RevisionId).not.toBe(before.RevisionId);
    expect((await get()).RevisionId).toBe(after.RevisionId);
  });

  test('is refused twice, for $LATEST, under an old revision id, and for what is not there', async () => {
    await add({});
    expect(await refusalOf(add({}))).toEqual({
      name: 'ResourceConflictException',
      status: 409,
      message:
        'The statement id (s3) provided already exists. Please provide a new statement id, or remove the existing statement.',
    });
    expect(await refusalOf(add({ Qualifier: '$LATEST' }))).toEqual(
      invalid('We currently do not support adding policies for $LATEST.'),
    );
    expect(await refusalOf(add({ StatementId: 'x', RevisionId: 'old' }))).toEqual(stale);
    expect(await refusalOf(remove({ RevisionId: 'old' }))).toEqual(stale);
    expect(await refusalOf(add({ Qualifier: 'gone' }))).toEqual(
      missing(`Cannot find alias arn: ${arnOf('orders', 'gone')}`),
    );
    expect(await refusalOf(add({ Qualifier: '7' }))).toEqual(
      missing(`Function not found: ${arnOf('orders', '7')}`),
    );
    expect(await refusalOf(add({ FunctionName: 'gone' }))).toEqual(
      missing(`Function not found: ${arnOf('gone')}`),
    );
  });

  test('is refused for members that the model does not allow, all in one answer', async () => {
    expect(await refusalOf(add({ StatementId: 'no spaces', SourceAccount: '12' }))).toEqual({
      name: 'ValidationException',
      status: 400,
      message:
        "2 validation errors detected: Value 'no spaces' at 'statementId' failed to satisfy constraint: Member must satisfy regular expression pattern: ([a-zA-Z0-9-_]+); Value '12' at 'sourceAccount' failed to satisfy constraint: Member must satisfy regular expression pattern: \\d{12}",
    });
  });

  test('is removed by its id, and the policy goes with the last', async () => {
    expect(await refusalOf(remove({}))).toEqual(missing('No policy is associated with the given resource.'));
    await add({});
    expect(await refusalOf(remove({ StatementId: 'x' }))).toEqual(
      missing('Statement x is not found in resource policy.'),
    );
    expect((await remove({})).$metadata.httpStatusCode).toBe(204);
    expect(await refusalOf(get())).toEqual(missing('The resource you requested does not exist.'));
    expect(await refusalOf(remove({ FunctionName: 'gone' }))).toEqual(
      missing(`No policy found for: ${arnOf('gone')}`),
    );
  });

  test('does not fit when the policy would be larger than 20 KB', async () => {
    const SourceArn = `arn:aws:s3:::${'x'.repeat(9900)}`;
    await add({ StatementId: 'a', SourceArn });
    await add({ StatementId: 'b', SourceArn });
    expect(await refusalOf(add({ StatementId: 'c', SourceArn }))).toMatchObject({
      name: 'PolicyLengthExceededException',
      status: 400,
      message: expect.stringMatching(
        /^The final policy size \(3\d{4}\) is bigger than the limit \(20480\)\.$/,
      ),
    });
  });
});

describe('a policy that is put as a whole', () => {
  const ResourceArn = arnOf('orders', 'live');
  const statement = {
    Sid: 'deny',
    Effect: 'Deny',
    Principal: '*',
    Action: ['lambda:InvokeFunction'],
    Resource: ResourceArn,
  };
  const document = { Version: '2012-10-17', Id: 'mine', Statement: [statement] };
  const put = (Policy: string, RevisionId?: string) =>
    aws.lambda.send(new PutResourcePolicyCommand({ ResourceArn, Policy, RevisionId }));
  const whole = () => aws.lambda.send(new GetResourcePolicyCommand({ ResourceArn }));

  test('takes the place of every statement, and statements are added to it', async () => {
    await add({ Qualifier: 'live' });
    const stored = await put(JSON.stringify(document));
    const { Policy = '', RevisionId } = await whole();
    expect([JSON.parse(Policy), RevisionId]).toEqual([document, stored.RevisionId]);
    expect(await get('live')).toMatchObject({ Policy, RevisionId });
    await add({ Qualifier: 'live' });
    const { Statement } = JSON.parse((await whole()).Policy ?? '');
    expect(Statement.map(({ Sid }: { Sid: string }) => Sid)).toEqual(['deny', 's3']);
    await remove({ Qualifier: 'live', StatementId: 'deny' });
    expect(JSON.parse((await get('live')).Policy ?? '').Statement).toHaveLength(1);
  });

  test('is refused when it is stale, too long, or no policy of this resource', async () => {
    expect(await refusalOf(put(JSON.stringify(document), '00000000-0000-4000-8000-000000000000'))).toEqual(
      stale,
    );
    expect(await refusalOf(put('x'.repeat(20_481)))).toMatchObject({
      name: 'ValidationException',
      message: expect.stringContaining('Member must have length less than or equal to 20480'),
    });
    const refused = async (changes: object) => {
      const { name } = await refusalOf(
        put(JSON.stringify({ ...document, Statement: [{ ...statement, ...changes }] })),
      );
      return name;
    };
    for (const changes of [
      { Effect: 'Maybe' },
      { Principal: undefined },
      { Action: undefined },
      { Resource: arnOf('other') },
    ])
      expect(await refused(changes)).toBe('InvalidParameterValueException');
    for (const text of ['no json', '[]', '{}'])
      expect((await refusalOf(put(text))).name).toBe('InvalidParameterValueException');
    expect(await refusalOf(whole())).toEqual(missing('The resource you requested does not exist.'));
  });

  test('is deleted with all that was added', async () => {
    const drop = (RevisionId?: string) =>
      aws.lambda.send(new DeleteResourcePolicyCommand({ ResourceArn, RevisionId }));
    expect(await refusalOf(drop())).toEqual(missing('No policy is associated with the given resource.'));
    await add({ Qualifier: 'live' });
    expect(await refusalOf(drop('00000000-0000-4000-8000-000000000000'))).toEqual(stale);
    const { RevisionId } = await whole();
    expect((await drop(RevisionId)).$metadata.httpStatusCode).toBe(204);
    expect(await refusalOf(get('live'))).toMatchObject({ status: 404 });
  });
});
