import { createHash, type Hash } from 'node:crypto';
import type { RepositoryAddress } from '../core/code';
import { ShipitError } from '../core/errors';
import type { Client } from './client';
import type { Answer } from './http';
import { pathOf } from './names';
import { refusalOf } from './refusal';
import { attempts, mayPass, pause } from './tries';

interface Wanted {
  readonly repository: RepositoryAddress;
  readonly digest: string;
  readonly fromByte: number;
}

/** However much comes between two of them. */
const maxBreaks = 50;

/**
 * Goes on where a connection broke. One that is read from its first byte is checked at its end; of a part, nothing can
 * be said.
 */
export async function* readBlob(client: Client, wanted: Wanted): AsyncGenerator<Uint8Array> {
  const hash = wanted.fromByte === 0 ? createHash('sha256') : null;
  let at = wanted.fromByte;
  let failures = 0;
  for (let breaks = 0; ; breaks += 1) {
    try {
      for await (const chunk of readFrom(client, wanted, at)) {
        hash?.update(chunk);
        at += chunk.length;
        failures = 0;
        yield chunk;
      }
      return check(hash, wanted);
    } catch (error) {
      failures += 1;
      if (!mayPass(error) || failures >= attempts || breaks >= maxBreaks) throw error;
      await pause(client.options, failures, error);
    }
  }
}

async function* readFrom(client: Client, wanted: Wanted, at: number): AsyncGenerator<Uint8Array> {
  const { repository, digest } = wanted;
  const site = await client.site(repository);
  const scopes = [`repository:${repository.name}:pull`];
  const to = pathOf(repository, 'blobs', digest);
  const headers: { [name: string]: string } = at === 0 ? {} : { range: `bytes=${at}-` };
  const answer = await client.ask(site, { method: 'GET', to, scopes, headers, body: null });
  // Everything was read before the connection broke.
  if (answer.status === 416 && at > 0) return answer.drop();
  if (answer.status !== 200 && answer.status !== 206) throw (await refusalOf(nameOf(wanted), answer)).error;
  yield* without(startOf(answer, at), answer);
}

/** How many bytes come that are known already: a registry need not know of ranges. */
function startOf({ status, headers, url }: Answer, at: number): number {
  if (status === 200) return at;
  const from = Number(/^bytes (\d+)-/.exec(headers['content-range'] ?? '')?.[1] ?? Number.NaN);
  if (from <= at) return at - from;
  throw new ShipitError('invalid', `${url.host} gives another part of a blob than was asked for`);
}

async function* without(known: number, { body }: Answer): AsyncGenerator<Uint8Array> {
  let left = known;
  for await (const chunk of body) {
    if (chunk.length > left) yield chunk.subarray(left);
    left = Math.max(0, left - chunk.length);
  }
}

function check(hash: Hash | null, wanted: Wanted): void {
  const digest = hash === null ? wanted.digest : `sha256:${hash.digest('hex')}`;
  if (digest === wanted.digest) return;
  throw new ShipitError('badArtifact', `${nameOf(wanted)} came as ${digest}`, {
    hint: 'Do not use it: the registry, or somebody on the way to it, gives out something else.',
  });
}

const nameOf = ({ repository, digest }: Wanted): string => `${repository.host}/${repository.name}@${digest}`;
