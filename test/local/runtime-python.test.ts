import { existsSync } from 'node:fs';
import { addFunction, type DataPlane, dataPlane, type FileTexts } from './data-plane-world';
import { call, loggedBy, pythonHere } from './runtime-calls';

const here = pythonHere() !== null;
const describePython = here ? describe : describe.skip;

let plane: DataPlane;
beforeEach(() => {
  plane = dataPlane({ PATH: process.env.PATH });
});
afterEach(() => plane.close());

function add(code: string | FileTexts, changes: Parameters<typeof addFunction>[3] = {}): void {
  const files = typeof code === 'string' ? { 'app.py': code } : code;
  addFunction(plane, 'api', files, { Runtime: 'python3.12', Handler: 'app.handler', ...changes });
}

describePython(`a Python handler${here ? '' : ' (left out: there is no python3 on the PATH)'}`, () => {
  it('answers what it returns, from an environment that is started once', async () => {
    add('n = 0\ndef handler(event, context):\n  global n\n  n += 1\n  return {"n": n, "event": event}');
    expect((await call(plane, 'api', { a: 'ä' })).payload).toEqual({ n: 1, event: { a: 'ä' } });
    expect((await call(plane, 'api', [1])).payload).toEqual({ n: 2, event: [1] });
  });

  it('is found in packages, by slashes and by dots', async () => {
    const files = {
      'pkg/__init__.py': '',
      'pkg/mod.py': 'from pkg import words\ndef fn(event, context): return words.word',
      'pkg/words.py': 'word = "found"',
    };
    add(files, { Handler: 'pkg/mod.fn' });
    expect((await call(plane, 'api', {})).payload).toBe('found');
    addFunction(plane, 'dots', files, { Runtime: 'python3.13', Handler: 'pkg.mod.fn' });
    expect((await call(plane, 'dots', {})).payload).toBe('found');
  });

  it('knows in its context who it is and how long it has', async () => {
    add(`def handler(event, context):
  names = ['function_name', 'function_version', 'invoked_function_arn', 'memory_limit_in_mb', 'aws_request_id',
    'log_group_name', 'log_stream_name', 'client_context']
  values = {name: getattr(context, name) for name in names}
  return dict(values, left=context.get_remaining_time_in_millis(), identity=context.identity.cognito_identity_id)`);
    const { payload } = await call(plane, 'api', {});
    expect(payload).toEqual({
      function_name: 'api',
      function_version: '$LATEST',
      invoked_function_arn: 'arn:aws:lambda:eu-west-1:123456789012:function:api',
      memory_limit_in_mb: '128',
      aws_request_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      log_group_name: '/aws/lambda/api',
      log_stream_name: expect.stringMatching(/^\d{4}\/\d\d\/\d\d\/\[\$LATEST\][0-9a-f]{32}$/),
      client_context: null,
      identity: null,
      left: expect.any(Number),
    });
  });

  it('that raises is answered as by the client of AWS, and the log has it as one event', async () => {
    add('def inner():\n  raise ValueError("too far")\ndef handler(event, context):\n  inner()');
    const { payload, error } = await call(plane, 'api', {});
    expect(payload).toEqual({
      errorMessage: 'too far',
      errorType: 'ValueError',
      requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      stackTrace: [
        expect.stringMatching(/^ {2}File ".*app\.py", line 4, in handler\n {4}inner\(\)\n/),
        expect.stringMatching(/^ {2}File ".*app\.py", line 2, in inner\n {4}raise ValueError\("too far"\)\n/),
      ],
    });
    expect(error).toBe('Unhandled');
    const event = loggedBy(plane, 'api').find((message) => message.startsWith('[ERROR]'));
    expect(event).toMatch(
      /^\[ERROR\] ValueError: too far\nTraceback \(most recent call last\):\n\u00a0\u00a0File "/,
    );
  });

  it.each([
    [
      'import nowhere',
      'app.handler',
      'Runtime.ImportModuleError',
      "Unable to import module 'app': No module named 'nowhere'",
    ],
    [
      '',
      'gone.handler',
      'Runtime.ImportModuleError',
      "Unable to import module 'gone': No module named 'gone'",
    ],
    [
      'def handler(:',
      'app.handler',
      'Runtime.UserCodeSyntaxError',
      expect.stringContaining("Syntax error in module 'app': "),
    ],
    ['x = 1', 'app.handler', 'Runtime.HandlerNotFound', "Handler 'handler' missing on module 'app'"],
    [
      'x = 1',
      'app',
      'Runtime.MalformedHandlerName',
      "Bad handler 'app': not enough values to unpack (expected 2, got 1)",
    ],
    ['raise KeyError("at start")', 'app.handler', 'KeyError', "'at start'"],
    [
      'handler = lambda event, context: {1, 2}',
      'app.handler',
      'Runtime.MarshalError',
      'Unable to marshal response: Object of type set is not JSON serializable',
    ],
    ['import sys\nsys.exit(3)', 'app.handler', 'Runtime.ExitError', expect.stringContaining('exit status 3')],
  ])('with code %j and handler %s says what is wrong', async (code, Handler, errorType, errorMessage) => {
    add(code, { Handler });
    expect(await call(plane, 'api', {})).toMatchObject({
      payload: { errorType, errorMessage },
      error: 'Unhandled',
    });
  });

  it('has its printed and logged lines in the log, in their order, with its memory in the report', async () => {
    add(`import logging
logging.getLogger().setLevel(logging.INFO)
def handler(event, context):
  print('a', 1)
  logging.info('b %d\\nmore', 2)`);
    const { log } = await call(plane, 'api', {});
    expect(log).toMatch(
      /^START RequestId: (\S{36}) Version: \$LATEST\na 1\n\[INFO\]\t\S+Z\t\1\tb 2\nmore\nEND RequestId: \1\nREPORT RequestId: \1\t.*\tMax Memory Used: [1-9]\d* MB\tInit Duration: [\d.]+ ms\t\n$/,
    );
    expect(loggedBy(plane, 'api')).toContainEqual(expect.stringMatching(/\tb 2\nmore\n$/));
  });

  it('logs JSON when the function is set so, from its level on', async () => {
    const LoggingConfig = { LogFormat: 'JSON', LogGroup: '/aws/lambda/api', ApplicationLogLevel: 'WARN' };
    add(
      'import logging\ndef handler(event, context):\n  logging.info("no")\n  logging.warning("yes %s", 1, extra={"order": 7})',
      {
        LoggingConfig,
      },
    );
    await call(plane, 'api', {});
    const lines = loggedBy(plane, 'api').map((message) => JSON.parse(message));
    expect(lines.filter(({ level }) => level)).toEqual([
      {
        timestamp: expect.stringMatching(/^\d{4}-.*\.\d{3}Z$/),
        level: 'WARNING',
        message: 'yes 1',
        logger: 'root',
        requestId: expect.any(String),
        order: 7,
      },
    ]);
  });

  it('is ended when its time is over, however busy it is', async () => {
    add('def handler(event, context):\n  while 1: pass', { Timeout: 1 });
    expect((await call(plane, 'api', {})).payload).toMatchObject({ errorType: 'Sandbox.Timedout' });
  });

  it('ends with the world', async () => {
    add('import os\ndef handler(event, context): return os.getpid()');
    const pid = (await call(plane, 'api', {})).payload as number;
    await plane.world.runtime.close();
    expect(existsSync(`/proc/${pid}`)).toBe(false);
  });
});

describe('without a python3', () => {
  it('a Python function is refused in plain words', async () => {
    await plane.close();
    plane = dataPlane({ PATH: '/nowhere' });
    add('def handler(event, context): pass');
    await expect(call(plane, 'api', {})).rejects.toMatchObject({
      name: 'InvalidRuntimeException',
      status: 502,
      message:
        'The local AWS runs Node.js, Python and custom (provided) runtimes; for Python it needs a python3 on its PATH, and there is none.',
    });
  });
});
