/** The server of the page: who may ask, what a page is told, and what may be asked of a release. */
import { ShipitError } from '../../src/core/errors';
import { type ServedPage, servePage } from '../../src/page/server';
import { FakeClock } from '../clock';
import { later, startMs } from '../ui/examples';
import { answer, Stream, send } from './asking';

const token = '0a1b2c3d'.repeat(8);
const clock = new FakeClock(startMs);
let page: ServedPage;
let acted: string[];
let act: (what: string) => Promise<object> | null;

const serve = (port: number) =>
  servePage({
    html: '<!doctype html>the page',
    policy: "default-src 'none'",
    ...{ port, token, boot: 'b00t', clock },
    nowMs: () => startMs,
    act: (what) => act(what),
  });

beforeEach(async () => {
  acted = [];
  act = (what) => {
    acted.push(what);
    return what === 'pause' ? Promise.resolve({ exitCode: 0, problems: [] }) : null;
  };
  page = await serve(0);
});
afterEach(async () => {
  const closing = page.close();
  await clock.advance(5000);
  await closing;
});

const own = () => new URL(page.url).host;
const open = (headers: { [name: string]: string }, path = `/?token=${token}`) =>
  answer(page.url, { path, headers: { host: own(), ...headers } });

const asking = (headers: { [name: string]: string }, body = '{"what":"pause"}') =>
  answer(page.url, {
    method: 'POST',
    path: '/act',
    headers: {
      host: own(),
      origin: `http://${own()}`,
      'content-type': 'application/json',
      'x-shipit-token': token,
      ...headers,
    },
    body,
  });

describe('the page is given', () => {
  it('to whoever has its address, with what no other page may do with it', async () => {
    const { status, headers, text } = await open({});
    expect([status, text]).toEqual([200, '<!doctype html>the page']);
    expect(headers).toMatchObject({
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store',
      'content-type': 'text/html; charset=utf-8',
    });
  });

  it('through a port that is forwarded, and by the name of this machine', async () => {
    expect(await open({ host: 'localhost:9999' })).toMatchObject({ status: 200 });
  });

  it.each([
    ['none', '/'],
    ['an empty one', '/?token='],
    ['a shorter one', `/?token=${token.slice(1)}`],
    ['one that is nearly right', `/?token=${token.slice(1)}e`],
    ['a longer one', `/?token=${token}0`],
    ['one in capitals', `/?token=${token.toUpperCase()}`],
  ])('to nobody with a token that is wrong: %s', async (_what, path) => {
    for (const where of [path, path.replace('/', '/events')]) {
      const { status, text } = await open({}, where);
      expect([status, text.includes('the page')]).toEqual([403, false]);
    }
  });

  it.each([
    'evil.example',
    'evil.example:80',
    '127.0.0.1.evil.example',
    '[::1]',
    '0.0.0.0',
    '127.0.0.1:1@evil.example',
    'localhost.',
  ])('to nobody who calls this machine %s, which a name can be made to do', async (host) => {
    expect(await open({ host })).toMatchObject({ status: 421 });
    expect(await asking({ host, origin: `http://${host}` })).toMatchObject({ status: 421 });
    expect(acted).toEqual([]);
  });

  it.each(['http://evil.example', 'null', 'http://localhost:1', 'https://127.0.0.1'])(
    'to no page of %s',
    async (origin) => {
      expect(await open({ origin })).toMatchObject({ status: 403 });
      expect(await open({ origin }, `/events?token=${token}`)).toMatchObject({ status: 403 });
      expect(await asking({ origin })).toMatchObject({ status: 403 });
      expect(acted).toEqual([]);
    },
  );

  it.each(['HEAD', 'OPTIONS', 'PUT', 'DELETE', 'POST'])('by GET, and not by %s', async (method) => {
    const headers = { host: own() };
    expect(await answer(page.url, { method, path: `/?token=${token}`, headers })).toMatchObject({
      status: 405,
      headers: { allow: 'GET' },
    });
  });

  it.each(['/favicon.ico', '/../etc/passwd', '/__proto__', '/constructor', '//evil.example/', '/act/'])(
    'and nothing else: %s',
    async (path) => {
      expect((await open({}, `${path}?token=${token}`)).status).toBeGreaterThanOrEqual(400);
    },
  );
});

describe('a page is told', () => {
  it('all from the start, then what happens, and the time of the release', async () => {
    page.tell(later('release.started', 0));
    const stream = await Stream.open(page.url, { host: own() });
    const first = await stream.until('release.started');
    expect(first).toMatch(
      /^retry: 1000\n\nevent: reset\nid: b00t-0\ndata: \{\}\n\nid: b00t-1\ndata: \[\{.*\}\]\n\n$/,
    );
    page.tell(later('rollout.held', 9));
    expect(await stream.until('rollout.held')).toMatch(/id: b00t-2\ndata: \[\{"v":1,"type":"rollout.held"/);
    await clock.advance(2000);
    await stream.until(`event: now\ndata: {"nowMs":${startMs}}\n\n`);
    stream.message.destroy();
  });

  it('only what it lacks, when it comes again; all of it when another process told the rest', async () => {
    for (let at = 1; at <= 3; at += 1) page.tell(later('warning', at, { message: `word ${at}` }));
    const again = await Stream.open(page.url, { host: own(), 'last-event-id': 'b00t-2' });
    expect(await again.until('word 3')).not.toMatch(/reset|word 2/);
    const other = await Stream.open(page.url, { host: own(), 'last-event-id': 'other-2' });
    expect(await other.until('word 3')).toMatch(/event: reset.*word 1/s);
    for (const { message } of [again, other]) message.destroy();
  });

  it('the last word when the command ends, and does not have to come again', async () => {
    const stream = await Stream.open(page.url, { host: own() });
    page.tell(later('release.finished', 9));
    const over = stream.ended();
    await page.close();
    await over;
    expect(stream.text).toMatch(/release\.finished.*\n\nevent: over\ndata: \{\}\n\n$/s);
    page = await serve(0);
  });

  it('in pieces, however much it is', async () => {
    const long = 'x'.repeat(100_000);
    for (let at = 0; at < 30; at += 1) page.tell(later('warning', at, { message: long, hint: `hint ${at}` }));
    const stream = await Stream.open(page.url, { host: own() });
    const text = await stream.until('hint 29');
    expect(text.match(/^data: \[/gm)?.length).toBeGreaterThan(5);
  });

  it('nothing when sixteen others are open', async () => {
    const open = await Promise.all(Array.from({ length: 16 }, () => Stream.open(page.url, { host: own() })));
    const path = `/events?token=${token}`;
    expect(await answer(page.url, { path, headers: { host: own() } })).toMatchObject({ status: 503 });
    open[0]?.message.destroy();
    const message = await retry(() => send(page.url, { path, headers: { host: own() } }));
    expect(message.statusCode).toBe(200);
    for (const one of [...open.map((stream) => stream.message), message]) one.destroy();
  });
});

/** The server hears of a page that went away a moment later. */
async function retry(ask: () => ReturnType<typeof send>): ReturnType<typeof send> {
  for (let tries = 0; tries < 200; tries += 1) {
    const message = await ask();
    if (message.statusCode === 200) return message;
    message.resume();
  }
  return ask();
}

describe('a button', () => {
  it('asks for what the command of its name does, and hears what came of it', async () => {
    const { status, text } = await asking({});
    expect([status, JSON.parse(text)]).toEqual([200, { exitCode: 0, problems: [] }]);
    expect(acted).toEqual(['pause']);
  });

  it.each([
    ['no origin, as only a program would', { origin: '' }, 403],
    ['the token in the address alone', { 'x-shipit-token': '' }, 403],
    ['a form', { 'content-type': 'text/plain' }, 415],
    ['another site', { 'sec-fetch-site': 'cross-site' }, 403],
    ['another port of this machine', { 'sec-fetch-site': 'same-site' }, 403],
  ])('is not pressed by %s', async (_what, headers, status) => {
    expect(await asking(headers)).toMatchObject({ status });
    expect(acted).toEqual([]);
  });

  it.each([
    '',
    '[]',
    'null',
    '{"what":1}',
    '{"what":["pause"]}',
    'pause',
    `{"what":"pause","x":"${'y'.repeat(2000)}"}`,
  ])('takes no nonsense: %s', async (body) => {
    expect(await asking({}, body)).toMatchObject({ status: 400 });
    expect(acted).toEqual([]);
  });

  it('does what there is, and nothing else', async () => {
    expect(await asking({}, '{"what":"destroy"}')).toMatchObject({
      status: 400,
      text: 'That is no action.\n',
    });
  });

  it('says of what nobody expected only that it happened', async () => {
    act = () => Promise.reject(new Error('secret'));
    const { status, text } = await asking({});
    expect(status).toBe(500);
    expect(text).not.toContain('secret');
  });

  it('is one of four at most, and the end waits for them', async () => {
    let finish = (): void => {};
    const done = new Promise<object>((resolve) => {
      finish = () => resolve({ exitCode: 0, problems: [] });
    });
    let count = 0;
    const begun = new Promise<void>((resolve) => {
      act = () => {
        count += 1;
        if (count === 4) resolve();
        return done;
      };
    });
    const under = Array.from({ length: 4 }, () => asking({}));
    await begun;
    expect(await asking({})).toMatchObject({ status: 429 });
    let isSettled = false;
    const settled = page.settled().then(() => {
      isSettled = true;
    });
    expect(isSettled).toBe(false);
    finish();
    await settled;
    expect((await Promise.all(under)).map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(await asking({})).toMatchObject({ status: 429 });
  });
});

it('a port that is taken is named, with the flag for another', async () => {
  const port = Number(new URL(page.url).port);
  const refused = await serve(port).catch((error: unknown) => error);
  expect(ShipitError.is(refused, 'portInUse') && [refused.message, refused.hint]).toEqual([
    `the page cannot have port ${port}: EADDRINUSE`,
    'Choose another with --web-port, or leave it out for any free one.',
  ]);
});
