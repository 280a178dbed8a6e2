import { onLocal } from './local';
import { stage as theatre } from './server';

const local = onLocal();
const open = theatre();

const arn = 'arn:aws:iam::210987654321:role/deployer';
const xml = { 'content-type': 'text/xml' };

const credentials = (expiration: string) => `<AssumeRoleResponse><AssumeRoleResult><Credentials>
  <AccessKeyId>ASIAX</AccessKeyId><SecretAccessKey>s</SecretAccessKey><SessionToken>session</SessionToken>
  <Expiration>${expiration}</Expiration></Credentials></AssumeRoleResult></AssumeRoleResponse>`;

const look = { status: 200, body: { Configuration: { FunctionName: 'f' } } };

/** STS is asked by POST, Lambda by GET. */
const playing = (expiration: string) => (asked: { method: string }) =>
  asked.method === 'POST' ? { status: 200, headers: xml, body: credentials(expiration) } : look;

describe('a role that everything is done in', () => {
  test('is who calls, and its credentials are renewed, so that only those below have an end', async () => {
    const me = `<GetCallerIdentityResponse><GetCallerIdentityResult><Account>210987654321</Account>
      <Arn>arn:aws:sts::210987654321:assumed-role/deployer/shipit-x</Arn></GetCallerIdentityResult></GetCallerIdentityResponse>`;
    const { aws, asked } = await open(
      (one) => ({
        status: 200,
        headers: xml,
        body: one.body.includes('Action=AssumeRole') ? credentials('2999-01-01T00:00:00Z') : me,
      }),
      { assumeRole: { arn, externalId: null } },
    );
    expect(await aws.identity.whoami()).toEqual({
      account: '210987654321',
      arn: 'arn:aws:sts::210987654321:assumed-role/deployer/shipit-x',
      region: 'eu-west-1',
      expiresAtMs: null,
      worry: null,
    });
    expect(asked.map(({ headers }) => headers['x-amz-security-token'])).toEqual([undefined, 'session']);
  });

  test('is given by STS itself', async () => {
    const aws = local().with({ assumeRole: { arn, externalId: null } });
    expect(await aws.functions.look('nothing')).toBeNull();
  });

  test('is taken on once, with the name of the release and the word that was agreed on', async () => {
    const assumeRole = { arn, externalId: 'agreed' };
    const { aws, asked } = await open(playing('2999-01-01T00:00:00Z'), { assumeRole, release: () => null });
    await Promise.all([aws.functions.look('f'), aws.functions.look('f')]);
    await aws.functions.look('f');
    const [assumed, ...others] = asked.filter(({ method }) => method === 'POST');
    expect(others).toEqual([]);
    expect(Object.fromEntries(new URLSearchParams(assumed?.body))).toMatchObject({
      Action: 'AssumeRole',
      RoleArn: arn,
      RoleSessionName: 'shipit-none',
      DurationSeconds: '3600',
      ExternalId: 'agreed',
    });
    const looks = asked.filter(({ method }) => method === 'GET');
    expect(looks.map(({ headers }) => headers['x-amz-security-token'])).toEqual(looks.map(() => 'session'));
    expect(looks).toHaveLength(3);
  });

  test('is taken on anew before its credentials end', async () => {
    const assumeRole = { arn, externalId: null };
    const { aws, asked } = await open(playing('2020-01-01T00:00:00Z'), { assumeRole });
    await aws.functions.look('f');
    await aws.functions.look('f');
    expect(asked.filter(({ method }) => method === 'POST').length).toBeGreaterThan(1);
  });

  test('that may not be taken on is named', async () => {
    const refusal = `<ErrorResponse><Error><Type>Sender</Type><Code>AccessDenied</Code>
      <Message>User ann is not authorized to perform: sts:AssumeRole</Message></Error></ErrorResponse>`;
    const assumeRole = { arn, externalId: null };
    const { aws } = await open(() => ({ status: 403, headers: xml, body: refusal }), { assumeRole });
    await expect(aws.functions.look('f')).rejects.toMatchObject({
      code: 'accessDenied',
      message: expect.stringContaining(`AssumeRole ${arn}`),
    });
  });
});
