import { isCredential } from '../../src/core/credentials';

describe('variables that hold credentials', () => {
  test.each(['AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN', 'AWS_ACCESS_KEY_ID', 'aws_secret_access_key'])(
    '%s is one',
    (name) => expect(isCredential(name)).toBe(true),
  );

  test.each(['AWS_REGION', 'AWS_PROFILE', 'HOME', 'MY_AWS_SECRET_ACCESS_KEY'])('%s is none', (name) =>
    expect(isCredential(name)).toBe(false),
  );
});
