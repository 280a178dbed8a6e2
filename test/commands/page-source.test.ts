/** What the page of a release that is only looked at is told: the journal, and how it ended when the journal does not say so. */
import { FollowedRelease, OwnRelease } from '../../commands/base/page-source';
import type { Event } from '../../src/core/events';
import { FakeClock } from '../clock';
import { fakePorts } from '../fakes';
import { examples, later, release, startMs } from '../ui/examples';

const setUp = () => {
  const clock = new FakeClock(startMs);
  const ports = fakePorts(clock);
  const told: Event[] = [];
  const source = new FollowedRelease(ports, (event) => void told.push(event));
  const types = () => told.map(({ type }) => type);
  return { clock, ports, told, source, types };
};

test('is what the journal has, and rows beside it; an end is told once, as the journal has it', async () => {
  const { clock, ports, told, source, types } = setUp();
  await ports.journal.append(release, later('release.started', 0));
  source.hear(examples['status.read']);
  expect(source.release).toBe(release);
  await clock.advance(0);
  source.hear(later('rollout.held', 5));
  source.hear(later('release.finished', 60, { outcome: 'rolledBack' }));
  const over = source.end();
  await clock.advance(1000);
  await ports.journal.append(release, later('release.finished', 59, { outcome: 'aborted' }));
  await clock.advance(5000);
  await over;
  expect(types()).toEqual(['status.read', 'release.started', 'release.finished']);
  expect(told.at(-1)).toMatchObject({ outcome: 'aborted' });
});

test('is what was seen, where there is no journal, and nobody waits for one', async () => {
  const { clock, source, types } = setUp();
  source.hear(examples['status.read']);
  await clock.advance(0);
  source.hear(later('release.finished', 60));
  await source.end();
  expect(types()).toEqual(['status.read', 'release.finished']);
  expect(clock.nowMs()).toBe(startMs);
});

test('is what was seen, where the journal stays silent about the end', async () => {
  const { clock, ports, source, types } = setUp();
  await ports.journal.append(release, later('release.started', 0));
  source.hear(examples['status.read']);
  await clock.advance(0);
  source.hear(later('release.finished', 60));
  const over = source.end();
  await clock.advance(20_000);
  await over;
  expect(types()).toEqual(['status.read', 'release.started', 'release.finished']);
});

test('is nothing about a project at rest', async () => {
  const { source, types } = setUp();
  const [row] = examples['status.read'].functions;
  if (row) source.hear(later('status.read', 0, { functions: [{ ...row, state: 'idle' }] }));
  await source.end();
  expect([source.release, types()]).toEqual([null, ['status.read']]);
});

test('of an own release is whatever it tells, without its address and calls', () => {
  const told: Event[] = [];
  const source = new OwnRelease((event) => void told.push(event));
  for (const event of [
    examples['web.ready'],
    examples['aws.called'],
    examples['release.started'],
    examples['rollout.held'],
  ])
    source.hear(event);
  expect(told.map(({ type }) => type)).toEqual(['release.started', 'rollout.held']);
  expect(source.release).toBe(release);
});
