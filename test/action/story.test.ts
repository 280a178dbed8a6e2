/** A journal completed by the log of the step that came to its release later. */
import { completed } from '../../action/story';
import type { Event } from '../../src/core/events';
import { later, release } from '../ui/examples';
import { moved, opening, seen, stepped } from '../ui/story';

const keys = ['api'];
const journal = [
  ...opening({ keys }),
  stepped(1, 10, 10),
  ...moved(keys, 10, 11),
  seen({ keys, seconds: 60, errors: 0 }),
];
const whole = (event: Event): Event => ({ ...event, at: Math.floor(event.at) });

test('what both have stands once, whatever the log lost of its time', () => {
  const exact = journal.map((event) => ({ ...event, at: event.at + 0.4 }));
  expect(completed(exact, exact.slice(2).map(whole))).toEqual(exact);
});

test('what the log alone has stands where it happened', () => {
  const warning = later('warning', 30, { message: 'the session ends early' });
  const last = later('release.finished', 90, { release, problems: ['lost'], exitCode: 4 });
  expect(completed(journal, [warning, last])).toEqual([
    ...journal.slice(0, -1),
    warning,
    ...journal.slice(-1),
    last,
  ]);
});

test('a look from outside, a good end of the command and a wish that was obeyed twice say nothing new', () => {
  const obeyed = later('wish.obeyed', 70, { what: 'abort', step: 1 });
  const log = [
    later('status.read', 20, {}),
    later('wish.obeyed', 75, { what: 'abort', step: 1 }),
    later('abort.finished', 80, { exitCode: 0, problems: [] }),
  ];
  expect(completed([...journal, obeyed], log)).toEqual([...journal, obeyed]);
});
