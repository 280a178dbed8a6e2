/** Talks to the control endpoints of a process that serves a local world. */
import { type IncomingMessage, request } from 'node:http';
import type { Clock } from '../core/ports';

export interface Connection {
  readonly port: number;
  /** What `server.json` has. */
  readonly token: string;
  /** Bounds each call. */
  readonly real: Clock;
}

export interface ControlCall {
  readonly method: 'GET' | 'PUT' | 'POST';
  readonly path: string;
  /** Sent as JSON. */
  readonly body?: object;
}

/** Real milliseconds until a call is given up. */
export const patienceMs = 5000;

/** The name of the header that proves that the caller may read the world's folder. */
export const tokenHeader = 'x-shipit-token';

/** An answer, and not the one that was hoped for. */
export class ControlError extends Error {
  constructor(
    readonly status: number,
    /** The message of its body. */
    readonly said: string,
  ) {
    super(`The local AWS answered ${status}: ${said}`);
  }
}

/** The JSON that was answered. Rejects when nobody answers, or with anything but 200. */
export function control({ port, token, real }: Connection, call: ControlCall): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const headers = { [tokenHeader]: token, 'content-type': 'application/json' };
    const sent = request({
      host: '127.0.0.1',
      port,
      method: call.method,
      path: call.path,
      headers,
      agent: false,
    });
    const cancel = real.after(patienceMs, () =>
      sent.destroy(new Error('The local AWS did not answer in time')),
    );
    const settle = (how: () => void): void => {
      cancel();
      how();
    };
    sent.on('error', (error) => settle(() => reject(error)));
    sent.on('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', (error) => settle(() => reject(error)));
      response.on('end', () =>
        settle(() => read(response, Buffer.concat(chunks).toString('utf8'), { resolve, reject })),
      );
    });
    sent.end(call.body ? JSON.stringify(call.body) : undefined);
  });
}

interface Settle {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

function read({ statusCode = 0 }: IncomingMessage, text: string, { resolve, reject }: Settle): void {
  try {
    if (statusCode === 200) resolve(JSON.parse(text));
    else reject(new ControlError(statusCode, String(JSON.parse(text).message)));
  } catch {
    reject(new Error('The local AWS did not answer with JSON'));
  }
}
