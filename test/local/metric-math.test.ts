import { checkExpressions } from '../../src/local/math/queries';
import { metricQuery, refusalOfQueries, resultOf, resultsOf } from './metric-math-world';

const rows = { m1: [30, 20, 0, 0], m2: [20, null, 20, null] };

describe('metric math between time series', () => {
  it.each([
    ['m1 + m2', [50, 20, 20, 0]],
    ['m1 - m2', [10, 20, -20, 0]],
    ['m1 * 2', [60, 40, 0, 0]],
    ['2 * m1 + 1', [61, 41, 1, 1]],
    ['2 * (m1 + 1)', [62, 42, 2, 2]],
    ['m1 / m2', [1.5, null, 0, null]],
    ['100 / m1', [100 / 30, 5, null, null]],
    ['m1 / 0', [null, null, null, null]],
    ['2 ^ 3 ^ 2 + m1 * 0', [512, 512, 512, 512]],
    ['-2 ^ 2 + m1 * 0', [-4, -4, -4, -4]],
    ['- m1', [-30, -20, -0, -0]],
    ['1 - 2 - 3 + m1 * 0', [-4, -4, -4, -4]],
    ['m1 - -1', [31, 21, 1, 1]],
    ['.5e1 * m1', [150, 100, 0, 0]],
  ])('%s', (expression, expected) => {
    expect(resultOf(expression, rows, 4)).toEqual(expected);
  });

  it.each([
    ['m1 < m2', [0, 0, 1, 0]],
    ['m1 >= 30', [1, 0, 0, 0]],
    ['m1 > 15 AND m2 > 15', [1, 0, 0, 0]],
    ['m1 > 15 && m2 > 15', [1, 0, 0, 0]],
    ['m1 > 15 OR m2 > 15', [1, 1, 1, 0]],
    ['m1 == 0 || m1 == 30', [1, 0, 1, 1]],
    ['m1 != 0', [1, 1, 0, 0]],
    ['m1 <= 20', [0, 1, 1, 1]],
    ['m1 > 0 OR m1 == 0 AND 0 > 1', [1, 1, 0, 0]],
  ])('%s is true or false', (expression, expected) => {
    expect(resultOf(expression, rows, 4)).toEqual(expected);
  });
});

describe('functions of one time series', () => {
  const one = { m1: [4, null, 1, -2.5, 7] };
  it.each([
    ['ABS(m1)', [4, null, 1, 2.5, 7]],
    ['CEIL(m1)', [4, null, 1, -2, 7]],
    ['FLOOR(m1)', [4, null, 1, -3, 7]],
    ['DIFF(m1)', [null, null, -3, -3.5, 9.5]],
    ['DIFF_TIME(m1)', [null, null, 120, 60, 60]],
    ['RATE(m1) * 120', [null, null, -3, -7, 19]],
    ['RUNNING_SUM(m1)', [4, null, 5, 2.5, 9.5]],
    ['LOG10(m1 * 0 + 100)', [2, null, 2, 2, 2]],
    ['LOG(m1)', [Math.log(4), null, 0, null, Math.log(7)]],
    ['FILL(m1, 9)', [4, 9, 1, -2.5, 7]],
    ['FILL(m1, REPEAT)', [4, 4, 1, -2.5, 7]],
    ['FILL(m1, LINEAR)', [4, 2.5, 1, -2.5, 7]],
    ['FILL(m1, MIN(m1))', [4, -2.5, 1, -2.5, 7]],
    ['m1 * 0 + AVG(m1)', [2.375, null, 2.375, 2.375, 2.375]],
    ['m1 * 0 + SUM(m1)', [9.5, null, 9.5, 9.5, 9.5]],
    ['TIME_SERIES(MAX(m1))', [7, 7, 7, 7, 7]],
    ['TIME_SERIES(DATAPOINT_COUNT(m1))', [4, 4, 4, 4, 4]],
    ['TIME_SERIES(PERIOD(m1))', [60, 60, 60, 60, 60]],
    ['TIME_SERIES(STDDEV(FILL(m1, LINEAR) * 0 + 3))', [0, 0, 0, 0, 0]],
    ['MINUTE(m1)', [0, 1, 2, 3, 4]],
    ['HOUR(m1)', [12, 12, 12, 12, 12]],
    ['DAY(m1)', [5, 5, 5, 5, 5]],
    ['DATE(m1) + MONTH(m1) * 100 + YEAR(m1) * 10000', Array(5).fill(20261120)],
    ['EPOCH(m1) - 1795176000', [0, 60, 120, 180, 240]],
    ['IF(m1 < 4, m1)', [null, null, 1, -2.5, null]],
    ['IF(m1 < 4, 10, 2)', [2, null, 10, 10, 2]],
    ['IF(1 > 2, m1)', [null, null, null, null, null]],
    ['IF(2 > 1, m1)', [4, null, 1, -2.5, 7]],
  ])('%s', (expression, expected) => {
    expect(resultOf(expression, one, 5)).toEqual(expected);
  });

  it('fills nothing before the first point by repetition, and nothing outside by a line', () => {
    const gaps = { m1: [null, 2, null, 6, null] };
    expect(resultOf('FILL(m1, REPEAT)', gaps, 5)).toEqual([null, 2, 2, 6, 6]);
    expect(resultOf('FILL(m1, LINEAR)', gaps, 5)).toEqual([null, 2, 4, 6, null]);
  });

  it('fills a metric that has no data at all, so that an error rate is 0 and not missing', () => {
    const quiet = { e: [], i: [5, null, 10] };
    expect(resultOf('FILL(e, 0) / i', quiet, 3)).toEqual([0, null, 0]);
  });
});

describe('IF as its page shows it', () => {
  const three = { c: [1, 1, 0, 0, null], a: [30, null, 0, 0, 30], b: [0, 0, 20, null, 20] };
  it.each([
    ['IF(c, a, b)', [30, 0, 20, null, null]],
    ['IF(c, 5, b)', [5, 5, 20, null, null]],
    ['IF(c, a, 5)', [30, 0, 5, 5, null]],
  ])('%s', (expression, expected) => {
    expect(resultOf(expression, three, 5)).toEqual(expected);
  });
});

describe('functions of arrays', () => {
  const two = { errors4xx: [1, 2], errors5xx: [10, null, 30], requests: [100, 100, 100] };

  it.each([
    ['SUM(METRICS("errors"))', [11, 2, 30]],
    ['SUM([METRICS("4xx"), METRICS("5xx")])', [11, 2, 30]],
    ['AVG([errors4xx, errors5xx])', [5.5, 1, 15]],
    ['MAX(METRICS())', [100, 100, 100]],
    ['MIN(METRICS("errors"))', [1, 2, 30]],
    ['DATAPOINT_COUNT(METRICS())', [3, 2, 2]],
    ['STDDEV([errors4xx, errors5xx])', [4.5, 0, 0]],
    ['TIME_SERIES(METRIC_COUNT(METRICS()))', [3, 3, 3]],
    ['FIRST(SORT(METRICS(), AVG, DESC))', [100, 100, 100]],
    ['LAST(SORT(METRICS(), SUM, DESC))', [1, 2, null]],
    ['FILL(errors5xx, errors4xx)', [10, 2, 30]],
    ['SUM(METRICS("errors")) / SUM(METRICS("requests")) * 100', [11, 2, 30]],
    ['SUM(100 / [errors4xx, errors5xx])', [110, 50, 100 / 30]],
    ['SUM(-[errors4xx, errors5xx])', [-11, -2, -30]],
  ])('%s', (expression, expected) => {
    expect(resultOf(expression, two, 3)).toEqual(expected);
  });

  it('give several results with the labels of their metrics', () => {
    expect(resultsOf('METRICS("errors") * 10', two)).toEqual([
      ['errors4xx', [10, 20]],
      ['errors5xx', [100, 300]],
    ]);
    const labels = (expression: string): string[] => resultsOf(expression, two).map(([label]) => label);
    expect(labels('SORT(METRICS(), MAX, ASC)')).toEqual(['errors4xx', 'errors5xx', 'requests']);
    expect(labels('SORT(METRICS(), SUM, DESC, 1)')).toEqual(['requests']);
    expect(labels('SLICE(SORT(METRICS(), AVG, DESC), 1)')).toEqual(['errors5xx', 'errors4xx']);
    expect(labels('SLICE(METRICS(), 0, 1)')).toEqual(['errors4xx']);
  });

  it('leave out what is empty when asked', () => {
    expect(resultsOf('METRICS()', { a: [1], b: [] })).toEqual([
      ['a', [1]],
      ['b', []],
    ]);
    expect(resultsOf('REMOVE_EMPTY(METRICS())', { a: [1], b: [] })).toEqual([['a', [1]]]);
  });
});

describe('an expression is refused', () => {
  const told = (Expression: string): string =>
    refusalOfQueries([metricQuery('m1'), { Id: 'e1', Expression }]);

  it.each([
    ['', 'Invalid syntax'],
    ['m1 +', 'Invalid syntax'],
    ['(m1', 'Invalid syntax'],
    ['m1)', 'Invalid syntax'],
    ['m1 m1', 'Invalid syntax'],
    ['m1 ? 1 : 2', 'Invalid syntax'],
    ['"text"', 'Invalid syntax'],
    ["SUM('m1", 'Invalid syntax'],
    [`${'('.repeat(500)}m1${')'.repeat(500)}`, 'Invalid syntax'],
    ['-'.repeat(2000), 'Invalid syntax'],
    ['m2', "Undefined variable 'm2'"],
    ['constructor', "Undefined variable 'constructor'"],
    ['FOO(m1)', "Function 'FOO' not found"],
    ['sum(m1)', "Function 'sum' not found"],
    ['toString()', "Function 'toString' not found"],
    ['ANOMALY_DETECTION_BAND(m1, 2)', "Function 'ANOMALY_DETECTION_BAND' is not available in the local AWS"],
    ['SELECT AVG(x) FROM "AWS/EC2"', 'Metrics Insights queries are not available in the local AWS'],
    ['AVG(m1)', 'The result must be a time series or an array of time series'],
    ['5', 'The result must be a time series or an array of time series'],
    ['ABS(5)', "Unsupported operand type(s) for ABS: '[Scalar]'"],
    ['MAX(1, 2)', "Unsupported operand type(s) for MAX: '[Scalar, Scalar]'"],
    ['METRICS() + METRICS()', "Unsupported operand type(s) for +: '[TimeSeries[], TimeSeries[]]'"],
    ['METRICS() > 5', "Unsupported operand type(s) for >: '[TimeSeries[], Scalar]'"],
    ['[1, m1]', "Unsupported operand type(s) for []: '[Scalar, TimeSeries]'"],
    ['IF(1, 2, 3)', "Unsupported operand type(s) for IF: '[Scalar, Scalar, Scalar]'"],
    ['FIRST(m1)', "Unsupported operand type(s) for FIRST: '[TimeSeries]'"],
    ['PERIOD(m1 + 1) * m1', 'PERIOD takes the id of a metric'],
    ['FILL(m1)', "Invalid arguments for function 'FILL'"],
    ['SORT(METRICS(), MEDIAN, ASC)', "Invalid arguments for function 'SORT'"],
    ['METRICS(m1)', "Invalid arguments for function 'METRICS'"],
    ['SEARCH(m1)', "Invalid arguments for function 'SEARCH'"],
    ["SEARCH('{', 'Sum', 60)", 'Invalid search expression'],
    ["SEARCH('x', 'Median', 60)", "Invalid statistic 'Median'"],
    ["SEARCH('x', 'Sum', 61)", 'Invalid period 61'],
  ])('%s', (expression, problem) => {
    expect(told(expression)).toBe(`Error in expression 'e1': ${problem}`);
  });

  it('that goes round in a circle', () => {
    const queries = [
      { Id: 'e1', Expression: 'e2 + 1' },
      { Id: 'e2', Expression: 'e1 * 2' },
    ];
    expect(refusalOfQueries(queries)).toBe("Error in expression 'e2': Circular reference to 'e1'");
    expect(refusalOfQueries([{ Id: 'e1', Expression: 'e1' }])).toBe(
      "Error in expression 'e1': Circular reference to 'e1'",
    );
  });

  it('and its kind is known without any data', () => {
    const queries = [
      metricQuery('m1'),
      { Id: 'e1', Expression: 'METRICS()' },
      { Id: 'e2', Expression: 'SUM(e1) / m1' },
    ];
    expect([...checkExpressions(queries)]).toEqual([
      ['m1', 'series'],
      ['e1', 'array'],
      ['e2', 'series'],
    ]);
  });
});
