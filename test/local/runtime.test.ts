import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { invoke } from '../../src/local/actions/lambda/invoke';
import {
  addFunction,
  type DataPlane,
  dataPlane,
  type FileTexts,
  payloadOf,
  writeCode,
} from './data-plane-world';
import { type Answer, alive, call as callPlane, pythonHere, untilGone } from './runtime-calls';

let plane: DataPlane;
beforeEach(() => {
  plane = dataPlane({ PATH: process.env.PATH, AWS_ACCESS_KEY_ID: 'AKIAREAL', SECRET_OF_MINE: 'x' });
});
afterEach(() => plane.close());

const call = (name: string, event: unknown): Promise<Answer> => callPlane(plane, name, event);

function add(code: string | FileTexts, changes: Parameters<typeof addFunction>[3] = {}): void {
  addFunction(plane, 'api', code, changes);
}

describe('a handler', () => {
  it('answers what its promise gives, from an environment that is started once', async () => {
    add('let n = 0; exports.handler = async (event) => ({ n: ++n, event });');
    expect((await call('api', { a: 'ä' })).payload).toEqual({ n: 1, event: { a: 'ä' } });
    expect((await call('api', [1])).payload).toEqual({ n: 2, event: [1] });
  });

  it('answers by callback when it is of that kind', async () => {
    add('exports.handler = (event, context, callback) => { setTimeout(callback, 5, null, { ok: event }); };');
    expect(await call('api', 1)).toMatchObject({ payload: { ok: 1 }, error: undefined });
  });

  it('fails by callback in the form of a failure', async () => {
    add("exports.handler = (event, context, callback) => callback(new TypeError('no'));");
    expect(await call('api', 1)).toMatchObject({
      payload: { errorType: 'TypeError', errorMessage: 'no' },
      error: 'Unhandled',
    });
  });

  it('of the callback kind is refused from Node.js 24 on, as at AWS', async () => {
    add('exports.handler = (event, context, callback) => callback(null, 1);', { Runtime: 'nodejs24.x' });
    expect(await call('api', 1)).toMatchObject({
      payload: { errorType: 'Runtime.CallbackHandlerDeprecated' },
      error: 'Unhandled',
    });
  });

  it('without a promise answers null before Node.js 24, and its value from then on', async () => {
    add("exports.handler = () => 'now';");
    expect((await call('api', 1)).payload).toBeNull();
    addFunction(plane, 'newer', "exports.handler = () => 'now';", { Runtime: 'nodejs24.x' });
    expect((await call('newer', 1)).payload).toBe('now');
  });

  it('may be an ES module by its name or by its package', async () => {
    add({ 'index.mjs': "import { sep } from 'node:path'; export const handler = async () => sep;" });
    expect((await call('api', 1)).payload).toBe('/');
    addFunction(
      plane,
      'typed',
      {
        'package.json': '{"type":"module"}',
        'src/app.js': 'await Promise.resolve(); export const api = { get: async () => 7 };',
      },
      { Handler: 'src/app.api.get' },
    );
    expect((await call('typed', 1)).payload).toBe(7);
  });

  it('gets an empty event when there was no payload', async () => {
    add('exports.handler = async (event) => event;');
    expect(payloadOf(await invoke(plane.world, { FunctionName: 'api' }))).toEqual({});
  });

  it('that throws is answered with type, message and trace', async () => {
    add("exports.handler = async () => { throw new RangeError('too far'); };");
    const { payload, error, log } = await call('api', 1);
    expect(payload).toEqual({
      errorType: 'RangeError',
      errorMessage: 'too far',
      trace: expect.arrayContaining(['RangeError: too far']),
    });
    expect(error).toBe('Unhandled');
    expect(log).toContain('ERROR\tInvoke Error');
  });

  it('that throws what is no error is answered too', async () => {
    add("exports.handler = async () => { throw 'just text'; };");
    expect((await call('api', 1)).payload).toEqual({
      errorType: 'string',
      errorMessage: 'just text',
      trace: [],
    });
  });

  it('that answers more than Lambda takes has failed', async () => {
    add("exports.handler = async () => 'x'.repeat(6291600);");
    expect((await call('api', 1)).payload).toEqual({
      errorType: 'Function.ResponseSizeTooLarge',
      errorMessage: 'Response payload size exceeded maximum allowed payload size (6291556 bytes).',
    });
  });

  it('knows in its context who it is and how long it has', async () => {
    add(
      'exports.handler = async (event, context) => ({ ...context, left: context.getRemainingTimeInMillis() });',
    );
    const answer = await invoke(plane.world, {
      FunctionName: 'api',
      Qualifier: '$LATEST',
      ClientContext: Buffer.from('{"client":"grün"}').toString('base64'),
    });
    const context = payloadOf(answer) as { left: number };
    expect(context).toMatchObject({
      functionName: 'api',
      functionVersion: '$LATEST',
      invokedFunctionArn: 'arn:aws:lambda:eu-west-1:123456789012:function:api:$LATEST',
      memoryLimitInMB: '128',
      logGroupName: '/aws/lambda/api',
      logStreamName: expect.stringMatching(/^\d{4}\/\d\d\/\d\d\/\[\$LATEST\][0-9a-f]{32}$/),
      awsRequestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      clientContext: { client: 'grün' },
    });
    expect(context.left).toBeGreaterThan(0);
    expect(context.left).toBeLessThanOrEqual(20_000);
  });
});

describe('a failing process', () => {
  it('that exits answers Runtime.ExitError, and the next call gets a new one', async () => {
    add(
      "exports.handler = async (event) => { console.log('bye'); if (event.exit) process.exit(1); return 'fine'; };",
    );
    const { payload, error, log } = await call('api', { exit: true });
    expect(payload).toEqual({
      errorType: 'Runtime.ExitError',
      errorMessage: expect.stringMatching(
        /^RequestId: [0-9a-f-]{36} Error: Runtime exited with error: exit status 1$/,
      ),
    });
    expect(error).toBe('Unhandled');
    expect(log).toContain('INFO\tbye');
    expect(log).toContain('Status: error\tError Type: Runtime.ExitError');
    expect((await call('api', {})).payload).toBe('fine');
  });

  it('is ended when the time of the function is over, however busy it is', async () => {
    add("exports.handler = async () => { console.log('in'); for (;;); };", { Timeout: 3 });
    const { payload, log } = await call('api', {});
    expect(payload).toEqual({
      errorType: 'Sandbox.Timedout',
      errorMessage: expect.stringMatching(
        /^RequestId: [0-9a-f-]{36} Error: Task timed out after 3.00 seconds$/,
      ),
    });
    expect(log).toMatch(/INFO\tin\n\S+Z [0-9a-f-]{36} Task timed out after 3.00 seconds\n\nEND /);
    expect(log).toContain('Status: timeout');
  });

  it.each([
    ['a missing module', "require('./nowhere')", 'Runtime.ImportModuleError'],
    ['code that cannot be read', 'exports.handler = ;', 'Runtime.UserCodeSyntaxError'],
    ['no such export', 'exports.other = 1;', 'Runtime.HandlerNotFound'],
    ['an error while it loads', "throw new EvalError('at start');", 'EvalError'],
    ['an exit while it loads', 'process.exit(3);', 'Runtime.ExitError'],
    [
      'a promise that is never settled',
      'exports.handler = () => new Promise(() => {});',
      'Runtime.NodeJsExit',
    ],
    [
      'a rejection that nobody handles',
      "exports.handler = async () => { Promise.reject(new Error('lost')); await new Promise((r) => setTimeout(r, 1e4)); };",
      'Runtime.UnhandledPromiseRejection',
    ],
    [
      'an error outside of the promise',
      "exports.handler = () => new Promise(() => setTimeout(() => { throw new URIError('late'); }));",
      'URIError',
    ],
  ])('with %s says so', async (_, code, errorType) => {
    add(code);
    expect(await call('api', {})).toMatchObject({ payload: { errorType }, error: 'Unhandled' });
  });

  it('with a missing handler file names the module', async () => {
    add({ 'other.js': '' });
    expect((await call('api', {})).payload).toMatchObject({
      errorMessage: expect.stringContaining("Cannot find module 'index'"),
    });
  });

  it('of a runtime that cannot run here is refused by name', async () => {
    add('', { Runtime: 'ruby3.4' });
    await expect(call('api', {})).rejects.toMatchObject({
      name: 'InvalidRuntimeException',
      status: 502,
      message: expect.stringContaining('ruby3.4'),
    });
  });
});

describe('the log', () => {
  it('has START, the lines in their order, END and REPORT, with the cold start only once', async () => {
    add(
      "exports.handler = async () => { console.log('a %d', 1); console.error('b'); process.stdout.write('c\\n'); };",
    );
    const cold = await call('api', {});
    expect(cold.log).toMatch(
      /^START RequestId: (\S{36}) Version: \$LATEST\n\S+Z\t\1\tINFO\ta 1\n\S+Z\t\1\tERROR\tb\nc\nEND RequestId: \1\nREPORT RequestId: \1\tDuration: [\d.]+ ms\tBilled Duration: \d+ ms\tMemory Size: 128 MB\tMax Memory Used: \d+ MB\tInit Duration: [\d.]+ ms\t\n$/,
    );
    const warm = await call('api', {});
    expect(warm.log).toMatch(/^START /);
    expect(warm.log).not.toContain('Init Duration');
  });

  it('keeps the last 4 KB', async () => {
    add("exports.handler = async () => { for (let i = 0; i < 5000; i += 1) console.log('line', i); };");
    const { log } = await call('api', {});
    expect(Buffer.byteLength(log)).toBe(4096);
    expect(log).toContain('line 4999\nEND ');
  });
});

describe('the environment of a function', () => {
  it('has what Lambda sets and what the function sets, and nothing of the user', async () => {
    add('exports.handler = async () => ({ env: process.env, folder: process.cwd() });', {
      Environment: { TABLE: 'orders', AWS_REGION: 'moon-1' },
    });
    const { env, folder } = (await call('api', {})).payload as { env: NodeJS.ProcessEnv; folder: string };
    expect(env).toMatchObject({
      TABLE: 'orders',
      AWS_REGION: 'eu-west-1',
      AWS_LAMBDA_FUNCTION_NAME: 'api',
      AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
      AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '128',
      AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x',
      LAMBDA_TASK_ROOT: folder,
      _HANDLER: 'index.handler',
      TZ: ':UTC',
    });
    expect(env.AWS_ACCESS_KEY_ID).not.toBe('AKIAREAL');
    expect(env).not.toHaveProperty('SECRET_OF_MINE');
  });
});

describe('environments', () => {
  it('serve one invocation each, so two at a time need two', async () => {
    add({
      'index.js': `const fs = require('node:fs');
        exports.handler = async ({ me, other, folder }) => {
          fs.writeFileSync(folder + '/' + me, '');
          while (!fs.existsSync(folder + '/' + other)) await new Promise((resolve) => setTimeout(resolve, 2));
          return process.pid;
        };`,
    });
    const { folder } = plane;
    const [a, b] = await Promise.all([
      call('api', { me: 'a', other: 'b', folder }),
      call('api', { me: 'b', other: 'a', folder }),
    ]);
    expect(new Set([a.payload, b.payload]).size).toBe(2);
  });

  it('take more calls than there are processes, one after the other', async () => {
    add('exports.handler = async (event) => ({ event, pid: process.pid });');
    const answers = await Promise.all(Array.from({ length: 200 }, (_, number) => call('api', number)));
    expect(answers.map((answer) => (answer.payload as { event: number }).event)).toEqual(
      answers.map((_, number) => number),
    );
    const processes = new Set(answers.map((answer) => (answer.payload as { pid: number }).pid));
    expect(processes.size).toBeLessThanOrEqual(10);
  });

  it('with the old code serve while an update is in progress, and end when it is over', async () => {
    const { latest } = addFunction(plane, 'api', 'exports.handler = async () => ["old", process.pid];');
    const old = (await call('api', {})).payload as [string, number];
    latest.serving = latest.config;
    latest.config = writeCode(plane.folder, 'exports.handler = async () => ["new"];', {});
    expect((await call('api', {})).payload).toEqual(old);
    latest.serving = null;
    expect((await call('api', {})).payload).toEqual(['new']);
    await untilGone(old[1]);
  });

  it('make room for others: of 26 functions called in turn, all answer with at most 24 processes left', async () => {
    const pids: number[] = [];
    for (let number = 0; number < 26; number += 1) {
      addFunction(plane, `f${number}`, 'exports.handler = async () => process.pid;');
      pids.push((await call(`f${number}`, {})).payload as number);
    }
    await untilGone(pids[0]);
    await untilGone(pids[1]);
    expect(pids.slice(2).filter(alive)).toHaveLength(24);
  });

  it('end with their children when the world closes, and then nothing runs any more', async () => {
    add({
      'index.js': `const { spawn } = require('node:child_process');
        exports.handler = async () => [process.pid, spawn('sleep', ['1000']).pid];`,
    });
    const pids = (await call('api', {})).payload as number[];
    await plane.world.runtime.close();
    for (const pid of pids) await untilGone(pid);
    await expect(call('api', {})).rejects.toMatchObject({ name: 'ServiceException' });
  });

  const python = pythonHere() === null ? [] : ['python3.13'];
  it.each(['nodejs22.x', ...python, 'provided.al2023'])(
    'of %s end by themselves when the process that serves the world is killed, even in an endless loop',
    async (runtime) => {
      const script = join(__dirname, 'runtime-server.ts');
      const register = join(__dirname, '../../bench/register.js');
      const server = spawn(process.execPath, ['-r', register, script, runtime], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const [line] = (await once(server.stdout, 'data')) as [Buffer];
      const [pid, folder = ''] = String(line).split(' ');
      expect(alive(Number(pid))).toBe(true);
      server.kill('SIGKILL');
      await untilGone(Number(pid));
      rmSync(folder, { recursive: true });
    },
  );
});
