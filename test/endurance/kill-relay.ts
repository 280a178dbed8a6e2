/**
 * Stands between one machine and the local AWS, passes everything on, and keeps a list of what AWS answered to writes of
 * aliases: a witness that neither shipit nor the emulation knows of. What a process sent before it was killed goes on its
 * way as it would on a network.
 */
import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface AliasWrite {
  readonly name: string;
  /** The revision that it was to replace; null for a new alias. */
  readonly from: string | null;
  readonly to: string;
  readonly description: string;
}

/** What becomes of a process around one answer: it dies before the answer is on its way, or right behind it. */
export type Around = 'before' | 'behind';

type OnWrite = (writes: number, around: Around) => unknown;

interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

export class Relay {
  readonly writes: AliasWrite[] = [];
  onWrite: OnWrite = () => undefined;
  private under = 0;
  private settled: () => void = () => undefined;
  private readonly server: Server;

  private constructor(private readonly to: number) {
    this.server = createServer((message, response) => this.serve(message, response));
  }

  static async open(to: number): Promise<Relay> {
    const relay = new Relay(to);
    await new Promise<void>((done) => relay.server.listen(0, '127.0.0.1', done));
    return relay;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  /** Once no write is on its way any more. */
  async rest(): Promise<void> {
    if (this.under > 0)
      await new Promise<void>((done) => {
        this.settled = done;
      });
  }

  async close(): Promise<void> {
    const closed = new Promise((done) => this.server.close(done));
    this.server.closeAllConnections();
    await closed;
  }

  private serve(message: IncomingMessage, response: ServerResponse): void {
    if (isAliasWrite(message)) void this.witness(message, response);
    else this.pass(message, response);
  }

  private pass(message: IncomingMessage, response: ServerResponse): void {
    const sent = this.send(message, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      response.flushHeaders();
      answer.on('error', () => response.destroy());
      answer.pipe(response);
    });
    sent.on('error', () => response.destroy());
    response.on('close', () => sent.destroy());
    message.pipe(sent);
  }

  private async witness(message: IncomingMessage, response: ServerResponse): Promise<void> {
    this.under += 1;
    try {
      const body = await wholeOf(message);
      const answer = await this.ask(message, body);
      this.note(message, body, answer);
      const counts = answer.status < 300;
      if (counts) this.onWrite(this.writes.length, 'before');
      response.writeHead(answer.status, answer.headers).end(answer.body);
      if (counts) this.onWrite(this.writes.length, 'behind');
    } catch {
      response.destroy();
    } finally {
      this.under -= 1;
      if (this.under === 0) this.settled();
    }
  }

  private ask(message: IncomingMessage, body: Buffer): Promise<Answer> {
    return new Promise((done, fail) => {
      const sent = this.send(message, (answer) => {
        wholeOf(answer).then(
          (whole) => done({ status: answer.statusCode ?? 502, headers: answer.headers, body: whole }),
          fail,
        );
      });
      sent.on('error', fail);
      sent.end(body);
    });
  }

  private send({ method, url, headers }: IncomingMessage, heard: (answer: IncomingMessage) => void) {
    const place = { host: '127.0.0.1', port: this.to, agent: false } as const;
    const own = { ...headers, host: `127.0.0.1:${this.to}` };
    return request({ ...place, method, path: url, headers: own }, heard);
  }

  private note({ url }: IncomingMessage, body: Buffer, answer: Answer): void {
    if (answer.status >= 300) return;
    const asked = JSON.parse(body.toString('utf8'));
    const told = JSON.parse(answer.body.toString('utf8'));
    const name = /functions\/([^/]+)\//.exec(url ?? '')?.[1] ?? '';
    const revisions = { from: asked.RevisionId ?? null, to: told.RevisionId };
    this.writes.push({ name, ...revisions, description: told.Description ?? '' });
  }
}

const isAliasWrite = ({ method, url }: IncomingMessage): boolean =>
  ['PUT', 'POST'].includes(method ?? '') && /\/functions\/[^/]+\/aliases/.test(url ?? '');

/** Rejects when it was cut off: then nothing of it is sent on. */
function wholeOf(message: IncomingMessage): Promise<Buffer> {
  return new Promise((done, fail) => {
    const chunks: Buffer[] = [];
    message.on('data', (chunk: Buffer) => chunks.push(chunk));
    message.on('error', fail);
    message.on('close', () => (message.complete ? done(Buffer.concat(chunks)) : fail(new Error('cut off'))));
  });
}
