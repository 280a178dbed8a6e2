import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, LookupFunction, Socket } from 'node:net';
import { isClosed, openOnly } from '../../src/core/addresses';
import type { WebRequest } from '../../src/core/ports';
import { createWeb } from '../../src/web/http';
import { FakeClock } from '../clock';

type Play = (request: IncomingMessage, response: ServerResponse) => void;

const clock = new FakeClock(0);
const web = createWeb(clock);
const place = { host: '', play: (() => undefined) as Play };
const sockets = new Set<Socket>();
const server = createServer((request, response) => place.play(request, response));
server.on('connection', (socket) => sockets.add(socket));

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  place.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  for (const socket of sockets) socket.destroy();
  server.close();
});

const ask = (change: Partial<WebRequest> = {}) =>
  web.request({
    method: 'GET',
    url: `http://${place.host}/health?key=secret`,
    headers: {},
    body: null,
    timeoutMs: 5000,
    ...change,
  });

const refused = (message: string) => ({ code: 'refused', message: expect.stringContaining(message) });

describe('a request', () => {
  it('goes out as it was asked for, and any status is an answer', async () => {
    const asked: unknown[] = [];
    place.play = async (request, response) => {
      let body = '';
      for await (const chunk of request) body += chunk;
      const { method, url, headers } = request;
      asked.push({ method, url, body, type: headers['content-type'], length: headers['content-length'] });
      response.writeHead(503).end('dôwn');
    };
    const headers = { 'content-type': 'text/plain' };
    const answer = await ask({ method: 'POST', headers, body: 'grüezi' });
    expect(answer).toEqual({ status: 503, body: 'dôwn' });
    const url = '/health?key=secret';
    expect(asked).toEqual([{ method: 'POST', url, body: 'grüezi', type: 'text/plain', length: '7' }]);
  });

  it('may have the user and password of its address', async () => {
    place.play = ({ headers }, response) => response.end(headers.authorization);
    const { body } = await ask({ url: `http://ann:s%40y@${place.host}/` });
    expect(body).toBe(`Basic ${Buffer.from('ann:s@y').toString('base64')}`);
  });

  it('follows no redirect', async () => {
    let asked = 0;
    place.play = (_, response) => {
      asked += 1;
      response.writeHead(302, { location: `http://${place.host}/elsewhere` }).end();
    };
    expect(await ask()).toEqual({ status: 302, body: '' });
    expect(asked).toBe(1);
  });

  it('keeps the first megabyte of an answer without end, and waits for no more', async () => {
    const closed = new Promise<void>((resolve) => {
      place.play = (_, response) => {
        response.on('close', resolve);
        const more = (): void => {
          while (!response.destroyed && response.write('x'.repeat(100_000)));
        };
        response.on('drain', more);
        more();
      };
    });
    const { body } = await ask();
    expect(body).toBe('x'.repeat(1024 * 1024));
    await closed;
  });

  it.each([
    ['begins', () => undefined],
    ['ends', (response: ServerResponse) => response.write('so')],
  ])('whose answer never %s is ended in time', async (_, begin) => {
    const closed = new Promise<void>((resolve) => {
      place.play = (_request, response) => {
        response.on('close', resolve);
        begin(response);
        void clock.advance(5000);
      };
    });
    await expect(ask()).rejects.toMatchObject({
      code: 'timedOut',
      message: `${place.host} did not answer within 5 s`,
    });
    await closed;
  });

  it('for which nobody waits any more is ended', async () => {
    const controller = new AbortController();
    place.play = () => controller.abort();
    const interrupted = { code: 'interrupted', message: `stopped while waiting for ${place.host}` };
    await expect(ask({ stop: controller.signal })).rejects.toMatchObject(interrupted);
    await expect(ask({ stop: controller.signal })).rejects.toMatchObject(interrupted);
  });

  it.each([
    ['hangs up', (_: IncomingMessage, response: ServerResponse) => response.destroy()],
    [
      'breaks off',
      (_: IncomingMessage, response: ServerResponse) => response.write('so', () => response.destroy()),
    ],
    ['speaks something else', ({ socket }: IncomingMessage) => socket.end('SSH-2.0-x\r\n')],
  ] as const)(
    'to somebody who %s is unavailable, and says no more of the address than its host',
    async (_, play) => {
      place.play = play;
      await expect(ask()).rejects.toMatchObject({
        code: 'unavailable',
        message: expect.stringMatching(/^127\.0\.0\.1:\d+ could not be asked: [A-Z_]+$/),
      });
    },
  );

  it('to nobody is unavailable', async () => {
    await expect(ask({ url: 'http://127.0.0.1:1/' })).rejects.toMatchObject({
      code: 'unavailable',
      message: '127.0.0.1:1 could not be asked: ECONNREFUSED',
    });
  });

  it('by TLS to somebody who has none is unavailable', async () => {
    await expect(ask({ url: `https://${place.host}/` })).rejects.toMatchObject({ code: 'unavailable' });
  });

  it.each([
    ['a method', { method: 'GE T' }],
    ['a header', { headers: { 'x-a': 'a\r\nx-b: b' } }],
    ['a name of a header', { headers: { 'x a': 'a' } }],
  ])('with %s that would be more than that is refused', async (_, change) => {
    await expect(ask(change)).rejects.toMatchObject(refused('cannot be sent'));
  });

  it.each(['ftp://example.com/', 'file:///etc/passwd', 'example.com', '/health', 'http://', 'data:,x'])(
    'to %s is refused',
    async (url) => {
      await expect(ask({ url })).rejects.toMatchObject(refused('is no http(s) address'));
    },
  );

  it.each([
    'http://169.254.169.254/latest/meta-data/',
    'http://2852039166/',
    'http://0xa9.0xfe.0xa9.0xfe/',
    'http://169.254.170.2/v2/credentials',
    'http://[fe80::1]/',
    'http://[fd00:ec2::254]/',
    'http://[FD00:EC2::23]/',
    'http://[::ffff:169.254.169.254]/',
    'http://[::ffff:a9fe:a9fe]/',
    'http://[::a9fe:a9fe]/',
    'http://[64:ff9b::a9fe:a9fe]/',
    'http://[2002:a9fe:a9fe::1]/',
  ])('to %s is refused: it gives out credentials of the machine', async (url) => {
    await expect(ask({ url })).rejects.toMatchObject(refused('that only its own machine may ask'));
  });
});

describe('a name', () => {
  const open = { address: '93.184.216.34', family: 4 };

  const looked = (found: { address: string; family: number }[], all: boolean) =>
    new Promise((resolve, reject) => {
      const lookup: LookupFunction = (_host, options, done) => {
        if (options.all) done(null, found);
        else done(null, found[0]?.address ?? '', found[0]?.family);
      };
      openOnly(lookup)('name.example.com', { all }, (error, address) =>
        error ? reject(error) : resolve(address),
      );
    });

  it('that leads elsewhere is asked there', async () => {
    expect(await looked([open], true)).toEqual([open]);
    expect(await looked([open], false)).toBe(open.address);
  });

  it.each(['169.254.169.254', 'fe80::1%eth0', 'fd00:ec2::254', '::ffff:169.254.169.254'])(
    'that leads to %s is refused, also beside other addresses',
    async (address) => {
      const family = address.includes(':') ? 6 : 4;
      const message = 'name.example.com leads to an address that only its own machine may ask';
      await expect(looked([open, { address, family }], true)).rejects.toMatchObject(refused(message));
      await expect(looked([{ address, family }], false)).rejects.toMatchObject(refused(message));
    },
  );

  it('that nobody knows is nobody’s', async () => {
    const lost = Object.assign(new Error('lost'), { code: 'ENOTFOUND' });
    const lookup: LookupFunction = (_host, _options, done) => done(lost, '');
    const error = await new Promise((resolve) => openOnly(lookup)('x', {}, resolve));
    expect(error).toBe(lost);
  });
});

describe('addresses of other machines and of this one', () => {
  it.each([
    '127.0.0.1',
    '::1',
    '10.0.0.1',
    '169.253.0.1',
    '169.255.0.1',
    'fd00::1',
    'fd01:ec2::254',
    'localhost',
  ])('such as %s are open', (address) => {
    expect(isClosed(address)).toBe(false);
  });
});
