import { CreateRoleCommand, ListRolesCommand } from '@aws-sdk/client-iam';
import { ListFunctionsCommand } from '@aws-sdk/client-lambda';
import { ListBucketsCommand } from '@aws-sdk/client-s3';
import { AssumeRoleWithWebIdentityCommand } from '@aws-sdk/client-sts';
import { issuer, sub, tokenOf, trustOf } from './token';
import { account, type LocalAws, openLocalAws, refusalOf } from './world';

let aws: LocalAws;

beforeEach(async () => {
  aws = await openLocalAws();
});

afterEach(() => aws.close());

const open = (WebIdentityToken: string, role = 'ci', to = aws) =>
  to.sts.send(
    new AssumeRoleWithWebIdentityCommand({
      RoleArn: `arn:aws:iam::${account}:role/${role}`,
      RoleSessionName: 'deploy',
      WebIdentityToken,
    }),
  );

const makeRole = (trust: string) =>
  aws.iam.send(new CreateRoleCommand({ RoleName: 'ci', AssumeRolePolicyDocument: trust }));

describe('a session that is opened with a web identity', () => {
  it('is of whoever the token is about', async () => {
    expect(await open(tokenOf({}))).toMatchObject({
      SubjectFromWebIdentityToken: sub,
      Audience: 'sts.amazonaws.com',
      Provider: `arn:aws:iam::${account}:oidc-provider/${issuer}`,
      AssumedRoleUser: { Arn: `arn:aws:sts::${account}:assumed-role/ci/deploy` },
    });
  });

  it.each([
    ['no token', 'no token at all', /not a valid JWT/],
    ['a token for somebody else', tokenOf({ aud: 'https://github.com/shop' }), /^Incorrect token audience$/],
    [
      'a token of nobody',
      tokenOf({ iss: 'here' }),
      /^No OpenIDConnect provider found in your account for here$/,
    ],
    ['a token without an end', tokenOf({ exp: null }), /required claim: exp/],
  ])('is not given for %s', async (_, token, message) => {
    expect(await refusalOf(open(token))).toEqual({
      name: 'InvalidIdentityTokenException',
      status: 400,
      message: expect.stringMatching(message),
    });
  });

  it('is not given for a token that has ended, in the time of the world', async () => {
    const exp = aws.clock.nowMs() / 1000 + 300;
    await expect(open(tokenOf({ exp }))).resolves.toHaveProperty('Credentials');
    await aws.clock.advance(300_000);
    expect(await refusalOf(open(tokenOf({ exp })))).toMatchObject({
      name: 'ExpiredTokenException',
      status: 400,
      message: expect.stringMatching(/^Token expired: current date\/time \d+ must be before the expiration/),
    });
  });

  it('of a role that was not made is given, unless the world is strict', async () => {
    const strict = await openLocalAws({ strictIam: true });
    expect(await refusalOf(open(tokenOf({}), 'ci', strict))).toEqual({
      name: 'AccessDenied',
      status: 403,
      message: 'Not authorized to perform sts:AssumeRoleWithWebIdentity',
    });
    await strict.close();
  });

  const exact = { StringEquals: { [`${issuer}:aud`]: 'sts.amazonaws.com', [`${issuer}:sub`]: sub } };
  it.each([
    ['an exact sub', trustOf(exact)],
    ['one of several', trustOf({ StringEquals: { [`${issuer}:sub`]: ['other', sub] } })],
    ['a pattern', trustOf({ StringLike: { [`${issuer}:sub`]: 'repo:shop/*:environment:pr?d' } })],
    ['any case', trustOf({ 'ForAnyValue:StringEqualsIgnoreCase': { [`${issuer}:SUB`]: sub.toUpperCase() } })],
    ['what is not excluded', trustOf({ StringNotLike: { [`${issuer}:sub`]: '*:pull_request' } })],
    ['a claim that may be absent', trustOf({ StringEqualsIfExists: { [`${issuer}:amr`]: 'x' } })],
    ['everybody', trustOf({}, { Principal: '*', Action: 'sts:*' })],
  ])('is given by a role that trusts %s', async (_, trust) => {
    await makeRole(trust);
    await expect(open(tokenOf({}))).resolves.toHaveProperty('Credentials.SessionToken');
  });

  it.each([
    ['another sub', trustOf({ StringEquals: { [`${issuer}:sub`]: 'repo:shop/orders:ref:refs/heads/main' } })],
    ['a pattern where it has to be equal', trustOf({ StringEquals: { [`${issuer}:sub`]: 'repo:shop/*' } })],
    ['a claim that is not there', trustOf({ StringEquals: { [`${issuer}:amr`]: 'x' } })],
    ['a condition that is not known', trustOf({ DateGreaterThan: { [`${issuer}:sub`]: sub } })],
    ['another provider', trustOf({}, { Principal: { Federated: 'arn:aws:iam::1:oidc-provider/other' } })],
    ['services', trustOf({}, { Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' })],
    ['nobody', trustOf(exact, { Effect: 'Deny' })],
  ])('is not given by a role that trusts %s', async (_, trust) => {
    await makeRole(trust);
    expect(await refusalOf(open(tokenOf({})))).toMatchObject({ name: 'AccessDenied', status: 403 });
  });
});

it('A session ends in the time of the world, and each service says so in its own way', async () => {
  const { Credentials: given } = await open(tokenOf({}));
  const sessionToken = given?.SessionToken;
  for (const client of [aws.lambda, aws.iam, aws.s3])
    Object.assign(client.config, {
      credentials: async () => ({ accessKeyId: 'ASIA', secretAccessKey: 's', sessionToken }),
    });
  await aws.lambda.send(new ListFunctionsCommand({}));
  await aws.clock.advance(3_600_000);
  expect(await refusalOf(aws.lambda.send(new ListFunctionsCommand({})))).toMatchObject({
    name: 'ExpiredTokenException',
    status: 403,
  });
  expect(await refusalOf(aws.iam.send(new ListRolesCommand({})))).toMatchObject({
    name: 'ExpiredToken',
    status: 403,
  });
  expect(await refusalOf(aws.s3.send(new ListBucketsCommand({})))).toMatchObject({
    name: 'ExpiredToken',
    status: 400,
  });
});
