import { renewed, type SessionKeys } from '../../src/aws/session';
import { ShipitError } from '../../src/core/errors';
import { FakeClock } from '../clock';

const startMs = 1_800_000_000_000;
const minute = 60_000;

/** Gives sessions of an hour, numbered, when and as the test says. */
function scene() {
  const clock = new FakeClock(startMs);
  const warnings: string[] = [];
  const failures: unknown[] = [];
  let asked = 0;
  let wait: Promise<void> = Promise.resolve();
  const ask = async (): Promise<SessionKeys> => {
    asked += 1;
    const number = asked;
    await wait;
    if (failures.length > 0) throw failures.shift();
    const expiration = new Date(clock.nowMs() + 60 * minute);
    return { accessKeyId: `ASIA${number}`, secretAccessKey: 's', sessionToken: 't', expiration };
  };
  const keys = renewed(ask, { clock, warn: (message, hint) => warnings.push(`${message} | ${hint}`) });
  return {
    clock,
    warnings,
    failures,
    asked: () => asked,
    id: async () => (await keys()).accessKeyId,
    /** The next answers come when this is called. */
    holdBack: (): (() => void) => {
      let go: () => void = () => {};
      wait = new Promise((resolve) => {
        go = resolve;
      });
      return go;
    },
  };
}

const down = () => new ShipitError('unavailable', 'GitHub gave no OIDC token', { hint: 'Run it again.' });

describe('a session', () => {
  test('is opened once, however many ask, and kept while it is good', async () => {
    const { clock, id, asked } = scene();
    expect(await Promise.all([id(), id(), id()])).toEqual(['ASIA1', 'ASIA1', 'ASIA1']);
    await clock.advance(49 * minute);
    expect(await id()).toBe('ASIA1');
    expect(asked()).toBe(1);
  });

  test('is renewed before it ends, beside the calls that go on with the old one', async () => {
    const { clock, id, asked, holdBack } = scene();
    await id();
    await clock.advance(55 * minute);
    const go = holdBack();
    expect(await Promise.all([id(), id()])).toEqual(['ASIA1', 'ASIA1']);
    expect(asked()).toBe(2);
    go();
    await clock.advance(0);
    expect(await id()).toBe('ASIA2');
    await clock.advance(49 * minute);
    expect(await id()).toBe('ASIA2');
    expect(asked()).toBe(2);
  });

  test('is waited for where the old one would end on the way', async () => {
    const { clock, id } = scene();
    await id();
    await clock.advance(60 * minute - 20_000);
    expect(await id()).toBe('ASIA2');
  });

  test('that cannot be renewed is told once, and tried again every fifteen seconds while the old one lives', async () => {
    const { clock, id, asked, failures, warnings } = scene();
    await id();
    failures.push(down(), down(), down());
    await clock.advance(55 * minute);
    for (let second = 0; second < 40; second += 1) {
      expect(await id()).toBe('ASIA1');
      await clock.advance(1000);
    }
    expect(asked()).toBe(4);
    expect(warnings).toEqual([
      'the session of AWS was not renewed: GitHub gave no OIDC token; it ends at 2027-01-15T09:00:00.000Z | Run it again.',
    ]);
    await clock.advance(10_000);
    await id();
    await clock.advance(0);
    expect(await id()).toBe('ASIA5');
  });

  test('that nobody gives any more ends with what was wrong', async () => {
    const { clock, id, failures } = scene();
    await id();
    await clock.advance(60 * minute - 20_000);
    failures.push(down(), down());
    expect(await id()).toBe('ASIA1');
    await clock.advance(20_000);
    await expect(id()).rejects.toMatchObject({ code: 'unavailable' });
    expect(await id()).toBe('ASIA4');
  });

  test('that failed and came back is told of when it fails again', async () => {
    const { clock, id, failures, warnings } = scene();
    await id();
    for (let round = 0; round < 2; round += 1) {
      failures.push(down());
      await clock.advance(55 * minute);
      await id();
      await clock.advance(0);
      await clock.advance(20_000);
      await id();
      await clock.advance(0);
    }
    expect(warnings).toHaveLength(2);
  });

  test('does not hide a bug once the old one has ended', async () => {
    const { clock, id, failures } = scene();
    await id();
    await clock.advance(56 * minute);
    failures.push(new TypeError('x is undefined'), new TypeError('x is undefined'));
    expect(await id()).toBe('ASIA1');
    await clock.advance(4 * minute);
    await expect(id()).rejects.toThrow(TypeError);
  });
});
