import { retryAfterMs, translate } from '../../src/aws/errors';
import { ShipitError } from '../../src/core/errors';
import { cloudwatchError, lambdaError, stage } from './server';

const live = { functionName: 'f', alias: 'live' };
const open = stage();

const failure = async (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'no error',
    (error: unknown) => error,
  );

describe('what AWS answers to a write of an alias', () => {
  const write = { version: '1', additional: null, description: '' };

  test.each([
    ['accessDenied', 403, 'AccessDeniedException'],
    ['accessDenied', 403, 'SomethingNewException'],
    ['accessDenied', 403, 'InvalidSignatureException'],
    ['accessDenied', 401, 'Unauthorized'],
    ['noCredentials', 403, 'UnrecognizedClientException'],
    ['noCredentials', 403, 'MissingAuthenticationTokenException'],
    ['expiredCredentials', 403, 'ExpiredTokenException'],
    ['expiredCredentials', 400, 'ExpiredTokenException'],
    ['notFound', 404, 'ResourceNotFoundException'],
    ['conflict', 409, 'ResourceConflictException'],
    ['preconditionFailed', 412, 'PreconditionFailedException'],
    ['throttled', 429, 'TooManyRequestsException'],
    ['throttled', 400, 'ThrottlingException'],
    ['throttled', 429, 'SomethingNewException'],
    ['timedOut', 408, 'RequestTimeout'],
    ['invalid', 400, 'InvalidParameterValueException'],
    ['invalid', 400, 'ValidationException'],
    ['invalid', 402, 'ServiceQuotaExceededException'],
    ['invalid', 413, 'RequestEntityTooLargeException'],
    ['invalid', 502, 'InvalidZipFileException'],
    ['invalid', 502, 'KMSAccessDeniedException'],
    ['notFound', 400, 'ResourceNotFoundException'],
    ['alreadyExists', 400, 'ResourceAlreadyExistsException'],
    ['conflict', 400, 'OperationAbortedException'],
    ['conflict', 409, 'ConcurrentModificationException'],
    ['invalid', 409, 'LimitExceededException'],
    ['unavailable', 500, 'ServiceException'],
    ['unavailable', 502, 'ENILimitReachedException'],
    ['unavailable', 503, 'ServiceUnavailable'],
  ])('is %s for %i %s', async (code, status, name) => {
    const { aws } = await open(() => lambdaError(status, name, 'the text of AWS'));
    const error = await failure(aws.aliases.write(live, write, 'r1'));
    expect(error).toBeInstanceOf(ShipitError);
    expect(error).toMatchObject({ code, message: 'UpdateAlias f:live: the text of AWS' });
  });

  test('is never judged by its text', async () => {
    const { aws } = await open(() =>
      lambdaError(400, 'InvalidParameterValueException', 'Rate Exceeded. ExpiredToken AccessDenied'),
    );
    expect(await failure(aws.aliases.write(live, write, 'r1'))).toMatchObject({ code: 'invalid' });
  });

  test.each([
    ['a page of a proxy', { status: 200, body: '<html>' }, 'HTTP 200'],
    ['a page of a proxy that refuses', { status: 403, body: '<html>' }, 'HTTP 403'],
  ])('is unavailable when it is %s', async (_, answer, text) => {
    const { aws } = await open(() => answer);
    const error = await failure(aws.aliases.write(live, write, 'r1'));
    expect(error).toMatchObject({ code: 'unavailable', message: expect.stringContaining(text) });
  });

  test('is timed out when it does not come', async () => {
    const { aws } = await open(() => 'silence', { requestTimeoutMs: 50 });
    expect(await failure(aws.aliases.write(live, write, 'r1'))).toMatchObject({ code: 'timedOut' });
  });

  test('is unavailable when nobody listens', async () => {
    const gone = await open(() => null);
    const { aws } = await open(() => null, { endpoint: 'http://127.0.0.1:1' });
    const error = await failure(aws.aliases.write(live, write, 'r1'));
    expect(error).toMatchObject({ code: 'unavailable', hint: expect.stringContaining('network') });
    expect(gone.asked).toHaveLength(0);
  });

  test('names the failure when AWS has no words for it', async () => {
    const { aws } = await open(() => ({
      status: 409,
      headers: { 'x-amzn-errortype': 'StrangeException' },
      body: {},
    }));
    expect(await failure(aws.aliases.write(live, write, 'r1'))).toMatchObject({
      message: 'UpdateAlias f:live: StrangeException (HTTP 409)',
    });
  });
});

describe('what CloudWatch answers', () => {
  test.each([
    ['throttled', 400, 'Throttling'],
    ['throttled', 400, 'ThrottlingException'],
    ['accessDenied', 403, 'AccessDenied'],
    ['invalid', 400, 'ValidationError'],
    ['unavailable', 500, 'InternalServiceFault'],
  ])('is %s for %i %s', async (code, status, name) => {
    const { aws, clock } = await open(() => cloudwatchError(status, name, 'the text of AWS'));
    expect(await failure(clock.runUntil(aws.alarms.read(['a'])))).toMatchObject({ code });
  });
});

describe('errors that no server sends', () => {
  const attempt = { call: 'GetAlias f:live', creates: false, secrets: [] };

  test.each([
    ['unavailable', { name: 'Error', code: 'ENOTFOUND' }],
    ['unavailable', { name: 'Error', code: 'EAI_AGAIN' }],
    ['unavailable', { name: 'TimeoutError', code: 'ECONNRESET' }],
    ['unavailable', { name: 'TimeoutError', code: 'EPIPE' }],
    ['unavailable', { name: 'Error', code: 'ECONNREFUSED' }],
    ['unavailable', { name: 'Error', code: 'EHOSTUNREACH' }],
    ['unavailable', { name: 'Error', code: 'SELF_SIGNED_CERT_IN_CHAIN' }],
    ['timedOut', { name: 'TimeoutError', code: 'ETIMEDOUT' }],
    ['timedOut', { name: 'TimeoutError' }],
    ['noCredentials', { name: 'CredentialsProviderError' }],
    ['noCredentials', { name: 'TokenProviderError' }],
    ['expiredCredentials', { name: 'ExpiredToken', $metadata: { httpStatusCode: 403 } }],
  ])('are %s for %j', (code, fields) => {
    expect(translate(Object.assign(new Error('text'), fields), attempt)).toMatchObject({ code });
  });

  test('a host without an address makes one look at the region', () => {
    const error = Object.assign(new Error('getaddrinfo'), { code: 'ENOTFOUND' });
    expect(translate(error, attempt)).toMatchObject({ hint: expect.stringContaining('region') });
  });

  test('a mistake of our own stays what it is', () => {
    const bug = new TypeError('x is not a function');
    expect(translate(bug, attempt)).toBe(bug);
    expect(translate('text', attempt)).toBe('text');
  });

  test('a known error passes through', () => {
    const known = new ShipitError('noRegion', 'No AWS region is set');
    expect(translate(known, attempt)).toBe(known);
  });
});

describe('how long AWS asks to wait', () => {
  const withHeader = (value: string) => ({ $response: { headers: { 'retry-after': value } } });

  test('is a number of seconds in a header, or nothing', () => {
    expect(retryAfterMs(withHeader('2'))).toBe(2000);
    expect(retryAfterMs(withHeader('soon'))).toBeNull();
    expect(retryAfterMs(withHeader('-1'))).toBeNull();
    expect(retryAfterMs(new Error('none'))).toBeNull();
    expect(retryAfterMs(new ShipitError('throttled', 'x', { cause: withHeader('3') }))).toBe(3000);
  });
});
