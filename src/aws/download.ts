import { get as getPlain, type IncomingMessage } from 'node:http';
import { get } from 'node:https';
import { ShipitError } from '../core/errors';
import { isAwsHost } from './endpoints';

export interface DownloadOptions {
  /** The endpoint that stands in for AWS, whose host may hold code too; else null. */
  readonly endpoint: string | null;
  /** For silence; the whole may take sixty times as long: its address is good for ten minutes. Real time. */
  readonly silenceMs: number;
}

/** Lambda takes 250 MB unzipped (Lambda quotas), and no zip of that is larger than its files by more than their names. */
const limitBytes = 260 * 1024 ** 2;

/** Fetches a zip. A redirect is not followed: it may lead anywhere. */
export async function download(location: string, options: DownloadOptions): Promise<Uint8Array> {
  const url = checked(location, options.endpoint);
  const signal = AbortSignal.timeout(60 * options.silenceMs);
  try {
    const response = await answerOf(url, { signal, timeout: options.silenceMs });
    if (response.statusCode !== 200) throw refused(response);
    return await readBody(response);
  } catch (error) {
    throw signal.aborted ? timedOut() : error;
  }
}

function answerOf(url: URL, options: { signal: AbortSignal; timeout: number }): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const ask = url.protocol === 'https:' ? get : getPlain;
    const request = ask(url, options, resolve);
    request.on('timeout', () => request.destroy(timedOut()));
    request.on('error', reject);
  });
}

async function readBody(response: IncomingMessage): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > limitBytes) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** The address is the word of whoever answered: it is followed to AWS, or to the stand-in that was allowed, and nowhere else. */
function checked(location: string, endpoint: string | null): URL {
  const url = URL.canParse(location) ? new URL(location) : null;
  const isAws = url?.protocol === 'https:' && isAwsHost(url.hostname);
  const isStandIn = url !== null && endpoint !== null && url.origin === new URL(endpoint).origin;
  if (url && (isAws || isStandIn)) return url;
  const place = url?.host || 'no address';
  throw new ShipitError('wrongEndpoint', `The code is said to be at ${place}, which is not AWS`, {
    hint: 'Nothing was asked of it. Find out who answers for AWS here.',
  });
}

/** In the form of the SDK's errors, for the one translation there is. */
function refused(response: IncomingMessage): Error {
  response.destroy();
  const error = new Error('the address was not answered with code');
  return Object.assign(error, {
    name: 'DownloadError',
    $metadata: { httpStatusCode: response.statusCode },
  });
}

const timedOut = (): Error => Object.assign(new Error('no answer in time'), { name: 'TimeoutError' });

const tooLarge = (): ShipitError =>
  new ShipitError('invalid', `The code is larger than ${limitBytes / 1024 ** 2} MB and is not fetched`, {
    hint: 'Lambda takes no code of that size: find out who answers for AWS here.',
  });
