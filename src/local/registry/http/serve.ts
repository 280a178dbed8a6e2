/**
 * The registry to push to and pull from (opencontainers/distribution-spec, and what ECR does where that leaves a choice). Each
 * request counts as the operation of ECR that it stands for: faults and limits strike it as they strike that.
 */
import type { IncomingMessage } from 'node:http';
import { disturbanceOf, type Misfortune } from '../../wire/disturb';
import type { WireResponse } from '../../wire/message';
import { targetOf } from '../../wire/receive';
import type { Stay } from '../../wire/room';
import type { Admit } from '../../wire/throttle';
import type { World } from '../../world';
import { done, fault, refused } from './answers';
import { turnedAway } from './authorize';
import { fetchLayer, getBlob, headBlob, layerForm } from './blobs';
import { type Call, operationOf, type Route, routeOf } from './call';
import { listReferrers, listTags } from './lists';
import { deleteManifest, getManifest, putManifest } from './manifests';
import { beginUpload, uploadActs } from './uploads';

export interface Service {
  readonly admit: Admit;
  /** Keeps what a push has changed. */
  readonly changed: () => Promise<void>;
}

export interface Conversation {
  readonly message: IncomingMessage;
  readonly stay: Stay;
  /** World milliseconds pass. */
  readonly pass: (ms: number) => Promise<void>;
}

export const isForRegistry = (message: IncomingMessage): boolean => {
  const { pathname } = targetOf(message);
  return /^\/v2(\/|$)/.test(pathname) || layerForm.test(pathname);
};

/** Answers null when no answer is ever to come. */
export function createRegistry(
  world: World,
  service: Service,
): (conversation: Conversation) => Promise<WireResponse | null> {
  return async (conversation) => {
    const { message } = conversation;
    try {
      if (layerForm.test(targetOf(message).pathname)) return fetchLayer(world, message);
      return await perform(world, service, conversation);
    } catch (error) {
      await drained(message);
      return error === 'silence' ? null : refused(error);
    }
  };
}

async function perform(
  world: World,
  { admit, changed }: Service,
  { message, stay, pass }: Conversation,
): Promise<WireResponse> {
  const { method = 'GET' } = message;
  const base = `http://${message.headers.host}`;
  const away = turnedAway({ world, message, base });
  if (away) {
    await drained(message);
    return away;
  }
  const route = routeOf(message);
  const operation = operationOf(route, method);
  if (operation !== null) admit({ name: 'ecr' }, operation);
  const disturbance = disturbanceOf('ecr', operation === null ? null : world.faults.strike(operation));
  if (disturbance.waitMs > 0) await pass(disturbance.waitMs);
  suffer(disturbance.before);
  const { searchParams: query } = targetOf(message);
  const response = await actionOf(route, method)({ world, message, route, query, base, stay });
  if (method !== 'GET' && method !== 'HEAD') await changed();
  suffer(disturbance.after);
  return response;
}

function suffer(misfortune: Misfortune | null): void {
  if (misfortune !== null) throw misfortune;
}

type Act = (call: Call) => WireResponse | Promise<WireResponse>;

const ping: Act = () => done(200, { 'content-type': 'text/plain; charset=utf-8' });

const acts: { readonly [kind in Route['kind']]: { readonly [method: string]: Act } } = {
  ping: { GET: ping, HEAD: ping },
  catalog: {},
  tags: { GET: listTags },
  referrers: { GET: listReferrers },
  manifest: { GET: getManifest, HEAD: getManifest, PUT: putManifest, DELETE: deleteManifest },
  uploads: { POST: beginUpload },
  upload: uploadActs,
  blob: { GET: getBlob, HEAD: headBlob },
};

function actionOf({ kind }: Route, method: string): Act {
  const act = Object.hasOwn(acts[kind], method) ? acts[kind][method] : undefined;
  if (act) return act;
  throw fault('UNSUPPORTED', 405, 'The operation is unsupported.');
}

/** A client that still writes would not see an answer. */
async function drained(message: IncomingMessage): Promise<void> {
  if (message.readableEnded || message.destroyed) return;
  message.resume();
  await new Promise<void>((resolve) => {
    message.once('end', resolve);
    message.once('close', resolve);
    message.once('error', () => resolve());
  });
}
