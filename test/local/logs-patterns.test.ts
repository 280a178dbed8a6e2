import { TestMetricFilterCommand } from '@aws-sdk/client-cloudwatch-logs';
import { AwsError } from '../../src/local/errors';
import { parsePattern } from '../../src/local/logs/pattern/pattern';
import fc from '../property';
import { openLocalAws } from './world';

const matches = (pattern: string, message: string): boolean =>
  parsePattern(pattern, 'broken').match(message) !== null;

const json = JSON.stringify({
  eventType: 'UpdateTrail',
  sourceIPAddress: '111.111.111.111',
  arrayKey: ['value', 'another value'],
  objectList: [
    { name: 'a', id: 1 },
    { name: 'b', id: 2 },
  ],
  SomeObject: null,
  ThisFlag: true,
  'cluster.name': 'c',
  'detail-type': 'Shop',
  latency: 42.5,
  status: '404',
  number: [1000, 0.001],
  user: { id: 1, email: 'John.Stiles@example.com' },
  users: [{ id: 2, email: 'John.Doe@example.com' }],
  actions: ['GET', 'PUT', 'DELETE'],
  coordinates: [
    [0, 1, 2],
    [4, 5, 6],
  ],
});

const access = '127.0.0.1 Prod frank [10/Oct/2000:13:25:15 -0700] "GET /index.html HTTP/1.0" 404 1534';

describe('a pattern of terms', () => {
  it.each([
    ['', 'anything', true],
    ['" "', 'anything', true],
    ['ERROR', '[ERROR 400] BAD REQUEST', true],
    ['ERROR', '[error 400] BAD REQUEST', false],
    ['ERROR ARGUMENTS', '[ERROR 420] INVALID ARGUMENTS', true],
    ['ERROR ARGUMENTS', '[ERROR 400] BAD REQUEST', false],
    ['?ERROR ?ARGUMENTS', 'INVALID ARGUMENTS', true],
    ['?ERROR ?ARGUMENTS', 'fine', false],
    ['?ERROR ?ARGUMENTS REQUEST', '[INFO] REQUEST FAILED', true],
    ['?ERROR REQUEST', 'ERROR', false],
    ['"INTERNAL SERVER ERROR"', '[ERROR 500] INTERNAL SERVER ERROR', true],
    ['"INTERNAL ERROR"', '[ERROR 500] INTERNAL SERVER ERROR', false],
    ['"say \\"hi\\""', 'they say "hi"', true],
    ['ERROR -ARGUMENTS', '[ERROR 400] BAD REQUEST', true],
    ['ERROR -ARGUMENTS', '[ERROR 419] MISSING ARGUMENTS', false],
    ['ERROR -"MISSING ARGUMENTS"', '[ERROR 419] MISSING ARGUMENTS', false],
    ['-health', 'GET /health', false],
    ['%AUTHORIZED%', '[ERROR 401] UNAUTHORIZED REQUEST', true],
    ['%^[hc]at%', 'hat', true],
    ['%^[hc]at%', 'a hat', false],
    ['%10\\.10\\.0\\.1%', '10010,051', false],
    ['%\\x28x\\x29%', 'f(x)', true],
    ['%4\\d\\d%', 'status 404', true],
  ])('%s of «%s» is %s', (pattern, message, expected) => {
    expect(matches(pattern, message)).toBe(expected);
  });
});

describe('a pattern for JSON', () => {
  it.each([
    ['{ $.eventType = "UpdateTrail" }', true],
    ['{$.eventType="Update*"}', true],
    ['{ $.eventType = "*Trail" && $.eventType != "Delete*" }', true],
    ['{ $.eventType = %Trail% }', true],
    ['{ $.eventType = %^Trail% }', false],
    ['{ $.sourceIPAddress != 123.123.* }', true],
    ['{ $.sourceIPAddress = 111.111.* }', true],
    ['{ $.arrayKey[0] = "value" }', true],
    ['{ $.arrayKey[1] = "value" }', false],
    ['{ $.arrayKey[*] = %val.{2}% }', true],
    ['{ $.* = %111\\.111\\.111\\.1[0-9]{1,2}% }', true],
    ['{ $.objectList[1].id = 2 }', true],
    ['{ $.[\'cluster.name\'] = "c" }', true],
    ['{ $["cluster.name"] = "c" }', true],
    ['{ $.detail-type = "Shop" }', true],
    ['{ $.SomeObject IS NULL }', true],
    ['{ $.eventType IS NULL }', false],
    ['{ $.ThisFlag IS TRUE }', true],
    ['{ $.ThisFlag IS FALSE }', false],
    ['{ $.SomeOtherObject NOT EXISTS }', true],
    ['{ $.SomeOtherObject not exists }', true],
    ['{ $.eventType NOT EXISTS }', false],
    ['{ $.SomeObject NOT EXISTS }', false],
    ['{ $.number[4] NOT EXISTS }', true],
    ['{ $.latency > 42 }', true],
    ['{ $.latency>=42.5&&$.latency<=42.5 }', true],
    ['{ $.latency < 42 }', false],
    ['{ $.latency = 42.50 }', true],
    ['{ $.latency = 4* }', true],
    ['{ $.status = 404 }', true],
    ['{ $.status > 400 }', true],
    ['{ $.eventType > 1 }', false],
    ['{ $.number[0] = 1e+3 }', true],
    ['{ $.number[1] != 1e-3 }', false],
    ['{ $.user = "x" }', false],
    ['{ $.user != "x" }', false],
    ['{ $.missing != "x" }', false],
    ['{ ($.user.id = 1) && ($.users[0].email = "John.Doe@example.com") }', true],
    [
      '{ $.user.email = "John.Stiles@example.com" || $.coordinates[0][1] = "nonmatch" && $.actions[2] = "nonmatch" }',
      true,
    ],
    [
      '{ ($.user.email = "John.Stiles@example.com" || $.coordinates[0][1] = "nonmatch") && $.actions[2] = "nonmatch" }',
      false,
    ],
    ['{ ($.user.id = 2 && $.users[0].email = "nonmatch") || $.actions[2] = "GET" }', false],
    ['{ $.coordinates[1][2] = 6 }', true],
  ])('%s is %s', (pattern, expected) => {
    expect(matches(pattern, json)).toBe(expected);
  });

  it('matches no event that is not JSON', () => {
    expect(matches('{ $.a NOT EXISTS }', 'a plain line')).toBe(false);
    expect(matches('{ $.a = 1 }', '{"a":1} and more')).toBe(false);
    expect(matches('{ $.a = 1 }', '{"a":1}\n')).toBe(true);
  });
});

describe('a pattern of fields between spaces', () => {
  it.each([
    ['[ip, user, username, timestamp, request, status_code, bytes]', true],
    ['[ip, user, username, timestamp, request =*.html*, status_code = 4*, bytes]', true],
    [
      '[ip=%127\\.0\\.0\\.[1-9]%, user, username, timestamp, request =*.html*, status_code = 4*, bytes]',
      true,
    ],
    ['[..., request =*.html*, status_code = 4*, bytes > 1000]', true],
    ['[..., status_code = 404 || status_code = 410, bytes]', true],
    ['[..., status_code != 404 && status_code != 410, bytes]', false],
    ['[..., (status_code = 500 || status_code = 404) && status_code != 410, bytes]', true],
    ['[ip, ..., bytes >= 1535]', false],
    ['[ip, user="Prod", ...]', true],
    ['[ip, user="Dev", ...]', false],
    ['[a, b, c, d, e, f, g, h]', false],
    ['[a, b, c, d, e, f, g, h, ...]', false],
    ['[]', true],
    ['[ip, , username = frank, ...]', true],
  ])('%s is %s', (pattern, expected) => {
    expect(matches(pattern, access)).toBe(expected);
  });

  it('gives its last field the rest of the line', () => {
    const line = 'ERROR 09/25/2014 12:00:02 Failed to process';
    expect(matches('[w1=ERROR, w2]', line)).toBe(true);
    expect(matches('[w1=ERROR || w1=WARNING, w2]', 'WARNING a b')).toBe(true);
    expect(matches('[w1!=ERROR && w1!=WARNING, w2]', line)).toBe(false);
    const found = parsePattern('[level, date, rest=*process]', 'broken').match(line);
    expect(found?.value('$rest')).toBe('12:00:02 Failed to process');
  });
});

describe('a broken pattern', () => {
  it.each([
    'a@b',
    'a/b',
    '"open',
    '-',
    '?',
    'ERROR"x"',
    '%(a)%',
    '%something!%',
    '%[%',
    '%a% %b% %c%',
    '{}',
    '{ $ = 1 }',
    '{ $.a }',
    '{ $.a = }',
    '{ $.a == 1 }',
    '{ a = 1 }',
    '{ $.a > x }',
    '{ $.a IS EXISTS }',
    '{ $.a NOT NULL }',
    '{ $.a = 1 && }',
    '{ ($.a = 1 }',
    '{ $.a[*].b[*] = 1 }',
    '{ $.a[*] = 1 || $.b[*] = 1 || $.c[*] = 1 || $.d[*] = 1 }',
    '{ $.a = 1 } x }',
    '[a, b',
    '[a b]',
    '[..., a, ...]',
    '[ip, status_code = 4* && bytes > 1000]',
    '[a] b',
    `{ ${'('.repeat(300)}$.a = 1${')'.repeat(300)} }`,
  ])('is refused: %s', (pattern) => {
    const broken = () => parsePattern(pattern, 'broken');
    expect(broken).toThrow(expect.objectContaining({ name: 'InvalidParameterException', message: 'broken' }));
  });
});

describe('TestMetricFilter', () => {
  it('gives the events that match, with what the pattern names', async () => {
    const aws = await openLocalAws();
    const test = async (filterPattern: string, logEventMessages: string[]) =>
      (await aws.logs.send(new TestMetricFilterCommand({ filterPattern, logEventMessages }))).matches;
    expect(await test('[ip, ..., status=4*, bytes]', ['x', access])).toEqual([
      {
        eventNumber: 2,
        eventMessage: access,
        extractedValues: {
          $ip: '127.0.0.1',
          $2: 'Prod',
          $3: 'frank',
          $4: '10/Oct/2000:13:25:15 -0700',
          $5: 'GET /index.html HTTP/1.0',
          $status: '404',
          $bytes: '1534',
        },
      },
    ]);
    expect(await test('{ $.user.id = 1 && $.latency > 1 }', [json])).toEqual([
      { eventNumber: 1, eventMessage: json, extractedValues: { '$.user.id': '1', '$.latency': '42.5' } },
    ]);
    expect(await test('x', ['x', 'y', 'xy'])).toHaveLength(2);
    await aws.close();
  });
});

describe('any text', () => {
  const pieces = fc.constantFrom(
    ...['{', '}', '[', ']', '(', ')', '$', '.', '$.a', '$.a[0]', '*', '%', '%a+%', '"', '"x"', '&&', '||'],
    ...[
      '=',
      '!=',
      '<',
      '>=',
      ' ',
      ',',
      '...',
      '-',
      '?',
      'IS',
      'NULL',
      'NOT',
      'EXISTS',
      'a',
      '1',
      '1e9',
      '\\',
    ],
  );
  const texts = fc.oneof(
    fc.string({ maxLength: 60 }),
    fc.array(pieces, { maxLength: 30 }).map((some) => some.join('')),
    fc.array(pieces, { maxLength: 20 }).map((some) => `{${some.join(' ')}}`),
    fc.array(pieces, { maxLength: 20 }).map((some) => `[${some.join(' ')}]`),
  );

  it('is a pattern, or is refused as AWS refuses', () => {
    fc.assert(
      fc.property(texts, fc.oneof(fc.string(), fc.json(), fc.constant(access)), (text, message) => {
        try {
          parsePattern(text, 'broken').match(message);
        } catch (error) {
          expect(error).toBeInstanceOf(AwsError);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('in quotes finds exactly the messages that have it', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.string(), fc.string(), (text, before, after) => {
        fc.pre(text.trim() !== '');
        const quoted = `"${text.replace(/["\\]/g, '\\$&')}"`;
        expect(matches(quoted, before + text + after)).toBe(true);
        expect(matches(quoted, before)).toBe(before.includes(text));
      }),
    );
  });
});

describe('fields between spaces', () => {
  const values = (message: string): readonly string[] =>
    Object.values(parsePattern('[..., last]', 'broken').match(message)?.named ?? {});

  it('are what stands between spaces, in brackets that are closed, or in quotes', () => {
    const whole = /\[([^\]]*)\](?=\s|$)|"([^"]*)"(?=\s|$)|\S+/g;
    const piece = fc.constantFrom(' ', '[', ']', '"', 'a', 'b c', '\t', '[a b]', '"x y"', '][');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const message = pieces.join('');
        const fields = [...message.matchAll(whole)].map(([all, inside, quoted]) => inside ?? quoted ?? all);
        expect(values(message)).toEqual(fields);
      }),
    );
  });

  it('are found in a message whose brackets are never closed', () => {
    expect(values('[ '.repeat(100_000))).toHaveLength(100_000);
  });
});
