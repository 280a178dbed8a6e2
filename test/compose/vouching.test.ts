import { vouching } from '../../src/compose/vouching';
import { ShipitError } from '../../src/core/errors';
import { onHidden } from '../../src/core/hidden';
import type { Web, WebAnswer, WebRequest } from '../../src/core/ports';

const role = 'arn:aws:iam::123456789012:role/ci';
const github = {
  GITHUB_ACTIONS: 'true',
  GITHUB_REPOSITORY: 'shop/orders',
  GITHUB_RUN_ID: '1234',
  SHIPIT_ROLE_TO_ASSUME: role,
};
const vouched = {
  ...github,
  ACTIONS_ID_TOKEN_REQUEST_URL: 'https://pipelines.example.com/token?api-version=2.0',
  ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'the-pass',
};

function webOf(...answers: readonly WebAnswer[]): { web: Web; asked: WebRequest[] } {
  const asked: WebRequest[] = [];
  const request = async (one: WebRequest) => {
    asked.push(one);
    return answers[asked.length - 1] ?? { status: 500, body: '' };
  };
  return { web: { request }, asked };
}

const tokenFor = (env: NodeJS.ProcessEnv, web: Web) => vouching(env, web)?.token();

describe('who vouches for a run', () => {
  test('is nobody unless a role is asked for', () => {
    expect(vouching({ ...vouched, SHIPIT_ROLE_TO_ASSUME: '' }, webOf().web)).toBeNull();
  });

  test('is GitHub, which is asked for a fresh token each time, for AWS alone', async () => {
    const { web, asked } = webOf(
      { status: 200, body: '{"value":"one"}' },
      { status: 200, body: '{"value":"two"}' },
    );
    const identity = vouching(vouched, web);
    expect([await identity?.token(), await identity?.token()]).toEqual(['one', 'two']);
    expect(asked[0]).toMatchObject({
      method: 'GET',
      url: 'https://pipelines.example.com/token?api-version=2.0&audience=sts.amazonaws.com',
      headers: { authorization: 'Bearer the-pass' },
    });
    expect(identity).toMatchObject({ roleArn: role, sessionName: 'shipit-shop.orders-1234' });
  });

  test('hands on no token that is not told to be hidden first', async () => {
    const hidden: string[] = [];
    onHidden((values) => hidden.push(...values));
    await tokenFor(vouched, webOf({ status: 200, body: '{"value":"a-token"}' }).web);
    expect(hidden).toEqual(['a-token']);
  });

  test('is named in CloudTrail in at most 64 characters that AWS takes, the run whole', () => {
    const long = { ...vouched, GITHUB_REPOSITORY: `shop/${'very-'.repeat(20)}long`, GITHUB_RUN_ID: '99' };
    const name = vouching(long, webOf().web)?.sessionName ?? '';
    expect(name).toMatch(/^shipit-shop\.very-.*-99$/);
    expect(name).toHaveLength(64);
    expect(vouching({ SHIPIT_ROLE_TO_ASSUME: role }, webOf().web)?.sessionName).toBe('shipit-none');
    const odd = vouching({ ...vouched, GITHUB_REPOSITORY: 'a/b c\n' }, webOf().web);
    expect(odd?.sessionName).toBe('shipit-a.b-c--1234');
  });

  test('is nobody where the job may not ask, and the way out is a permission', async () => {
    await expect(tokenFor(github, webOf().web)).rejects.toMatchObject({
      code: 'noCredentials',
      hint: expect.stringContaining('`id-token: write`'),
    });
  });

  test('is nobody outside of GitHub, where the SDK has a way of its own', async () => {
    await expect(tokenFor({ SHIPIT_ROLE_TO_ASSUME: role }, webOf().web)).rejects.toMatchObject({
      code: 'noCredentials',
      hint: expect.stringContaining('AWS_WEB_IDENTITY_TOKEN_FILE'),
    });
  });

  test.each(['ci', 'arn:aws:iam::123456789012:user/ci', 'arn:aws:iam::123456789012:role/ci\n::x'])(
    'is not asked for %j, which is no role',
    async (SHIPIT_ROLE_TO_ASSUME) => {
      const { web, asked } = webOf();
      await expect(tokenFor({ ...vouched, SHIPIT_ROLE_TO_ASSUME }, web)).rejects.toMatchObject({
        code: 'noCredentials',
        message: expect.stringContaining('is no ARN of a role'),
      });
      expect(asked).toEqual([]);
    },
  );

  test.each([
    { status: 500, body: '' },
    { status: 200, body: 'no JSON' },
    { status: 200, body: 'null' },
    { status: 200, body: '{"value":""}' },
    { status: 403, body: '{"message":"the-pass is wrong"}' },
  ])('says nothing of what came in place of a token: %j', async (answer) => {
    const error = await tokenFor(vouched, webOf(answer).web)?.catch((thrown: unknown) => thrown);
    expect(ShipitError.is(error, 'unavailable')).toBe(true);
    expect(String(error)).toContain(`HTTP ${answer.status}`);
    expect(String(error)).not.toContain('the-pass');
  });
});
