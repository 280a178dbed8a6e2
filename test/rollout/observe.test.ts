import type { CountQuestion, Metrics } from '../../src/core/ports';
import { type OpenRecord, Record } from '../../src/core/record';
import { Crews } from '../../src/rollout/crew';
import { observe, type Watch } from '../../src/rollout/observe';
import { Tally } from '../../src/rollout/tally';
import { asTheyAre, at, error, interfere, laneOf, recordOn, refOf, type Scene, setScene } from './scene';

const keys = ['api', 'worker'];
const scene = () => setScene(keys, asTheyAre);

const watch = ({ crew }: Scene, change: Partial<Watch>): Watch => ({
  lanes: crew.lanes,
  alarms: ['api-errors', 'worker-errors'],
  counted: true,
  sinceMs: null,
  tally: new Tally(),
  ...change,
});

describe('an observation', () => {
  it('is complete when every alarm came back and the alias is ours', async () => {
    const set = scene();
    const seen = await observe(set.crew, watch(set, {}));
    expect(seen).toMatchObject({ unread: [], gone: null, counts: [] });
    expect(seen.alarms.map(({ name, state }) => [name, state])).toEqual([
      ['api-errors', 'OK'],
      ['worker-errors', 'OK'],
    ]);
  });

  it('reads one alias, however many there are', async () => {
    const set = scene();
    await observe(set.crew, watch(set, {}));
    expect(set.fakes.aliases.did).toEqual(['read orders-api:live']);
  });

  it('is not complete when an alarm went missing: AWS leaves unknown names out without a word', async () => {
    const set = scene();
    set.fakes.alarms.forget('worker-errors');
    expect((await observe(set.crew, watch(set, {}))).unread).toEqual([
      'alarm worker-errors: there is no such alarm any more',
    ]);
  });

  it('is not complete when CloudWatch could read only part of the data of an alarm', async () => {
    const set = scene();
    set.fakes.alarms.set('api-errors', { partial: true });
    expect((await observe(set.crew, watch(set, {}))).unread).toEqual([
      'alarm api-errors: CloudWatch could not read all of its data',
    ]);
  });

  it('is not complete when alarms, metrics or the alias cannot be read, and says which', async () => {
    const set = scene();
    set.fakes.alarms.failNext('read', error('throttled'), 'before');
    set.fakes.metrics.failNext('counts', error('unavailable'), 'before');
    set.fakes.aliases.failNext('read', error('timedOut'), 'before');
    const seen = await observe(set.crew, watch(set, { sinceMs: 0 }));
    expect([...seen.unread].sort()).toEqual([
      'alarms: AWS says throttled',
      'alias: AWS says timedOut',
      'metrics: AWS says unavailable',
    ]);
  });

  it('finds out that another process has taken the release over, whichever of its aliases it is about', async () => {
    const set = scene();
    const lane = laneOf(set, 'api');
    await lane.write(() => Crews.open(set.crew, lane, at(1, 10)));
    const { record } = recordOn(set, 'api') as { record: OpenRecord };
    const heir = { ...record, epoch: record.epoch + 1, owner: 'ffffffff', by: 'bob' };
    interfere(set, 'api', { description: Record.format(heir, '') });
    const others = watch(set, { lanes: [laneOf(set, 'worker')], alarms: ['worker-errors'] });
    expect((await observe(set.crew, others)).gone).toEqual({
      kind: 'takenOver',
      because: 'bob took over orders-api:live',
    });
  });

  it('does not hide a bug', async () => {
    const set = scene();
    set.fakes.alarms.failNext('read', new TypeError('x is undefined'), 'before');
    await expect(observe(set.crew, watch(set, {}))).rejects.toThrow(TypeError);
  });

  it('asks for no alarm and no count when nothing watches', async () => {
    const set = scene();
    await observe(set.crew, watch(set, { alarms: [], counted: false, sinceMs: 0 }));
    expect(set.fakes.alarms.did).toEqual([]);
    expect(set.fakes.metrics.did).toEqual([]);
  });
});

describe('counts', () => {
  it('are those of each candidate and its baseline since the step began', async () => {
    const set = scene();
    const stepMs = set.clock.nowMs();
    set.fakes.metrics.add({ ...refOf('api'), version: '2' }, stepMs - 1, { invocations: 99, errors: 99 });
    set.fakes.metrics.add({ ...refOf('api'), version: '2' }, stepMs + 1, { invocations: 10, errors: 1 });
    set.fakes.metrics.add({ ...refOf('worker'), version: '1' }, stepMs + 1, { invocations: 90, errors: 0 });
    await set.clock.advance(60_000);
    const { counts } = await observe(set.crew, watch(set, { sinceMs: stepMs }));
    expect(counts).toEqual([
      {
        lane: laneOf(set, 'api'),
        candidate: { invocations: 10, errors: 1 },
        baseline: { invocations: 0, errors: 0 },
      },
      {
        lane: laneOf(set, 'worker'),
        candidate: { invocations: 0, errors: 0 },
        baseline: { invocations: 90, errors: 0 },
      },
    ]);
  });

  it('come with latencies while all of them fit into one call', async () => {
    const set = scene();
    const asked: (readonly CountQuestion[])[] = [];
    const metrics: Metrics = {
      counts: async (questions) => {
        asked.push(questions);
        return questions.map(() => ({ invocations: 0, errors: 0 }));
      },
    };
    const crew = { ...set.crew, ports: { ...set.crew.ports, metrics } };
    await observe(crew, watch(set, { sinceMs: 0 }));
    const many = Array.from({ length: 41 }, () => crew.lanes).flat();
    await observe(crew, watch(set, { sinceMs: 0, lanes: many }));
    expect(asked.map((questions) => questions.every(({ latency }) => latency === true))).toEqual([
      true,
      false,
    ]);
  });

  it('that did not all come back are no zeros', async () => {
    const set = scene();
    const short: Metrics = { counts: async () => [{ invocations: 1, errors: 0 }] };
    const crew = { ...set.crew, ports: { ...set.crew.ports, metrics: short } };
    const seen = await observe(crew, watch(set, { sinceMs: 0 }));
    expect(seen).toMatchObject({ unread: ['metrics: no counts came back for orders-api:live'], counts: [] });
  });
});

describe('parts that come at different times', () => {
  /** Alarms answer at once, metrics after so long. */
  async function slow(ms: number) {
    const set = scene();
    const metrics: Metrics = {
      counts: (questions, from, to) =>
        new Promise((resolve) => {
          set.clock.after(ms, () => resolve(set.fakes.metrics.counts(questions, from, to)));
        }),
    };
    const crew = { ...set.crew, ports: { ...set.crew.ports, metrics } };
    return set.clock.runUntil(observe(crew, watch(set, { sinceMs: 0 })));
  }

  it('make an observation as old as the oldest of them', async () => {
    expect(await slow(9000)).toMatchObject({ atMs: 0, unread: [] });
  });

  it('make none when the oldest has grown stale', async () => {
    expect(await slow(10_001)).toMatchObject({ unread: ['AWS took too long to answer everything'] });
  });
});

describe('a process that was frozen', () => {
  it('takes what it was answered meanwhile for as old as its question', async () => {
    const set = setScene(keys, (aliases) => ({
      ...aliases,
      read: (ref) => aliases.read(ref).then((state) => late(state)),
    }));
    const late = <T>(answer: T): Promise<T> =>
      new Promise((resolve) => {
        set.clock.after(200_000, () => resolve(answer));
      });
    const { alarms, metrics } = set.fakes;
    const crew = {
      ...set.crew,
      ports: {
        ...set.crew.ports,
        alarms: {
          read: (names: readonly string[]) => alarms.read(names).then(late),
          named: async () => [],
          put: async () => undefined,
          remove: async () => undefined,
        },
        metrics: { counts: (...asked: Parameters<Metrics['counts']>) => metrics.counts(...asked).then(late) },
      },
    };
    const seen = await set.clock.runUntil(observe(crew, watch(set, { sinceMs: 0 })));
    expect(seen).toMatchObject({ atMs: 0, unread: ['AWS took too long to answer everything'] });
  });
});

describe('an alias that is no longer ours', () => {
  it('is seen when the leader was changed', async () => {
    const set = scene();
    interfere(set, 'api', { version: '3', description: '' });
    expect((await observe(set.crew, watch(set, {}))).gone).toEqual({
      kind: 'foreign',
      because: 'somebody else changed orders-api:live: it serves 3',
    });
  });

  it('is seen when a write has found it out meanwhile, with the same words', async () => {
    const set = scene();
    const worker = laneOf(set, 'worker');
    interfere(set, 'worker', { description: 'hands off' });
    await worker.write(() => Crews.open(set.crew, worker, at(1, 10)));
    expect((await observe(set.crew, watch(set, {}))).gone).toEqual({
      kind: 'foreign',
      because: 'somebody else changed orders-worker:live: it serves 1',
    });
  });
});
