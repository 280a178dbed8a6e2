import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { patienceMs } from '../../src/local/connection';
import { followWorldClock } from '../../src/local/follow';
import { FakeClock } from '../clock';
import { until } from './held';

/** A server whose clock says what a test wants. */
let server: Server;
let said = { nowMs: 0, speed: 60 };

beforeEach(async () => {
  said = { nowMs: 1_000_000, speed: 60 };
  server = createServer((_request, response) => response.end(JSON.stringify(said)));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterEach(() => {
  server.close();
  server.closeAllConnections();
});

async function follow() {
  const real = new BoundingClock(0);
  const { port } = server.address() as AddressInfo;
  const clock = await followWorldClock({ port, token: 'any', real });
  return { real, clock };
}

/** Knows how many answers were read: each call sets a timer that bounds it, and takes that back once it has its answer. */
class BoundingClock extends FakeClock {
  answers = 0;

  override after(ms: number, then: () => void): () => void {
    const cancel = super.after(ms, then);
    if (ms !== patienceMs) return cancel;
    return () => {
      this.answers += 1;
      cancel();
    };
  }
}

/** One turn more, in which whoever asked acts upon the answer. */
async function untilAnswered(real: BoundingClock, times: number): Promise<void> {
  await until(() => real.answers >= times);
  await nextTurn();
}

test('between looks time is an estimate at the speed of the world', async () => {
  const { real, clock } = await follow();
  expect(clock.nowMs()).toBe(1_000_000);
  await real.advance(500);
  expect([clock.nowMs(), clock.monotonicMs()]).toEqual([1_030_000, 30_000]);
});

test('an estimate that ran ahead waits for the world, and never goes back', async () => {
  const { real, clock } = await follow();
  await real.advance(500);
  expect(clock.nowMs()).toBe(1_030_000);
  clock.after(1000, () => undefined);
  said = { nowMs: 1_010_000, speed: 60 };
  await real.advance(20);
  await untilAnswered(real, 2);
  expect(clock.nowMs()).toBe(1_030_000);
});

test('a timer fires when the world has reached its time, not when the estimate has', async () => {
  const { real, clock } = await follow();
  const fired: number[] = [];
  clock.after(30_000, () => fired.push(said.nowMs));
  said = { nowMs: 1_006_000, speed: 60 };
  await real.advance(500);
  await untilAnswered(real, 2);
  expect(fired).toEqual([]);
  said = { nowMs: 1_030_000, speed: 60 };
  await real.advance(400);
  await untilAnswered(real, 3);
  expect(fired).toEqual([1_030_000]);
});

test('a timer hears of another speed within a second', async () => {
  const { real, clock } = await follow();
  let fired = false;
  clock.after(3_600_000, () => {
    fired = true;
  });
  said = { nowMs: 4_600_000, speed: 6000 };
  await real.advance(1000);
  await untilAnswered(real, 2);
  expect(fired).toBe(true);
});

test('a cancelled timer does not fire, also while the clock is asked', async () => {
  const { real, clock } = await follow();
  let fired = false;
  const cancel = clock.after(6000, () => {
    fired = true;
  });
  said = { nowMs: 9_000_000, speed: 60 };
  const moving = real.advance(100);
  cancel();
  await moving;
  await untilAnswered(real, 2);
  expect(fired).toBe(false);
});

test('when the server is gone, time goes on by itself', async () => {
  const { real, clock } = await follow();
  const fired = new Promise<number>((resolve) => clock.after(30_000, () => resolve(clock.nowMs())));
  server.close();
  server.closeAllConnections();
  await real.advance(500);
  expect(await fired).toBeGreaterThanOrEqual(1_030_000);
});

test('a server that is not there is told at once', async () => {
  const { port } = server.address() as AddressInfo;
  server.close();
  const nobody = followWorldClock({ port, token: 'any', real: new FakeClock(0) });
  await expect(nobody).rejects.toMatchObject({ code: 'ECONNREFUSED' });
});
