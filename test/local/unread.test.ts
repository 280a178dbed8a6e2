/** Clients that write all of a request before they read see the answer, whatever they sent, and however slowly. */
import { connect, type Socket } from 'node:net';
import { type LocalAws, openLocalAws, region } from './world';

let aws: LocalAws;
beforeAll(async () => {
  aws = await openLocalAws();
});
afterAll(() => aws.close());

const piece = Buffer.alloc(64 * 1024, 'x');
const signed = (service: string): string =>
  `authorization: AWS4-HMAC-SHA256 Credential=local/20261120/${region}/${service}/aws4_request`;

/** A turn of the event loop: the server gets to what has come so far. */
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

interface Sent {
  readonly path: string;
  readonly head: readonly string[];
  readonly pieces: number;
  /** How many pieces are written between two turns. */
  readonly atOnce: number;
}

/** The first line of the answer, read when everything is written; the connection is left to the server. */
async function answerTo({ path, head, pieces, atOnce }: Sent): Promise<{ line: string; socket: Socket }> {
  const socket = connect(aws.served.port, '127.0.0.1');
  socket.pause();
  let failure: Error | null = null;
  socket.on('error', (error) => {
    failure = error;
  });
  const length = `content-length: ${pieces * piece.length}`;
  socket.write(`${[`POST ${path} HTTP/1.1`, ...head, length].join('\r\n')}\r\n\r\n`);
  for (let sent = 0; sent < pieces && failure === null; sent += 1) {
    if (!socket.write(piece)) await drained(socket);
    if (sent % atOnce === 0) await turn();
  }
  if (failure !== null) throw failure;
  const line = await new Promise<string>((resolve, reject) => {
    socket.once('data', (bytes) => resolve(String(bytes).split('\r\n')[0] ?? ''));
    socket.once('close', () => reject(failure ?? new Error('closed without an answer')));
    socket.resume();
  });
  return { line, socket };
}

const drained = (socket: Socket): Promise<void> =>
  new Promise((resolve) => {
    const done = (): void => {
      socket.off('drain', done);
      socket.off('close', done);
      resolve();
    };
    socket.once('drain', done);
    socket.once('close', done);
  });

const here = 'host: 127.0.0.1';
const secrets = [here, signed('secretsmanager'), 'x-amz-target: secretsmanager.ListSecrets'];
const functions = '/2015-03-31/functions';
const kinds: readonly (readonly [string, string, Omit<Sent, 'atOnce'>])[] = [
  ['to a foreign name', '403 Forbidden', { path: '/', head: ['host: evil.example'], pieces: 100 }],
  ['without the token', '403 Forbidden', { path: '/_shipit/seed', head: [here], pieces: 100 }],
  ['to no service', '501 Not Implemented', { path: '/', head: [here, signed('nothing')], pieces: 100 }],
  ['a little larger than allowed', '413 Payload Too Large', { path: '/', head: secrets, pieces: 20 }],
  ['many times larger than allowed', '413 Payload Too Large', { path: '/', head: secrets, pieces: 200 }],
];

test.each(kinds)('a request %s is answered, 30 times out of 30', async (_kind, status, sent) => {
  for (let time = 0; time < 30; time += 1) {
    const { line, socket } = await answerTo({ ...sent, atOnce: 1 + (time % 7) });
    expect(line).toBe(`HTTP/1.1 ${status}`);
    socket.destroy();
  }
});

test('a connection goes on after a request whose body nobody wanted', async () => {
  const { socket } = await answerTo({ path: '/', head: secrets, pieces: 200, atOnce: 3 });
  const next = new Promise<string>((resolve) => socket.once('data', (bytes) => resolve(String(bytes))));
  socket.write(`GET ${functions} HTTP/1.1\r\n${here}\r\n${signed('lambda')}\r\n\r\n`);
  expect(await next).toMatch(/^HTTP\/1\.1 200 OK/);
  socket.destroy();
});

test('who never ends is cut off', async () => {
  const endless = { path: '/', head: secrets, pieces: 10_000, atOnce: 20 };
  await expect(answerTo(endless)).rejects.toThrow(/ECONNRESET|EPIPE|closed without/);
});

/** Else a client that was busy for that long would write its next request into a connection that is being closed. */
test('no time is set for the next request on a connection', async () => {
  const answer = await fetch(`${aws.served.endpoint}${functions}`, {
    headers: { authorization: signed('lambda').slice('authorization: '.length) },
  });
  expect([answer.status, answer.headers.get('connection'), answer.headers.get('keep-alive')]).toEqual([
    200,
    'keep-alive',
    null,
  ]);
});
