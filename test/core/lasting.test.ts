import type { Event } from '../../src/core/events';
import { lastingFor } from '../../src/core/lasting';
import { FakeClock } from '../clock';

function waits() {
  const clock = new FakeClock(1000);
  const told: Event[] = [];
  return { clock, told, lasting: lastingFor({ clock, tell: (event) => told.push(event), key: 'api' }) };
}

it('says nothing of what is soon done', async () => {
  const { clock, told, lasting } = waits();
  const work = lasting(
    'version 5 to become Active',
    () => new Promise<void>((done) => clock.after(4999, done)),
  );
  await clock.runUntil(work);
  await clock.advance(60_000);
  expect(told).toEqual([]);
});

it('says what is waited for, at growing intervals, until it is over', async () => {
  const { clock, told, lasting } = waits();
  const work = lasting('version 5 to become Active', async () => {
    await new Promise<void>((done) => clock.after(200_000, done));
    return 'it is';
  });
  expect(await clock.runUntil(work)).toBe('it is');
  await clock.advance(600_000);
  expect(told[0]).toMatchObject({ type: 'function.waiting', key: 'api', what: 'version 5 to become Active' });
  expect(told.map((event) => (event.type === 'function.waiting' ? event.waitedMs / 1000 : null))).toEqual([
    5, 15, 35, 75, 135, 195,
  ]);
});

it('hides no error', async () => {
  const { clock, told, lasting } = waits();
  await expect(lasting('x', () => Promise.reject(new RangeError('no')))).rejects.toThrow('no');
  await clock.advance(60_000);
  expect(told).toEqual([]);
});
