/** Reads a request of HTTP whole, within bounds. */
import type { IncomingMessage } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { linger } from './linger';
import type { WireRequest } from './message';
import type { Stay } from './room';
import { unreadable } from './strict';

export interface Received {
  readonly request: WireRequest;
  /**
   * Why there is no body: it was larger than allowed, or there was no room for it. It was thrown away, and read to its
   * end, for else the client would not see an answer; one that does not end soon is still being read.
   */
  readonly refused: 'oversized' | 'crowded' | null;
}

export interface Bounds {
  readonly limitBytes: number;
  /** Shared by bodies that are held at the same time; the reader of the answer leaves it. */
  readonly stay: Stay;
}

/** What is beyond this many times the limit is answered before its end. */
const hopeless = 4;

/** Rejects when the client goes away. */
export async function receive(message: IncomingMessage, { limitBytes, stay }: Bounds): Promise<Received> {
  const chunks: Buffer[] = [];
  let size = 0;
  let refused: Received['refused'] = null;
  for await (const chunk of message.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size >= limitBytes) refused = 'oversized';
    else if (refused === null && !stay.take(chunk.length)) refused = 'crowded';
    if (refused === null) chunks.push(chunk);
    else {
      chunks.length = 0;
      stay.leave();
    }
    if (size > limitBytes * hopeless) break;
  }
  linger(message);
  return { request: { ...headOf(message), body: Buffer.concat(chunks) }, refused };
}

/** What is known of a request before its body. */
export function headOf(message: IncomingMessage): Omit<WireRequest, 'body'> {
  const { pathname: path, searchParams: query } = targetOf(message);
  return { method: message.method ?? '', path, query, headers: headersOf(message) };
}

/** The path stays as it came: URL would take `..` apart. */
export function targetOf(message: IncomingMessage): { pathname: string; searchParams: URLSearchParams } {
  const [pathname = '/', query = ''] = (message.url ?? '/').split(/\?(.*)/s);
  return { pathname, searchParams: new URLSearchParams(query) };
}

const headersOf = ({ headers }: IncomingMessage): WireRequest['headers'] =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));

/** CloudWatch's client packs bodies above ten kilobytes. Throws SerializationException. */
export function unpacked(request: WireRequest, limitBytes: number): WireRequest {
  if (request.headers['content-encoding'] !== 'gzip') return request;
  try {
    return { ...request, body: gunzipSync(request.body, { maxOutputLength: limitBytes }) };
  } catch {
    throw unreadable('The request body is not gzip within the limit');
  }
}
