/** Pages that are open: each is sent what it does not have yet, as fast as it takes it, and the time of the release now and then. */
import type { ServerResponse } from 'node:http';
import type { Tale } from './tale';

/** More pages than this do not help anybody. */
const mostClients = 16;
/** Characters of one message. */
const chunkSize = 256 * 1024;

interface Client {
  readonly response: ServerResponse;
  seq: number;
  /** How many heartbeats it has not taken anything; 0 while it does. */
  stuck: number;
}

/** One that takes nothing for so many heartbeats is gone: it may come again and goes on where it was. */
const patience = 30;

export class Clients {
  private readonly open = new Set<Client>();

  constructor(
    private readonly tale: Tale,
    /** Tells this telling from that of another process at the same address. */
    private readonly boot: string,
  ) {}

  get isFull(): boolean {
    return this.open.size >= mostClients;
  }

  /** `lastId` is what the browser had last: when it was told by this process, the rest follows, else all of it. */
  add(response: ServerResponse, lastId: string | undefined): void {
    const known = new RegExp(`^${this.boot}-(\\d{1,15})$`).exec(lastId ?? '')?.[1];
    const client: Client = { response, seq: known === undefined ? 0 : Number(known), stuck: 0 };
    this.open.add(client);
    response.on('close', () => this.open.delete(client));
    response.on('drain', () => {
      client.stuck = 0;
      this.pump(client);
    });
    // Comes again after a second when the connection breaks.
    response.write('retry: 1000\n\n');
    if (known === undefined) response.write(`event: reset\nid: ${this.boot}-0\ndata: {}\n\n`);
    this.pump(client);
  }

  pumpAll(): void {
    for (const client of this.open) this.pump(client);
  }

  beat(nowMs: number): void {
    for (const client of this.open) {
      const isStuck = client.response.writableNeedDrain;
      client.stuck = isStuck ? client.stuck + 1 : 0;
      if (client.stuck > patience) client.response.destroy();
      else if (!isStuck) client.response.write(`event: now\ndata: {"nowMs":${Math.round(nowMs)}}\n\n`);
    }
  }

  /** The last word, after which nobody has to come again. */
  end(): void {
    for (const client of this.open) {
      this.rest(client);
      client.response.end('event: over\ndata: {}\n\n');
    }
  }

  private pump(client: Client): void {
    let chunk = client.response.writableNeedDrain ? null : this.tale.after(client.seq, chunkSize);
    while (chunk !== null) {
      const takesMore = this.send(client, chunk);
      chunk = takesMore ? this.tale.after(client.seq, chunkSize) : null;
    }
  }

  private rest(client: Client): void {
    const chunk = this.tale.after(client.seq, Number.POSITIVE_INFINITY);
    if (chunk) this.send(client, chunk);
  }

  private send(client: Client, { upTo, text }: { upTo: number; text: string }): boolean {
    client.seq = upTo;
    return client.response.write(`id: ${this.boot}-${upTo}\ndata: ${text}\n\n`);
  }
}
