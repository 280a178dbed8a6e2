/** Blobs are pushed: in one request, or in several that a pusher may go on with after one of them broke off. */
import type { IncomingMessage } from 'node:http';
import { AwsError } from '../../errors';
import type { WireResponse } from '../../wire/message';
import { accountSetting } from '../account-settings';
import type { Repository, Upload } from '../book';
import { digestPattern } from '../checks';
import { addPart, completeUpload, findUpload, startUpload } from '../uploads';
import { done, fault } from './answers';
import type { Call } from './call';
import { placeOf, placeToPush } from './place';

/** With a digest the blob comes in this very request; with a mount it is taken from another repository, where that is allowed. */
export async function beginUpload(call: Call): Promise<WireResponse> {
  const { world, query } = call;
  const repository = placeToPush(call);
  if (mounts(call, repository, query.get('mount') ?? '')) return pushed(call, query.get('mount') ?? '');
  const upload = startUpload(world, repository);
  const digest = query.get('digest');
  return digest === null ? status(call, upload, 202) : finish(call, { repository, upload }, digest);
}

function mounts({ world, query }: Call, repository: Repository, digest: string): boolean {
  if (accountSetting(world, 'BLOB_MOUNTING') !== 'ENABLED') return false;
  const layer = world.registry.repositories.get(query.get('from') ?? '')?.layers.get(digest);
  if (layer) repository.layers.set(digest, layer);
  return layer !== undefined;
}

async function continueUpload(call: Call): Promise<WireResponse> {
  const target = targetOf(call);
  insistOnOrder(call, target.upload);
  return status(call, await addPart(call.world, target, untilCut(call.message)), 202);
}

async function endUpload(call: Call): Promise<WireResponse> {
  const target = targetOf(call);
  insistOnOrder(call, target.upload);
  return finish(call, target, call.query.get('digest') ?? '');
}

function uploadStatus(call: Call): WireResponse {
  return status(call, targetOf(call).upload, 204);
}

function cancelUpload(call: Call): WireResponse {
  const { repository, upload } = targetOf(call);
  repository.uploads.delete(upload.id);
  return done(204, {});
}

interface Target {
  readonly repository: Repository;
  readonly upload: Upload;
}

function targetOf(call: Call): Target {
  const repository = placeOf(call);
  return { repository, upload: findUpload(call.world, repository, call.route.reference) };
}

async function finish(call: Call, { repository, upload }: Target, digest: string): Promise<WireResponse> {
  const { world, message } = call;
  if (!new RegExp(`^${digestPattern}$`).test(digest))
    throw fault('DIGEST_INVALID', 400, `The digest '${digest}' is not sha256 and 64 hex digits`);
  const nothing = message.headers['content-length'] === '0';
  const whole = nothing
    ? upload
    : await addPart(world, { repository, upload }, message as AsyncIterable<Uint8Array>);
  await completeUpload(world, { repository, upload: whole }, digest);
  return pushed(call, digest);
}

const pushed = ({ base, route }: Call, digest: string): WireResponse =>
  done(201, {
    location: `${base}/v2/${route.repository}/blobs/${digest}`,
    'docker-content-digest': digest,
  });

function status({ base, route }: Call, upload: Upload, code: number): WireResponse {
  return done(code, {
    location: `${base}/v2/${route.repository}/blobs/uploads/${upload.id}`,
    'docker-upload-uuid': upload.id,
    range: rangeOf(upload),
  });
}

const rangeOf = ({ size }: Upload): string => `0-${Math.max(size - 1, 0)}`;

/** A part says where it begins, or it goes behind what is there. */
function insistOnOrder({ base, route, message }: Call, upload: Upload): void {
  const given = message.headers['content-range'];
  if (given === undefined) return;
  const first = /^(?:bytes )?(\d+)-\d+/.exec(given)?.[1];
  if (first !== undefined && Number(first) === upload.size) return;
  throw new AwsError('BLOB_UPLOAD_INVALID', 416, {
    message: `The next byte of upload '${upload.id}' is ${upload.size}`,
    headers: {
      location: `${base}/v2/${route.repository}/blobs/uploads/${upload.id}`,
      range: rangeOf(upload),
    },
  });
}

/** What has come before the pusher went away is kept: it asks how far it got, and goes on from there. */
async function* untilCut(message: IncomingMessage): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of message as AsyncIterable<Uint8Array>) yield chunk;
  } catch (error) {
    if (!message.destroyed) throw error;
  }
}

/** What is done to an upload that is under way, by method. */
export const uploadActs = {
  GET: uploadStatus,
  PATCH: continueUpload,
  PUT: endUpload,
  DELETE: cancelUpload,
};
