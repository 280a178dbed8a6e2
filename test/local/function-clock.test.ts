import { embeddedMetrics } from '../../src/local/logs/embedded';
import { addFunction, type DataPlane, dataPlane } from './data-plane-world';
import { call, loggedBy } from './runtime-calls';

const dayMs = 86_400_000;
const embedded = (Timestamp: number): string =>
  JSON.stringify({
    _aws: {
      Timestamp,
      CloudWatchMetrics: [{ Namespace: 'Shop', Dimensions: [[]], Metrics: [{ Name: 'Latency' }] }],
    },
    Latency: 5,
  });

describe('a metric that a function embeds in its log, in a world whose time is ahead', () => {
  const writerMs = Date.UTC(2026, 10, 20, 12);
  const nowMs = writerMs + 3 * dayMs;
  const timeOf = (saidMs: number): number[] =>
    embeddedMetrics(embedded(saidMs), { nowMs, writerMs }).map(({ atMs }) => atMs);

  it('counts at world time, though the function only knows its own', () => {
    expect(timeOf(writerMs)).toEqual([nowMs]);
    expect(timeOf(writerMs - 10_000)).toEqual([nowMs - 10_000]);
  });

  it('stays where it is when its time came out of an event of the world', () => {
    expect(timeOf(nowMs)).toEqual([nowMs]);
    expect(timeOf(nowMs - dayMs)).toEqual([nowMs - dayMs]);
  });

  it('stays where it is when it tells of the past', () => {
    expect(timeOf(writerMs - dayMs)).toEqual([writerMs - dayMs]);
  });
});

describe('code that runs', () => {
  let plane: DataPlane;
  beforeEach(() => {
    plane = dataPlane({ PATH: process.env.PATH });
  });
  afterEach(() => plane.close());

  it('has its metrics, its log stream and what Lambda says about it at world time', async () => {
    const LoggingConfig = { LogFormat: 'JSON', LogGroup: '/aws/lambda/api' };
    const code = `exports.handler = async () => { const Timestamp = Date.now(); process.stdout.write(${JSON.stringify(embedded(0))}.replace('"Timestamp":0', '"Timestamp":' + Timestamp) + '\\n'); };`;
    addFunction(plane, 'api', code, { LoggingConfig });
    await call(plane, 'api', {});
    const nowMs = plane.world.clock.nowMs();
    const [stream] = plane.world.logs.groups.get('/aws/lambda/api')?.streams.keys() ?? [];
    expect(stream?.slice(0, 10)).toBe(new Date(nowMs).toISOString().slice(0, 10).replaceAll('-', '/'));
    const report = loggedBy(plane, 'api').find((line) => line.includes('platform.report')) ?? '{}';
    expect(JSON.parse(report).time).toBe(new Date(nowMs).toISOString());
    const { series } = plane.world.metrics.dump();
    expect(JSON.stringify(series)).toContain('Latency');
  });
});
