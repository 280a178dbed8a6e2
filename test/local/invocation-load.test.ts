import { createGauge, shift } from '../../src/local/invocations/load';

const minuteMs = 60_000;

function watch(changes: readonly (readonly [by: 1 | -1, atMs: number])[]): [number, number][] {
  const gauge = createGauge();
  const told: [value: number, minute: number][] = [];
  for (const [by, nowMs] of changes)
    shift(gauge, { by, nowMs }, (value, atMs) => told.push([value, Math.floor(atMs / minuteMs)]));
  return told;
}

describe('what runs at once', () => {
  test('is told when a minute sees more than before, and not for less', () => {
    const at = 7 * minuteMs;
    expect(
      watch([
        [1, at],
        [1, at + 1],
        [-1, at + 2],
        [1, at + 3],
        [1, at + 4],
      ]),
    ).toEqual([
      [1, 7],
      [2, 7],
      [3, 7],
    ]);
  });

  test('counts in each minute that it goes on in, but not in those of an idle function', () => {
    expect(
      watch([
        [1, 3 * minuteMs],
        [-1, 6 * minuteMs],
        [1, 9 * minuteMs],
      ]),
    ).toEqual([
      [1, 3],
      [1, 4],
      [1, 5],
      [1, 6],
      [1, 9],
    ]);
  });

  test('is told of a quarter of an hour at most when it never ends', () => {
    const told = watch([
      [1, minuteMs],
      [1, 1000 * minuteMs],
    ]);
    expect(told).toHaveLength(18);
    expect(told.at(-1)).toEqual([2, 1000]);
  });
});
