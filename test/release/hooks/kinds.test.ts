import type { RunOptions } from '../../../src/core/ports';
import { spec } from '../../plan/scene';
import { httpHook, invokeHook, occasion, openScene, runHook, smokeHook, subject } from './scene';

const about = {
  release: '01HOOKS',
  when: 'afterStep',
  step: 1,
  weight: 10,
  functions: [{ key: 'api', name: 'orders-api', alias: 'live', baseline: '41', candidate: '42' }],
};

const deep = `${'['.repeat(5e5)}${']'.repeat(5e5)}`;

describe('a hook that is a function', () => {
  it('is told what happens, and says what it thinks of it', async () => {
    const scene = openScene();
    const payloads: unknown[] = [];
    scene.invoker.answer = (_name, _qualifier, payload) => {
      payloads.push(JSON.parse(payload));
      return { payload: '{"status":"inconclusive","because":"too little traffic","more":1}' };
    };
    const verdict = await scene.ask(invokeHook());
    expect(verdict).toEqual({ status: 'inconclusive', because: 'too little traffic', tookMs: 0 });
    expect(payloads).toEqual([about]);
  });

  const arn = 'arn:aws:lambda:eu-west-1:123456789012:function:judge';

  it.each([
    ['judge', 'judge:$LATEST'],
    ['judge:live', 'judge:live'],
    ['judge:12', 'judge:12'],
    [arn, `${arn}:$LATEST`],
    [`${arn}:live`, `${arn}:live`],
    ['123456789012:function:judge:live', '123456789012:function:judge:live'],
  ])('is called %s', async (functionName, called) => {
    const scene = openScene();
    await scene.ask(invokeHook({ functionName }));
    expect(scene.invoker.did).toEqual([`invoke ${called}`]);
  });

  it('fails when it throws', async () => {
    const scene = openScene();
    scene.invoker.answer = () => ({ functionError: 'Unhandled', payload: '{"errorMessage":"no luck"}' });
    expect(await scene.ask(invokeHook())).toMatchObject({
      status: 'fail',
      because: 'judge failed: {"errorMessage":"no luck"}',
    });
  });

  it('need not say why', async () => {
    const scene = openScene();
    scene.invoker.answer = () => ({ payload: '{"status":"pass"}' });
    expect(await scene.ask(invokeHook())).toMatchObject({ status: 'pass', because: 'it said pass' });
  });

  it.each([
    ['', '(nothing)'],
    ['null', 'null'],
    ['"pass"', '"pass"'],
    ['[{"status":"pass"}]', '[{"status":"pass"}]'],
    ['{"status":"passed"}', '{"status":"passed"}'],
    ['{"status":["pass"]}', '{"status":["pass"]}'],
    ['{"status":"pass","because":{}}', '{"status":"pass","because":{}}'],
    ['{"__proto__":{"status":"pass"}}', '{"__proto__":{"status":"pass"}}'],
    ['{"status":"pass"', '{"status":"pass"'],
  ])('fails with another answer: %s', async (payload, shown) => {
    const scene = openScene();
    scene.invoker.answer = () => ({ payload });
    expect(await scene.ask(invokeHook())).toMatchObject({
      status: 'fail',
      because: `answered without a status of pass, fail or inconclusive: ${shown}`,
    });
  });

  it('may answer more than anybody reads', async () => {
    const scene = openScene();
    scene.invoker.answer = () => ({ payload: JSON.stringify({ status: 'well', text: 'x'.repeat(10e6) }) });
    const { status, because } = await scene.ask(invokeHook());
    expect([status, because.length]).toEqual(['fail', 300]);
  });
});

describe('a hook that is an address', () => {
  it.each(['GET', 'DELETE', 'HEAD'])('is asked with %s and nothing more', async (method) => {
    const scene = openScene();
    const headers = { authorization: 'Bearer t' };
    expect(await scene.ask(httpHook({ method, headers }))).toMatchObject({
      status: 'pass',
      because: 'answered 200',
    });
    const url = 'https://api.example.com/health?key=k';
    expect(scene.web.requests).toMatchObject([{ method, url, headers, body: null, timeoutMs: 30_000 }]);
  });

  it.each(['POST', 'PUT', 'PATCH'])('is told what happens with %s', async (method) => {
    const scene = openScene();
    await scene.ask(httpHook({ method }));
    const [{ headers, body } = { headers: {}, body: null }] = scene.web.requests;
    expect(headers).toEqual({ 'content-type': 'application/json' });
    expect(JSON.parse(body ?? '')).toEqual(about);
  });

  it('may have a content type of its own', async () => {
    const scene = openScene();
    const headers = { 'Content-Type': 'application/vnd.example+json' };
    await scene.ask(httpHook({ method: 'POST', headers }));
    expect(scene.web.requests[0]?.headers).toEqual(headers);
  });

  it('fails with another status than is expected, and never shows its address', async () => {
    const scene = openScene();
    scene.web.answer = () => ({ status: 503, body: 'down for a while\n' });
    expect(await scene.ask(httpHook({ status: [200, 204] }))).toMatchObject({
      status: 'fail',
      because: 'answered 503 instead of 200 or 204: down for a while',
    });
    scene.web.answer = () => ({ status: 302, body: '' });
    expect((await scene.ask(httpHook())).because).toBe('answered 302 instead of 200');
  });

  it.each([
    ['db.up', '{"db":{"up":true}}'],
    ["status == 'ok' && length(checks[?!up]) == `0`", '{"status":"ok","checks":[{"up":true}]}'],
    ['@', 'true'],
  ])('passes when %s is true of its answer', async (expression, body) => {
    const scene = openScene();
    scene.web.answer = () => ({ status: 200, body });
    expect(await scene.ask(httpHook({ body: expression }))).toMatchObject({
      status: 'pass',
      because: `answered 200, and \`${expression}\` is true`,
    });
  });

  it.each([
    ['db.up', '{"db":{"up":false}}', ', and `db.up` is false'],
    ['db.up', '{"db":{"up":"true"}}', ', and `db.up` is "true"'],
    ['db.up', '{}', ', and `db.up` is null'],
    ['up', '{"__proto__":{"up":true}}', ', and `up` is null'],
    ['constructor', '{}', ', and `constructor` is nothing'],
    ['db.up', '<html>', ' without JSON: <html>'],
    ['db.up', '', ' without JSON'],
    ['@', deep, ', and `@` is a value of too many levels'],
    ['length(@)', '1', ', and `length(@)` cannot be asked of that: '],
    ['to_string(@)', deep, ', and `to_string(@)` cannot be asked of that: '],
    ['db[', '{}', ', and `db[` cannot be asked of that: '],
  ])('fails when %s is asked of %.30s', async (expression, body, because) => {
    const scene = openScene();
    scene.web.answer = () => ({ status: 200, body });
    const verdict = await scene.ask(httpHook({ body: expression }));
    expect(verdict.status).toBe('fail');
    expect(verdict.because).toContain(`answered 200${because}`);
  });
});

describe('a hook that is a program', () => {
  it('runs in the folder of the project and is told what happens, on its input and in variables', async () => {
    const scene = openScene();
    const ran: { argv: readonly string[]; options: RunOptions }[] = [];
    scene.processes.answer = (argv, options) => {
      ran.push({ argv, options });
      return { stdout: 'testing\n\nall 12 pass\n\n', stderr: 'a warning\n' };
    };
    const kept = subject('jobs', { candidate: null });
    const asked = occasion([subject('api'), kept, subject('web', { candidate: '7' })]);
    expect(await scene.ask(runHook(), asked)).toMatchObject({ status: 'pass', because: 'all 12 pass' });
    const { input, ...options } = ran[0]?.options ?? { input: null };
    expect(ran[0]?.argv).toEqual(['npm', 'run', 'e2e']);
    expect(options).toMatchObject({
      cwd: '/p',
      timeoutMs: 30_000,
      credentials: false,
      variables: {
        SHIPIT_HOOK: 'afterStep',
        SHIPIT_RELEASE: '01HOOKS',
        SHIPIT_STEP: '1',
        SHIPIT_WEIGHT: '10',
        SHIPIT_BASELINES: 'orders-api:41 orders-jobs:41 orders-web:41',
        SHIPIT_CANDIDATES: 'orders-api:42 orders-web:7',
      },
    });
    expect(JSON.parse(input ?? '').functions).toHaveLength(3);
  });

  it('may act as the caller when the project file says so', async () => {
    const scene = openScene();
    let may = false;
    scene.processes.answer = (_argv, { credentials }) => {
      may = credentials;
      return {};
    };
    expect(await scene.ask(runHook({ credentials: true }))).toMatchObject({ because: 'exit code 0' });
    expect(may).toBe(true);
  });

  it.each([
    ['fail', { code: 1, stdout: 'out\n', stderr: 'first\r\n  last \r\n' }, 'exit code 1: last'],
    ['fail', { code: 3, stdout: 'one\ntwo', stderr: ' \n' }, 'exit code 3: two'],
    ['fail', { code: 128 }, 'exit code 128'],
    ['inconclusive', { code: 75, stderr: 'no data yet' }, 'exit code 75: no data yet'],
    ['fail', null, 'there is no program npm that could be run'],
  ] as const)('says %s with %j', async (status, ran, because) => {
    const scene = openScene();
    scene.processes.answer = () => ran;
    expect(await scene.ask(runHook())).toMatchObject({ status, because });
  });
});

describe('a hook that is a smoke test', () => {
  const testEvents = ['/p/events/a.json', '/p/events/b.json'];

  const smoking = (key: string, candidate: string | null) =>
    subject(key, { candidate, spec: spec({ key, name: `orders-${key}`, testEvents }) });

  const setUp = () => {
    const scene = openScene();
    for (const path of testEvents) scene.files.put(path, '{}');
    return scene;
  };

  it('asks each candidate, and never a baseline', async () => {
    const scene = setUp();
    const asked = occasion([smoking('api', '42'), smoking('jobs', null), smoking('web', '7')]);
    expect(await scene.ask(smokeHook(), asked)).toMatchObject({
      status: 'pass',
      because: '4 samples answered',
    });
    const [api, web] = ['invoke orders-api:42', 'invoke orders-web:7'];
    expect(scene.invoker.did).toEqual([api, api, web, web]);
  });

  it('fails with the first sample that does not do, and asks no further', async () => {
    const scene = setUp();
    scene.files.put('/p/events/a.expected.json', '{"ok":true}');
    scene.invoker.answer = () => ({ payload: '{"ok":false}' });
    expect(await scene.ask(smokeHook(), occasion([smoking('api', '42'), smoking('web', '7')]))).toMatchObject(
      {
        status: 'fail',
        because: 'api, a.json: ok should be true and is false',
      },
    );
    expect(scene.invoker.did).toHaveLength(1);
  });

  it('has nothing to say without samples', async () => {
    expect(await openScene().ask(smokeHook())).toMatchObject({
      status: 'inconclusive',
      because: 'there are no sample events',
    });
  });

  it('fails when a sample has gone since', async () => {
    const asked = occasion([smoking('api', '42')]);
    expect(await openScene().ask(smokeHook(), asked)).toMatchObject({
      status: 'fail',
      because: 'there is no file /p/events/a.json',
    });
  });
});
