/** Layers and configurations as blobs: whether they are there, and where they are fetched. */
import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { rangeOf } from '../../objects/ranges';
import type { WireResponse } from '../../wire/message';
import { targetOf } from '../../wire/receive';
import type { World } from '../../world';
import type { Layer } from '../book';
import { layerPath, layerToken } from '../tokens';
import { done, fault } from './answers';
import type { Call } from './call';
import { placeOf } from './place';

export function headBlob(call: Call): WireResponse {
  const { digest, size } = layerIn(call);
  return done(200, { ...typed, 'content-length': String(size), 'docker-content-digest': digest });
}

/** As at AWS, where the bytes come from another host: a client must follow. */
export function getBlob(call: Call): WireResponse {
  const { digest } = layerIn(call);
  const location = `${call.base}${layerPath(call.world, call.route.repository, digest)}`;
  return done(307, { location, 'docker-content-digest': digest });
}

const typed = { 'content-type': 'application/octet-stream', 'accept-ranges': 'bytes' } as const;

function layerIn(call: Call): Layer {
  const { reference } = call.route;
  const layer = placeOf(call).layers.get(reference);
  if (layer) return layer;
  throw fault('BLOB_UNKNOWN', 404, `The layer with digest '${reference}' does not exist`);
}

export const layerForm = /^\/_shipit\/layers\/([0-9a-f]{64})\/(.+)\/(sha256:[0-9a-f]{64})$/;

/** The bytes of a layer, for whoever was given its address. */
export function fetchLayer({ registry }: World, message: IncomingMessage): WireResponse {
  const [, token = '', name = '', digest = ''] = layerForm.exec(targetOf(message).pathname) ?? [];
  const right = Buffer.from(layerToken({ registry }, name, digest));
  const known = token.length === right.length && timingSafeEqual(Buffer.from(token), right);
  const layer = known ? registry.repositories.get(name)?.layers.get(digest) : undefined;
  if (!layer) throw fault('DENIED', 403, 'Access Denied');
  const { size, pieces } = layer;
  const range = rangeOf(message.headers.range, size);
  const { first, last } = range ?? { first: 0, last: size - 1 };
  const headers = { ...typed, 'content-length': String(last - first + 1), etag: `"${digest}"` };
  const part = range ? { 'content-range': `bytes ${first}-${last}/${size}` } : {};
  const body = message.method === 'HEAD' ? '' : registry.blobs.stream(pieces, { first, last });
  return done(range ? 206 : 200, { ...headers, ...part }, body);
}
