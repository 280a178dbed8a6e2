/** Sends requests, and what is not even one. */
import { request } from 'node:http';
import { connect } from 'node:net';
import { createClock } from '../../src/disk/clock';
import type { FuzzRequest } from './requests';
import { signed } from './requests';
import { type Chance, pick } from './texts';

export interface Answer {
  readonly status: number;
  readonly headers: { readonly [name: string]: unknown };
  readonly text: string;
}

const clock = createClock();

/** A zip of many files takes long, and longer while seven others are answered by the same process. */
const hangMs = 120_000;
/** Answers without an end: what they say in a moment is enough. */
const endless = ['application/vnd.amazon.eventstream', 'application/x-ndjson'];
const momentMs = 100;

export function send(port: number, { method, path, headers, body }: FuzzRequest): Promise<Answer | Error> {
  return new Promise((resolve) => {
    try {
      const length = headers['transfer-encoding'] ? {} : { 'content-length': String(body.length) };
      const sent = request({
        host: '127.0.0.1',
        port,
        method,
        path: path.replace(/[^\x21-\x7e]/g, ''),
        headers: { ...headers, ...length },
        agent: false,
      });
      sent.setTimeout(hangMs, () => sent.destroy(new Error('hang')));
      sent.on('error', resolve);
      sent.on('response', (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', () => undefined);
        const answer = (): void =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            text: Buffer.concat(chunks).toString(),
          });
        response.on('close', answer);
        const type = response.headers['content-type'] ?? '';
        if (endless.includes(type) || path === '/_shipit/visit') clock.after(momentMs, () => sent.destroy());
      });
      sent.end(body);
    } catch (error) {
      resolve(error as Error);
    }
  });
}

const s3 = `host: localhost\r\nauthorization: ${signed('s3')}\r\n`;

const starts = [
  '',
  'GET / HTTP/1.1\r\n',
  'POST / HTTP/1.1\r\nhost: localhost\r\ntransfer-encoding: chunked\r\n\r\nZZ\r\n',
  'PUT /a HTTP/9.9\r\n\r\n',
  'GET /2015-03-31/functions HTTP/1.0\r\n\r\n',
  'GET /2015-03-31/functions HTTP/1.0\r\nhost: localhost\r\n\r\n',
  `GET http://evil.example/code/a HTTP/1.1\r\n${s3}\r\n`,
  `GET http://localhost/code/a HTTP/1.1\r\nhost: evil.example\r\n\r\n`,
  'OPTIONS * HTTP/1.1\r\nhost: localhost\r\n\r\n',
  'CONNECT evil.example:443 HTTP/1.1\r\nhost: localhost\r\n\r\n',
  `GET /code/a HTTP/1.1\r\n${s3}\r\n`.repeat(50),
  `PUT /code/a HTTP/1.1\r\n${s3}content-length: 3\r\n\r\nabc`.repeat(20),
  `PUT /code/a HTTP/1.1\r\n${s3}content-length: 9\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n`,
  `PUT /code/cut HTTP/1.1\r\n${s3}content-length: 100000\r\n\r\nabc`,
  `PUT /code/cut HTTP/1.1\r\n${s3}transfer-encoding: chunked\r\n\r\nffff\r\nabc`,
  `PUT /code/huge HTTP/1.1\r\n${s3}content-length: 99999999999999\r\n\r\nabc`,
  `GET /code/a HTTP/1.1\r\n${s3}connection: upgrade\r\nupgrade: websocket\r\n\r\n`,
  `PUT /code/a HTTP/1.1\r\n${s3}expect: 100-continue\r\ncontent-length: 3\r\n\r\n`,
  `GET /code/${'a'.repeat(20_000)} HTTP/1.1\r\n${s3}\r\n`,
  `GET /code/a HTTP/1.1\r\nhost: localhost\r\nhost: evil.example\r\n${'x: y\r\n'.repeat(3000)}\r\n`,
];

/** Bytes on a socket, and what came back. A slow client sends a piece now and then, and goes in the middle. */
export function sendBytes(port: number, next: Chance): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port });
    const random = Array.from({ length: Math.floor(next() * 400) }, () => Math.floor(next() * 256));
    const bytes = Buffer.concat([Buffer.from(pick(next, starts)), Buffer.from(next() < 0.5 ? random : [])]);
    const chunks: Buffer[] = [];
    const cancel = clock.after(1000, () => socket.destroy());
    socket.on('error', () => undefined);
    socket.on('close', () => {
      cancel();
      resolve(Buffer.concat(chunks).toString('latin1'));
    });
    socket.on('data', (chunk) => chunks.push(chunk));
    if (next() < 0.7) socket.end(bytes);
    else {
      socket.write(bytes.subarray(0, bytes.length / 2));
      clock.after(200, () =>
        next() < 0.5 ? socket.destroy() : socket.end(bytes.subarray(bytes.length / 2)),
      );
    }
  });
}
