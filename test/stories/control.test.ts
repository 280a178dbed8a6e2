/** Control from another machine: two processes over one local AWS, each with ports of its own. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { attach } from '../../src/attach';
import { control } from '../../src/control';
import type { Event, EventType } from '../../src/core/events';
import { Duration, Percent } from '../../src/core/values';
import { parseStrategy, type StrategyFlags } from '../../src/plan/flags';
import type { WishWord } from '../../src/release/wish';
import { watch } from '../../src/watch';
import { nowhere } from '../forms';
import { good, openStage, type Stage, type Wishes } from './stage';

let stage: Stage;
afterEach(() => stage.close());

const canary: Wishes = { canary: '10%/5m' };
const minute = 60_000;

type Process = ReturnType<Stage['process']>;

/** Version 2 is on its way, at 10 %, driven by the process that is answered. */
async function rolling(wishes: Wishes = canary, more = '') {
  stage = await openStage({ functions: ['api', 'worker'], alarms: true });
  const file = join(stage.root, 'lambda.config.yaml');
  stage.write('lambda.config.yaml', `${readFileSync(file, 'utf8')}${more}`);
  await stage.clock.runUntil(stage.deployAs(stage.process(), {}));
  for (const key of ['api', 'worker']) stage.write(`${key}/index.js`, good('two'));
  const owner = stage.process();
  const ended = stage.deployAs(owner, wishes);
  await stage.clock.runUntil(told(owner, 'rollout.stepped'));
  return { owner, ended };
}

function told({ events }: Process, type: EventType): Promise<void> {
  return new Promise((resolve) => {
    const push = events.push.bind(events);
    events.push = (...added: Event[]) => {
      if (added.some((event) => event.type === type)) resolve();
      return push(...added);
    };
  });
}

async function requestOf(
  { ports }: Process,
  flags: Partial<StrategyFlags> = {},
  signal = new AbortController().signal,
) {
  const none = {
    canary: undefined,
    linear: undefined,
    steps: undefined,
    allAtOnce: undefined,
    rollout: undefined,
    bake: undefined,
  };
  return {
    project: await stage.read(ports, {}),
    named: [],
    release: null,
    by: 'ben@desk',
    from: 'desk',
    choice: parseStrategy({ ...none, ...flags }),
    gated: null,
    where: nowhere,
    stop: { signal, exitCode: () => (signal.aborted ? 130 : null) },
  };
}

/** From a process of its own. */
async function ask(what: WishWord, flags: Partial<StrategyFlags> = {}, process = stage.process()) {
  const request = await requestOf(process, flags);
  return stage.clock.runUntil(control(process.ports, { ...request, what, step: null, drives: true }));
}

/** Its requests are never answered again, as if it had been killed. */
function kill({ ports }: Process): void {
  const never = () => new Promise<never>(() => undefined);
  for (const port of [ports.aliases, ports.alarms, ports.metrics])
    for (const verb of Object.keys(port)) Object.assign(port, { [verb]: never });
}

const served = () =>
  ['api', 'worker'].map((key) => {
    const alias = stage.aliasOf(key);
    const [weight] = Object.values(alias?.weights ?? {});
    return weight === undefined ? alias?.version : `${alias?.version}+${weight}`;
  });

test('pause holds a release at its step for as long as it takes, and resume lets it go on', async () => {
  const { owner, ended } = await rolling();
  expect(await ask('pause')).toEqual({ exitCode: 0, problems: [] });
  await stage.clock.runUntil(new Promise<void>((resolve) => stage.clock.after(30 * minute, resolve)));
  expect(served()).toEqual(['1+0.1', '1+0.1']);
  expect(await ask('resume')).toEqual({ exitCode: 0, problems: [] });
  expect(await stage.clock.runUntil(ended)).toMatchObject({ outcome: 'promoted', exitCode: 0 });
  const types = owner.events.map(({ type }) => type);
  expect(types).toEqual(expect.arrayContaining(['wish.obeyed', 'rollout.paused', 'rollout.resumed']));
});

test('a paused release still goes back when an alarm fires', async () => {
  const { ended } = await rolling();
  await ask('pause');
  stage.fail('worker');
  expect(await stage.clock.runUntil(ended)).toMatchObject({ outcome: 'rolledBack', exitCode: 3 });
  expect(served()).toEqual(['1', '1']);
});

test('promote goes straight to all requests, over a pause too', async () => {
  const { ended } = await rolling();
  await ask('pause');
  const beforeMs = stage.clock.nowMs();
  expect(await ask('promote')).toEqual({ exitCode: 0, problems: [] });
  expect(await stage.clock.runUntil(ended)).toMatchObject({ outcome: 'promoted' });
  expect(stage.clock.nowMs() - beforeMs).toBeLessThan(minute);
  expect(served()).toEqual(['2', '2']);
});

test('abort brings all of it back', async () => {
  const { ended } = await rolling();
  expect(await ask('abort')).toEqual({ exitCode: 0, problems: [] });
  expect(await stage.clock.runUntil(ended)).toMatchObject({ outcome: 'aborted', exitCode: 3 });
  expect(served()).toEqual(['1', '1']);
});

describe('deploy --until', () => {
  const until: Wishes = { ...canary, until: Percent.of(10), holdFor: Duration.of(2 * 60 * minute) };

  test('leaves the release with 6, and approve from another machine drives the rest', async () => {
    const { owner, ended } = await rolling(until);
    expect(await stage.clock.runUntil(ended)).toMatchObject({ outcome: 'waiting', exitCode: 6 });
    expect(served()).toEqual(['1+0.1', '1+0.1']);
    expect(owner.events).toContainEqual(expect.objectContaining({ type: 'rollout.waiting', for: 'until' }));
    await stage.clock.runUntil(new Promise<void>((resolve) => stage.clock.after(60 * minute, resolve)));
    await expect(ask('approve', { canary: '20%/5m' })).rejects.toMatchObject({
      code: 'refused',
      hint: expect.stringMatching(
        /flags of its deploy \(--canary, .*--no-gate\), or end it with `shipit promote --release \w{6}` or/,
      ),
    });
    const other = stage.process();
    expect(await ask('approve', { canary: '10%/5m' }, other)).toMatchObject({
      outcome: 'promoted',
      exitCode: 0,
    });
    expect(served()).toEqual(['2', '2']);
    expect(other.events.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['control.sent', 'release.takenOver', 'release.finished']),
    );
  });

  test('and abort from another machine brings it back: the release ends with 3, the command that did it with 0', async () => {
    const { ended } = await rolling(until);
    await stage.clock.runUntil(ended);
    const other = stage.process();
    expect(await ask('abort', {}, other)).toEqual({ exitCode: 0, problems: [] });
    expect(served()).toEqual(['1', '1']);
    expect(other.events.at(-1)).toMatchObject({
      ...{ type: 'release.finished', outcome: 'aborted', exitCode: 3 },
    });
  });

  test('goes on with the others where functions go back one by one, and one has', async () => {
    const { owner, ended } = await rolling(until, 'rollbackScope: function\n');
    stage.clock.after(minute, () => stage.fail('worker'));
    expect(await stage.clock.runUntil(ended)).toMatchObject({ exitCode: 6 });
    expect(served()).toEqual(['1+0.1', '1']);
    expect(owner.events).toContainEqual(expect.objectContaining({ type: 'rollout.waiting', for: 'until' }));
    const approved = await ask('approve', { canary: '10%/5m' });
    expect(served()).toEqual(['2', '1']);
    // A rollback never looks like a success, whoever ends the release.
    expect(approved).toMatchObject({
      exitCode: 3,
      functions: [
        { key: 'api', outcome: 'promoted' },
        { key: 'worker', outcome: 'rolledBack' },
      ],
    });
  });

  test('is refused for a weight that is no step, before anything is written', async () => {
    stage = await openStage({ functions: ['api'], alarms: false });
    await stage.clock.runUntil(stage.deployAs(stage.process(), {}));
    stage.write('api/index.js', good('two'));
    const before = stage.aliasOf('api')?.revisionId;
    const finished = await stage.clock.runUntil(
      stage.deployAs(stage.process(), { ...canary, until: Percent.of(20) }),
    );
    expect(finished).toMatchObject({ outcome: 'refused', exitCode: 2 });
    expect(finished.problems.join()).toMatch(/--until 20%.*10%/);
    expect(stage.aliasOf('api')?.revisionId).toBe(before);
  });
});

describe('attach', () => {
  test('follows a release to its end without a write', async () => {
    const { ended } = await rolling();
    const other = stage.process();
    const followed = attach(other.ports, await requestOf(other));
    const [finished, seen] = await stage.clock.runUntil(Promise.all([ended, followed]));
    expect([finished.outcome, seen.exitCode]).toEqual(['promoted', 0]);
    expect(other.events.filter(({ type }) => type === 'alias.written')).toEqual([]);
  });

  test('takes it over when its owner is dead, and goes on', async () => {
    const { owner } = await rolling();
    kill(owner);
    const beforeMs = stage.clock.nowMs();
    const other = stage.process();
    const request = await requestOf(other, { canary: '10%/5m' });
    expect(await stage.clock.runUntil(attach(other.ports, request))).toMatchObject({ outcome: 'promoted' });
    const taken = other.events.find(({ type }) => type === 'release.takenOver');
    expect((taken?.at ?? 0) - beforeMs).toBeLessThanOrEqual(135_000);
    expect(served()).toEqual(['2', '2']);
  });
});

test('status --watch sees a release to its end', async () => {
  const { ended } = await rolling();
  const other = stage.process();
  const watched = watch(other.ports, await requestOf(other));
  const [, seen] = await stage.clock.runUntil(Promise.all([ended, watched]));
  expect(seen).toMatchObject({ kind: 'ended', finished: { outcome: 'promoted' } });
});
