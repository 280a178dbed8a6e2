import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock } from '../../src/core/ports';
import { createClock } from '../../src/disk/clock';
import { addFunction, type DataPlane, dataPlane, type FileTexts } from './data-plane-world';
import { addLayer, call, loggedBy, mountsHere, pythonHere, untilThere } from './runtime-calls';

const mounts = mountsHere();
const itWithMounts = mounts ? it : it.skip;
const unlessLeftOut = mounts ? '' : ' (left out: this machine has no mounts for anybody)';

let plane: DataPlane;
beforeEach(() => {
  plane = dataPlane({ PATH: process.env.PATH });
});
afterEach(() => plane.close());

const node = (answer: string): string => `const fs = require('node:fs');
exports.handler = async (event) => { ${answer} };`;

describe('the temporary folder of an environment', () => {
  it('is its own, empty at first, there for the next call, and gone with it', async () => {
    const code = node(`const file = require('node:os').tmpdir() + '/mine';
      const there = fs.existsSync(file);
      fs.writeFileSync(file, '');
      return [there, fs.readdirSync(require('node:os').tmpdir()).includes('mine')];`);
    addFunction(plane, 'a', code);
    addFunction(plane, 'b', code);
    expect((await call(plane, 'a', {})).payload).toEqual([false, true]);
    expect((await call(plane, 'a', {})).payload).toEqual([true, true]);
    expect((await call(plane, 'b', {})).payload).toEqual([false, true]);
    expect(readdirSync(join(plane.folder, 'tmp'))).toHaveLength(2);
    await plane.world.runtime.close();
    expect(readdirSync(join(plane.folder, 'tmp'))).toEqual([]);
  });

  itWithMounts(`is at /tmp, where nothing of this machine can be seen${unlessLeftOut}`, async () => {
    addFunction(
      plane,
      'a',
      node(
        "fs.writeFileSync('/tmp/shipit-runtime-test', ''); return [process.env.TMPDIR, fs.readdirSync('/tmp')];",
      ),
    );
    const [folder, files] = (await call(plane, 'a', {})).payload as [string, string[]];
    expect(folder).toBe('/tmp');
    expect(files).toContain('shipit-runtime-test');
    expect(files.length).toBeLessThanOrEqual(2);
    expect(existsSync('/tmp/shipit-runtime-test')).toBe(false);
  });

  itWithMounts(`holds as much as the function is set to${unlessLeftOut}`, async () => {
    addFunction(
      plane,
      'a',
      node(`try { for (let n = 0; n < 600; n += 1) fs.appendFileSync('/tmp/large', Buffer.alloc(1_048_576)); }
        catch (error) { return [error.code, fs.statSync('/tmp/large').size > 500 * 1_048_576]; }`),
      { MemorySize: 1024 },
    );
    expect((await call(plane, 'a', {})).payload).toEqual(['ENOSPC', true]);
  });
});

describe('layers', () => {
  const modules = (word: string): FileTexts => ({
    'nodejs/node_modules/word/index.js': `module.exports = '${word}';`,
    [`nodejs/node_modules/${word}/index.js`]: `module.exports = 'only ${word}';`,
    'bin/tool': '',
  });

  it('are found by require, and a later one wins', async () => {
    const Layers = [addLayer(plane, 'first', modules('first')), addLayer(plane, 'second', modules('second'))];
    const code = node("return ['word', 'first', 'second'].map((name) => require(name));");
    addFunction(plane, 'a', code, { Layers });
    expect((await call(plane, 'a', {})).payload).toEqual(['second', 'only first', 'only second']);
    addFunction(plane, 'b', code, { Layers: Layers.toReversed() });
    expect((await call(plane, 'b', {})).payload).toEqual(['first', 'only first', 'only second']);
  });

  it('are in the variables by which programs find them', async () => {
    addFunction(plane, 'a', node('return process.env;'), {
      Layers: [addLayer(plane, 'one', modules('one'))],
    });
    const env = (await call(plane, 'a', {})).payload as { [name: string]: string };
    const opt = (env.LD_LIBRARY_PATH ?? '').replace(/\/lib$/, '');
    expect(opt).not.toBe('');
    expect(env.PATH?.split(':').at(-1)).toBe(`${opt}/bin`);
    expect(env.NODE_PATH).toBe(`${opt}/nodejs/node22/node_modules:${opt}/nodejs/node_modules`);
  });

  itWithMounts(`are at /opt${unlessLeftOut}`, async () => {
    const Layers = [
      addLayer(plane, 'one', { 'data/a.txt': 'A' }),
      addLayer(plane, 'two', { 'data/b.txt': 'B' }),
    ];
    addFunction(
      plane,
      'a',
      node("return ['a', 'b'].map((x) => fs.readFileSync('/opt/data/' + x + '.txt', 'utf8'));"),
      {
        Layers,
      },
    );
    expect((await call(plane, 'a', {})).payload).toEqual(['A', 'B']);
    expect(existsSync('/opt/data')).toBe(false);
  });

  (pythonHere() === null ? it.skip : it)('are found by import', async () => {
    const files = {
      'python/word.py': 'word = 1',
      'python/lib/python3.12/site-packages/other.py': 'word = 2',
    };
    const code = {
      'app.py': 'import word, other\ndef handler(event, context): return [word.word, other.word]',
    };
    addFunction(plane, 'a', code, {
      Runtime: 'python3.12',
      Handler: 'app.handler',
      Layers: [addLayer(plane, 'py', files)],
    });
    expect((await call(plane, 'a', {})).payload).toEqual([1, 2]);
  });
});

describe('the SDK inside of a function', () => {
  const code = node('return process.env.AWS_ENDPOINT_URL ?? null;');

  it('speaks to the world that runs the function, once that is served', async () => {
    addFunction(plane, 'a', code);
    expect((await call(plane, 'a', {})).payload).toBeNull();
    plane.world.address.endpoint = 'http://127.0.0.1:4566';
    addFunction(plane, 'b', code);
    expect((await call(plane, 'b', {})).payload).toBe('http://127.0.0.1:4566');
  });

  it('speaks to whom the function says', async () => {
    plane.world.address.endpoint = 'http://127.0.0.1:4566';
    addFunction(plane, 'a', code, { Environment: { AWS_ENDPOINT_URL: 'http://127.0.0.1:1' } });
    expect((await call(plane, 'a', {})).payload).toBe('http://127.0.0.1:1');
  });
});

describe('memory', () => {
  it.each([
    [
      'held',
      'const held = []; for (;;) { held.push(Buffer.alloc(1_048_576, 1)); if (held.length % 20 === 0) await new Promise((resolve) => setTimeout(resolve, 5)); }',
    ],
    ['of the heap', "const held = []; for (;;) held.push({ n: held.length, text: 'x' + held.length });"],
  ])("%s beyond the function's own ends it as at AWS", async (_, grow) => {
    addFunction(plane, 'a', node(grow), { Timeout: 60 });
    const { payload, log } = await call(plane, 'a', {});
    expect(payload).toEqual({
      errorType: 'Runtime.ExitError',
      errorMessage: expect.stringMatching(
        /^RequestId: \S{36} Error: Runtime exited with error: signal: killed$/,
      ),
    });
    expect(log).toMatch(
      /\tMemory Size: 128 MB\tMax Memory Used: 128 MB\t.*Status: error\tError Type: Runtime\.OutOfMemory\n$/,
    );
  });

  it('in the report is that of the function, not of whoever started it', async () => {
    addFunction(plane, 'a', node('return process.memoryUsage().rss;'), { MemorySize: 3008 });
    const { payload, log } = await call(plane, 'a', {});
    const used = Number(/Max Memory Used: (\d+) MB/.exec(log)?.[1]);
    expect(used).toBeGreaterThanOrEqual(Math.floor((payload as number) / 2 ** 20 / 2));
    expect(used).toBeLessThanOrEqual(2 * Math.ceil((payload as number) / 2 ** 20));
  });
});

describe('an initialisation', () => {
  /** Real time, but for the limit of the init phase, which passes when the test says; no function here may have the same. */
  function clockWithInit(): { readonly real: Clock; pass(): void } {
    const real = createClock();
    const limits: (() => void)[] = [];
    const after: Clock['after'] = (ms, then) => {
      if (ms !== 10_000) return real.after(ms, then);
      limits.push(then);
      return () => undefined;
    };
    return { real: { ...real, after }, pass: () => limits.splice(0).forEach((then) => void then()) };
  }

  it.each([
    ['again within the first invocation', 'if (!first) return;', 20, { payload: 'ready', error: undefined }],
    [
      'in vain until the time of the function is over',
      '',
      1,
      { payload: { errorType: 'Sandbox.Timedout' }, error: 'Unhandled' },
    ],
  ])('that takes more than ten seconds is done %s', async (_, unless, Timeout, outcome) => {
    await plane.close();
    const { real, pass } = clockWithInit();
    plane = dataPlane({ PATH: process.env.PATH }, real);
    const mark = join(plane.folder, 'mark');
    const wait = `(() => { const first = !fs.existsSync('${mark}'); fs.writeFileSync('${mark}', ''); ${unless} for (;;); })();`;
    addFunction(plane, 'a', `const fs = require('node:fs'); ${wait} exports.handler = async () => 'ready';`, {
      Timeout,
    });
    const answered = call(plane, 'a', {});
    await untilThere(mark);
    pass();
    const answer = await answered;
    expect(answer).toMatchObject(outcome);
    expect(answer.log).toMatch(/^INIT_REPORT Init Duration: [\d.]+ ms\tPhase: init\tStatus: timeout\n/);
    expect(answer.log).not.toMatch(/REPORT RequestId.*Init Duration/);
    const second = /\nINIT_REPORT Init Duration: [\d.]+ ms\tPhase: invoke\tStatus: timeout\nSTART /;
    expect(second.test(answer.log)).toBe(unless === '');
  });

  it('that fails is done again within the invocation, and again at the next', async () => {
    const mark = join(plane.folder, 'mark');
    const code = `const fs = require('node:fs'); fs.appendFileSync('${mark}', 'x');
      if (fs.readFileSync('${mark}', 'utf8').length < 4) throw new EvalError('not yet');
      exports.handler = async () => fs.readFileSync('${mark}', 'utf8');`;
    addFunction(plane, 'a', code);
    const first = await call(plane, 'a', {});
    expect(first).toMatchObject({ payload: { errorType: 'EvalError' }, error: 'Unhandled' });
    expect(
      first.log.match(/INIT_REPORT .*Phase: (init|invoke)\tStatus: error\tError Type: EvalError\n/g),
    ).toHaveLength(2);
    expect(await call(plane, 'a', {})).toMatchObject({ payload: 'xxxx', error: undefined });
  });

  it('ahead of any invocation says so, and is not tried again when it fails', async () => {
    const entry = addFunction(plane, 'a', node('return process.env.AWS_LAMBDA_INITIALIZATION_TYPE;'));
    addFunction(plane, 'bad', "throw new Error('no');");
    for (const name of ['a', 'bad']) {
      const provisioned = plane.world.functions.entries.get(name)?.provisioned;
      provisioned?.set('$LATEST', {
        requested: 1,
        available: 1,
        status: 'READY',
        reason: null,
        modifiedMs: 0,
      });
    }
    const { runtime, functions } = plane.world;
    expect(await runtime.provision({ functionName: 'a', version: entry.latest })).toBe(true);
    expect((await call(plane, 'a', {})).payload).toBe('provisioned-concurrency');
    const bad = functions.entries.get('bad')?.latest;
    if (!bad) throw new Error('there is no function');
    expect(await runtime.provision({ functionName: 'bad', version: bad })).toBe(false);
    expect(loggedBy(plane, 'bad').filter((message) => message.startsWith('INIT_REPORT'))).toHaveLength(1);
  });
});

describe('on a machine without mounts for anybody', () => {
  beforeEach(async () => {
    await plane.close();
    plane = dataPlane({ PATH: '/nowhere' });
  });

  it('the temporary folder is where TMPDIR says, of nobody else', async () => {
    addFunction(
      plane,
      'a',
      node('const { TMPDIR } = process.env; return [TMPDIR, fs.statSync(TMPDIR).mode & 0o777];'),
    );
    const [folder, mode] = (await call(plane, 'a', {})).payload as [string, number];
    expect(folder.startsWith(join(plane.folder, 'tmp'))).toBe(true);
    expect(mode).toBe(0o700);
    await plane.world.runtime.close();
    expect(existsSync(folder)).toBe(false);
  });

  it('layers are found by variables', async () => {
    const Layers = [
      addLayer(plane, 'one', { 'nodejs/node_modules/word.js': "module.exports = 'one';" }),
      addLayer(plane, 'two', { 'nodejs/node_modules/word.js': "module.exports = 'two';" }),
    ];
    addFunction(plane, 'a', node("return [require('word'), process.env.PATH];"), { Layers });
    const [word, path] = (await call(plane, 'a', {})).payload as [string, string];
    expect(word).toBe('two');
    expect(path).toMatch(/^\/nowhere:.*\/layers\/[0-9a-f]{64}\/bin$/);
  });
});
