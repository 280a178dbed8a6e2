/** What the journal tells of a release that somebody else drives. */
import { ShipitError } from '../src/core/errors';
import type { Event } from '../src/core/events';
import { retell } from '../src/retell';
import { FakeClock } from './clock';
import { fakePorts } from './fakes';
import { later, release, startMs } from './ui/examples';

const setUp = () => {
  const clock = new FakeClock(startMs);
  const ports = fakePorts(clock);
  const controller = new AbortController();
  const told: Event[] = [];
  const tell = (event: Event): void => void told.push(event);
  const over = retell(ports, { release, stop: controller.signal, tell });
  const stop = async (): Promise<void> => {
    controller.abort();
    await over;
  };
  return { clock, ports, told, stop };
};

const types = (told: readonly Event[]): string[] => told.map(({ type }) => type);

test('what was is told at once, what comes when it is there, and each once', async () => {
  const clock = new FakeClock(startMs);
  const ports = fakePorts(clock);
  await ports.journal.append(release, later('release.started', 0));
  const controller = new AbortController();
  const told: Event[] = [];
  const over = retell(ports, { release, stop: controller.signal, tell: (event) => void told.push(event) });
  await clock.advance(0);
  expect(types(told)).toEqual(['release.started']);
  await ports.journal.append(release, later('rollout.held', 5));
  await clock.advance(3000);
  await ports.journal.append(release, later('rollout.restoring', 9));
  controller.abort();
  await over;
  expect(types(told)).toEqual(['release.started', 'rollout.held', 'rollout.restoring']);
});

test('a journal that is broken is said once, and read again', async () => {
  const { clock, ports, told, stop } = setUp();
  const broken = () => new ShipitError('journalBroken', 'line 3 does not follow');
  ports.journal.failNext('read', broken(), 'before');
  await clock.advance(0);
  ports.journal.failNext('read', broken(), 'before');
  await clock.advance(3000);
  await ports.journal.append(release, later('release.started', 0));
  await clock.advance(3000);
  await stop();
  expect(told).toMatchObject([
    { type: 'warning', message: 'line 3 does not follow' },
    { type: 'release.started' },
  ]);
});

test('one that takes long to read is read more rarely', async () => {
  const clock = new FakeClock(startMs);
  const ports = fakePorts(clock);
  let reads = 0;
  const read = (): Promise<Event[]> => {
    reads += 1;
    return new Promise((resolve) => clock.after(10_000, () => resolve([])));
  };
  const controller = new AbortController();
  const journal = { ...ports.journal, read } as unknown as typeof ports.journal;
  const over = retell({ journal, clock }, { release, stop: controller.signal, tell: () => {} });
  await clock.advance(350_000);
  expect(reads).toBe(4);
  controller.abort();
  await clock.advance(10_000);
  await clock.advance(10_000);
  await over;
});
