import { CreateBucketCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { CreateSecretCommand, DeleteSecretCommand } from '@aws-sdk/client-secrets-manager';
import { PutParameterCommand } from '@aws-sdk/client-ssm';
import type { Lookups } from '../../src/core/ports';
import { tokenHeader } from '../../src/local/connection';
import { type LocalAws, openLocalAws, token } from '../local/world';
import { awsAt, stage } from './server';

describe('what references lead to, at the local AWS', () => {
  let local: LocalAws;
  let lookups: Lookups;

  beforeAll(async () => {
    local = await openLocalAws();
    lookups = awsAt(local.served.endpoint).aws.lookups;
    await local.ssm.send(
      new PutParameterCommand({ Name: '/orders/table', Value: 'orders-1', Type: 'String' }),
    );
    await local.ssm.send(
      new PutParameterCommand({ Name: '/orders/key', Value: 'hunter2', Type: 'SecureString' }),
    );
    await local.secrets.send(
      new CreateSecretCommand({ Name: 'orders/db', SecretString: '{"password":"p"}' }),
    );
    await local.secrets.send(
      new CreateSecretCommand({ Name: 'orders/raw', SecretBinary: Buffer.from('xyz-binary') }),
    );
    await local.secrets.send(new CreateSecretCommand({ Name: 'orders/old', SecretString: 'old' }));
    await local.secrets.send(new DeleteSecretCommand({ SecretId: 'orders/old' }));
    await local.s3.send(new CreateBucketCommand({ Bucket: 'states' }));
    await local.s3.send(new PutObjectCommand({ Bucket: 'states', Key: 'a/b.tfstate', Body: '{}' }));
    const stacks = [{ StackName: 'Network', Outputs: [{ OutputKey: 'VpcId', OutputValue: 'vpc-1' }] }];
    await fetch(`${local.served.endpoint}/_shipit/seed`, {
      method: 'POST',
      headers: { [tokenHeader]: token },
      body: JSON.stringify({ stacks }),
    });
  });

  afterAll(() => local.close());

  test('a parameter is its value, decrypted, and a SecureString is a secret', async () => {
    expect(await lookups.parameter('/orders/table')).toEqual({ value: 'orders-1', secret: false });
    expect(await lookups.parameter('/orders/key')).toEqual({ value: 'hunter2', secret: true });
    expect(await lookups.parameter('/orders/table:1')).toEqual({ value: 'orders-1', secret: false });
  });

  test('a parameter or a version of one that is not there is null', async () => {
    expect(await lookups.parameter('/orders/none')).toBeNull();
    expect(await lookups.parameter('/orders/table:7')).toBeNull();
  });

  test('a secret is its text; one that is not there is null', async () => {
    expect(await lookups.secret('orders/db')).toBe('{"password":"p"}');
    expect(await lookups.secret('orders/none')).toBeNull();
  });

  test('a binary secret is refused without a byte of it', async () => {
    const refused = lookups.secret('orders/raw');
    await expect(refused).rejects.toMatchObject({
      code: 'invalid',
      message: 'GetSecretValue orders/raw: the secret is binary',
    });
  });

  test('a secret that waits for its deletion says so', async () => {
    await expect(lookups.secret('orders/old')).rejects.toMatchObject({
      code: 'invalid',
      message: expect.stringContaining('marked for deletion'),
    });
  });

  test('an output of a stack is its value; without stack or output it is null', async () => {
    expect(await lookups.stackOutput('Network', 'VpcId')).toBe('vpc-1');
    expect(await lookups.stackOutput('Network', 'Zone')).toBeNull();
    expect(await lookups.stackOutput('Other', 'VpcId')).toBeNull();
  });

  test('an object is its bytes; without bucket or key it is null', async () => {
    expect(Buffer.from((await lookups.object('states', 'a/b.tfstate')) ?? []).toString()).toBe('{}');
    expect(await lookups.object('states', 'none')).toBeNull();
    expect(await lookups.object('nobodys', 'a')).toBeNull();
  });

  test('an object of more than 5 MB is refused', async () => {
    const body = Buffer.alloc(5 * 1024 * 1024 + 1);
    await local.s3.send(new PutObjectCommand({ Bucket: 'states', Key: 'large', Body: body }));
    await expect(lookups.object('states', 'large')).rejects.toMatchObject({
      code: 'invalid',
      message: expect.stringContaining('more than 5 MB'),
    });
  });
});

describe('what references lead to, on the wire', () => {
  const open = stage();

  const stacks = `<DescribeStacksResponse xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/"><DescribeStacksResult>
<Stacks><member><StackName>N</StackName><StackStatus>CREATE_COMPLETE</StackStatus><CreationTime>2026-01-01T00:00:00Z</CreationTime>
<Outputs><member><OutputKey>A</OutputKey><OutputValue>a</OutputValue></member><member><OutputKey>B</OutputKey>
<OutputValue>b</OutputValue></member></Outputs></member></Stacks></DescribeStacksResult></DescribeStacksResponse>`;

  test('outputs of one stack that are asked for together cost one call', async () => {
    const { aws, asked } = await open(() => ({
      status: 200,
      headers: { 'content-type': 'text/xml' },
      body: stacks,
    }));
    const both = [aws.lookups.stackOutput('N', 'A'), aws.lookups.stackOutput('N', 'B')];
    expect(await Promise.all(both)).toEqual(['a', 'b']);
    expect(asked).toHaveLength(1);
    expect(await aws.lookups.stackOutput('N', 'C')).toBeNull();
    expect(asked).toHaveLength(2);
  });

  test.each([
    ['accessDenied', 'AccessDeniedException'],
    ['throttled', 'ThrottlingException'],
    ['expiredCredentials', 'ExpiredTokenException'],
    ['invalid', 'InvalidKeyId'],
  ])('%s is told for %s', async (code, name) => {
    const { aws, clock } = await open(() => ({ status: 400, body: { __type: name, message: 'no' } }));
    await expect(clock.runUntil(aws.lookups.parameter('/a'))).rejects.toMatchObject({ code });
    await expect(clock.runUntil(aws.lookups.secret('a'))).rejects.toMatchObject({ code });
  });

  test('a broken answer does not show what was in it', async () => {
    const { aws, clock } = await open(() => ({ status: 200, body: '{"SecretString":"hunter2"' }));
    const error = await clock.runUntil(aws.lookups.secret('a').catch((reason: Error) => reason));
    expect(error).toMatchObject({ code: 'unavailable' });
    expect((error as Error).message).not.toContain('hunter2');
  });
});
