import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ShipitError } from '../../src/core/errors';
import { stage as theatre } from './server';

const open = theatre();
const arn = 'arn:aws:iam::210987654321:role/deployer';
const xml = { 'content-type': 'text/xml' };
const credentials = `<AssumeRoleResponse><AssumeRoleResult><Credentials>
  <AccessKeyId>ASIAX</AccessKeyId><SecretAccessKey>s</SecretAccessKey><SessionToken>session</SessionToken>
  <Expiration>2999-01-01T00:00:00Z</Expiration></Credentials></AssumeRoleResult></AssumeRoleResponse>`;

describe('a program that acts as shipit does', () => {
  test('has the role of the project: asked of STS once, with the region, and without what would be taken instead', async () => {
    const { aws, asked } = await open(() => ({ status: 200, headers: xml, body: credentials }), {
      assumeRole: { arn, externalId: null },
    });
    const lent = await aws.lent();
    expect(lent).toMatchObject({
      AWS_ACCESS_KEY_ID: 'ASIAX',
      AWS_SECRET_ACCESS_KEY: 's',
      AWS_SESSION_TOKEN: 'session',
      AWS_CREDENTIAL_EXPIRATION: '2999-01-01T00:00:00.000Z',
      AWS_REGION: 'eu-west-1',
      AWS_ENDPOINT_URL: expect.stringMatching(/^http:/),
    });
    expect(Object.entries(lent ?? {})).toContainEqual(['AWS_PROFILE', undefined]);
    await aws.lent();
    expect(asked).toHaveLength(1);
  });

  test('has the keys of a profile, and no session of anybody else', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'shipit-'));
    const file = join(folder, 'credentials');
    writeFileSync(file, '[team]\naws_access_key_id = AKIDTEAM\naws_secret_access_key = of-the-team\n');
    const before = process.env.AWS_SHARED_CREDENTIALS_FILE;
    process.env.AWS_SHARED_CREDENTIALS_FILE = file;
    try {
      const { aws } = await open(() => null, { profile: 'team', credentials: null, endpoint: null });
      const lent = await aws.lent();
      expect(lent).toMatchObject({ AWS_ACCESS_KEY_ID: 'AKIDTEAM', AWS_SECRET_ACCESS_KEY: 'of-the-team' });
      expect(Object.entries(lent ?? {})).toContainEqual(['AWS_SESSION_TOKEN', undefined]);
      expect(lent).not.toHaveProperty('AWS_ENDPOINT_URL');
    } finally {
      if (before === undefined) delete process.env.AWS_SHARED_CREDENTIALS_FILE;
      else process.env.AWS_SHARED_CREDENTIALS_FILE = before;
      rmSync(folder, { recursive: true });
    }
  });

  test('has what is in the environment where nothing else was chosen', async () => {
    const { aws, asked } = await open(() => null, { credentials: null, endpoint: null });
    expect(await aws.lent()).toBeNull();
    expect(asked).toEqual([]);
  });

  test('is not there when the role cannot be taken on', async () => {
    const refused = `<ErrorResponse><Error><Type>Sender</Type><Code>AccessDenied</Code><Message>no</Message></Error></ErrorResponse>`;
    const { aws } = await open(() => ({ status: 403, headers: xml, body: refused }), {
      assumeRole: { arn, externalId: null },
    });
    const error = await aws.lent().catch((thrown: unknown) => thrown);
    expect(ShipitError.is(error, 'accessDenied')).toBe(true);
  });
});
