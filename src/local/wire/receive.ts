/** Reads a request of HTTP whole, within bounds. */
import type { IncomingMessage } from 'node:http';
import { gunzipSync } from 'node:zlib';
import type { WireRequest } from './message';
import { unreadable } from './strict';

export interface Received {
  readonly request: WireRequest;
  /** The body was larger than allowed; it was read to its end, for else the client would not see an answer, and thrown away. */
  readonly oversized: boolean;
}

/** What is beyond this many times the limit is cut off without an answer. */
const hopeless = 4;

/** Rejects when the client goes away. */
export async function receive(message: IncomingMessage, limitBytes: number): Promise<Received> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of message as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limitBytes * hopeless) message.destroy();
    if (size < limitBytes) chunks.push(chunk);
    else chunks.length = 0;
  }
  const { pathname, searchParams } = targetOf(message);
  const request = {
    method: message.method ?? '',
    path: pathname,
    query: searchParams,
    headers: headersOf(message),
    body: Buffer.concat(chunks),
  };
  return { request, oversized: size >= limitBytes };
}

/** The path stays as it came: URL would take `..` apart. */
export function targetOf(message: IncomingMessage): { pathname: string; searchParams: URLSearchParams } {
  const [pathname = '/', query = ''] = (message.url ?? '/').split(/\?(.*)/s);
  return { pathname, searchParams: new URLSearchParams(query) };
}

export const headersOf = ({ headers }: IncomingMessage): WireRequest['headers'] =>
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
