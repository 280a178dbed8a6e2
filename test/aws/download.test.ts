import { type Answer, stage } from './server';

const open = stage();

/** Answers for the code of a function, whose address stands on the same host. */
async function fetchCode(answer: Answer | null | 'silence', requestTimeoutMs: number) {
  const { aws, clock, asked } = await open(
    (one) => {
      if (one.path === '/the.zip') return answer;
      const Location = `http://${one.headers.host}/the.zip`;
      return { status: 200, body: { Configuration: {}, Code: { Location } } };
    },
    { requestTimeoutMs },
  );
  const outcome = await clock.runUntil(aws.versions.code('f', '3')).catch((error: unknown) => error);
  return { outcome, fetches: asked.filter(({ path }) => path === '/the.zip').length };
}

describe('code that is fetched', () => {
  test.each<[string, Answer]>([
    ['accessDenied', { status: 403, body: 'Request has expired' }],
    ['notFound', { status: 404, body: '' }],
    ['invalid', { status: 302, headers: { location: 'http://127.0.0.1:1/' }, body: '' }],
  ])('is %s once, whatever the text', async (code, answer) => {
    const { outcome, fetches } = await fetchCode(answer, 10_000);
    expect(outcome).toMatchObject({ name: 'ShipitError', code });
    expect(String(outcome)).toContain('the code of f:3');
    expect(fetches).toBe(1);
  });

  test('is asked for again when the connection or the server fails', async () => {
    expect(await fetchCode(null, 10_000)).toMatchObject({ outcome: { code: 'unavailable' }, fetches: 5 });
    const down = { status: 503, body: 'Slow Down' };
    expect(await fetchCode(down, 10_000)).toMatchObject({ outcome: { code: 'unavailable' }, fetches: 16 });
  });

  test('is timed out when it does not come', async () => {
    expect(await fetchCode('silence', 300)).toMatchObject({ outcome: { code: 'timedOut' }, fetches: 5 });
  });

  test('is refused when it is larger than any zip that Lambda takes', async () => {
    const huge = { status: 200, body: 'x'.repeat(260 * 1024 ** 2 + 1) };
    const { outcome } = await fetchCode(huge, 10_000);
    expect(outcome).toMatchObject({ code: 'invalid', message: expect.stringContaining('larger than') });
  });
});
