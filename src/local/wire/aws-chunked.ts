/**
 * Bodies that come in chunks, with signatures or checksums among them (docs.aws.amazon.com/AmazonS3/latest/API/
 * sigv4-streaming.html): `aws-chunked` is taken apart, and what stands in the trailer becomes headers.
 */
import { AwsError } from '../errors';
import type { WireRequest } from './message';

/** Throws IncompleteBody. */
export function unchunked(request: WireRequest): WireRequest {
  const { 'content-encoding': encoding, ...headers } = request.headers;
  const encodings = (encoding ?? '').split(',').map((one) => one.trim());
  const streaming = headers['x-amz-content-sha256']?.startsWith('STREAMING-') ?? false;
  if (!streaming && !encodings.includes('aws-chunked')) return request;
  const { body, trailer } = read(request.body);
  const announced = headers['x-amz-decoded-content-length'];
  if (announced !== undefined && Number(announced) !== body.length) throw incomplete();
  const left = encodings.filter((one) => one !== '' && one !== 'aws-chunked').join(',');
  const all = { ...headers, ...checksumsIn(trailer), 'content-length': String(body.length) };
  return { ...request, body, headers: left === '' ? all : { ...all, 'content-encoding': left } };
}

/** S3 takes no smaller chunk but for the last; here a few are taken, and not so many that they outweigh what is in them. */
const smallBytes = 8192;
const mostSmall = 10_000;

/** Signatures of chunks are not looked at, as no signature is. */
function read(bytes: Buffer): { body: Buffer; trailer: string } {
  const chunks: Buffer[] = [];
  let [at, small] = [0, 0];
  for (let size = -1; size !== 0; ) {
    const end = bytes.indexOf('\r\n', at);
    const [, digits] = /^([0-9a-fA-F]{1,12})(?:;|$)/.exec(bytes.toString('latin1', at, end)) ?? [];
    if (end < 0 || digits === undefined) throw incomplete();
    size = Number.parseInt(digits, 16);
    small += Number(size < smallBytes);
    if (small > mostSmall) throw badChunk();
    at = end + 2 + size;
    if (at > bytes.length) throw incomplete();
    if (size > 0) chunks.push(bytes.subarray(end + 2, at));
    if (size > 0 && bytes.toString('latin1', at, at + 2) !== '\r\n') throw incomplete();
    if (size > 0) at += 2;
  }
  return { body: Buffer.concat(chunks), trailer: bytes.toString('latin1', at) };
}

function checksumsIn(trailer: string): { [header: string]: string } {
  const lines = [...trailer.matchAll(/^(x-amz-checksum-[a-z0-9]+)[ \t]*:[ \t]*([^\r\n]*)\r?$/gim)];
  return Object.fromEntries(lines.map(([, name = '', value = '']) => [name.toLowerCase(), value.trim()]));
}

const badChunk = (): AwsError =>
  new AwsError(
    'InvalidChunkSizeError',
    403,
    'Only the last chunk is allowed to have a size less than 8192 bytes',
  );

const incomplete = (): AwsError =>
  new AwsError(
    'IncompleteBody',
    400,
    'You did not provide the number of bytes specified by the Content-Length HTTP header',
  );
