/** What --verbose and --debug are told of each request. */
import { redacted } from '../../src/aws/redact';
import type { CallTold, Trace } from '../../src/aws/tracer';
import { type Answer, lambdaError, stage } from './server';

const open = stage();
const live = { functionName: 'f', alias: 'live' };
const alias: Answer = {
  status: 200,
  headers: { 'x-amzn-requestid': 'r-1' },
  body: { FunctionVersion: '1', RevisionId: 'r1' },
};

function listening(withInputs: boolean) {
  const told: CallTold[] = [];
  let nowMs = 0;
  const monotonicMs = () => {
    nowMs += 40.4;
    return nowMs;
  };
  const trace: Trace = { withInputs, monotonicMs, tell: (call) => told.push(call) };
  return { told, trace };
}

it('is told with service, operation, time, status and request id', async () => {
  const { told, trace } = listening(false);
  const { aws } = await open(() => alias, { trace });
  await aws.aliases.read(live);
  const call = { service: 'lambda', operation: 'GetAlias', status: 200, requestId: 'r-1', error: null };
  expect(told).toEqual([{ ...call, attempt: 1, tookMs: 40 }]);
});

it('is told with each try, whoever else asks meanwhile', async () => {
  const { told, trace } = listening(false);
  let asked = 0;
  const { aws, clock } = await open(
    (one) => {
      if (one.path.includes('/aliases/other')) return alias;
      asked += 1;
      return asked < 3 ? lambdaError(429, 'TooManyRequestsException', 'slower') : alias;
    },
    { trace },
  );
  const both = Promise.all([aws.aliases.read(live), aws.aliases.read({ ...live, alias: 'other' })]);
  await clock.runUntil(both);
  expect(told.map(({ status, attempt }) => `${status} ${attempt}`).sort()).toEqual([
    '200 1',
    '200 3',
    '429 1',
    '429 2',
  ]);
  expect(told.find(({ status }) => status === 429)?.error).toBe('TooManyRequestsException');
});

it('is told when nobody answers', async () => {
  const { told, trace } = listening(false);
  const { aws, clock } = await open(() => null, { trace });
  await expect(clock.runUntil(aws.aliases.read(live))).rejects.toMatchObject({ code: 'unavailable' });
  expect(told).toHaveLength(5);
  expect(told[0]).toMatchObject({ status: 0, requestId: null });
});

it('says with --debug what was asked, but neither code nor what it is sent', async () => {
  const { told, trace } = listening(true);
  const { aws } = await open(() => ({ status: 200, body: {} }), { trace });
  await aws.invoker.invoke('f', '1', 'correct horse');
  expect(told[0]?.input).toContain('"FunctionName":"f"');
  expect(JSON.stringify(told)).not.toContain('correct horse');
});

describe('what was asked, as it is shown', () => {
  it.each([
    [
      'names of variables alone',
      { Environment: { Variables: { KEY: 's3cret' } } },
      '{"Environment":{"Variables":{"KEY":"<hidden>"}}}',
    ],
    [
      'how long what vouches for somebody is',
      { RoleArn: 'r', WebIdentityToken: 's3cret', SAMLAssertion: 's3cret' },
      '{"RoleArn":"r","WebIdentityToken":"<6 characters>","SAMLAssertion":"<6 characters>"}',
    ],
    ['how many bytes', { ZipFile: Buffer.from('abc') }, '{"ZipFile":"<3 bytes>"}'],
    ['how long a text for others is', { Message: 's3cret' }, '{"Message":"<6 characters>"}'],
    [
      'entries without what they say',
      { Entries: [{ Detail: 's3cret', Source: 'shipit' }] },
      '{"Entries":[{"Detail":"<6 characters>","Source":"shipit"}]}',
    ],
    ['the first of many', { Names: Array(30).fill('n') }, `{"Names":[${'"n",'.repeat(20)}"<10 more>"]}`],
    [
      'the beginning of a long text',
      { Policy: 'x'.repeat(300) },
      `{"Policy":"${'x'.repeat(200)}<100 more>"}`,
    ],
    ['no stream', { Body: { pipe() {} }, Tail: { pipe() {} } }, '{"Body":"<hidden>","Tail":"<a stream>"}'],
  ])('is %s', (_what, input, text) => {
    expect(redacted(input)).toBe(text);
  });
});
