/** Requests as bytes: a browser would not send most of these. */
import { request as ask, type IncomingMessage } from 'node:http';

export interface Asked {
  readonly method?: string;
  readonly path: string;
  readonly headers?: { readonly [name: string]: string };
  readonly body?: string;
}

export interface Answered {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly text: string;
}

export function send(
  url: string,
  { method = 'GET', path, headers = {}, body }: Asked,
): Promise<IncomingMessage> {
  const { port } = new URL(url);
  return new Promise((done, fail) => {
    const sent = ask({ host: '127.0.0.1', port, method, path, headers: { ...headers }, agent: false }, done);
    sent.on('error', fail);
    sent.end(body);
  });
}

export async function answer(url: string, asked: Asked): Promise<Answered> {
  const message = await send(url, asked);
  let text = '';
  for await (const part of message) text += part;
  return { status: message.statusCode ?? 0, headers: message.headers, text };
}

/** What a page is told, until it has been told enough. */
export class Stream {
  text = '';
  private readonly waiting: (() => void)[] = [];

  private constructor(readonly message: IncomingMessage) {
    message.setEncoding('utf8');
    message.on('data', (part) => {
      this.text += part;
      for (const look of this.waiting) look();
    });
    message.on('error', () => undefined);
  }

  static async open(url: string, headers: { readonly [name: string]: string }): Promise<Stream> {
    const token = new URL(url).searchParams.get('token') ?? '';
    return new Stream(await send(url, { path: `/events?token=${token}`, headers }));
  }

  until(words: string): Promise<string> {
    return new Promise((done) => {
      const look = (): void => {
        if (this.text.includes(words)) done(this.text);
      };
      this.waiting.push(look);
      look();
    });
  }

  ended(): Promise<void> {
    return new Promise((done) => {
      this.message.on('end', done);
    });
  }
}
