/** Writes that the local AWS carried out, by the access key of who asked, for as long as anybody listens. */
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, ServerResponse } from 'node:http';

interface Answered {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

/** An invocation of a function is no read: it may do anything. Nothing that is asked of STS changes anything. */
const reading = /^(Get|List|Describe|Head|BatchGet|Assume)/;

export class Requests {
  private readonly byKey = new Map<string, string[]>();
  private readonly listener = (message: unknown) => this.hear(message as Answered);

  listen(): void {
    subscribe('http.server.response.finish', this.listener);
  }

  stop(): void {
    unsubscribe('http.server.response.finish', this.listener);
  }

  /** Since the last time that somebody asked. */
  takeWrites(accessKeyId: string): readonly string[] {
    const writes = this.byKey.get(accessKeyId) ?? [];
    this.byKey.delete(accessKeyId);
    return writes;
  }

  private hear({ request, response }: Answered): void {
    const scope = /Credential=([^/]+)\/\d+\/[^/]+\/(\w+)\//.exec(request.headers.authorization ?? '');
    const [, key, service] = scope ?? [];
    if (key === undefined || service === 'sts' || response.statusCode >= 300 || isRead(request)) return;
    const what = `${request.method} ${nameOf(request)}`;
    this.byKey.set(key, [...(this.byKey.get(key) ?? []), what]);
  }
}

/** Services with one address name the operation in a header or in the address; one that names it in the body counts as a write. */
const nameOf = ({ headers, url = '' }: IncomingMessage): string => {
  const target = headers['x-amz-target'];
  if (typeof target === 'string') return target.slice(target.lastIndexOf('.') + 1);
  return /\/operation\/(\w+)$/.exec(url)?.[1] ?? url;
};

function isRead(request: IncomingMessage): boolean {
  return request.method === 'GET' || request.method === 'HEAD' || reading.test(nameOf(request));
}
