/** What is measured of the local AWS, each as figures beside a floor. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { putMetricAlarm } from '../../src/local/actions/cloudwatch/put-metric-alarm';
import { evaluateUntil } from '../../src/local/alarms/evaluation';
import { createAlarmBook } from '../../src/local/alarms/memory';
import { perform } from '../../src/local/invocations/perform';
import { Route } from '../../src/local/lambda/route';
import { createMetricStore } from '../../src/local/metrics/memory';
import { FakeClock } from '../../test/clock';
import { perSecond } from './clients';
import { functions, headers, makeActive, type Place } from './place';

const request = { payload: Buffer.from('{"id":7}'), clientContext: null };

/** Through the weighted alias, without HTTP. */
export function invokeDirectly({ world }: Place): () => Promise<unknown> {
  return () => perform(world, Route.resolve(world, 'orders', 'live'), request);
}

/** Through the weighted alias and the front door. */
export function invokeOverHttp({ client }: Place): () => Promise<unknown> {
  const path = `${functions}/orders:live/invocations`;
  return async () => {
    const { status, body } = await client.send('POST', path, { headers, body: '{"id":7}' });
    if (status !== 200) throw new Error(`${status} ${body}`);
  };
}

/** Milliseconds of the first invocation of a function, the least of several functions. */
export async function coldStart({ world, call }: Place, times: number): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let time = 0; time < times; time += 1) {
    await makeActive(call, `cold${time}`);
    const startedMs = performance.now();
    await perform(world, Route.resolve(world, `cold${time}`, null), request);
    best = Math.min(best, performance.now() - startedMs);
  }
  return best;
}

export const readAlias =
  ({ call }: Place): (() => Promise<unknown>) =>
  () =>
    call('GET', `${functions}/orders/aliases/live`);

export function moveAlias({ call }: Place): () => Promise<unknown> {
  let turn = 0;
  return () => {
    turn += 1;
    const RoutingConfig = { AdditionalVersionWeights: { 2: turn % 2 === 0 ? 0.1 : 0.2 } };
    return call('PUT', `${functions}/orders/aliases/live`, { RoutingConfig });
  };
}

/** Evaluations a second of so many alarms, each over the data of ten minutes, a minute of simulated time at a time. */
export function evaluateAlarms(count: number, minutes: number): number {
  const clock = new FakeClock(Date.UTC(2026, 10, 20, 12));
  const metrics = createMetricStore();
  const world = { account: '123456789012', region: 'eu-west-1', clock, metrics, alarms: createAlarmBook() };
  world.alarms.evaluatedMs = clock.nowMs();
  for (let alarm = 0; alarm < count; alarm += 1)
    putMetricAlarm(world, {
      AlarmName: `errors-${alarm}`,
      Namespace: 'AWS/Lambda',
      MetricName: 'Errors',
      Dimensions: [{ Name: 'FunctionName', Value: `f${alarm}` }],
      Statistic: 'Sum',
      Period: 60,
      EvaluationPeriods: 5,
      DatapointsToAlarm: 3,
      Threshold: 5,
      ComparisonOperator: 'GreaterThanThreshold',
    });
  const startMs = clock.nowMs();
  for (let point = 0; point < count * minutes; point += 1) {
    const id = { namespace: 'AWS/Lambda', name: 'Errors', dimensions: { FunctionName: `f${point % count}` } };
    const atMs = startMs + Math.floor(point / count) * 60_000;
    metrics.put({ ...id, value: point % 7, unit: 'Count', atMs, count: 1 });
  }
  const startedMs = performance.now();
  for (let minute = 1; minute <= minutes; minute += 1) evaluateUntil(world, startMs + minute * 60_000);
  return ((count * minutes) / (performance.now() - startedMs)) * 1000;
}

export interface Memory {
  readonly heapMb: number;
  readonly residentMb: number;
}

/** Of this process alone, after everything that is not needed any more has gone. */
function memoryNow(): Memory {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
  const { heapUsed, rss } = process.memoryUsage();
  return { heapMb: heapUsed / 2 ** 20, residentMb: rss / 2 ** 20 };
}

export async function memoryAfter(place: Place, invokes: number): Promise<readonly [Memory, Memory]> {
  const before = memoryNow();
  await perSecond(8, invokes, invokeDirectly(place));
  return [before, memoryNow()];
}
