import { ShipitError } from '../core/errors';
import type { Identity } from '../core/ports';
import { createBucket } from './bucket';
import type { Connections } from './connections';
import { allPages } from './pages';
import { sdk } from './sdk';
import { reading, repeatable, type Send } from './sender';

export interface JournalPlace {
  readonly bucket: string;
  /** Without slashes at its ends; may be empty. */
  readonly prefix: string;
  /** The local AWS has no bucket until somebody makes it. */
  readonly makesBucket: boolean;
}

export interface ShelfTools {
  readonly connections: Connections;
  readonly send: Send;
  readonly identity: Identity;
}

/** One bucket of our own account: of another's, who may read it would not be ours to say. */
export class Shelf {
  readonly name: string;
  private owner: string | null = null;
  private isClosed = false;

  constructor(
    private readonly tools: ShelfTools,
    private readonly place: JournalPlace,
  ) {
    this.name = `s3://${place.bucket}`;
  }

  /** No call is begun any more, not even the next try of one. */
  close(): void {
    this.isClosed = true;
  }

  /** False when there is something already, be it by a try of ours whose answer was lost. */
  async create(key: string, body: string): Promise<boolean> {
    try {
      await this.put(key, body).catch(async (error: unknown) => {
        if (!this.place.makesBucket || !ShipitError.is(error, 'notFound')) throw error;
        const { connections, send } = this.tools;
        await createBucket(connections, send, this.place.bucket);
        await this.put(key, body);
      });
      return true;
    } catch (error) {
      if (!ShipitError.is(error, 'preconditionFailed')) throw error;
      return false;
    }
  }

  /** Null when there is nothing. */
  async read(key: string): Promise<string | null> {
    const input = { ...(await this.ours()), Key: key };
    return this.orNull(async () => {
      const { GetObjectCommand } = sdk.s3();
      return this.tools.send({
        ...reading(`GetObject ${this.name}/${key}`, null),
        send: async () => {
          const answer = await this.open(() => this.tools.connections.s3().send(new GetObjectCommand(input)));
          return (await answer.Body?.transformToString()) ?? '';
        },
      });
    });
  }

  /** Keys below a prefix in their order, behind the one that is known. */
  async list(prefix: string, known: string | null): Promise<string[]> {
    const input = { Prefix: prefix, ...(known === null ? {} : { StartAfter: known }) };
    const pages = await this.pages(input);
    return pages.flatMap(({ Contents: contents = [] }) => contents.flatMap(({ Key: key }) => key ?? []));
  }

  /** What stands below a prefix up to the next slash, in order. */
  async folders(prefix: string): Promise<string[]> {
    const pages = await this.pages({ Prefix: prefix, Delimiter: '/' });
    return pages.flatMap(({ CommonPrefixes: found = [] }) => found.flatMap(({ Prefix: one }) => one ?? []));
  }

  private async pages(asked: { Prefix: string; StartAfter?: string; Delimiter?: string }) {
    const input = { ...(await this.ours()), ...asked };
    const { ListObjectsV2Command } = sdk.s3();
    const found = await this.orNull(() =>
      allPages(async (marker) => {
        const page = marker === undefined ? {} : { ContinuationToken: marker };
        const answer = await this.tools.send({
          ...reading(`ListObjectsV2 ${this.name}/${asked.Prefix}`, null),
          send: () =>
            this.open(() =>
              this.tools.connections.s3().send(new ListObjectsV2Command({ ...input, ...page })),
            ),
        });
        return { items: [answer], next: answer.NextContinuationToken };
      }),
    );
    return found ?? [];
  }

  /** A second try of what landed meets it, so it may be sent as often as a question. */
  private async put(key: string, body: string): Promise<void> {
    const object = { Key: key, Body: body, ContentType: 'application/json', IfNoneMatch: '*' };
    const input = { ...(await this.ours()), ...object };
    await this.tools.send({
      ...repeatable(`PutObject ${this.name}/${key}`, null),
      send: () => this.open(() => this.tools.connections.s3().send(new (sdk.s3().PutObjectCommand)(input))),
    });
  }

  private async ours(): Promise<{ Bucket: string; ExpectedBucketOwner: string }> {
    this.owner ??= (await this.tools.identity.whoami()).account;
    return { Bucket: this.place.bucket, ExpectedBucketOwner: this.owner };
  }

  private async open<T>(call: () => Promise<T>): Promise<T> {
    if (this.isClosed) throw new ShipitError('interrupted', `${this.name} is closed`);
    return call();
  }

  /** A bucket that is missing is a mistake of whoever named it, but for one that the first entry makes. */
  private async orNull<T>(ask: () => Promise<T>): Promise<T | null> {
    try {
      return await ask();
    } catch (error) {
      if (!ShipitError.is(error, 'notFound')) throw error;
      const { name } = (error.cause ?? {}) as { readonly name?: unknown };
      if (name === 'NoSuchBucket' && !this.place.makesBucket) throw error;
      return null;
    }
  }
}
