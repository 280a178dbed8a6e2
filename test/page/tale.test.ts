/** What is kept of what a page is told. */
import type { Event } from '../../src/core/events';
import { Tale } from '../../src/page/tale';
import { fold } from '../../src/ui/fold';
import { emptyView } from '../../src/ui/view';
import { later } from '../ui/examples';
import { begun, rolling, wentBack } from './telling';

const keys = ['api', 'jobs'];
const events = [...begun(keys), ...rolling({ keys, readings: 60, failing: 0.1 }), ...wentBack(keys, 1900)];

function told(tale: Tale, most: number): Event[] {
  const all: Event[] = [];
  for (let chunk = tale.after(0, most); chunk; chunk = tale.after(chunk.upTo, most))
    all.push(...JSON.parse(chunk.text));
  return all;
}

test('is all of it, in order, in pieces of any size', () => {
  const tale = new Tale(10_000_000);
  for (const event of events) tale.add(event);
  for (const most of [1, 500, 1_000_000]) expect(told(tale, most)).toEqual(events);
  expect(tale.after(events.length, 1000)).toBeNull();
});

test('lets repeats go when it is too much, and still comes to the same end', () => {
  const size = JSON.stringify(events).length;
  const tale = new Tale(size / 3);
  for (const event of events) tale.add(event);
  const rest = told(tale, 10_000);
  expect(rest.length).toBeLessThan(events.length);
  const [whole, thinned] = [events, rest].map((list) => list.reduce(fold, emptyView));
  expect(thinned?.rollouts).toEqual(whole?.rollouts);
  expect(thinned?.ended).toEqual(whole?.ended);
  expect(thinned?.functions.get('api')?.counts).toEqual(whole?.functions.get('api')?.counts);
});

test('keeps whatever is news, however much', () => {
  const tale = new Tale(1000);
  for (let at = 0; at < 100; at += 1) tale.add(later('warning', at, { message: `word ${at}` }));
  expect(told(tale, 500)).toHaveLength(100);
});

test('lets heartbeats of aliases go, but the last', () => {
  const tale = new Tale(5000);
  for (let at = 0; at < 100; at += 1) tale.add(later('alias.written', at, { toRevision: `r${at}` }));
  const rest = told(tale, 500);
  expect(rest.length).toBeLessThan(40);
  expect(rest.at(-1)).toMatchObject({ toRevision: 'r99' });
});
