import type { AlarmStateValue } from '../../src/local/alarms/book';
import { type Criteria, decide, type Missing, rangeLength } from '../../src/local/alarms/decide';

const treatments = ['missing', 'ignore', 'breaching', 'notBreaching'] as const;

const criteria = (toAlarm: number, missing: Missing): Criteria => ({
  comparison: 'GreaterThanThreshold',
  threshold: 5,
  periods: 3,
  toAlarm,
  missing,
  enoughSamples: 0,
});

/** `0` within the threshold, `X` breaching, `-` missing; oldest first, as the User Guide writes it. */
const range = (signs: string) =>
  signs.split(' ').map((sign, index) => ({
    atMs: index * 60_000,
    value: sign === '-' ? null : sign === 'X' ? 9 : 1,
    sampleCount: sign === '-' ? 0 : 1,
  }));

const states: readonly AlarmStateValue[] = ['OK', 'ALARM', 'INSUFFICIENT_DATA'];

function expectState(signs: string, with_: Criteria, expected: string): void {
  for (const current of states)
    expect(decide(range(signs), with_, current).state).toBe(expected === 'keep' ? current : expected);
}

/** The two tables of the User Guide, "How alarm state is evaluated when data is missing". */
const tables: [toAlarm: number, rows: [signs: string, ...expected: [string, string, string, string]][]][] = [
  [
    3,
    [
      ['0 - X - X', 'OK', 'OK', 'OK', 'OK'],
      ['0 - - - -', 'OK', 'OK', 'OK', 'OK'],
      ['- - - - -', 'INSUFFICIENT_DATA', 'keep', 'ALARM', 'OK'],
      ['0 X X - X', 'ALARM', 'ALARM', 'ALARM', 'ALARM'],
      ['- - X - -', 'ALARM', 'keep', 'ALARM', 'OK'],
    ],
  ],
  [
    2,
    [
      ['0 - X - X', 'ALARM', 'ALARM', 'ALARM', 'ALARM'],
      ['0 0 X 0 X', 'ALARM', 'ALARM', 'ALARM', 'ALARM'],
      ['0 - X - -', 'OK', 'OK', 'ALARM', 'OK'],
      ['- - - - 0', 'OK', 'OK', 'ALARM', 'OK'],
      ['- - - X -', 'ALARM', 'keep', 'ALARM', 'OK'],
    ],
  ],
];

const cells = tables.flatMap(([toAlarm, rows]) =>
  rows.flatMap(([signs, ...expected]) =>
    treatments.map((missing, column) => ({ toAlarm, signs, missing, expected: expected[column] ?? '' })),
  ),
);

describe('the tables of the CloudWatch User Guide', () => {
  it.each(cells)('$toAlarm of 3, $signs with missing data as $missing gives $expected', (cell) => {
    expectState(cell.signs, criteria(cell.toAlarm, cell.missing), cell.expected);
  });

  it('look back over five periods for three evaluation periods', () => {
    expect(rangeLength(3)).toBe(5);
  });
});

describe('an alarm that has seen one bad minute', () => {
  it.each(['- - - - X', '- - - X -'])('does not alarm before its time: %s', (signs) => {
    expectState(signs, criteria(3, 'missing'), 'OK');
    expectState(signs, criteria(3, 'ignore'), 'keep');
  });

  it('alarms once the bad minute is as old as the datapoints it needs', () => {
    expectState('- - X - -', criteria(3, 'missing'), 'ALARM');
    expectState('- X - - -', criteria(3, 'missing'), 'ALARM');
    expectState('0 - X - -', criteria(3, 'missing'), 'ALARM');
  });

  it('does not alarm when something good came after it', () => {
    expectState('- X 0 - -', criteria(3, 'missing'), 'OK');
  });
});

describe('an alarm whose data is complete', () => {
  it('looks at no more than its evaluation periods', () => {
    expectState('X X 0 0 0', criteria(2, 'missing'), 'OK');
    expectState('0 0 X X X', criteria(3, 'missing'), 'ALARM');
  });

  it('takes older points into account only to replace missing ones, and says which it took', () => {
    const { evaluated } = decide(range('0 X X - X'), criteria(3, 'notBreaching'), 'OK');
    expect(evaluated.map((point) => point.atMs / 60_000)).toEqual([1, 2, 4]);
    const filled = decide(range('- - X - -'), criteria(3, 'notBreaching'), 'OK');
    expect(filled.evaluated.map((point) => point.value)).toEqual([9, null, null]);
  });

  it.each([
    ['GreaterThanThreshold', 5, 'OK'],
    ['GreaterThanOrEqualToThreshold', 5, 'ALARM'],
    ['LessThanThreshold', 5, 'OK'],
    ['LessThanOrEqualToThreshold', 5, 'ALARM'],
    ['GreaterThanThreshold', 5.1, 'ALARM'],
    ['LessThanThreshold', 4.9, 'ALARM'],
  ] as const)('compares by %s: %d gives %s', (comparison, value, expected) => {
    const points = [{ atMs: 0, value, sampleCount: 1 }];
    const one = { ...criteria(1, 'missing'), comparison, periods: 1 };
    expect(decide(points, one, 'INSUFFICIENT_DATA').state).toBe(expected);
  });
});

describe('a percentile of too few samples', () => {
  const points = [{ atMs: 0, value: 9, sampleCount: 99 }];
  const one = { ...criteria(1, 'missing'), periods: 1 };

  it('keeps the state when the alarm ignores low sample counts', () => {
    expect(decide(points, { ...one, enoughSamples: 100 }, 'OK').state).toBe('OK');
  });

  it('is taken as it is otherwise', () => {
    expect(decide(points, { ...one, enoughSamples: 0 }, 'OK').state).toBe('ALARM');
    expect(decide(points, { ...one, enoughSamples: 99 }, 'OK').state).toBe('ALARM');
  });
});
