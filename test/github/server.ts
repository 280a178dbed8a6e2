/** GitHub's comments of one pull request, as far as its REST API answers about them. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Comment {
  readonly id: number;
  body: string;
  readonly user: { readonly type: string };
  readonly author_association: string;
}

export class GithubServer {
  readonly comments: Comment[] = [];
  readonly asked: string[] = [];
  /** What every write is answered with, instead of being done; null does it. */
  refusal: number | null = null;
  private readonly server = createServer((request, response) => void this.answer(request, response));

  async listen(): Promise<string> {
    await new Promise<void>((done) => this.server.listen(0, '127.0.0.1', done));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.server.close();
  }

  add(body: string, type: string, member: string): Comment {
    const comment = { id: this.comments.length + 1, body, user: { type }, author_association: member };
    this.comments.push(comment);
    return comment;
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let text = '';
    for await (const chunk of request) text += chunk;
    const { method = '', url = '', headers } = request;
    this.asked.push(`${method} ${url} ${headers.authorization}`);
    const say = (status: number, body: unknown) => response.writeHead(status).end(JSON.stringify(body));
    if (method === 'GET') return void say(200, this.page(new URL(url, 'http://x').searchParams));
    if (this.refusal !== null)
      return void say(this.refusal, { message: 'Resource not accessible by integration' });
    const { body } = JSON.parse(text) as { body: string };
    if (body.length > 65_536) return void say(422, { message: 'body is too long' });
    if (method === 'POST') return void say(201, this.add(body, 'Bot', 'NONE'));
    const known = this.comments.find(({ id }) => url.endsWith(`/comments/${id}`));
    if (known) known.body = body;
    say(known ? 200 : 404, known ?? {});
  }

  private page(query: URLSearchParams): Comment[] {
    const [size, page] = [Number(query.get('per_page')), Number(query.get('page'))];
    return this.comments.slice((page - 1) * size, page * size);
  }
}
