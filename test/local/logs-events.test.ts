import {
  CreateLogGroupCommand,
  CreateLogStreamCommand,
  FilterLogEventsCommand,
  GetLogEventsCommand,
  GetLogGroupFieldsCommand,
  GetLogRecordCommand,
  type InputLogEvent,
  PutLogEventsCommand,
} from '@aws-sdk/client-cloudwatch-logs';
import { Pointer } from '../../src/local/logs/ids';
import { createLogStore } from '../../src/local/logs/memory';
import { account, type LocalAws, openLocalAws, refusalOf } from './world';

let aws: LocalAws;
let nowMs: number;

beforeEach(async () => {
  aws = await openLocalAws();
  nowMs = aws.clock.nowMs();
  await aws.logs.send(new CreateLogGroupCommand({ logGroupName: 'g' }));
  for (const logStreamName of ['a', 'b', 'c'])
    await aws.logs.send(new CreateLogStreamCommand({ logGroupName: 'g', logStreamName }));
});

afterEach(() => aws.close());

const put = (logEvents: InputLogEvent[], logStreamName = 'a') =>
  aws.logs.send(new PutLogEventsCommand({ logGroupName: 'g', logStreamName, logEvents }));

const at = (ms: number, message = `at ${ms}`): InputLogEvent => ({ timestamp: nowMs + ms, message });

const get = (more: object = {}) =>
  aws.logs.send(new GetLogEventsCommand({ logGroupName: 'g', logStreamName: 'a', ...more }));

const filter = (more: object = {}) =>
  aws.logs.send(new FilterLogEventsCommand({ logGroupName: 'g', ...more }));

const messages = (of: { events?: { message?: string }[] }): unknown[] =>
  (of.events ?? []).map(({ message }) => message);

const hourMs = 3_600_000;

describe('PutLogEvents', () => {
  it('keeps what it is given, in any language', async () => {
    const { nextSequenceToken, rejectedLogEventsInfo } = await put([at(0, '🙀 - 参よ - 日本語')]);
    expect(nextSequenceToken).toMatch(/^\d{56}$/);
    expect(rejectedLogEventsInfo).toBeUndefined();
    const { events } = await get();
    expect(events).toEqual([{ timestamp: nowMs, message: '🙀 - 参よ - 日本語', ingestionTime: nowMs }]);
  });

  it.each([
    [
      'events out of order',
      () => [at(1), at(0)],
      'Log events in a single PutLogEvents request must be in chronological order.',
    ],
    [
      'more than a day',
      () => [at(-25 * hourMs), at(0)],
      'The batch of log events in a single PutLogEvents request cannot span more than 24 hours.',
    ],
    [
      'more than a megabyte',
      () => [at(0, 'x'.repeat(524_263)), at(0, 'x'.repeat(524_262))],
      'Upload too large: 1048577 bytes exceeds limit of 1048576',
    ],
    [
      'an empty message',
      () => [at(0, '')],
      "1 validation error detected: Value '' at 'logEvents.1.member.message' failed to satisfy constraint: Member must have length greater than or equal to 1",
    ],
  ])('refuses %s', async (_what, events, message) => {
    expect(await refusalOf(put(events()))).toEqual({
      name: 'InvalidParameterException',
      status: 400,
      message,
    });
  });

  it('takes a full megabyte, with 26 bytes for each event', async () => {
    await put([at(0, 'x'.repeat(524_262)), at(0, 'x'.repeat(524_262))]);
    expect((await get({ startFromHead: true })).events).toHaveLength(2);
  });

  it('says which events are too old and which are too new, and keeps the others', async () => {
    const day = 24 * hourMs;
    const old = await put([at(-14 * day - 1000), at(-14 * day - 1), at(-14 * day + 1)]);
    expect(old.rejectedLogEventsInfo).toEqual({ tooOldLogEventEndIndex: 2 });
    const early = await put([at(0), at(2 * hourMs), at(2 * hourMs + 1)]);
    expect(early.rejectedLogEventsInfo).toEqual({ tooNewLogEventStartIndex: 2 });
    expect((await get()).events).toHaveLength(3);
  });

  it('needs the group and the stream', async () => {
    expect((await refusalOf(put([at(0)], 'gone'))).message).toBe('The specified log stream does not exist.');
    const nowhere = new PutLogEventsCommand({ logGroupName: 'x', logStreamName: 'a', logEvents: [at(0)] });
    expect((await refusalOf(aws.logs.send(nowhere))).message).toBe('The specified log group does not exist.');
  });
});

describe('GetLogEvents', () => {
  beforeEach(() => put([0, 1, 2, 3, 4, 5, 6].map((ms) => at(ms))));

  it('starts with the newest, or at the head', async () => {
    expect(messages(await get({ limit: 2 }))).toEqual(['at 5', 'at 6']);
    expect(messages(await get({ limit: 2, startFromHead: true }))).toEqual(['at 0', 'at 1']);
  });

  it('goes forwards page by page, and its token stays the same at the end', async () => {
    const first = await get({ limit: 4, startFromHead: true });
    const second = await get({ limit: 4, nextToken: first.nextForwardToken });
    expect(messages(second)).toEqual(['at 4', 'at 5', 'at 6']);
    const end = await get({ nextToken: second.nextForwardToken });
    expect(end.events).toEqual([]);
    expect(end.nextForwardToken).toBe(second.nextForwardToken);
    expect(messages(await get({ nextToken: end.nextBackwardToken, limit: 1 }))).toEqual(['at 6']);
    await put([at(9)]);
    expect(messages(await get({ nextToken: end.nextForwardToken }))).toEqual(['at 9']);
  });

  it('goes backwards page by page, and its token stays the same at the start', async () => {
    const last = await get({ limit: 5 });
    const before = await get({ limit: 5, nextToken: last.nextBackwardToken });
    expect(messages(before)).toEqual(['at 0', 'at 1']);
    const start = await get({ nextToken: before.nextBackwardToken });
    expect(start.events).toEqual([]);
    expect(start.nextBackwardToken).toBe(before.nextBackwardToken);
    expect(messages(await get({ nextToken: start.nextForwardToken, limit: 1 }))).toEqual(['at 0']);
  });

  it('takes the start of a time span and leaves its end', async () => {
    expect(messages(await get({ startTime: nowMs + 2, endTime: nowMs + 4 }))).toEqual(['at 2', 'at 3']);
  });

  it('of an empty stream gives a token that finds what comes later', async () => {
    const { events, nextForwardToken } = await get({ logStreamName: 'b' });
    expect(events).toEqual([]);
    await put([at(0)], 'b');
    expect(messages(await get({ logStreamName: 'b', nextToken: nextForwardToken }))).toEqual(['at 0']);
  });

  it('refuses what AWS refuses', async () => {
    expect((await refusalOf(get({ nextToken: 'x' }))).message).toBe('The specified nextToken is invalid.');
    expect((await refusalOf(get({ limit: 10_001 }))).message).toBe(
      "1 validation error detected: Value '10001' at 'limit' failed to satisfy constraint: Member must have value less than or equal to 10000",
    );
  });
});

describe('FilterLogEvents', () => {
  beforeEach(async () => {
    await put([at(0, 'ERROR one'), at(20, 'fine'), at(40, 'ERROR three')]);
    await put([at(10, 'ERROR two'), at(50, 'fine')], 'b');
    await put([at(30, 'fine')], 'c');
  });

  it('finds events of all streams in the order of time', async () => {
    const { events = [], searchedLogStreams } = await filter({ filterPattern: 'ERROR' });
    expect(messages({ events })).toEqual(['ERROR one', 'ERROR two', 'ERROR three']);
    expect(events.map(({ logStreamName }) => logStreamName)).toEqual(['a', 'b', 'a']);
    expect(searchedLogStreams).toEqual([]);
    const ids = events.map(({ eventId }) => eventId ?? '');
    expect(ids).toEqual([...new Set(ids)].sort());
  });

  it('takes the end of a time span with it', async () => {
    expect(messages(await filter({ startTime: nowMs + 10, endTime: nowMs + 30 }))).toEqual([
      'ERROR two',
      'fine',
      'fine',
    ]);
  });

  it('looks into streams by name or by prefix', async () => {
    expect(messages(await filter({ logStreamNames: ['b', 'c'] }))).toEqual(['ERROR two', 'fine', 'fine']);
    expect(messages(await filter({ logStreamNamePrefix: 'c' }))).toEqual(['fine']);
    expect((await refusalOf(filter({ logStreamNames: ['x'] }))).name).toBe('ResourceNotFoundException');
    const both = refusalOf(filter({ logStreamNames: ['a'], logStreamNamePrefix: 'a' }));
    expect((await both).name).toBe('InvalidParameterException');
  });

  it.each([
    ['oldest first', {}],
    ['newest first', { startFromHead: false, startTime: Date.UTC(2026, 0) }],
  ])('gives every event once, page by page, %s', async (_order, more) => {
    const seen: unknown[] = [];
    let nextToken: string | undefined;
    do {
      const page = await filter({ ...more, limit: 4, nextToken });
      seen.push(...messages(page));
      nextToken = page.nextToken;
    } while (nextToken);
    const all = messages(await filter({}));
    expect(seen).toEqual('startFromHead' in more ? all.reverse() : all);
    expect(seen).toHaveLength(6);
  });

  it('refuses what AWS refuses', async () => {
    const bad = await refusalOf(filter({ filterPattern: 'a@b' }));
    expect(bad).toMatchObject({ name: 'InvalidParameterException', message: 'Invalid filter pattern' });
    expect((await refusalOf(filter({ filterPattern: '{ $.a = 1' }))).message).toBe(
      "If a filter pattern starts with '{' it must end with '}'",
    );
    expect((await refusalOf(filter({ nextToken: 'x' }))).message).toBe('The specified nextToken is invalid.');
    expect((await refusalOf(filter({ startFromHead: false }))).name).toBe('InvalidParameterException');
  });
});

describe('one event', () => {
  it('is found again by its pointer, with its fields', async () => {
    await put([at(5, '{"level":"WARN","user":{"id":7}}')]);
    const number = aws.world.logs.groups.get('g')?.streams.get('a')?.events[0]?.number ?? 0;
    const logRecordPointer = Pointer.of({ group: 'g', stream: 'a', atMs: nowMs + 5, number });
    const { logRecord } = await aws.logs.send(new GetLogRecordCommand({ logRecordPointer }));
    expect(logRecord).toEqual({
      '@timestamp': String(nowMs + 5),
      '@ingestionTime': String(nowMs),
      '@message': '{"level":"WARN","user":{"id":7}}',
      '@logStream': 'a',
      '@log': `${account}:g`,
      '@ptr': logRecordPointer,
      level: 'WARN',
      'user.id': '7',
    });
    const wrong = aws.logs.send(new GetLogRecordCommand({ logRecordPointer: 'x' }));
    expect((await refusalOf(wrong)).name).toBe('InvalidParameterException');
  });

  it('counts for the fields of its group', async () => {
    await put([at(-2, '{"level":"WARN"}'), at(-1, 'plain')]);
    const { logGroupFields } = await aws.logs.send(new GetLogGroupFieldsCommand({ logGroupName: 'g' }));
    expect(logGroupFields).toContainEqual({ name: '@message', percent: 100 });
    expect(logGroupFields).toContainEqual({ name: 'level', percent: 50 });
  });
});

describe('the store of logs', () => {
  const clock = { nowMs: () => 1_000_000 };
  const lines = (count: number, size: number) =>
    Array.from({ length: count }, (_, index) => ({ atMs: index, message: 'x'.repeat(size) }));
  const held = (store: ReturnType<typeof createLogStore>) =>
    [...store.groups.values()].flatMap((group) =>
      [...group.streams.values()].flatMap(({ events }) => events),
    );

  it('makes groups and streams for whoever writes, as for Lambda', () => {
    const store = createLogStore({ clock, mostBytes: 1e6 });
    store.put('/aws/lambda/f', 's', [{ atMs: 5, message: 'hi' }]);
    expect(store.groups.get('/aws/lambda/f')?.streams.get('s')?.events).toEqual([
      { number: 1, atMs: 5, ingestedMs: 1_000_000, message: 'hi' },
    ]);
  });

  it('drops the events that came first when it holds too much, whatever their time', () => {
    const store = createLogStore({ clock, mostBytes: 100_000 });
    for (let round = 0; round < 50; round += 1) store.put('g', round % 2 ? 'odd' : 'even', lines(100, 74));
    const numbers = held(store).map(({ number }) => number);
    expect(numbers.length).toBeLessThanOrEqual(1000);
    expect(numbers.length).toBeGreaterThan(700);
    expect(Math.max(...numbers)).toBe(5000);
    expect(Math.min(...numbers)).toBe(5000 - numbers.length + 1);
  });

  it('survives a restart with its newest events, and with everything else', () => {
    const store = createLogStore({ clock, mostBytes: 1e8 });
    store.put('g', 'old', lines(100, 1000));
    store.put('g', 'new', lines(1000, 1000));
    const group = store.groups.get('g');
    if (group) group.tags = { a: 'b' };
    store.policies.set('p', { name: 'p', document: '{}', updatedMs: 1 });
    const dump = JSON.stringify(store.dump());
    expect(dump.length).toBeLessThan(300_000);
    const copy = createLogStore({ clock, mostBytes: 1e8 });
    copy.load(JSON.parse(dump));
    expect(copy.groups.get('g')?.tags).toEqual({ a: 'b' });
    expect(copy.policies.get('p')?.document).toBe('{}');
    const events = held(copy);
    expect(events.length).toBeGreaterThan(200);
    expect(events.at(-1)?.number ?? held(copy)[0]?.number).toBe(1100);
    copy.put('g', 'new', [{ atMs: 1, message: 'next' }]);
    expect(held(copy).some(({ number }) => number === 1101)).toBe(true);
    copy.clear();
    expect(held(copy)).toEqual([]);
  });
});

describe('a world with limits', () => {
  it('lets ten searches a second through, and refuses what is too much', async () => {
    const limited = await openLocalAws({ limits: true });
    limited.world.logs.put('g', 's', []);
    const one = () => limited.logs.send(new FilterLogEventsCommand({ logGroupName: 'g' }));
    for (let count = 0; count < 20; count += 1) await one();
    expect(await refusalOf(one())).toMatchObject({ name: 'ThrottlingException', status: 400 });
    await limited.clock.advance(1000);
    expect((await one()).events).toEqual([]);
    await limited.close();
  });
});
