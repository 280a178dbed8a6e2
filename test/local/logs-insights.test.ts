import {
  CreateLogGroupCommand,
  DescribeQueriesCommand,
  GetQueryResultsCommand,
  StartQueryCommand,
  type StartQueryCommandInput,
  StopQueryCommand,
} from '@aws-sdk/client-cloudwatch-logs';
import { AwsError } from '../../src/local/errors';
import { readProgram } from '../../src/local/logs/insights/program';
import fc from '../property';
import { account, type LocalAws, openLocalAws, refusalOf } from './world';

const startMs = Date.UTC(2026, 10, 20, 12);
const id = '0a1b2c3d-0000-4000-8000-00000000000';

const texts = [
  `START RequestId: ${id}1 Version: 7`,
  `2026-11-20T12:00:00.000Z\t${id}1\tINFO\t{"level":"INFO","user":{"name":"ann"},"took":12,"tags":["x","y"]}`,
  `REPORT RequestId: ${id}1\tDuration: 10.50 ms\tBilled Duration: 11 ms\tMemory Size: 128 MB\tMax Memory Used: 70 MB\tInit Duration: 200.25 ms\t`,
  'user=bob, method:GET, latency := 30',
  '{"level":"ERROR","user":{"name":"bob"},"took":"40","message":"disk is full"}',
  `REPORT RequestId: ${id}2\tDuration: 20.50 ms\tBilled Duration: 21 ms\tMemory Size: 128 MB\tMax Memory Used: 80 MB\t`,
  '{"level":"WARN","user":{"name":"ann"},"took":90,"empty":"","blank":" "}',
];

/** One event a minute. */
const sources = texts.map((message, index) => ({
  account,
  group: '/aws/lambda/f',
  stream: index < 4 ? 'first' : 'second',
  event: { number: index + 1, atMs: startMs + index * 60_000, ingestedMs: startMs, message },
}));

/** Lines of values, without the pointer. */
function ask(query: string): string[][] {
  const { results } = readProgram(query).run(sources, 10_000);
  return results.map((line) => line.filter(({ field }) => field !== '@ptr').map(({ value }) => value));
}

const fieldsOf = (query: string): string[] =>
  readProgram(query)
    .run(sources, 10_000)
    .results.flatMap((line) => line.map(({ field }) => field));

describe('a query', () => {
  it('without fields shows time, message and pointer, newest first', () => {
    const { results, matched } = readProgram('limit 1').run(sources, 10_000);
    expect(results).toEqual([
      [
        { field: '@timestamp', value: '2026-11-20 12:06:00.000' },
        { field: '@message', value: texts[6] },
        { field: '@ptr', value: expect.any(String) },
      ],
    ]);
    expect(matched).toBe(7);
  });

  it.each([
    ['fields @requestId, @type | filter @type = "START"', [[`${id}1`, 'START']]],
    [
      'fields @duration, @billedDuration, @initDuration | filter @initDuration > 0',
      [['10.5', '11', '200.25']],
    ],
    [
      'fields @memorySize / 1000 / 1000 as mb, @maxMemoryUsed | filter ispresent(@initDuration)',
      [['128', '70000000']],
    ],
    ['fields @logStream, @log | filter took = 12', [['first', `${account}:/aws/lambda/f`]]],
    ['fields user.name, tags.1 | filter level = "INFO"', [['ann', 'y']]],
    ['fields took | filter took >= 40 and level in ["ERROR", "WARN"] | sort took asc', [['40'], ['90']]],
    ['fields took | filter level != "INFO" and ispresent(took) | sort took desc', [['90'], ['40']]],
    ['fields level | filter not (level = "INFO" or level = "WARN") and ispresent(level)', [['ERROR']]],
    ['fields level | filter @message like /(?i)DISK is/', [['ERROR']]],
    ['fields level | filter @message like "disk"', [['ERROR']]],
    ['fields level | filter @message =~ /d.sk/ # why not\n', [['ERROR']]],
    ['fields level | filter ispresent(level) and level not like "O"', [['WARN']]],
    ['fields level | filter level not in ["INFO", "WARN"] and ispresent(level)', [['ERROR']]],
    ['fields level | filter took = 90 and isempty(empty) and isblank(blank) and isempty(gone)', [['WARN']]],
    ['FIELDS level | FILTER took = 90 | LIMIT 1', [['WARN']]],
    ['fields `user.name` as who | filter took = 90', [['ann']]],
    ['fields took + 1 * 2 ^ 3 - 6 / 3 % 2 as n | filter took = 12', [['20']]],
    ['fields (took + 1) * -2 as n | filter took = 12', [['-26']]],
    [
      'fields abs(-3), ceil(1.2), floor(-1.2), greatest(1, 3, 2), least(2, 1), sqrt(9) | limit 1',
      [['3', '2', '-2', '3', '1', '3']],
    ],
    [
      'fields strlen("añb"), toupper("a"), tolower("B"), trim("  x "), ltrim("xyZfooxyZ", "xyZ"), rtrim("xyZfooxyZ", "xyZ") | limit 1',
      [['3', 'A', 'b', 'x', 'fooxyZ', 'xyZfoo']],
    ],
    [
      'fields replace("foo", "o", "0"), concat("a", 1, "b"), substr("xyZfooxyZ", 3, 3), strcontains("abc", "b"), coalesce(gone, level, "x") | limit 1',
      [['f00', 'a1b', 'foo', '1', 'WARN']],
    ],
    ['fields if(took > 50, "slow", "fast") as speed | filter took = 90', [['slow']]],
    [
      'fields datefloor(@timestamp, 5m), dateceil(@timestamp, 5m) | limit 1',
      [['2026-11-20 12:05:00.000', '2026-11-20 12:10:00.000']],
    ],
    ['fields tomillis(@timestamp) as ms | limit 1', [[String(startMs + 6 * 60_000)]]],
    [
      'parse @message "user=*, method:*, latency := *" as who, method, latency | filter latency > 1 | display who, method, latency',
      [['bob', 'GET', '30']],
    ],
    [
      'parse @message /user=(?<who>\\w+), method:(?<method>[A-Z]+)/ | filter ispresent(who) | display who, method',
      [['bob', 'GET']],
    ],
    ['parse user.name /^(.)/ as initial | filter took = 90 | display initial', [['a']]],
    ['parse "latency := *" as l | filter ispresent(l) | display l', [['30']]],
    ['fields took | display level | filter took = 90', [['WARN']]],
    [
      'filter ispresent(level) | dedup user.name | sort took | display user.name, took',
      [
        ['bob', '40'],
        ['ann', '90'],
      ],
    ],
    [
      'filter ispresent(level) | sort user.name desc, took asc | display user.name, took',
      [
        ['bob', '40'],
        ['ann', '12'],
        ['ann', '90'],
      ],
    ],
    [
      'stats count(*) as n, count(level), count() by @logStream | sort @logStream',
      [
        ['first', '4', '1', '4'],
        ['second', '3', '2', '3'],
      ],
    ],
    [
      'stats count_distinct(user.name) as who, sum(took), avg(took), min(took), max(took)',
      [['2', '142', String(Number((142 / 3).toPrecision(15))), '12', '90']],
    ],
    ['stats pct(took, 50), pct(took, 99), median(took), stddev(@duration)', [['40', '90', '40', '5']]],
    ['stats earliest(took), latest(took)', [['12', '90']]],
    [
      'stats max(@maxMemoryUsed / 1000 / 1000) as mb, sum(took) / count(took) as mean',
      [['80', String(Number((142 / 3).toPrecision(15)))]],
    ],
    [
      'stats count(*) as n by bin(5m) as t | sort t',
      [
        ['2026-11-20 12:00:00.000', '5'],
        ['2026-11-20 12:05:00.000', '2'],
      ],
    ],
    ['filter level = "none" | stats count(*), avg(took)', [['0']]],
    ['filter level = "none" | stats count(*) by level', []],
    ['stats count(*) as n by @logStream | stats max(n) as most', [['4']]],
    ['stats count(*) by level | sort `count(*)` desc | limit 1', [['4']]],
  ])('%s', (query, expected) => {
    expect(ask(query)).toEqual(expected);
  });

  it('names columns as they were written, keys first', () => {
    expect(fieldsOf('stats avg(took), count( * ) by bin(1h) | limit 1')).toEqual([
      'bin(1h)',
      'avg(took)',
      'count( * )',
    ]);
    expect(fieldsOf('fields took, level as l | filter took = 90')).toEqual(['took', 'l', '@ptr']);
  });

  it('counts what its filters let through', () => {
    const { matched, results } = readProgram('filter ispresent(took) | stats count(*)').run(sources, 10);
    expect([matched, results.length]).toEqual([3, 1]);
    expect(readProgram('fields took').run(sources, 2).results).toHaveLength(2);
  });
});

describe('a query that is none', () => {
  it.each([
    ['', '<EOF>', 0],
    ['bogus command', 'bogus', 0],
    ['fields', '<EOF>', 6],
    ['fields a |', '<EOF>', 10],
    ['fields a | count()', 'count', 11],
    ['fields a,', '<EOF>', 9],
    ['filter a like', '<EOF>', 13],
    ['filter a like /(/', '/', 14],
    ['filter a in [1, 2', '<EOF>', 17],
    ['filter (a = 1', '<EOF>', 13],
    ['filter a = ', '<EOF>', 11],
    ['fields nothing(a)', 'nothing', 7],
    ['fields abs()', 'abs', 7],
    ['filter count(a) > 1', 'count', 7],
    ['stats a by b', '<EOF>', 12],
    ['stats count(*) by', '<EOF>', 17],
    ['sort', '<EOF>', 4],
    ['limit x', 'x', 6],
    ['parse @message "a*b" as x, y', '@message', 6],
    ['parse @message "no star"', '@message', 6],
    ['parse @message /no group/', '@message', 6],
    ['dedup', '<EOF>', 5],
  ])('%s: unexpected %s at %d', (query, symbol, position) => {
    const message = `unexpected symbol found ${symbol} at line 1 and position ${position}`;
    const expected = expect.objectContaining({ name: 'MalformedQueryException', status: 400, message });
    expect(() => readProgram(query)).toThrow(expected);
  });

  it('is told the line, too', () => {
    expect(() => readProgram('fields a\n| bogus')).toThrow(/bogus at line 2 and position 2/);
  });

  it('is refused when it is nested too deep', () => {
    const deep = `filter ${'('.repeat(5000)}a${')'.repeat(4990)}`;
    expect(() => readProgram(deep)).toThrow(AwsError);
    expect(() => readProgram(`filter ${'not '.repeat(2000)}a`)).toThrow(AwsError);
  });
});

describe('any text', () => {
  const pieces = fc.constantFrom(
    ...['fields', 'filter', 'stats', 'parse', 'sort', 'limit', 'dedup', 'display', 'by', 'as', 'and', 'or'],
    ...[
      'not',
      'like',
      'in',
      '|',
      ',',
      '(',
      ')',
      '[',
      ']',
      '=',
      '!=',
      '=~',
      '<',
      '+',
      '-',
      '*',
      '/',
      '^',
      '%',
    ],
    ...['@message', '@timestamp', 'took', 'level', 'user.name', '`a b`', '1', '2.5', '5m', '"x*"', "'y'"],
    ...['/x(?<y>.)/', 'count(*)', 'avg(took)', 'bin(5m)', 'abs(', 'concat(', 'pct(took, 90)', '#c\n', 'desc'],
  );
  const queries = fc.oneof(
    fc.string({ maxLength: 60 }),
    fc.array(pieces, { maxLength: 30 }).map((some) => some.join(' ')),
    fc.array(pieces, { maxLength: 8 }).map((some) => `fields @message | ${some.join(' ')}`),
    fc.array(pieces, { maxLength: 8 }).map((some) => `filter ${some.join(' ')}`),
    fc.array(pieces, { maxLength: 8 }).map((some) => `stats ${some.join(' ')}`),
  );

  it('is a query that runs, or is refused as AWS refuses', () => {
    fc.assert(
      fc.property(queries, fc.oneof(fc.string(), fc.json()), (text, message) => {
        const source = {
          account,
          group: 'g',
          stream: 's',
          event: { number: 1, atMs: 1, ingestedMs: 1, message },
        };
        try {
          const { results } = readProgram(text).run([source, ...sources], 10);
          for (const { value } of results.flat()) expect(typeof value).toBe('string');
        } catch (error) {
          expect(error).toBeInstanceOf(AwsError);
        }
      }),
      { numRuns: 3000 },
    );
  });
});

test('a text that functions in each other have made too long is no value', () => {
  const nested = `${'replace('.repeat(20)}'a'${",'a','aaaaaaaaaa')".repeat(20)}`;
  expect(ask(`fields ${nested} as long, concat('a', 'b') as short | limit 1`)).toEqual([['ab']]);
  const doubled = Array.from({ length: 25 }, (_, index) => `concat(a${index}, a${index}) as a${index + 1}`);
  const query = `fields 'aa' as a0 | fields ${doubled.join(', ')} | display strlen(a19), strlen(a20) | limit 1`;
  expect(ask(query)).toEqual([[`${2 ** 20}`]]);
});

describe('the life of a query', () => {
  let aws: LocalAws;

  beforeEach(async () => {
    aws = await openLocalAws();
    await aws.logs.send(new CreateLogGroupCommand({ logGroupName: 'g' }));
    for (const { event } of sources) aws.world.logs.put('g', 's', [event]);
  });

  afterEach(() => aws.close());

  const start = async (more: Partial<StartQueryCommandInput> = {}) => {
    const span = { startTime: startMs / 1000, endTime: startMs / 1000 + 120 };
    const query = { logGroupName: 'g', queryString: 'fields level', ...span, ...more };
    return (await aws.logs.send(new StartQueryCommand(query))).queryId;
  };

  const results = (queryId: string | undefined, more: object = {}) =>
    aws.logs.send(new GetQueryResultsCommand({ queryId, ...more }));

  it('goes from scheduled over running to complete', async () => {
    const queryId = await start();
    const seen = [(await results(queryId)).status];
    await aws.clock.advance(100);
    seen.push((await results(queryId)).status);
    await aws.clock.advance(200);
    const done = await results(queryId);
    expect([...seen, done.status]).toEqual(['Scheduled', 'Running', 'Complete']);
    expect(done.results).toHaveLength(3);
    expect(done.statistics).toMatchObject({ recordsMatched: 3, recordsScanned: 3, logGroupsScanned: 1 });
    expect(done.statistics?.bytesScanned).toBeGreaterThan(200);
  });

  it('can be stopped while it runs', async () => {
    const queryId = await start();
    expect((await aws.logs.send(new StopQueryCommand({ queryId }))).success).toBe(true);
    await aws.clock.advance(1000);
    expect(await results(queryId)).toMatchObject({ status: 'Cancelled', results: [] });
    const again = aws.logs.send(new StopQueryCommand({ queryId }));
    expect((await refusalOf(again)).name).toBe('InvalidParameterException');
  });

  it('is over for good when newer ones have many rows', async () => {
    const line = (_: unknown, index: number) => ({ atMs: startMs, message: `${index}` });
    aws.world.logs.put('g', 's', Array.from({ length: 60_000 }, line));
    const limit = 60_000;
    const [first, second] = [await start({ limit }), await start({ limit })];
    await aws.clock.advance(1000);
    expect((await results(first)).statistics?.recordsMatched).toBe(60_003);
    expect((await results(second)).statistics?.recordsMatched).toBe(60_003);
    expect((await refusalOf(results(first))).name).toBe('ResourceNotFoundException');
    expect((await results(second)).results).toHaveLength(10_000);
  });

  it('gives rows of large messages in pages, whatever was asked for', async () => {
    const message = 'x'.repeat(1_000_000);
    aws.world.logs.put(
      'g',
      's',
      Array.from({ length: 20 }, () => ({ atMs: startMs, message })),
    );
    const queryId = await start({ queryString: 'fields @message as a, @message as b' });
    await aws.clock.advance(1000);
    const first = await results(queryId);
    expect(first.results?.length).toBe(18);
    const rest = await results(queryId, { nextToken: first.nextToken });
    expect([rest.results?.length, rest.nextToken]).toEqual([5, undefined]);
  });

  it('is described with its sources', async () => {
    const queryId = await start();
    const describe = async (more: object) =>
      (await aws.logs.send(new DescribeQueriesCommand({ logGroupName: 'g', ...more }))).queries;
    expect(await describe({})).toEqual([
      {
        createTime: aws.clock.nowMs(),
        logGroupName: 'g',
        queryId,
        queryLanguage: 'CWLI',
        queryString: `SOURCE "g" START=${startMs} END=${startMs + 120_999} | fields level`,
        status: 'Scheduled',
      },
    ]);
    await aws.clock.advance(1000);
    expect(await describe({ status: 'Scheduled' })).toEqual([]);
    expect(await describe({ status: 'Complete' })).toHaveLength(1);
  });

  it('gives results in pages', async () => {
    const queryId = await start({ endTime: startMs / 1000 + 3600 });
    await aws.clock.advance(1000);
    const first = await results(queryId, { maxItems: 5 });
    const second = await results(queryId, { maxItems: 5, nextToken: first.nextToken });
    expect([first.results?.length, second.results?.length, second.nextToken]).toEqual([5, 2, undefined]);
  });

  it('does not begin without its groups, its time or its language', async () => {
    expect((await refusalOf(start({ logGroupName: 'x' }))).message).toMatch(
      /^Log group 'x' does not exist for account ID '123456789012' \(Service: AWSLogs; Status Code: 400;/,
    );
    const both = refusalOf(start({ logGroupNames: ['g'] }));
    expect((await both).name).toBe('InvalidParameterException');
    expect((await refusalOf(start({ endTime: 1 }))).name).toBe('InvalidParameterException');
    expect((await refusalOf(start({ queryLanguage: 'SQL' }))).name).toBe('InvalidParameterException');
    expect((await refusalOf(results('x'))).name).toBe('ResourceNotFoundException');
  });

  it('tells the place of what it does not understand', async () => {
    const error = await start({ queryString: 'fields a | bogus' }).catch((reason: unknown) => reason);
    expect(error).toMatchObject({
      name: 'MalformedQueryException',
      queryCompileError: {
        location: { startCharOffset: 11, endCharOffset: 16 },
        message: 'unexpected symbol found bogus at line 1 and position 11',
      },
    });
  });
});
