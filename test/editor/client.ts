/** The part of an editor that talks with a language server: its messages over stdio, framed by hand. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

interface Message {
  readonly id?: number | string;
  readonly method?: string;
  readonly params?: { readonly items?: readonly { readonly section: string }[] };
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

interface Waiting {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}

export class LanguageClient {
  /** When the server has asked for its configuration and got it; it answers in order, so later questions know it. */
  readonly configured: Promise<void>;
  private readonly waiting = new Map<number, Waiting>();
  private readonly child: ChildProcess;
  private received = Buffer.alloc(0);
  private errors = '';
  private requests = 0;
  private configure: () => void = () => undefined;

  /** `settings` by section, for a server that asks for its configuration. */
  constructor(
    script: string,
    private readonly settings: Readonly<Record<string, unknown>>,
  ) {
    this.configured = new Promise((resolve) => {
      this.configure = resolve;
    });
    this.child = spawn(process.execPath, [script, '--stdio'], { stdio: 'pipe' });
    this.child.stdout?.on('data', (chunk: Buffer) => this.take(chunk));
    this.child.stderr?.on('data', (chunk: Buffer) => {
      this.errors += chunk;
    });
    this.child.on('close', (code) => this.abandon(`the server ended with ${code}: ${this.errors}`));
    this.child.on('error', (error) => this.abandon(error.message));
  }

  request(method: string, params: object | null): Promise<unknown> {
    this.requests += 1;
    const id = this.requests;
    const answer = new Promise((resolve, reject) => this.waiting.set(id, { resolve, reject }));
    this.send({ id, method, params });
    return answer;
  }

  notify(method: string, params: object | null): void {
    this.send({ method, params });
  }

  /** Ends when the process has. */
  async stop(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const closed = once(this.child, 'close');
    await this.request('shutdown', null).catch(() => this.child.kill('SIGKILL'));
    this.notify('exit', null);
    await closed;
  }

  private send(message: object): void {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    this.child.stdin?.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  }

  private take(chunk: Buffer): void {
    this.received = Buffer.concat([this.received, chunk]);
    for (let body = this.next(); body !== null; body = this.next()) this.handle(JSON.parse(body));
  }

  /** The body of the first message, once all of it is there. */
  private next(): string | null {
    const end = this.received.indexOf('\r\n\r\n');
    const header = end < 0 ? '' : this.received.toString('latin1', 0, end);
    const length = Number(/^Content-Length: (\d+)$/im.exec(header)?.[1] ?? Number.NaN);
    if (end >= 0 && Number.isNaN(length)) throw new Error(`a message without a length: ${header}`);
    const start = end + 4;
    if (end < 0 || this.received.length < start + length) return null;
    const body = this.received.toString('utf8', start, start + length);
    this.received = this.received.subarray(start + length);
    return body;
  }

  private handle({ id, method, params, result, error }: Message): void {
    if (method === undefined) this.settle(Number(id), result, error?.message ?? null);
    if (method === undefined || id === undefined) return;
    const asked = method === 'workspace/configuration' ? (params?.items ?? []) : null;
    // What else a server asks for is leave to register something, which is always given.
    this.send({ id, result: asked?.map(({ section }) => this.settings[section] ?? null) ?? null });
    if (asked !== null) this.configure();
  }

  private settle(id: number, result: unknown, error: string | null): void {
    const waiting = this.waiting.get(id);
    this.waiting.delete(id);
    if (error === null) waiting?.resolve(result);
    else waiting?.reject(new Error(error));
  }

  private abandon(why: string): void {
    for (const id of [...this.waiting.keys()]) this.settle(id, null, why);
  }
}
