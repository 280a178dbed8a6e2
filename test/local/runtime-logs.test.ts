import { createClock } from '../../src/disk/clock';
import { EnvironmentLog } from '../../src/local/runtime/log';
import { addFunction, type DataPlane, dataPlane } from './data-plane-world';
import { call, loggedBy, untilThere } from './runtime-calls';

let plane: DataPlane;
beforeEach(() => {
  plane = dataPlane({ PATH: process.env.PATH });
});
afterEach(() => plane.close());

const json = { LogFormat: 'JSON', LogGroup: '/aws/lambda/api' };

describe('the log group of a function', () => {
  it('has each message as one event, with what Lambda says around them', async () => {
    addFunction(
      plane,
      'api',
      "exports.handler = async () => { console.log('a\\nb'); process.stdout.write('c\\nd'); process.stdout.write('e\\n'); process.stdout.write('end'); };",
    );
    const { log } = await call(plane, 'api', {});
    const events = loggedBy(plane, 'api');
    expect(events).toEqual([
      'INIT_START Runtime Version: nodejs:22.v1\tRuntime Version ARN: arn:aws:lambda:eu-west-1::runtime:nodejs22.x\n',
      expect.stringMatching(/^START RequestId: \S{36} Version: \$LATEST\n$/),
      expect.stringMatching(/^\S+Z\t\S{36}\tINFO\ta\nb\n$/),
      'c\n',
      'de\n',
      'end\n',
      expect.stringMatching(/^END RequestId: \S{36}\n$/),
      expect.stringMatching(/^REPORT RequestId: \S{36}\tDuration: .*\t\n$/),
    ]);
    expect(log).toBe(events.slice(1).join(''));
    expect([...(plane.world.logs.groups.get('/aws/lambda/api')?.streams.keys() ?? [])]).toEqual([
      expect.stringMatching(/^\d{4}\/\d\d\/\d\d\/\[\$LATEST\][0-9a-f]{32}$/),
    ]);
  });

  it('is the one that the function names', async () => {
    const LoggingConfig = { LogFormat: 'Text', LogGroup: 'all-of-them' };
    addFunction(plane, 'api', 'exports.handler = async () => 1;', { LoggingConfig });
    await call(plane, 'api', {});
    expect([...plane.world.logs.groups.keys()]).toEqual(['all-of-them']);
  });

  it('has what a function logs after it has answered', async () => {
    const mark = `${plane.folder}/mark`;
    addFunction(
      plane,
      'api',
      `exports.handler = async () => { setTimeout(() => { console.log('later'); require('node:fs').writeFileSync('${mark}', ''); }, 30); };`,
    );
    await call(plane, 'api', {});
    await untilThere(mark);
    await plane.world.runtime.close();
    expect(loggedBy(plane, 'api').at(-1)).toMatch(/\tINFO\tlater\n$/);
  });
});

describe('a log in JSON', () => {
  const records = (): { [name: string]: unknown }[] => loggedBy(plane, 'api').map((line) => JSON.parse(line));

  it('has an object for each event of the platform', async () => {
    addFunction(plane, 'api', 'exports.handler = async () => 1;', { LoggingConfig: json });
    await call(plane, 'api', {});
    const time = expect.stringMatching(/^\d{4}-.*Z$/);
    const requestId = expect.stringMatching(/^\S{36}$/);
    const ms = expect.any(Number);
    expect(records()).toEqual([
      {
        time,
        type: 'platform.initStart',
        record: {
          initializationType: 'on-demand',
          phase: 'init',
          runtimeVersion: 'nodejs:22.v1',
          runtimeVersionArn: 'arn:aws:lambda:eu-west-1::runtime:nodejs22.x',
          functionName: 'api',
          functionVersion: '$LATEST',
        },
      },
      { time, type: 'platform.start', record: { requestId, version: '$LATEST' } },
      {
        time,
        type: 'platform.report',
        record: {
          requestId,
          metrics: {
            durationMs: ms,
            billedDurationMs: ms,
            memorySizeMB: 128,
            maxMemoryUsedMB: ms,
            initDurationMs: ms,
          },
          status: 'success',
        },
      },
    ]);
  });

  it.each([
    ['DEBUG', ['initStart', 'initReport', 'start', 'runtimeDone', 'report']],
    ['INFO', ['initStart', 'start', 'report']],
    ['WARN', []],
  ])('of the system level %s has the events of that level', async (SystemLogLevel, types) => {
    addFunction(plane, 'api', 'exports.handler = async () => 1;', {
      LoggingConfig: { ...json, SystemLogLevel },
    });
    await call(plane, 'api', {});
    expect(records().map(({ type }) => type)).toEqual(types.map((type) => `platform.${type}`));
  });

  it('says at every level what went wrong', async () => {
    addFunction(plane, 'api', 'exports.handler = async () => { for (;;); };', {
      Timeout: 1,
      LoggingConfig: { ...json, SystemLogLevel: 'WARN' },
    });
    await call(plane, 'api', {});
    expect(records()).toMatchObject([
      { type: 'platform.runtimeDone', record: { status: 'timeout' } },
      { type: 'platform.report', record: { status: 'timeout' } },
    ]);
  });

  it('has what the function logs as objects, from its level on', async () => {
    addFunction(
      plane,
      'api',
      `exports.handler = async () => {
        console.debug('no'); console.info('no');
        console.warn('%d of %d', 1, 2); console.error({ order: 7 }); console.error('failed', new RangeError('far'));
        throw new TypeError('bad');
      };`,
      { LoggingConfig: { ...json, ApplicationLogLevel: 'WARN', SystemLogLevel: 'WARN' } },
    );
    await call(plane, 'api', {});
    const common = { timestamp: expect.stringMatching(/Z$/), requestId: expect.stringMatching(/^\S{36}$/) };
    expect(records()).toEqual([
      { ...common, level: 'WARN', message: '1 of 2' },
      { ...common, level: 'ERROR', message: { order: 7 } },
      {
        ...common,
        level: 'ERROR',
        message: expect.stringMatching(/^failed RangeError: far\n/),
        errorType: 'RangeError',
        errorMessage: 'far',
        stackTrace: expect.arrayContaining(['RangeError: far']),
      },
      {
        ...common,
        level: 'ERROR',
        message: {
          errorType: 'TypeError',
          errorMessage: 'bad',
          stackTrace: expect.arrayContaining(['TypeError: bad']),
        },
      },
    ]);
  });

  it('says so to the function', async () => {
    addFunction(
      plane,
      'api',
      'exports.handler = async () => [process.env.AWS_LAMBDA_LOG_FORMAT, process.env.AWS_LAMBDA_LOG_LEVEL];',
      { LoggingConfig: json },
    );
    expect((await call(plane, 'api', {})).payload).toEqual(['JSON', 'INFO']);
  });
});

describe('the lines of a process', () => {
  function heard(...texts: readonly string[]): string[] {
    const messages: string[] = [];
    const log = new EnvironmentLog(createClock(), (more) => void messages.push(...more));
    for (const text of texts) log.add(Buffer.from(text, 'latin1'));
    log.flush();
    return messages;
  }

  it('are put together from what comes, also when a character comes in two parts', () => {
    expect(heard('a\nb', 'c\n', 'd')).toEqual(['a\n', 'bc\n', 'd\n']);
    expect(heard('\xc3', '\xa4\n')).toEqual(['ä\n']);
  });

  it('are one message where a newline is marked as part of it', () => {
    expect(heard('a\x1f', '\nb\x1f\nc\nd\n')).toEqual(['a\nb\nc\n', 'd\n']);
  });

  it('are cut where CloudWatch Logs takes no more', () => {
    const most = 262_118;
    const lengths = (...texts: readonly string[]): number[] => heard(...texts).map(({ length }) => length);
    expect(lengths('x'.repeat(300_000))).toEqual([most, 300_001 - most]);
    expect(lengths('x'.repeat(200_000), 'x'.repeat(100_000), 'y\n')).toEqual([most, 300_002 - most]);
    expect(lengths(`${'x'.repeat(300_000)}\ny\n`)).toEqual([most, 300_001 - most, 2]);
  });
});
