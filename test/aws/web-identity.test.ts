import { CreateRoleCommand } from '@aws-sdk/client-iam';
import { tokenOf, trustOf } from '../local/token';
import { onLocal } from './local';
import { awsAt, stage as theatre } from './server';

const local = onLocal();
const open = theatre();

const roleArn = 'arn:aws:iam::123456789012:role/ci';
const xml = { 'content-type': 'text/xml' };

const who = (token: () => Promise<string> = async () => tokenOf({})) => ({
  roleArn,
  sessionName: 'shipit-shop.orders-7',
  token,
});

const session = (action: string, token: string) => `<${action}Response><${action}Result><Credentials>
  <AccessKeyId>ASIAX</AccessKeyId><SecretAccessKey>s</SecretAccessKey><SessionToken>${token}</SessionToken>
  <Expiration>2999-01-01T00:00:00Z</Expiration></Credentials></${action}Result></${action}Response>`;

const refusal = (code: string, message: string) =>
  `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error></ErrorResponse>`;

const look = { status: 200, body: { Configuration: { FunctionName: 'f' } } };

describe('a role taken on with the word of GitHub', () => {
  test('is asked for without a signature, once, and is what everything is done with', async () => {
    const { aws, asked } = await open(
      ({ method }) =>
        method === 'GET'
          ? look
          : { status: 200, headers: xml, body: session('AssumeRoleWithWebIdentity', 'of-github') },
      { webIdentity: who(), credentials: null },
    );
    await Promise.all([aws.functions.look('f'), aws.functions.look('f')]);
    const [opened, ...others] = asked.filter(({ method }) => method === 'POST');
    expect(others).toEqual([]);
    expect(opened?.headers.authorization).toBeUndefined();
    expect(Object.fromEntries(new URLSearchParams(opened?.body))).toMatchObject({
      Action: 'AssumeRoleWithWebIdentity',
      RoleArn: roleArn,
      RoleSessionName: 'shipit-shop.orders-7',
      WebIdentityToken: tokenOf({}),
      DurationSeconds: '3600',
    });
    const looks = asked.filter(({ method }) => method === 'GET');
    expect(looks.map(({ headers }) => headers['x-amz-security-token'])).toEqual(['of-github', 'of-github']);
    expect(await aws.lent()).toMatchObject({ AWS_SESSION_TOKEN: 'of-github' });
  });

  test('takes on the role of the project, which is then what everything is done with', async () => {
    const { aws, asked } = await open(
      ({ method, body }) => {
        if (method === 'GET') return look;
        const action = body.includes('WithWebIdentity') ? 'AssumeRoleWithWebIdentity' : 'AssumeRole';
        return { status: 200, headers: xml, body: session(action, `of-${action}`) };
      },
      { webIdentity: who(), assumeRole: { arn: 'arn:aws:iam::2:role/deployer', externalId: null } },
    );
    await aws.functions.look('f');
    expect(asked.map(({ headers }) => headers['x-amz-security-token'])).toEqual([
      undefined,
      'of-AssumeRoleWithWebIdentity',
      'of-AssumeRole',
    ]);
  });

  test.each([
    ['AccessDenied', 403, 'accessDenied', 'trust policy'],
    ['InvalidIdentityToken', 400, 'noCredentials', 'OIDC provider'],
    ['IDPRejectedClaim', 403, 'accessDenied', 'trust policy'],
  ])('is refused for %s with what the token says', async (name, status, code, hint) => {
    const { aws } = await open(() => ({ status, headers: xml, body: refusal(name, 'no') }), {
      webIdentity: who(),
    });
    await expect(aws.functions.look('f')).rejects.toMatchObject({
      code,
      message: expect.stringContaining(
        'AssumeRoleWithWebIdentity arn:aws:iam::123456789012:role/ci: no (the token is of https://token.actions.githubusercontent.com, for sts.amazonaws.com, and its sub is repo:shop/orders:environment:prod)',
      ),
      hint: expect.stringContaining(hint),
    });
  });

  test('is asked for again while AWS does not reach GitHub, and the token stands in no message', async () => {
    const token = 'a-token-that-is-none';
    const { aws, asked, clock } = await open(
      (_, count) =>
        count < 3
          ? { status: 400, headers: xml, body: refusal('IDPCommunicationError', `no answer for ${token}`) }
          : { status: 400, headers: xml, body: refusal('InvalidIdentityToken', `not a token: ${token}`) },
      { webIdentity: who(async () => token) },
    );
    const error = await clock.runUntil(aws.functions.look('f')).catch((thrown: unknown) => thrown);
    expect(asked).toHaveLength(3);
    expect(error).toMatchObject({ code: 'noCredentials', message: expect.stringContaining('for ?') });
    expect(String(error)).not.toContain(token);
  });

  test('is given to AWS and to this machine alone', () => {
    expect(() => awsAt('http://192.0.2.1:4580', { webIdentity: who() })).toThrow(
      'is not an address of this machine',
    );
    expect(() => awsAt('https://sts.eu-west-1.amazonaws.com', { webIdentity: who() })).not.toThrow();
  });
});

describe('at the local AWS', () => {
  test('a rollout outlasts its session: that is renewed, with a fresh token, and nothing is refused', async () => {
    const { clock, world } = local().local;
    let tokens = 0;
    const aws = local().with({
      webIdentity: who(async () => {
        tokens += 1;
        return tokenOf({ exp: clock.nowMs() / 1000 + 300 });
      }),
    });
    for (let minutes = 0; minutes < 150; minutes += 1) {
      expect(await aws.functions.look('nothing')).toBeNull();
      await clock.advance(60_000);
    }
    expect(tokens).toBe(3);
    expect(await aws.identity.whoami()).toMatchObject({ expiresAtMs: null, worry: null });
    expect(world.account).toBe('123456789012');
  });

  test('the old session serves while GitHub gives no token, and that is told', async () => {
    const { clock } = local().local;
    const warnings: string[] = [];
    let down = false;
    const aws = local().with({
      warn: (message) => warnings.push(message),
      webIdentity: who(async () => tokenOf(down ? { aud: 'nobody' } : {})),
    });
    await aws.functions.look('nothing');
    down = true;
    await clock.advance(56 * 60_000);
    expect(await aws.functions.look('nothing')).toBeNull();
    await clock.advance(60_000);
    expect(await aws.functions.look('nothing')).toBeNull();
    expect(warnings).toEqual([expect.stringContaining('was not renewed: AssumeRoleWithWebIdentity')]);
    down = false;
    await clock.advance(4 * 60_000);
    expect(await aws.functions.look('nothing')).toBeNull();
  });

  test('a role that trusts another sub says which one came', async () => {
    const trust = trustOf({ StringEquals: { 'token.actions.githubusercontent.com:sub': 'repo:other/one' } });
    await local().local.iam.send(new CreateRoleCommand({ RoleName: 'ci', AssumeRolePolicyDocument: trust }));
    await expect(local().with({ webIdentity: who() }).functions.look('f')).rejects.toMatchObject({
      code: 'accessDenied',
      message: expect.stringContaining('its sub is repo:shop/orders:environment:prod'),
    });
  });
});
