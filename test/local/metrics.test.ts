import { createMetricStore } from '../../src/local/metrics/memory';
import { readSeries } from '../../src/local/metrics/series';
import { parseStatistic, statisticOf } from '../../src/local/metrics/statistics';
import type { MetricStore } from '../../src/local/metrics/store';

const id = { namespace: 'Shop', name: 'Latency', dimensions: { Stage: 'prod', Region: 'eu' } };
const minuteMs = 60_000;
const startMs = Date.UTC(2026, 10, 20, 12);

function put(store: MetricStore, minutes: number, value: number, more: object = {}): void {
  store.put({ ...id, atMs: startMs + minutes * minuteMs, value, count: 1, unit: 'Milliseconds', ...more });
}

function stat(store: MetricStore, name: string, minutes = 60): number | null {
  const statistic = parseStatistic(name);
  if (!statistic) throw new Error(`${name} is no statistic`);
  return statisticOf(statistic, store.read(id, startMs, startMs + minutes * minuteMs));
}

describe('a metric', () => {
  it('is found whatever the order of its dimensions, and only with all of them', () => {
    const store = createMetricStore();
    put(store, 0, 5);
    const sameId = { ...id, dimensions: { Region: 'eu', Stage: 'prod' } };
    const fewer = { ...id, dimensions: { Stage: 'prod' } };
    expect(store.read(sameId, startMs, startMs + minuteMs)).toHaveLength(1);
    expect(store.read(fewer, startMs, startMs + minuteMs)).toHaveLength(0);
  });

  it('is stored by the minute, start inclusive and end exclusive', () => {
    const store = createMetricStore();
    for (const minutes of [0, 0.99, 1, 1.5, 2]) put(store, minutes, 1);
    const buckets = store.read(id, startMs, startMs + 2 * minuteMs);
    expect(buckets.map((bucket) => [(bucket.atMs - startMs) / minuteMs, bucket.summary.sampleCount])).toEqual(
      [
        [0, 2],
        [1, 2],
      ],
    );
  });

  it('takes points that arrive late, in their own minute', () => {
    const store = createMetricStore();
    for (const minutes of [3, 1, 2, 1.2]) put(store, minutes, minutes);
    const buckets = store.read(id, startMs, startMs + 9 * minuteMs);
    expect(buckets.map((bucket) => (bucket.atMs - startMs) / minuteMs)).toEqual([1, 2, 3]);
    expect(buckets[0]?.summary.sampleCount).toBe(2);
  });

  it('is stored by the second when it is of high resolution', () => {
    const store = createMetricStore();
    put(store, 0.5, 1, { highResolution: true });
    expect(store.read(id, startMs, startMs + minuteMs)[0]?.atMs).toBe(startMs + 30_000);
  });

  it('becomes coarser after 15 and 63 days, and loses nothing of its sum', () => {
    const store = createMetricStore();
    const day = 24 * 60;
    for (let minute = 0; minute < 120; minute += 1) put(store, minute, minute);
    const starts = (): number[] =>
      store.read(id, startMs, startMs + 120 * minuteMs).map((bucket) => (bucket.atMs - startMs) / minuteMs);
    put(store, 15 * day, 0);
    expect(starts()).toHaveLength(120);
    put(store, 15 * day + 120, 0);
    expect(starts()).toEqual(Array.from({ length: 24 }, (_, index) => index * 5));
    put(store, 63 * day + 120, 0);
    expect(starts()).toEqual([0, 60]);
    expect(stat(store, 'Sum', 120)).toBe((119 * 120) / 2);
    put(store, 2, 1000);
    expect(starts()).toEqual([0, 60]);
    expect(store.read(id, startMs, startMs + 5 * minuteMs)[0]?.summary.maximum).toBe(1000);
  });

  it('keeps seconds for three hours', () => {
    const store = createMetricStore();
    for (const second of [0, 1, 2]) put(store, second / 60, 1, { highResolution: true });
    put(store, 180, 1, { highResolution: true });
    expect(store.read(id, startMs, startMs + minuteMs)).toHaveLength(3);
    put(store, 185, 1, { highResolution: true });
    expect(store.read(id, startMs, startMs + minuteMs)).toHaveLength(1);
    put(store, 0.5, 1, { highResolution: true });
    expect(stat(store, 'SampleCount', 1)).toBe(4);
  });

  it('is forgotten after 455 days', () => {
    const store = createMetricStore();
    put(store, 0, 1);
    put(store, 454 * 24 * 60, 1);
    expect(store.read(id, 0, startMs + 24 * 60 * minuteMs)).toHaveLength(1);
    put(store, 456 * 24 * 60, 1);
    expect(store.read(id, 0, startMs + 24 * 60 * minuteMs)).toEqual([]);
  });

  it('keeps minutes for less long in a world of many busy metrics', () => {
    const store = createMetricStore();
    for (let minute = 0; minute < 4200; minute += 1)
      for (let index = 0; index < 40; index += 1) put(store, minute, 1, { name: `busy${index}` });
    const busy = { ...id, name: 'busy7' };
    const buckets = store.read(busy, startMs, startMs + 4200 * minuteMs);
    expect(buckets.length).toBeLessThan(4200);
    expect(buckets.reduce((sum, bucket) => sum + bucket.summary.sum, 0)).toBe(4200);
    expect(store.read(busy, startMs + 4100 * minuteMs, startMs + 4200 * minuteMs)).toHaveLength(100);
  });

  it('survives being written down and read again', () => {
    const store = createMetricStore();
    for (let minute = 0; minute < 300; minute += 1) put(store, minute, minute % 7);
    store.putSet({
      ...id,
      atMs: startMs,
      unit: 'Milliseconds',
      set: { sampleCount: 2, sum: 9, minimum: 4, maximum: 5 },
    });
    const copy = createMetricStore();
    copy.load(JSON.parse(JSON.stringify(store.dump())));
    expect(copy.read(id, startMs, startMs + 300 * minuteMs)).toEqual(
      store.read(id, startMs, startMs + 300 * minuteMs),
    );
    expect(copy.list()).toEqual(store.list());
  });
});

describe('a busy minute of durations', () => {
  const store = createMetricStore();
  for (let index = 0; index < 10_000; index += 1) put(store, 0, 100 + index / 100);

  it('stays small, with exact sums and percentiles to three digits', () => {
    const [bucket] = store.read(id, startMs, startMs + minuteMs);
    expect(bucket?.values.size).toBeLessThan(600);
    expect(stat(store, 'SampleCount')).toBe(10_000);
    expect(stat(store, 'Average')).toBeCloseTo(149.995, 6);
    expect(stat(store, 'Maximum')).toBe(199.99);
    expect(stat(store, 'p50')).toBeCloseTo(150, -1);
    expect(stat(store, 'p99')).toBeCloseTo(199, -1);
  });
});

describe('statistics of 1 to 10', () => {
  const store = createMetricStore();
  for (let value = 1; value <= 10; value += 1) put(store, value % 3, value);

  it.each([
    ['SampleCount', 10],
    ['Sum', 55],
    ['Average', 5.5],
    ['Minimum', 1],
    ['Maximum', 10],
    ['p50', 5],
    ['p90', 9],
    ['p99.9', 10],
    ['p0', 1],
    ['p100', 10],
    ['tm90', 5],
    ['TM(10%:90%)', 5.5],
    ['TM(:5)', 3],
    ['tc90', 9],
    ['TC(2:5)', 3],
    ['ts90', 45],
    ['TS(80%:)', 19],
    ['PR(:3)', 30],
    ['PR(3:5)', 20],
    ['PR(9:)', 10],
    ['wm80', 5.2],
    ['IQM', 5.5],
    ['TM(25%:75%)', 5.5],
    ['TM(:90%)', 5],
    ['TM(2:8)', 5.5],
    ['tm0.0000000001', 1],
    ['WM(20%:80%)', 5.3],
    ['WM(3:7)', 5.2],
    ['WM(:5)', 4],
    ['TC(:50%)', 5],
    ['TC(5:)', 5],
    ['TC(0.5:1)', 1],
    ['TS(:50%)', 15],
    ['TS(8:)', 19],
    ['TS(2:4)', 7],
    ['PR(0:10)', 100],
    ['PR(10:20)', 0],
    ['p99.999', 10],
  ])('%s is %d', (name, expected) => {
    expect(stat(store, name)).toBeCloseTo(expected, 9);
  });

  it.each([
    ...['sum', 'p101', 'p', 'P90', 'TM90', 'tm(1:2)', 'iqm', 'pr90', 'PR90', 'p1.12345678901', 'p-1', ' p9'],
    ...['TM(5:2)', 'TM(5:5)', 'TM(:)', 'TM()', 'TM(1:50%)', 'TM(:101%)', 'TM(-1:2)', 'TM(1:2:3)', 'TM(1: 2)'],
    ...['PR(1%:2%)', 'toString', 'TM(x:2)', 'TM(1e3:)', 'WM(%:)', 'IQM()', ''],
  ])('%s is no statistic', (name) => {
    expect(parseStatistic(name)).toBeNull();
  });
});

describe('data that was put as statistic sets', () => {
  it('has sums but no percentiles', () => {
    const store = createMetricStore();
    store.putSet({
      ...id,
      atMs: startMs,
      unit: 'None',
      set: { sampleCount: 4, sum: 20, minimum: 1, maximum: 9 },
    });
    put(store, 0, 30, { unit: 'None' });
    expect(
      ['SampleCount', 'Sum', 'Average', 'Minimum', 'Maximum', 'p50'].map((name) => stat(store, name)),
    ).toEqual([5, 50, 10, 1, 30, null]);
  });

  it('has percentiles when all its samples are alike', () => {
    const store = createMetricStore();
    store.putSet({
      ...id,
      atMs: startMs,
      unit: 'None',
      set: { sampleCount: 4, sum: 20, minimum: 5, maximum: 5 },
    });
    expect(stat(store, 'p99')).toBe(5);
  });
});

describe('a series', () => {
  const store = createMetricStore();
  for (const minutes of [0, 1, 4, 5, 11]) put(store, minutes, 1);
  put(store, 4, 7, { unit: 'Seconds' });
  const question = {
    id,
    statistic: { kind: 'Sum' } as const,
    periodMs: 5 * minuteMs,
    fromMs: startMs,
    toMs: startMs + 20 * minuteMs,
    unit: null,
  };

  it('counts its periods from the start of the question and leaves out empty ones', () => {
    expect(readSeries(store, question).points).toEqual([
      { atMs: startMs, value: 3, sampleCount: 3 },
      { atMs: startMs + 5 * minuteMs, value: 1, sampleCount: 1 },
      { atMs: startMs + 10 * minuteMs, value: 1, sampleCount: 1 },
    ]);
    const later = readSeries(store, { ...question, fromMs: startMs + 4 * minuteMs });
    expect(later.points[0]).toEqual({ atMs: startMs + 4 * minuteMs, value: 2, sampleCount: 2 });
  });

  it('answers for one unit and says which there are', () => {
    expect(readSeries(store, question).units).toEqual(['Milliseconds', 'Seconds']);
    expect(readSeries(store, { ...question, unit: 'Seconds' }).points.map((point) => point.value)).toEqual([
      7,
    ]);
    expect(readSeries(store, { ...question, unit: 'Bytes' }).points).toEqual([]);
  });
});
