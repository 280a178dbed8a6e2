/** Callers that spend as little of the machine as they can, for it is shared with what they measure. */
import { Agent, request } from 'node:http';

/** How often a second `work` is done by so many callers, each doing it again when it is done. */
export async function perSecond(
  callers: number,
  times: number,
  work: () => Promise<unknown>,
): Promise<number> {
  let left = times;
  const caller = async (): Promise<void> => {
    for (; left > 0; ) {
      left -= 1;
      await work();
    }
  };
  const startedMs = performance.now();
  await Promise.all(Array.from({ length: callers }, caller));
  return (times / (performance.now() - startedMs)) * 1000;
}

export interface Answer {
  readonly status: number;
  readonly body: string;
}

interface Message {
  readonly body: string;
  readonly headers: { readonly [name: string]: string };
}

/** Raw HTTP over connections that stay open. */
export class Client {
  private readonly agent: Agent;

  constructor(
    private readonly port: number,
    connections: number,
  ) {
    this.agent = new Agent({ keepAlive: true, maxSockets: connections });
  }

  close(): void {
    this.agent.destroy();
  }

  send(method: string, path: string, { body, headers }: Message): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const options = { agent: this.agent, host: '127.0.0.1', port: this.port, method, path };
      const length = { 'content-length': String(Buffer.byteLength(body)) };
      const sent = request({ ...options, headers: { ...headers, ...length } }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString() }),
        );
      });
      sent.on('error', reject);
      sent.end(body);
    });
  }
}
