import type { ImageBlob, RepositoryAddress } from '../core/code';
import { ShipitError } from '../core/errors';
import type { Ask, Client } from './client';
import type { Answer, Body } from './http';
import { pathOf, uploadsPath } from './names';
import { refusalOf } from './refusal';
import type { Site } from './site';
import { attempts, mayPass, pause, repeated } from './tries';

export interface Push {
  readonly repository: RepositoryAddress;
  readonly blob: ImageBlob;
  readonly told: (bytes: number) => void;
}

/** Where an upload stands: its address, which may be another one after each request, and how much has arrived. */
interface Upload {
  readonly to: URL;
  readonly at: number;
}

/** However much arrives between two of them. */
const maxBreaks = 50;

/** Small enough to be sent again, and as large as Amazon ECR asks of a part. */
const chunkBytes = 16 * 1024 * 1024;

/**
 * Everything in one stream, as Docker sends it, which every registry takes. Where it breaks, the registry is asked how
 * much has arrived, and the rest follows in chunks: of a stream that broke, many registries keep nothing. One that has
 * forgotten the upload gets it from the beginning, and one that takes no chunks the stream once more.
 */
export async function pushBlob(client: Client, push: Push): Promise<void> {
  const up = new Uploader(client, push);
  let upload = await repeated(client.options, () => up.begin(true));
  let failures = 0;
  for (let breaks = 0; upload !== null; breaks += 1) {
    try {
      const most = failures % 2 === 0 ? push.blob.bytes : chunkBytes;
      while (upload.at < push.blob.bytes) upload = await up.send(upload, most);
      return await up.finish(upload);
    } catch (error) {
      failures += 1;
      if (!mayPass(error) || failures >= attempts || breaks >= maxBreaks) throw error;
      await pause(client.options, failures, error);
      const { to, at }: Upload = upload;
      upload = await repeated(client.options, () => up.where(to));
      if (upload !== null && upload.at > at) failures = 1;
    }
  }
}

class Uploader {
  constructor(
    private readonly client: Client,
    private readonly push: Push,
  ) {}

  /** Null when the registry has it now: it took it from a repository of its own. */
  async begin(mayMount: boolean): Promise<Upload | null> {
    const { repository, blob } = this.push;
    const { from, digest } = blob;
    const mounts =
      mayMount && from !== null && from.host === repository.host && from.name !== repository.name;
    const query = mounts ? `?mount=${digest}&from=${encodeURIComponent(from.name)}` : '';
    const also = mounts ? [`repository:${from.name}:pull`] : [];
    const answer = await this.ask({ method: 'POST', to: uploadsPath(repository) + query, also });
    if (answer.status === 201) return done(answer);
    if (answer.status === 202) return next(answer, 0);
    if (mounts && answer.status < 500) {
      answer.drop();
      // It may not read there, or does not know of mounting.
      return this.begin(false);
    }
    throw (await refusalOf(this.name, answer)).error;
  }

  async send({ to, at }: Upload, mostBytes: number): Promise<Upload> {
    const { blob, told } = this.push;
    const end = Math.min(blob.bytes, at + mostBytes);
    const isLast = end === blob.bytes;
    const body: Body = { bytes: end - at, read: () => counted(blob.read(at), { at, end, isLast, told }) };
    const isWhole = end - at === blob.bytes;
    const range: Headers = isWhole ? {} : { 'content-range': `${at}-${end - 1}` };
    const headers = { 'content-type': 'application/octet-stream', ...range };
    const answer = await this.ask({ method: 'PATCH', to, headers, body });
    if (answer.status === 202 || answer.status === 204) {
      // After one byte a registry says what it says after none.
      const sent = next(answer, end === 1 ? 1 : (arrived(answer) ?? end));
      if (sent.at !== end) throw broken(this.name, `has ${sent.at} of ${end} bytes`);
      return sent;
    }
    const { error } = await refusalOf(this.name, answer);
    // It knows of more or less than was thought, of nobody, or of no chunks.
    const isAskedAgain = [401, 404, 416, ...(isWhole ? [] : [400, 405, 411, 413])].includes(answer.status);
    throw isAskedAgain ? broken(this.name, error.message) : error;
  }

  async finish({ to }: Upload): Promise<void> {
    const { digest } = this.push.blob;
    // Put together by hand, for what the registry put into its address stays as it is.
    const closing = new URL(`${to.href}${to.search === '' ? '?' : '&'}digest=${encodeURIComponent(digest)}`);
    const answer = await this.ask({ method: 'PUT', to: closing, body: { bytes: 0, read: nothing } });
    if (answer.status < 300) return void answer.drop();
    const { error } = await refusalOf(this.name, answer);
    throw [401, 404, 416].includes(answer.status) ? broken(this.name, error.message) : error;
  }

  /** Null when it is there after all: an answer may be lost, too. */
  async where(to: URL): Promise<Upload | null> {
    if (await this.isThere()) return null;
    const answer = await this.ask({ method: 'GET', to });
    if (answer.status >= 300) {
      answer.drop();
      return this.begin(false);
    }
    const now = next(answer, arrived(answer) ?? 0);
    return now.at > this.push.blob.bytes ? this.begin(false) : now;
  }

  private async isThere(): Promise<boolean> {
    const { repository, blob } = this.push;
    const answer = await this.ask({ method: 'HEAD', to: pathOf(repository, 'blobs', blob.digest) });
    answer.drop();
    return answer.status < 400;
  }

  private async ask(ask: UploadAsk): Promise<Answer> {
    const { method, to, also = [], headers = {}, body = null } = ask;
    const scopes = [`repository:${this.push.repository.name}:pull,push`, ...also];
    return this.client.ask(await this.site(), { method, to, headers, body, scopes });
  }

  private site(): Promise<Site> {
    return this.client.site(this.push.repository);
  }

  private get name(): string {
    const { repository, blob } = this.push;
    return `${repository.host}/${repository.name}@${blob.digest}`;
  }
}

type Headers = { readonly [name: string]: string };

type UploadAsk = Pick<Ask, 'method' | 'to'> &
  Partial<Pick<Ask, 'headers' | 'body'>> & { readonly also?: readonly string[] };

function done(answer: Answer): null {
  answer.drop();
  return null;
}

function next(answer: Answer, at: number): Upload {
  answer.drop();
  const { location = '' } = answer.headers;
  if (!URL.canParse(location, answer.url.href))
    throw new ShipitError('invalid', `${answer.url.host} does not say where it takes a blob`);
  return { to: new URL(location, answer.url), at };
}

/** `Range: 0-99` after a hundred bytes. Null where the registry does not say. */
function arrived({ headers }: Answer): number | null {
  const last = /^(?:bytes=)?0-(\d{1,15})$/.exec(String(headers.range ?? ''))?.[1];
  if (last === undefined) return null;
  return last === '0' ? 0 : Number(last) + 1;
}

interface Part {
  readonly at: number;
  readonly end: number;
  readonly isLast: boolean;
  readonly told: (bytes: number) => void;
}

/** As far as the end of the part; the last part has to end by itself. */
async function* counted(chunks: AsyncIterable<Uint8Array>, part: Part): AsyncGenerator<Uint8Array> {
  let { at } = part;
  for await (const chunk of chunks) {
    const piece = part.isLast ? chunk : chunk.subarray(0, part.end - at);
    yield piece;
    at += piece.length;
    part.told(at);
    if (at >= part.end && !part.isLast) return;
  }
}

async function* nothing(): AsyncGenerator<Uint8Array> {}

const broken = (name: string, why: string): ShipitError =>
  new ShipitError('unavailable', `${name}: ${why}`, {
    hint: 'Run the command again; what has arrived may stay.',
  });
