/** Deploy over fakes, from the plan on: what is written, what is not, and what is given back. */
import { type ErrorCode, ShipitError } from '../src/core/errors';
import type { EventOf, EventType } from '../src/core/events';
import { Record } from '../src/core/record';
import { Percent } from '../src/core/values';
import { type ReleaseRequest, releasePlan } from '../src/deploy';
import type { FakeClock } from './clock';
import type { Fakes } from './fakes';
import { digestOf, someConfig } from './fakes/functions';
import { allTheWay } from './forms';
import { noChoice, planScene, project, spec, version, world } from './plan/scene';

const minute = 60_000;
const sample = '/p/events/a.json';
const refOf = (key: string) => ({ functionName: `orders-${key}`, alias: 'live' });
const specOf = (key: string) =>
  spec({ key, name: `orders-${key}`, alarms: [`${key}-errors`], config: someConfig, testEvents: [sample] });

interface Setup {
  readonly fakes: Fakes;
  readonly keys: readonly string[];
}

/** Version 1 is `one`; keys in `fresh` have no function yet. */
function setUp(keys: readonly string[], ...fresh: readonly string[]): Setup {
  const fakes = world();
  fakes.files.put(sample, '{}');
  for (const key of keys) {
    fakes.alarms.set(`${key}-errors`, {});
    if (fresh.includes(key)) continue;
    fakes.functions.seed(`orders-${key}`, [version('one', {})]);
    fakes.aliases.put(refOf(key), { version: '1', additional: null, description: `my ${key}` });
  }
  return { fakes, keys };
}

const clockOf = ({ fakes }: Setup): FakeClock => fakes.clock as FakeClock;

async function begin(setup: Setup, change: { code?: string; retry?: boolean; stop?: AbortController }) {
  const { fakes, keys } = setup;
  const { code = 'two', retry = false, stop = new AbortController() } = change;
  const planned = { fakes, specs: keys.map(specOf), rollouts: {}, choice: noChoice, gated: true, code };
  const plan = await clockOf(setup).runUntil(planScene(planned));
  for (const fake of [fakes.functions, fakes.aliases]) fake.did.length = 0;
  const request: ReleaseRequest = {
    project: project(keys.map(specOf), {}),
    choice: noChoice,
    by: 'ann@laptop',
    ...allTheWay,
    retry,
    ignoreFiring: [],
    expect: { region: null, account: null },
    protection: null,
    reason: null,
    confirm: null,
    typed: null,
    stop: { signal: stop.signal, exitCode: () => (stop.signal.aborted ? 130 : null) },
  };
  return { ending: releasePlan(fakes, async () => plan, request) };
}

/** Everything that needs no time is over before the clock moves; then it moves so far. */
async function underWay(setup: Setup, ms: number, change: Parameters<typeof begin>[1]) {
  const { ending } = await begin(setup, change);
  await clockOf(setup).advance(0);
  await clockOf(setup).advance(ms);
  return { ending };
}

const release = async (setup: Setup, change: Parameters<typeof begin>[1]) =>
  clockOf(setup).runUntil((await begin(setup, change)).ending);

const writes = ({ fakes }: Setup) =>
  [...fakes.functions.did, ...fakes.aliases.did].filter((call) => !/^(look|read|versions)/.test(call));

const alias = ({ fakes }: Setup, key: string) => fakes.aliases.peek(refOf(key));

/** How many timers are set within ten minutes when nothing should happen any more: they would keep the process. */
async function timersLeft(setup: Setup): Promise<number> {
  const clock = clockOf(setup);
  const set = clock.after.bind(clock);
  let timers = 0;
  clock.after = (ms, then) => {
    timers += 1;
    return set(ms, then);
  };
  await clock.advance(10 * minute);
  return timers;
}

const toldOf = <T extends EventType>({ fakes }: Setup, type: T): EventOf<T>[] =>
  fakes.report.events.filter((event): event is EventOf<T> => event.type === type);

const lost = (code: ErrorCode) => new ShipitError(code, `AWS says ${code}`);

describe('a deploy', () => {
  it('promotes a quiet candidate, and journals every write of an alias once', async () => {
    const setup = setUp(['api', 'worker']);
    const finished = await release(setup, {});
    expect(finished).toMatchObject({ outcome: 'promoted', exitCode: 0, problems: [] });
    expect(finished.functions).toEqual([
      expect.objectContaining({ key: 'api', baseline: '1', candidate: '2', outcome: 'promoted' }),
      expect.objectContaining({ key: 'worker', baseline: '1', candidate: '2', outcome: 'promoted' }),
    ]);
    for (const key of ['api', 'worker'])
      expect(alias(setup, key)).toMatchObject({ version: '2', additional: null });
    const journal = await setup.fakes.journal.read(finished.release ?? '');
    const journalled = journal.flatMap((event) => (event.type === 'alias.written' ? [event.toRevision] : []));
    expect(new Set(journalled).size).toBe(journalled.length);
    expect(journalled).toHaveLength(
      setup.fakes.aliases.did.filter((call) => call.startsWith('write')).length,
    );
    expect(journal.at(-1)).toEqual(finished);
  });

  it('leaves nothing running behind', async () => {
    const setup = setUp(['api']);
    await release(setup, {});
    expect(await timersLeft(setup)).toBe(0);
  });

  it('of what is served already ends at once, with exit 0 and without a write', async () => {
    const setup = setUp(['api']);
    const finished = await release(setup, { code: 'one' });
    expect(finished).toMatchObject({ release: null, outcome: 'unchanged', exitCode: 0 });
    expect(writes(setup)).toEqual([]);
    expect(setup.fakes.journal.did).toEqual([]);
  });

  it('leaves the functions alone that do not change', async () => {
    const setup = setUp(['api', 'worker']);
    setup.fakes.functions.seed('orders-worker', [version('two', {})]);
    const finished = await release(setup, {});
    expect(finished.functions.map(({ key, outcome }) => [key, outcome])).toEqual([
      ['api', 'promoted'],
      ['worker', 'unchanged'],
    ]);
    expect(writes(setup).filter((call) => call.includes('worker'))).toEqual([]);
  });

  it('for the first time makes the alias at 100 %, and journals that write too', async () => {
    const setup = setUp(['api'], 'api');
    const finished = await release(setup, {});
    expect(finished).toMatchObject({ outcome: 'promoted', exitCode: 0 });
    expect(finished.functions[0]).toMatchObject({ baseline: null, candidate: '1' });
    expect(alias(setup, 'api')).toMatchObject({ version: '1', additional: null });
    expect(toldOf(setup, 'alias.written')).toEqual([
      expect.objectContaining({
        fromRevision: null,
        toRevision: alias(setup, 'api')?.revisionId,
        baseline: '1',
        candidate: null,
        phase: 'done',
      }),
    ]);
  });

  it('moves old functions step by step while a new one is simply made', async () => {
    const setup = setUp(['api', 'worker'], 'worker');
    const finished = await release(setup, {});
    expect(finished.functions.map(({ outcome, candidate }) => [outcome, candidate])).toEqual([
      ['promoted', '2'],
      ['promoted', '1'],
    ]);
  });
});

describe('a refusal', () => {
  it.each<[string, (setup: Setup) => void, ErrorCode]>([
    [
      'because an alarm is in ALARM',
      ({ fakes }) => fakes.alarms.set('api-errors', { state: 'ALARM' }),
      'preflight',
    ],
    ['because an alarm does not exist', ({ fakes }) => fakes.alarms.forget('worker-errors'), 'preflight'],
    [
      'because nobody is logged in',
      ({ fakes }) => fakes.identity.failNext('whoami', lost('noCredentials'), 'before'),
      'noCredentials',
    ],
  ])('%s has written nothing and ends with exit 2', async (_, prepare) => {
    const setup = setUp(['api', 'worker']);
    prepare(setup);
    const finished = await release(setup, {});
    expect(finished).toMatchObject({ release: null, outcome: 'refused', exitCode: 2 });
    expect(finished.problems.length).toBeGreaterThan(0);
    expect(writes(setup)).toEqual([]);
    expect(setup.fakes.journal.did).toEqual([]);
  });

  it('shows the whole list of checks, also those that passed', async () => {
    const setup = setUp(['api']);
    setup.fakes.alarms.forget('api-errors');
    await release(setup, {});
    const checked = toldOf(setup, 'preflight.checked');
    expect(checked.filter(({ ok }) => !ok)).toHaveLength(1);
    expect(checked.filter(({ ok }) => ok).length).toBeGreaterThan(5);
  });

  it('by somebody who was faster changes nothing of theirs', async () => {
    const setup = setUp(['api', 'worker']);
    const { ending } = await begin(setup, {});
    const theirs = setup.fakes.aliases.put(refOf('api'), {
      version: '1',
      additional: null,
      description: 'by hand',
    });
    const finished = await clockOf(setup).runUntil(ending);
    expect(finished).toMatchObject({ outcome: 'refused', exitCode: 2 });
    expect(alias(setup, 'api')).toEqual(theirs);
    expect(setup.fakes.functions.did.filter((call) => !call.startsWith('look'))).toEqual([]);
    expect(alias(setup, 'worker')?.description).toBe('my worker');
  });

  it('of what was rolled back last time ends with --retry', async () => {
    const setup = setUp(['api']);
    const first = await underWay(setup, 2 * minute, {});
    setup.fakes.alarms.set('api-errors', { state: 'ALARM', reason: 'crossed' });
    expect(await clockOf(setup).runUntil(first.ending)).toMatchObject({ outcome: 'rolledBack', exitCode: 3 });
    setup.fakes.alarms.set('api-errors', { state: 'OK' });
    const again = await release(setup, {});
    expect(again).toMatchObject({ outcome: 'refused', exitCode: 2 });
    expect(again.problems[0]).toContain('alarm api-errors is in ALARM: crossed');
    expect(await release(setup, { retry: true })).toMatchObject({ outcome: 'promoted' });
  });

  it('is none for the function that only went back with the other', async () => {
    const setup = setUp(['api', 'worker']);
    const first = await underWay(setup, 2 * minute, {});
    setup.fakes.alarms.set('api-errors', { state: 'ALARM' });
    await clockOf(setup).runUntil(first.ending);
    setup.fakes.alarms.set('api-errors', { state: 'OK' });
    expect(await release({ ...setup, keys: ['worker'] }, {})).toMatchObject({ outcome: 'promoted' });
  });
});

describe('a candidate that fails its own test', () => {
  const failing = () => {
    const setup = setUp(['api', 'worker']);
    setup.fakes.invoker.answer = (name) =>
      name === 'orders-api' ? { functionError: 'Unhandled', payload: '{"errorMessage":"no luck"}' } : {};
    return setup;
  };

  it('ends with exit 7, every alias is as it was, and its text too', async () => {
    const setup = failing();
    const finished = await release(setup, {});
    expect(finished).toMatchObject({ outcome: 'failed', exitCode: 7 });
    expect(finished.problems[0]).toBe('api version 2 failed on a.json: {"errorMessage":"no luck"}');
    for (const key of ['api', 'worker'])
      expect(alias(setup, key)).toMatchObject({ version: '1', additional: null, description: `my ${key}` });
  });

  it('leaves no heartbeat behind', async () => {
    const setup = failing();
    await release(setup, {});
    expect(await timersLeft(setup)).toBe(0);
  });

  it('is said with all of its fellows, when several fail', async () => {
    const setup = setUp(['api', 'worker']);
    setup.fakes.invoker.answer = () => ({ functionError: 'Unhandled', payload: 'no' });
    const { problems } = await release(setup, {});
    expect(problems.slice(0, 2)).toEqual([
      'api version 2 failed on a.json: no',
      'worker version 2 failed on a.json: no',
    ]);
  });
});

describe('a bug of ours', () => {
  it('gives the aliases back before it comes to light', async () => {
    const setup = setUp(['api']);
    setup.fakes.functions.failNext('update', new TypeError('x is undefined'), 'before');
    await expect(release(setup, {})).rejects.toThrow(TypeError);
    expect(alias(setup, 'api')).toMatchObject({ version: '1', description: 'my api' });
  });
});

describe('Ctrl-C', () => {
  it('before anything was written refuses', async () => {
    const setup = setUp(['api']);
    const stop = new AbortController();
    stop.abort();
    expect(await release(setup, { stop })).toMatchObject({ outcome: 'refused' });
    expect(writes(setup)).toEqual([]);
  });

  it('while Lambda takes its time gives everything back within seconds, not when Lambda is ready', async () => {
    const setup = setUp(['api', 'worker']);
    setup.fakes.functions.looksUntilReady = 1000;
    const stop = new AbortController();
    const { ending } = await underWay(setup, minute, { stop });
    expect(Record.parse(alias(setup, 'api')?.description ?? '').kind).toBe('open');
    const beforeMs = setup.fakes.clock.nowMs();
    stop.abort();
    expect(await clockOf(setup).runUntil(ending)).toMatchObject({ outcome: 'aborted', exitCode: 130 });
    expect(setup.fakes.clock.nowMs() - beforeMs).toBeLessThan(5000);
    for (const key of ['api', 'worker']) expect(alias(setup, key)?.description).toBe(`my ${key}`);
    expect(setup.fakes.functions.did.filter((call) => call.startsWith('publish'))).toEqual([]);
  });

  it('in the middle of the rollout restores, and ends with the code of the signal', async () => {
    const setup = setUp(['api']);
    const stop = new AbortController();
    const { ending } = await underWay(setup, 2 * minute, { stop });
    expect(alias(setup, 'api')?.additional).toEqual({ version: '2', weight: Percent.of(10) });
    stop.abort();
    expect(await clockOf(setup).runUntil(ending)).toMatchObject({ outcome: 'aborted', exitCode: 130 });
    expect(alias(setup, 'api')).toMatchObject({ version: '1', additional: null });
  });

  it('during its smoke test makes no alias for a new function', async () => {
    const setup = setUp(['api'], 'api');
    const stop = new AbortController();
    setup.fakes.invoker.answer = () => {
      stop.abort();
      return {};
    };
    expect(await release(setup, { stop })).toMatchObject({ outcome: 'aborted', exitCode: 130 });
    expect(alias(setup, 'api')).toBeNull();
  });

  it('makes no alias for a function that was still being made', async () => {
    const setup = setUp(['api'], 'api');
    setup.fakes.functions.looksUntilReady = 50;
    const stop = new AbortController();
    const { ending } = await underWay(setup, 10_000, { stop });
    stop.abort();
    expect(await clockOf(setup).runUntil(ending)).toMatchObject({ outcome: 'aborted' });
    expect(alias(setup, 'api')).toBeNull();
    expect(setup.fakes.functions.version('orders-api', '$LATEST')?.digest).toBe(digestOf('two'));
  });
});

describe('an alias that is taken in the middle', () => {
  it('is left alone, exit 4, and the last line names the next command', async () => {
    const setup = setUp(['api', 'worker']);
    const { ending } = await underWay(setup, 2 * minute, {});
    setup.fakes.aliases.put(refOf('api'), { version: '2', additional: null, description: 'by hand' });
    const finished = await clockOf(setup).runUntil(ending);
    expect(finished).toMatchObject({ outcome: 'lost', exitCode: 4 });
    expect(finished.problems).toEqual([
      'Somebody else moved the alias: `shipit status` shows where it stands now.',
    ]);
    expect(alias(setup, 'worker')).toMatchObject({ version: '1', additional: null });
  });
});

describe('first releases of several functions', () => {
  it('serve nothing when one of them fails', async () => {
    const setup = setUp(['good', 'bad'], 'good', 'bad');
    setup.fakes.invoker.answer = (name) => (name === 'orders-bad' ? { functionError: 'Unhandled' } : {});
    const finished = await release(setup, {});
    expect(finished).toMatchObject({ outcome: 'failed', exitCode: 7 });
    expect(['good', 'bad'].filter((key) => alias(setup, key))).toEqual([]);
    expect(writes(setup).filter((call) => call.startsWith('create orders-good:'))).toEqual([]);
  });
});
