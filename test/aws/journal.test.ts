import { createHash } from 'node:crypto';
import {
  CreateBucketCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
} from '@aws-sdk/client-s3';
import type { SharedJournal } from '../../src/aws/journal';
import type { Event } from '../../src/core/events';
import type { FaultRule } from '../../src/local/faults';
import { onLocal } from './local';
import { stage } from './server';

const open = onLocal();
const release = '01ARZ3NDEKTSV4RRFFQ69G5FAV';
const later = '01ARZ3NDEKTSV4RRFFQ69G5FAW';
const bucket = 'journals';
const place = { bucket, prefix: 'team/orders', makesBucket: false };
const keyOf = (seq: number, id = release) => `team/orders/${id}/${String(seq).padStart(6, '0')}.json`;

const held = (because: string): Event => ({ v: 1, type: 'rollout.held', at: 1, rollout: 'careful', because });
const reasons = (events: Event[]): unknown[] => events.map((event) => 'because' in event && event.because);
const numbered = (name: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${name} ${index}`);

const journal = (changes = {}): SharedJournal => open().aws.journalAt({ ...place, ...changes });
const run = <T>(work: Promise<T>): Promise<T> => open().local.clock.runUntil(work);
const failing = (...rules: Partial<FaultRule>[]): void =>
  open().local.world.faults.set(
    rules.map((rule) => ({ action: '*', kind: 'throttle', rate: 1, ms: 0, times: null, ...rule })),
    7,
  );
const bodyOf = async (key: string): Promise<string> => {
  const { Body } = await open().local.s3.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
  return (await Body?.transformToString()) ?? '';
};
const put = (key: string, body: string) =>
  open().local.s3.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: body }));
const keys = async (): Promise<(string | undefined)[]> => {
  const { Contents = [] } = await open().local.s3.send(new ListObjectsV2Command({ Bucket: bucket }));
  return Contents.map(({ Key }) => Key);
};

beforeEach(async () => {
  await open().local.s3.send(new CreateBucketCommand({ Bucket: bucket }));
});

describe('the journal of a team', () => {
  test('of a release that never was is empty, and so is the list of releases', async () => {
    expect(await run(journal().read(release))).toEqual([]);
    expect(await run(journal().releases())).toEqual([]);
  });

  test('keeps one object an event, each with the hash of the body before', async () => {
    const team = journal();
    await run(Promise.all([team.append(release, held('one')), team.append(release, held('zwei — ü'))]));
    expect(await run(journal().read(release))).toEqual([held('one'), held('zwei — ü')]);
    expect(await keys()).toEqual([keyOf(0), keyOf(1)]);
    const first = await bodyOf(keyOf(0));
    const hash = createHash('sha256').update(first).digest('hex');
    expect(JSON.parse(first)).toEqual({ seq: 0, prev: null, event: held('one') });
    expect(JSON.parse(await bodyOf(keyOf(1)))).toEqual({ seq: 1, prev: hash, event: held('zwei — ü') });
  });

  test('names its releases, the newest first, with and without a prefix', async () => {
    for (const prefix of ['', 'team/orders']) {
      const team = journal({ prefix });
      for (const id of [release, later]) await run(team.append(id, held('one')));
      expect(await run(team.releases())).toEqual([later, release]);
    }
  });

  test('of two writers who meet, each takes the next place', async () => {
    const [one, two] = [journal(), journal()];
    await run(
      Promise.all([
        ...numbered('owner', 12).map((name) => one.append(release, held(name))),
        ...numbered('by hand', 12).map((name) => two.append(release, held(name))),
      ]),
    );
    const read = reasons(await run(journal().read(release)));
    expect([...read].sort()).toEqual([...numbered('owner', 12), ...numbered('by hand', 12)].sort());
    for (const name of ['owner', 'by hand'])
      expect(read.filter((reason) => String(reason).startsWith(name))).toEqual(numbered(name, 12));
  });

  test('a writer who comes late reads the end, not all of it', async () => {
    const owner = journal();
    await run(Promise.all(numbered('owner', 20).map((name) => owner.append(release, held(name)))));
    const late = journal();
    const calls: string[] = [];
    const { faults } = open().local.world;
    const strike = faults.strike.bind(faults);
    faults.strike = (action) => {
      calls.push(action);
      return strike(action);
    };
    await run(late.append(release, held('late')));
    expect(calls.filter((call) => call === 'GetObject')).toHaveLength(2);
    expect(reasons(await run(late.read(release))).at(-1)).toBe('late');
  });

  test.each([
    ['changed', () => put(keyOf(1), '{"seq":1,"prev":null,"event":{}}'), 1],
    ['damaged', () => put(keyOf(0), 'nonsense'), 0],
    ['put in place of another', async () => put(keyOf(1), await bodyOf(keyOf(2))), 1],
    ['taken out', () => open().local.s3.send(new DeleteObjectCommand({ Bucket: bucket, Key: keyOf(1) })), 1],
  ])('shows that an entry was %s, and can be written to all the same', async (_, change, seq) => {
    const team = journal();
    for (const name of ['one', 'two', 'three']) await run(team.append(release, held(name)));
    await change();
    const broken = {
      code: 'journalBroken',
      message: expect.stringContaining(`${keyOf(seq)} does not follow`),
    };
    await expect(run(journal().read(release))).rejects.toMatchObject(broken);
    await run(team.append(release, held('four')));
    expect(await keys()).toContain(keyOf(3));
  });

  test('tells at once of a bucket that is not there, and writes all of it once it is', async () => {
    const team = journal({ bucket: 'elsewhere' });
    await expect(run(team.append(release, held('one')))).rejects.toMatchObject({ code: 'notFound' });
    await expect(run(team.read(release))).rejects.toMatchObject({ code: 'notFound' });
    await open().local.s3.send(new CreateBucketCommand({ Bucket: 'elsewhere' }));
    await run(team.append(release, held('two')));
    expect(reasons(await run(team.read(release)))).toEqual(['one', 'two']);
  });

  test('makes its bucket where nobody else would', async () => {
    const team = journal({ bucket: 'elsewhere', makesBucket: true });
    expect(await run(team.releases())).toEqual([]);
    await run(team.append(release, held('one')));
    expect(reasons(await run(team.read(release)))).toEqual(['one']);
  });

  test('takes no release id that would be a path', async () => {
    for (const id of ['../x', 'a/b', '', '.'])
      await expect(run(journal().append(id, held('x')))).rejects.toThrow('is no release id');
  });
});

describe('the journal of a team, when S3 does not', () => {
  test('answer a third of the calls, is complete and in order all the same', async () => {
    failing(
      { action: 'PutObject', rate: 0.3 },
      { action: 'PutObject', kind: 'error', rate: 0.1 },
      { action: 'PutObject', kind: 'errorAfter', rate: 0.1 },
      { action: 'GetObject', rate: 0.3 },
      { action: 'ListObjectsV2', rate: 0.3 },
      { action: 'GetCallerIdentity', rate: 0.3 },
    );
    const [one, two] = [journal(), journal()];
    const names = numbered('owner', 60);
    const all = [
      ...names.map((name) => one.append(release, held(name))),
      ...numbered('by hand', 5).map((name) => two.append(release, held(name))),
    ];
    await run(Promise.all(all));
    failing();
    const read = reasons(await run(journal().read(release)));
    expect(read).toHaveLength(65);
    expect(read.filter((reason) => String(reason).startsWith('owner'))).toEqual(names);
  });

  test('answer for a minute, writes what came meanwhile in its order', async () => {
    const team = journal();
    failing({ action: 'PutObject', kind: 'error', times: 40 });
    const all = Promise.all(['one', 'two', 'three'].map((name) => team.append(release, held(name))));
    await run(all);
    expect(reasons(await run(team.read(release)))).toEqual(['one', 'two', 'three']);
    expect(team.left()).toBe(0);
  });

  test('answer at all, can be given up, and says how much is missing', async () => {
    const team = journal();
    failing({ action: 'PutObject', kind: 'error' });
    const all = ['one', 'two'].map((name) => team.append(release, held(name)));
    for (const one of all) one.catch(() => undefined);
    let rested = false;
    void team.rest().then(() => {
      rested = true;
    });
    await open().local.clock.advance(60_000);
    expect(rested).toBe(false);
    expect(team.left()).toBe(2);
    team.stop();
    await run(team.rest());
  });
});

describe('the journal of a team, on the wire', () => {
  const open = stage();
  const identity = `<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult>
<Arn>arn:aws:iam::123456789012:user/ann</Arn><Account>123456789012</Account></GetCallerIdentityResult></GetCallerIdentityResponse>`;
  const xml = { 'content-type': 'text/xml' };

  test('is created or not at all, and in a bucket of our own account or not at all', async () => {
    const { aws, asked } = await open(({ method }) =>
      method === 'POST'
        ? { status: 200, headers: xml, body: identity }
        : { status: 200, headers: xml, body: '' },
    );
    await aws.journalAt(place).append(release, held('one'));
    const writes = asked.filter(({ method }) => method === 'PUT');
    expect(writes).toHaveLength(1);
    expect(writes[0]?.path).toMatch(`/journals/${keyOf(0)}`);
    expect(writes[0]?.headers).toMatchObject({
      'if-none-match': '*',
      'x-amz-expected-bucket-owner': '123456789012',
    });
  });

  test('of a bucket of somebody else, says that it may not', async () => {
    const denied = '<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>';
    const { aws } = await open(({ method }) =>
      method === 'POST'
        ? { status: 200, headers: xml, body: identity }
        : { status: 403, headers: xml, body: denied },
    );
    const refused = { code: 'accessDenied', message: expect.stringContaining('Access Denied') };
    await expect(aws.journalAt(place).append(release, held('one'))).rejects.toMatchObject(refused);
    await expect(aws.journalAt(place).read(release)).rejects.toMatchObject(refused);
  });
});
