import { ShipitError } from '../../../src/core/errors';
import type { Invocation } from '../../../src/core/lambda';
import { Secret } from '../../../src/core/secret';
import { Duration } from '../../../src/core/values';
import { askHook } from '../../../src/release/hooks/ask';
import { spec } from '../../plan/scene';
import { httpHook, invokeHook, occasion, openScene, runHook, smokeHook, subject } from './scene';

const answering = (...answers: object[]) => {
  const scene = openScene();
  const left = answers.map((answer) => JSON.stringify(answer));
  scene.invoker.answer = () => ({ payload: left.shift() ?? '' });
  return scene;
};

const never = new Promise<Invocation>(() => undefined);

describe('a hook', () => {
  it('that fails is asked again, each time later, until it passes', async () => {
    const scene = answering({ status: 'fail' }, { status: 'fail' }, { status: 'pass', because: 'well now' });
    const verdict = await scene.ask(invokeHook({ retries: 5 }));
    expect(verdict).toEqual({ status: 'pass', because: 'well now', tookMs: 3000 });
    expect(scene.invoker.did).toHaveLength(3);
  });

  it('that goes on failing fails with its last word', async () => {
    const scene = answering({ status: 'fail', because: 'one' }, { status: 'fail', because: 'two' });
    expect(await scene.ask(invokeHook({ retries: 1 }))).toMatchObject({ status: 'fail', because: 'two' });
    expect(scene.invoker.did).toHaveLength(2);
  });

  it.each(['pass', 'inconclusive'])('that says %s is not asked again', async (status) => {
    const scene = answering({ status, because: 'so it is' });
    expect(await scene.ask(invokeHook({ retries: 5 }))).toEqual({ status, because: 'so it is', tookMs: 0 });
    expect(scene.invoker.did).toHaveLength(1);
  });

  it('pauses no longer than ten seconds, however often it is asked', async () => {
    const scene = answering();
    expect((await scene.ask(invokeHook({ retries: 6 }))).tookMs).toBe((1 + 2 + 4 + 8 + 10 + 10) * 1000);
  });

  it.each(['fail', 'pass', 'inconclusive'] as const)(
    'that never answers says %s if it is to',
    async (onTimeout) => {
      const { ask, ...scene } = openScene();
      let tries = 0;
      const invoker = {
        invoke: () => {
          tries += 1;
          return never;
        },
      };
      const hook = invokeHook({ onTimeout, retries: 1, timeout: Duration.of(90_000) });
      const verdict = askHook({ ...scene, invoker, root: '/p' }, hook, occasion());
      expect(await scene.clock.runUntil(verdict)).toEqual({
        status: onTimeout,
        because: 'did not answer within 1m30s',
        tookMs: 181_000,
      });
      expect(tries).toBe(2);
    },
  );

  it('that answers at the second try is judged by that', async () => {
    const { ask, ...scene } = openScene();
    scene.invoker.answer = () => ({ payload: '{"status":"pass"}' });
    const answers = [never, scene.invoker.invoke('judge', '$LATEST', '{}')];
    const invoker = { invoke: async () => answers.shift() ?? never };
    const hook = invokeHook({ onTimeout: 'inconclusive', retries: 1 });
    const verdict = askHook({ ...scene, invoker, root: '/p' }, hook, occasion());
    expect(await scene.clock.runUntil(verdict)).toMatchObject({ status: 'pass', tookMs: 31_000 });
  });

  it('of samples asks nothing more once its time is over', async () => {
    const { ask, ...scene } = openScene();
    const testEvents = ['/p/a.json', '/p/b.json'];
    for (const path of testEvents) scene.files.put(path, '{}');
    let answer: (answer: Invocation) => void = () => undefined;
    let asked = 0;
    const invoker = {
      invoke: () => {
        asked += 1;
        return new Promise<Invocation>((resolve) => {
          answer = resolve;
        });
      },
    };
    const about = occasion([subject('api', { spec: spec({ testEvents }) })]);
    const verdict = askHook({ ...scene, invoker, root: '/p' }, smokeHook(), about);
    expect(await scene.clock.runUntil(verdict)).toMatchObject({ because: 'did not answer within 30s' });
    answer({ executedVersion: '42', functionError: null, payload: '{}' });
    await scene.clock.advance(1000);
    expect(asked).toBe(1);
  });

  it.each([
    ['address', httpHook, 'web', 'request'],
    ['program', runHook, 'processes', 'run'],
  ] as const)('that is an %s and takes too long is late', async (_, hookOf, port, verb) => {
    const scene = openScene();
    scene[port].failNext(verb, new ShipitError('timedOut', 'too long'), 'before');
    expect(await scene.ask(hookOf({ onTimeout: 'inconclusive' }))).toMatchObject({
      status: 'inconclusive',
      because: 'did not answer within 30s',
    });
  });

  it('that cannot be asked fails, and says why', async () => {
    const scene = openScene();
    for (const because of ['one', 'two'])
      scene.invoker.failNext('invoke', new ShipitError('accessDenied', because), 'before');
    expect(await scene.ask(invokeHook({ retries: 1 }))).toMatchObject({ status: 'fail', because: 'two' });
  });

  describe('for which nobody waits any more', () => {
    const unheard = { status: 'inconclusive', because: 'nobody waited for its answer' };

    const stopping = () => {
      const controller = new AbortController();
      return { stop: () => controller.abort(), about: { ...occasion(), stop: controller.signal } };
    };

    it('is not asked again', async () => {
      const scene = answering({ status: 'fail' }, { status: 'pass' });
      const { stop, about } = stopping();
      scene.clock.after(500, stop);
      expect(await scene.ask(invokeHook({ retries: 5 }), about)).toEqual({ ...unheard, tookMs: 500 });
      expect(scene.invoker.did).toHaveLength(1);
    });

    it('is over at once, and leaves no timer behind', async () => {
      const { ask, ...scene } = openScene();
      const { stop, about } = stopping();
      scene.clock.after(500, stop);
      const verdict = askHook(
        { ...scene, invoker: { invoke: () => never }, root: '/p' },
        invokeHook(),
        about,
      );
      expect(await scene.clock.runUntil(verdict)).toEqual({ ...unheard, tookMs: 500 });
      await scene.clock.runUntil(Promise.resolve());
      expect(scene.clock.nowMs()).toBe(1500);
    });

    it('ends its program and its request', async () => {
      const scene = openScene();
      const { stop, about } = stopping();
      let signal: AbortSignal | undefined;
      scene.processes.answer = (_argv, options) => {
        signal = options.stop;
        stop();
        return { code: 128 };
      };
      expect(await scene.ask(runHook({ retries: 5 }), about)).toEqual({ ...unheard, tookMs: 0 });
      expect(signal?.aborted).toBe(true);
      await scene.ask(httpHook(), about);
      expect(scene.web.requests[0]?.stop?.aborted).toBe(true);
    });
  });

  it('in which shipit has a bug ends in that', async () => {
    const scene = openScene();
    scene.invoker.failNext('invoke', new TypeError('a bug'), 'before');
    await expect(scene.ask(invokeHook({ retries: 3 }))).rejects.toThrow('a bug');
  });

  it('may say as much as it likes, and is told without secrets and cut to what a person reads', async () => {
    const because = `${'x'.repeat(280)} hunter2-and-more ${'y'.repeat(10e6)}`;
    const scene = answering({ status: 'fail', because });
    const config = { environment: { TOKEN: new Secret('hunter2-and-more') } };
    const verdict = await scene.ask(invokeHook(), occasion([subject('api', { spec: spec({ config }) })]));
    expect(verdict.because).toBe(`${'x'.repeat(280)} *** ${'y'.repeat(12)}...`);
  });
});
