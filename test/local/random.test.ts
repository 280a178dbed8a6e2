import { createRandom } from '../../src/local/random';

const uuids = (seed: number, count: number): string[] => {
  const random = createRandom(seed);
  return Array.from({ length: count }, () => random.uuid());
};

test('an id is a version-4 UUID', () => {
  for (const id of uuids(7, 1000))
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

test('the same seed gives the same ids and the same chance', () => {
  expect(uuids(7, 10)).toEqual(uuids(7, 10));
  const [one, two] = [createRandom(7), createRandom(7)];
  expect([one.next(), one.next()]).toEqual([two.next(), two.next()]);
});

test('worlds of different seeds share no id, also where one chance continues the other', () => {
  const seeds = [1, ...[1, 31, 32, 62].map((steps) => (1 + steps * 0x6d2b79f5) >>> 0)];
  const all = seeds.flatMap((seed) => uuids(seed, 1000));
  expect(new Set(all).size).toBe(all.length);
});
