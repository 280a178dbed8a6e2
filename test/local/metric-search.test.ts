import { runQueries } from '../../src/local/math/queries';
import { hasWords } from '../../src/local/math/words';
import { minuteMs, noonMs, testWorld } from './cloudwatch-world';

const metrics: [namespace: string, name: string, dimensions: { [name: string]: string }][] = [
  ['AWS/Lambda', 'Errors', {}],
  ['AWS/Lambda', 'Errors', { FunctionName: 'orders' }],
  ['AWS/Lambda', 'Errors', { FunctionName: 'users' }],
  ['AWS/Lambda', 'Invocations', { FunctionName: 'orders' }],
  ['AWS/Lambda', 'Errors', { FunctionName: 'orders', Resource: 'orders:live' }],
  ['My Namespace', 'Custom:Name(x)', { 'Dimension@Name': 'a' }],
  ['Shop', 'CustomCount1', { Stage: 'prod' }],
];

function search(query: string): string[] {
  const world = testWorld();
  metrics.forEach(([namespace, name, dimensions], index) => {
    world.metrics.put({ namespace, name, dimensions, atMs: noonMs, value: index, count: 1, unit: 'None' });
  });
  world.metrics.put({
    ...{ namespace: 'Shop', name: 'Old', dimensions: {}, value: 99, count: 1, unit: 'None' },
    atMs: noonMs - 15 * 24 * 60 * minuteMs,
  });
  const queries = [{ Id: 'e1', Expression: `SEARCH('${query}', 'Sum', 60)` }];
  const range = { startMs: noonMs, endMs: noonMs + minuteMs, periodS: null };
  const found = runQueries(world, queries, range).get('e1')?.series ?? [];
  return found.map(({ label, points }) => `${points[0]?.value} ${label}`);
}

const numbers = (query: string): string =>
  search(query)
    .map((line) => line.split(' ')[0])
    .join(' ');

describe('SEARCH', () => {
  it('finds what has exactly the dimensions of its schema, and labels it by what differs', () => {
    expect(search('{AWS/Lambda,FunctionName} MetricName="Errors"')).toEqual(['1 orders', '2 users']);
    expect(search('{AWS/Lambda, FunctionName, Resource}')).toEqual(['4 Errors']);
    expect(search('{AWS/Lambda,FunctionName} orders')).toEqual(['1 Errors', '3 Invocations']);
  });

  it.each([
    ['{AWS/Lambda}', '0 1 2 3 4'],
    ['{AWS/Lambda}, Errors', '0 1 2 4'],
    ['{AWS/Lambda,FunctionName} errors orders', '1'],
    ['{AWS/Lambda,FunctionName} errors AND orders', '1'],
    ['{AWS/Lambda,FunctionName} "errors"', ''],
    ['{AWS/Lambda,FunctionName} MetricName="Errors" NOT orders', '2'],
    [
      '{AWS/Lambda,FunctionName} MetricName="Errors" OR (MetricName="Invocations" AND (users OR orders))',
      '1 2 3',
    ],
    ['NOT Namespace=AWS', '5 6'],
    ['FunctionName=orders', '1 3 4'],
    ['FunctionName="order"', ''],
    ['Namespace="AWS/Lambda" Resource="orders:live"', '4'],
    ['{"My Namespace", "Dimension@Name"} "Custom:Name\\(x\\)"', '5'],
    ['count', '6'],
    ['COUNT', '6'],
    ['couNT', ''],
    ['CustomCount', '6'],
    ['customcount', ''],
    ['Custom-Count', '6'],
    ['Stage = prod', '6'],
    [':aws.AccountId = "LOCAL" custom', '5 6'],
    [':aws.AccountId = "1" custom', ''],
    ['Old', ''],
    ['nothing', ''],
  ])('%s', (query, expected) => {
    expect(numbers(query)).toBe(expected);
  });

  it('finds 500 metrics at most, and says so', () => {
    const world = testWorld();
    for (let index = 0; index < 501; index += 1)
      world.metrics.put({
        ...{
          namespace: 'Shop',
          name: `m${index}`,
          dimensions: {},
          atMs: noonMs,
          value: 1,
          count: 1,
          unit: 'None',
        },
      });
    const queries = [{ Id: 'e1', Expression: "SEARCH('{Shop}', 'Sum', 60)" }];
    const range = { startMs: noonMs, endMs: noonMs + minuteMs, periodS: null };
    const { series, messages } = runQueries(world, queries, range).get('e1') ?? {};
    expect(series).toHaveLength(500);
    expect(messages?.map(({ Code }) => Code)).toEqual(['MaxMetricsExceeded']);
  });
});

describe('a word is found in a name', () => {
  it.each([
    ['CustomCount1', 'customcount1', true],
    ['CustomCount1', '1', true],
    ['CustomCount1', 'Count1', true],
    ['CustomCount1', 'count1', false],
    ['SDBFailure', 'sdb', true],
    ['SDBFailure', 'failure', true],
    ['Project2-trial333', 'trial', true],
    ['Project2-trial333', 'project2trial333', true],
    ['Network-Errors-2', 'network/errors', true],
    ['NetworkErrors2', 'Network_Errors', true],
    ['NetworkErrors2', 'network errors 3', false],
    ['NetworkErrors2', '---', false],
  ])('%s, %s: %s', (name, term, expected) => {
    expect(hasWords(name, term)).toBe(expected);
  });
});
