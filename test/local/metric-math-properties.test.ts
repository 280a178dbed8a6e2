import { AwsError } from '../../src/local/errors';
import { ExpressionProblem } from '../../src/local/math/problem';
import { runQueries } from '../../src/local/math/queries';
import { parseSearch } from '../../src/local/math/search-terms';
import { parseStatistic } from '../../src/local/metrics/statistics';
import fc from '../property';
import { minuteMs, noonMs } from './cloudwatch-world';
import { metricQuery, type Row, resultOf, worldOf } from './metric-math-world';

const words = [
  ...[
    'm1',
    'm2',
    'e1',
    '1',
    '2.5',
    '0',
    '+',
    '-',
    '*',
    '/',
    '^',
    '(',
    ')',
    '[',
    ']',
    ',',
    '<',
    '>=',
    '==',
    '!=',
  ],
  ...['AND', '||', 'SUM(', 'AVG(', 'FILL(', 'REPEAT', 'LINEAR', 'METRICS()', 'METRICS("m")', 'IF(', 'SORT('],
  ...[
    'ASC',
    'SLICE(',
    'FIRST(',
    'TIME_SERIES(',
    'RATE(',
    'PERIOD(',
    "SEARCH('{Shop} m1', 'Sum', 60)",
    "'",
    '"',
    ' ',
  ],
];

const world = worldOf({ m1: [1, null, 3], m2: [null, 5, -6] });

describe('whatever is written as an expression', () => {
  const run = (Expression: string): number => {
    const range = { startMs: noonMs, endMs: noonMs + 10 * minuteMs, periodS: null };
    const queries = [metricQuery('m1'), metricQuery('m2'), { Id: 'e1', Expression }];
    try {
      const values = [...runQueries(world, queries, range).values()].flatMap(({ series }) =>
        series.flatMap(({ points }) => points.map(({ value }) => value)),
      );
      return values.filter((value) => !Number.isFinite(value)).length;
    } catch (error) {
      if (error instanceof AwsError) return 0;
      throw error;
    }
  };

  it('gives numbers or an error of AWS', () => {
    const sentence = fc.array(fc.constantFrom(...words), { maxLength: 25 }).map((parts) => parts.join(' '));
    fc.assert(
      fc.property(fc.oneof(sentence, fc.string({ maxLength: 60 })), (text) => run(text) === 0),
      { numRuns: 2000 },
    );
  });
});

describe('whatever is written as a search or a statistic', () => {
  it('is read, or refused as no search', () => {
    const parts = [
      '{Shop,A}',
      '{',
      'MetricName=',
      '"a b"',
      'x',
      'AND',
      'OR',
      'NOT',
      '(',
      ')',
      '=',
      '\\',
      ',',
    ];
    const sentence = fc.array(fc.constantFrom(...parts), { maxLength: 15 }).map((all) => all.join(' '));
    const reads = (text: string): boolean => {
      try {
        return parseSearch(text) !== null;
      } catch (error) {
        return error instanceof ExpressionProblem;
      }
    };
    fc.assert(fc.property(fc.oneof(sentence, fc.string()), reads), { numRuns: 2000 });
  });

  it('is a statistic or none', () => {
    const text = fc.oneof(fc.string(), fc.stringMatching(/^(TM|PR|tm|p|WM)\(?[\d.:%]{0,8}\)?$/));
    fc.assert(
      fc.property(text, (written) => {
        const statistic = parseStatistic(written);
        return statistic === null || statistic.kind.length > 0;
      }),
    );
  });
});

/** Arithmetic as JavaScript does it, with brackets everywhere. */
interface Sum {
  readonly text: string;
  readonly value: (m1: number, m2: number) => number;
}

const sums = fc.letrec<{ sum: Sum }>((tie) => ({
  sum: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.nat(20).map((n): Sum => ({ text: String(n), value: () => n })),
    fc.constant<Sum>({ text: 'm1', value: (m1) => m1 }),
    fc.constant<Sum>({ text: 'm2', value: (_, m2) => m2 }),
    fc.tuple(fc.constantFrom('+', '-', '*'), tie('sum'), tie('sum')).map(
      ([sign, a, b]): Sum => ({
        text: `(${a.text} ${sign} ${b.text})`,
        value: (m1, m2) => {
          const [x, y] = [a.value(m1, m2), b.value(m1, m2)];
          return sign === '+' ? x + y : sign === '-' ? x - y : x * y;
        },
      }),
    ),
  ),
}));

describe('arithmetic over time series', () => {
  const minutes = { minLength: 5, maxLength: 5 };
  const number = fc.integer({ min: -9, max: 9 });
  const at = (row: Row, minute: number): number => row[minute] ?? 0;

  it('is arithmetic at each time', () => {
    const row = fc.array(number, minutes);
    fc.assert(
      fc.property(sums.sum, row, row, ({ text, value }, m1, m2) => {
        const result = resultOf(`${text} + 0 * m1`, { m1, m2 }, 5);
        result.forEach((found, minute) => {
          expect(found).toBeCloseTo(value(at(m1, minute), at(m2, minute)), 6);
        });
      }),
      { numRuns: 300 },
    );
  });

  it('takes what one of two lacks for 0, and leaves out what both lack', () => {
    const row = fc.array(fc.option(number), minutes);
    fc.assert(
      fc.property(fc.constantFrom('+', '-', '*'), row, row, (sign, m1, m2) => {
        const result = resultOf(`m1 ${sign} m2`, { m1, m2 }, 5);
        result.forEach((found, minute) => {
          const [a, b] = [at(m1, minute), at(m2, minute)];
          const worth = sign === '+' ? a + b : sign === '-' ? a - b : a * b;
          const isThere = (m1[minute] ?? m2[minute] ?? null) !== null;
          expect(found === null ? null : found + 0).toBe(isThere ? worth + 0 : null);
        });
      }),
    );
  });
});
