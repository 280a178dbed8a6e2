import { type Given, lastingOf } from '../../src/aws/lasting';

const end = new Date('2027-01-01T00:00:00Z');
const env = { CREDENTIALS_ENV_VARS: 'g' };
const nothing = { expiresAtMs: null, worry: null };
const ends = { expiresAtMs: end.getTime(), worry: null };
const unknown = { expiresAtMs: null, worry: 'endUnknown' };

describe('credentials', () => {
  test.each<[string, Partial<Given>, object]>([
    ['of a user have no end', { $source: env }, nothing],
    ['that say when they end do end', { sessionToken: 't', expiration: end, $source: env }, ends],
    ['of a session that says nothing', { sessionToken: 't', $source: env }, unknown],
    [
      'with an end that nobody can read',
      { sessionToken: 't', expiration: new Date('x'), $source: env },
      unknown,
    ],
    ['of a profile', { sessionToken: 't', $source: { CREDENTIALS_PROFILE: 'n' } }, unknown],
    ['given in code', { expiration: end, $source: { CREDENTIALS_CODE: 'e' } }, ends],
    ['of the machine itself are renewed', { sessionToken: 't', expiration: end }, nothing],
    ['of a container are renewed', { expiration: end, $source: { CREDENTIALS_HTTP: 'z' } }, nothing],
    [
      'of a token in a file are renewed',
      {
        expiration: end,
        $source: { CREDENTIALS_ENV_VARS_STS_WEB_ID_TOKEN: 'h', CREDENTIALS_STS_ASSUME_ROLE_WEB_ID: 'k' },
      },
      nothing,
    ],
    [
      'of a login are renewed as long as that lasts',
      { expiration: end, $source: { CREDENTIALS_SSO: 's' } },
      unknown,
    ],
  ])('%s', (_, given, lasting) => {
    expect(lastingOf({ accessKeyId: 'ASIAX', ...given }, false)).toEqual(lasting);
  });

  test('of a user are a worry in CI, where others read them, and nowhere else', () => {
    const key = { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', $source: env };
    expect(lastingOf(key, true)).toEqual({ expiresAtMs: null, worry: 'longLivedInCi' });
    expect(lastingOf(key, false)).toEqual(nothing);
    expect(lastingOf({ ...key, accessKeyId: 'local' }, true)).toEqual(nothing);
  });

  test('of a session whose end nobody says are a greater worry in CI', () => {
    const session = { accessKeyId: 'ASIAX', sessionToken: 't', $source: env };
    expect(lastingOf(session, true)).toEqual({ expiresAtMs: null, worry: 'endUnknownInCi' });
  });
});
