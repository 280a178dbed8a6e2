import { createWorldClock } from '../../src/local/clock';
import { FakeClock } from '../clock';

const startMs = 1_000_000;

function fast(speed: number) {
  const real = new FakeClock(0);
  return { real, clock: createWorldClock({ real, startMs, speed }) };
}

test('world time runs at its speed', async () => {
  const { real, clock } = fast(60);
  await real.advance(1000);
  expect(clock.nowMs()).toBe(startMs + 60_000);
  expect(clock.monotonicMs()).toBe(60_000);
});

test('a new speed counts from now on', async () => {
  const { real, clock } = fast(60);
  await real.advance(1000);
  clock.setSpeed(1);
  await real.advance(1000);
  expect([clock.speed, clock.nowMs()]).toEqual([1, startMs + 61_000]);
});

test('timers fire in world time, in order, and once', async () => {
  const { real, clock } = fast(60);
  const fired: string[] = [];
  clock.after(120_000, () => fired.push(`late at ${clock.nowMs() - startMs}`));
  clock.after(60_000, () => fired.push(`early at ${clock.nowMs() - startMs}`));
  const cancel = clock.after(30_000, () => fired.push('never'));
  cancel();
  await real.advance(999);
  expect(fired).toEqual([]);
  await real.advance(10_000);
  expect(fired).toEqual(['early at 60000', 'late at 120000']);
});

test('a timer moves with the speed', async () => {
  const { real, clock } = fast(1);
  let fired = 0;
  clock.after(60_000, () => {
    fired += 1;
  });
  await real.advance(30_000);
  clock.setSpeed(30);
  await real.advance(999);
  expect(fired).toBe(0);
  await real.advance(1);
  expect(fired).toBe(1);
});

test('time stands still while somebody holds it, and holds nest', async () => {
  const { real, clock } = fast(60);
  let fired = false;
  clock.after(6000, () => {
    fired = true;
  });
  const [first, second] = [clock.hold(), clock.hold()];
  await real.advance(500);
  first();
  first();
  await real.advance(400);
  expect([clock.nowMs(), fired]).toEqual([startMs, false]);
  second();
  await real.advance(100);
  expect([clock.nowMs(), fired]).toEqual([startMs + 6000, true]);
});

test('a hold lasts one real second at most', async () => {
  const { real, clock } = fast(60);
  const release = clock.hold();
  await real.advance(3000);
  expect(clock.nowMs()).toBe(startMs + 120_000);
  release();
  expect(clock.nowMs()).toBe(startMs + 120_000);
});

test('time can be set ahead, which fires what fell due, and never back', async () => {
  const { real, clock } = fast(1);
  let firedAtMs = 0;
  clock.after(60_000, () => {
    firedAtMs = clock.nowMs();
  });
  clock.setAhead(startMs + 3_600_000);
  clock.setAhead(startMs);
  await real.advance(0);
  expect([clock.nowMs(), firedAtMs]).toEqual([startMs + 3_600_000, startMs + 3_600_000]);
});

test('a timer that sets itself anew does not keep the others waiting', async () => {
  const { real, clock } = fast(1);
  let turns = 0;
  const again = (): void => {
    turns += 1;
    if (turns < 5) clock.after(0, again);
  };
  clock.after(0, again);
  await real.advance(0);
  expect(turns).toBe(5);
});
