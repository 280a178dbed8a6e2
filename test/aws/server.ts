/** A server on loopback that plays answers of AWS to real SDK clients, and remembers what it was asked. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Aws, type AwsOptions, createAws } from '../../src/aws/clients';
import { FakeClock } from '../clock';

process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';

interface Asked {
  readonly method: string;
  /** With the query. */
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

export interface Answer {
  readonly status: number;
  readonly headers?: { readonly [name: string]: string };
  /** An object is sent as JSON. */
  readonly body: unknown;
}

/** Null closes the connection; 'silence' never answers; a promise answers when it is kept. */
type Played = Answer | null | 'silence';
type Play = (asked: Asked, count: number) => Played | Promise<Played>;

interface Theatre {
  readonly url: string;
  readonly asked: Asked[];
  close(): Promise<void>;
}

async function serve(play: Play): Promise<Theatre> {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const one = {
        method: request.method ?? '',
        path: request.url ?? '',
        headers: request.headers,
        body: Buffer.concat(chunks).toString('utf8'),
      };
      asked.push(one);
      void Promise.resolve(play(one, asked.length)).then((played) => respond(response, played));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function respond(response: ServerResponse, answer: Played): void {
  if (answer === 'silence') return;
  if (answer === null) {
    response.destroy();
    return;
  }
  const text = typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body);
  response.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers });
  response.end(text);
}

/** An error in the form of Lambda's. */
export const lambdaError = (status: number, name: string, message: string): Answer => ({
  status,
  headers: { 'x-amzn-errortype': name },
  body: { Type: 'User', message, Message: message },
});

/** An error in the form of CloudWatch's. */
export const cloudwatchError = (status: number, name: string, message: string): Answer => ({
  status,
  headers: { 'x-amzn-query-error': `${name};Sender` },
  body: { __type: `com.amazonaws.cloudwatch#${name}`, message },
});

/** Every way of asking the clock and chance that the adapters need, under the test's hand. */
export function awsAt(url: string, changes: Partial<AwsOptions> = {}): { aws: Aws; clock: FakeClock } {
  const clock = new FakeClock(1_800_000_000_000);
  const aws = createAws({
    region: 'eu-west-1',
    endpoint: url,
    profile: null,
    assumeRole: null,
    webIdentity: null,
    inCi: false,
    warn: () => {},
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    clock,
    ids: { ulid: () => '01ARZ3NDEKTSV4RRFFQ69G5FAV', nonce: () => '0badcafe', jitter: () => 0.5 },
    requestTimeoutMs: 10_000,
    release: () => '01ARZ3NDEKTSV4RRFFQ69G5FAV',
    trace: null,
    ...changes,
  });
  return { aws, clock };
}

/** Plays one answer a test, and closes what the test opened. */
export function stage() {
  const open: Theatre[] = [];
  afterEach(async () => {
    await Promise.all(open.splice(0).map((theatre) => theatre.close()));
  });
  return async (play: Play, changes: Partial<AwsOptions> = {}) => {
    const theatre = await serve(play);
    open.push(theatre);
    return { ...awsAt(theatre.url, changes), asked: theatre.asked };
  };
}
