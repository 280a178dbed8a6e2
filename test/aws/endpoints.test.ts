import { checkEndpoint, checkKeys, isAwsHost } from '../../src/aws/endpoints';

describe('an override of the endpoint', () => {
  test.each([
    'http://127.0.0.1:4580',
    'http://localhost:4566/',
    'http://[::1]:4580',
    'https://localstack.internal:4566',
    'https://vpce-1.lambda.eu-west-1.vpce.amazonaws.com',
  ])('may be %s', (url) => {
    expect(checkEndpoint(url, { local: false }).url).toBe(url);
  });

  test.each([
    '',
    'localhost:4566',
    'ftp://localhost',
    'file:///etc/passwd',
    'http://',
    'http://local host',
    'http://user:secret@localhost',
    'http://localhost?x=1',
    'http://169.254.169.254/latest/meta-data',
    'http://[fe80::1]',
    'http://[::ffff:169.254.169.254]',
    'http://0xA9FEA9FE',
    'http://lambda.eu-west-1.amazonaws.com',
  ])('may not be %j', (url) => {
    expect(() => checkEndpoint(url, { local: false })).toThrow(
      expect.objectContaining({ code: 'wrongEndpoint' }),
    );
  });

  test('of the local world is on this machine', () => {
    expect(checkEndpoint('http://127.1.2.3:4580', { local: true }).aws).toBe(false);
    for (const url of ['http://10.0.0.1:4580', 'http://127.0.0.1.example.com', 'https://x.amazonaws.com'])
      expect(() => checkEndpoint(url, { local: true })).toThrow('is not an address of this machine');
  });
});

describe('credentials', () => {
  const own = { url: 'http://127.0.0.1:4580', aws: false };
  const real = { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'x' };

  test('that look real, or that nobody named, go to AWS only', () => {
    for (const keys of [real, { ...real, accessKeyId: 'ASIAIOSFODNN7EXAMPLE' }, null]) {
      expect(() => checkKeys(own, keys)).toThrow(expect.objectContaining({ code: 'wrongEndpoint' }));
      expect(() => checkKeys({ url: 'https://x.amazonaws.com', aws: true }, keys)).not.toThrow();
    }
  });

  test('that are made up may go anywhere', () => {
    expect(() => checkKeys(own, { accessKeyId: 'test', secretAccessKey: 'test' })).not.toThrow();
  });
});

test('a host of AWS is below one of its domains, not merely named after it', () => {
  expect(isAwsHost('lambda.eu-west-1.amazonaws.com')).toBe(true);
  expect(isAwsHost('lambda.cn-north-1.amazonaws.com.cn')).toBe(true);
  expect(isAwsHost('evilamazonaws.com')).toBe(false);
  expect(isAwsHost('amazonaws.com.example.org')).toBe(false);
});
