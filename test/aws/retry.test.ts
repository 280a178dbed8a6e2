import { type Retries, withRetries } from '../../src/aws/retry';
import { type ErrorCode, ShipitError } from '../../src/core/errors';
import { FakeClock } from '../clock';

/** Fails as told, in order, then succeeds; remembers when it was tried. */
function rehearse(errors: unknown[], retries: Retries, jitter: number) {
  const clock = new FakeClock(0);
  const triedMs: number[] = [];
  const ids = { ulid: () => '', nonce: () => '', jitter: () => jitter };
  const done = clock.runUntil(
    withRetries({ clock, ids }, retries, async () => {
      triedMs.push(clock.monotonicMs());
      const error = errors[triedMs.length - 1];
      if (error !== undefined) throw error;
      return 'answer';
    }),
  );
  return { done, triedMs };
}

const failing = (code: ErrorCode, retryAfter?: string): ShipitError =>
  new ShipitError(
    code,
    code,
    retryAfter === undefined ? {} : { cause: { $response: { headers: { 'retry-after': retryAfter } } } },
  );

describe('retries', () => {
  test('of a question that AWS answers with an error, or with too many calls, are at most sixteen tries', async () => {
    const cause = { name: 'ServiceException', $metadata: { httpStatusCode: 500 } };
    const failed = new ShipitError('unavailable', 'an internal error', { cause });
    for (const error of [failed, failing('throttled')]) {
      const { done, triedMs } = rehearse(Array(20).fill(error), 'read', 1);
      await expect(done).rejects.toBe(error);
      expect(triedMs).toHaveLength(16);
      expect(triedMs.slice(0, 7)).toEqual([0, 400, 1200, 2800, 6000, 11_000, 16_000]);
    }
  });

  test('of a question without any answer wait longer each time, at most five tries', async () => {
    const { done, triedMs } = rehearse(
      Array.from({ length: 9 }, () => failing('unavailable')),
      'read',
      0.5,
    );
    await expect(done).rejects.toMatchObject({ code: 'unavailable' });
    expect(triedMs).toEqual([0, 200, 600, 1400, 3000]);
  });

  test.each(['throttled', 'timedOut', 'unavailable'] as const)(
    'repeat a question that is %s',
    async (code) => {
      const { done, triedMs } = rehearse([failing(code)], 'read', 0);
      await expect(done).resolves.toBe('answer');
      expect(triedMs).toHaveLength(2);
    },
  );

  test.each(['accessDenied', 'expiredCredentials', 'notFound', 'invalid', 'preconditionFailed'] as const)(
    'do not repeat what is %s',
    async (code) => {
      const { done, triedMs } = rehearse([failing(code)], 'read', 0);
      await expect(done).rejects.toMatchObject({ code });
      expect(triedMs).toHaveLength(1);
    },
  );

  test('of a function write follow a throttle only', async () => {
    const first = rehearse([failing('throttled')], 'throttled', 0);
    await expect(first.done).resolves.toBe('answer');
    for (const code of ['timedOut', 'unavailable', 'conflict'] as const) {
      const { done, triedMs } = rehearse([failing(code)], 'throttled', 0);
      await expect(done).rejects.toMatchObject({ code });
      expect(triedMs).toHaveLength(1);
    }
  });

  test('of an alias write do not happen', async () => {
    const { done, triedMs } = rehearse([failing('throttled')], 'never', 0);
    await expect(done).rejects.toMatchObject({ code: 'throttled' });
    expect(triedMs).toHaveLength(1);
  });

  test('wait as long as AWS asks, within reason', async () => {
    const { done, triedMs } = rehearse([failing('throttled', '7'), failing('throttled', '86400')], 'read', 0);
    await done;
    expect(triedMs).toEqual([0, 7000, 27_000]);
  });

  test('leave a mistake of our own alone', async () => {
    const { done, triedMs } = rehearse([new TypeError('bug')], 'read', 0);
    await expect(done).rejects.toThrow('bug');
    expect(triedMs).toHaveLength(1);
  });
});
