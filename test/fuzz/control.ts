/** The control endpoints, with the token and without: what no project file would bring along. */
import { type FuzzRequest, jsonOf } from './requests';
import { anything, type Chance, pick } from './texts';

const faults = [
  { action: '*', kind: 'throttle', rate: 0.01 },
  { action: 'GetFunction', kind: 'error', rate: 0.5, times: 3 },
  { action: 'UpdateAlias', kind: 'errorAfter', rate: 0.2 },
  { action: '*', kind: 'latency', rate: 0.01, ms: 1000 },
  { action: 'GetAlias', kind: 'timeout', rate: 1, times: 1 },
  { action: '*', kind: 'stale', rate: 0.5 },
  { action: '*', kind: 'x', rate: 2 },
];
const stack = {
  StackName: 'shop',
  Outputs: [{ OutputKey: 'a', OutputValue: 'b', ExportName: 'e' }],
  Resources: [
    { LogicalResourceId: 'Orders', PhysicalResourceId: 'orders', ResourceType: 'AWS::Lambda::Function' },
  ],
};
const alarm = {
  AlarmName: 'errors',
  Namespace: 'AWS/Lambda',
  MetricName: 'Errors',
  Statistic: 'Sum',
  Period: 60,
  EvaluationPeriods: 1,
  Threshold: 1,
  ComparisonOperator: 'GreaterThanThreshold',
};
const traffic = { function: 'orders', alias: 'live', perSecond: 5, events: ['{}'] };

type Body = (next: Chance) => unknown;

/** A reset would take away what others look at, so it is rare. */
const endpoints: readonly (readonly [string, string, Body])[] = [
  ['GET', '/_shipit/health', () => ({})],
  ['GET', '/_shipit/clock', () => ({})],
  [
    'PUT',
    '/_shipit/clock',
    (next) => ({ speed: pick<unknown>(next, [30, 60, 600, 0, -1, 1e300, '2', null]) }),
  ],
  ['PUT', '/_shipit/clock', (next) => ({ nowMs: pick<unknown>(next, [0, -1, 1e300, 'x', null]) })],
  ['POST', '/_shipit/seed', () => ({ alarms: [alarm], stacks: [stack] })],
  ['POST', '/_shipit/seed', (next) => ({ alarms: anything(next, 0) })],
  ['POST', '/_shipit/seed', (next) => ({ stacks: [{ ...stack, Outputs: anything(next, 0) }] })],
  ['POST', '/_shipit/seed', (next) => ({ images: [anything(next, 0)] })],
  ['GET', '/_shipit/faults', () => ({})],
  ['POST', '/_shipit/faults', (next) => ({ faults: [pick(next, faults)], seed: 3 })],
  ['POST', '/_shipit/faults', (next) => ({ faults: anything(next, 0) })],
  ['POST', '/_shipit/faults', () => ({ faults: [] })],
  ['POST', '/_shipit/faults', () => ({ faults: [] })],
  ['GET', '/_shipit/deliveries', () => ({})],
  ['POST', '/_shipit/traffic', (next) => ({ ...traffic, alias: pick(next, ['live', 'x', '']) })],
  ['POST', '/_shipit/traffic', (next) => anything(next, 0)],
  ['GET', '/_shipit/visit', () => ({})],
  ['DELETE', '/_shipit/clock', () => ({})],
  ['POST', '/_shipit/nothing', () => ({})],
];

/** One in six comes without the token, and must not get anywhere. */
export function controlRequest(next: Chance, token: string): FuzzRequest {
  const [method, path, body] =
    next() < 0.002 ? (['POST', '/_shipit/reset', () => ({})] as const) : pick(next, endpoints);
  const named = pick(next, [token, token, token, token, token, 'wrong']);
  const what = named === token ? `control ${method} ${path}` : 'control without token';
  return { what, method, path, headers: { 'x-shipit-token': named }, body: jsonOf(body(next)) };
}
