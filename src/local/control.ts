/** The endpoints that AWS does not have: clock, traffic, faults, seed, reset. Who calls them must know the token of the world's folder. */
import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { PutMetricAlarmCommandInput } from '@aws-sdk/client-cloudwatch';
import { tokenHeader } from './connection';
import { resetWorld } from './create';
import { turnAway } from './door';
import { AwsError } from './errors';
import { readFaults } from './fault-request';
import { describeImages } from './image-request';
import { seedFindings } from './registry/scans';
import { seedAlarms } from './seed';
import { seedStacks } from './stacks/seed';
import { startTraffic, type TrafficRequest } from './traffic';
import { type Visits, visitPath } from './visits';
import { receive, targetOf } from './wire/receive';
import { createRoom } from './wire/room';
import type { World } from './world';

export interface Controls {
  readonly token: string;
  /** Called when a request has changed the world; it is answered when this is over. */
  readonly changed?: () => void | Promise<void>;
  /** Who else uses the world; nobody can when it is absent. */
  readonly visits?: Visits;
  /** Called when the world was emptied. */
  readonly emptied?: () => void;
}

type Json = { readonly [member: string]: unknown };
type Endpoint = (world: World, body: Json, controls: Controls) => Json;

class BadRequest extends Error {}

const limitBytes = 1_000_000;

/** World time ends before the last date that can be written. */
const latestMs = Date.UTC(9999, 0);

const endpoints: { readonly [address: string]: Endpoint } = {
  'GET /_shipit/health': (world) => ({ ok: true, account: world.account, region: world.region }),
  'GET /_shipit/clock': ({ clock }) => ({ nowMs: clock.nowMs(), speed: clock.speed }),
  'PUT /_shipit/clock': setClock,
  'POST /_shipit/seed': seed,
  'GET /_shipit/faults': ({ faults }) => ({ faults: faults.list() }),
  'POST /_shipit/faults': setFaults,
  'GET /_shipit/deliveries': ({ deliveries }) => ({ deliveries: deliveries.all }),
  'POST /_shipit/reset': (world, _body, controls) => {
    resetWorld(world);
    controls.emptied?.();
    return { ok: true };
  },
};

/** Answers true when the request was for a control endpoint, and has been answered. */
export function createControls(
  world: World,
  controls: Controls,
): (message: IncomingMessage, response: ServerResponse) => Promise<boolean> {
  return async (message, response) => {
    const { pathname } = targetOf(message);
    if (!pathname.startsWith('/_shipit/')) return false;
    const address = `${message.method} ${pathname}`;
    if (!isToken(message.headers[tokenHeader], controls.token))
      turnAway(response, 403, 'The token is missing or wrong');
    else if (address === 'POST /_shipit/traffic') await traffic(world, message, response);
    else if (address === `GET ${visitPath}`) receiveVisit(controls, response);
    else if (Object.hasOwn(endpoints, address)) await plain({ world, controls, address }, message, response);
    else turnAway(response, 404, `There is no ${address}`);
    return true;
  };
}

async function plain(
  { world, controls, address }: { world: World; controls: Controls; address: string },
  message: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const endpoint = endpoints[address];
  try {
    const result = endpoint?.(world, await readJson(message), controls) ?? {};
    if (message.method !== 'GET') await controls.changed?.();
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(result));
  } catch (error) {
    if (!(error instanceof BadRequest || error instanceof AwsError)) throw error;
    turnAway(response, 400, error.message);
  }
}

function receiveVisit({ visits }: Controls, response: ServerResponse): void {
  if (!visits?.enter(response)) turnAway(response, 503, 'The local AWS is closing');
}

function setClock({ clock }: World, { speed, nowMs }: Json): Json {
  if (speed !== undefined) {
    if (typeof speed !== 'number' || !(speed > 0 && speed <= 100_000))
      throw new BadRequest('speed must be above 0');
    clock.setSpeed(speed);
  }
  if (nowMs !== undefined) {
    if (typeof nowMs !== 'number' || !(nowMs >= clock.nowMs() && nowMs <= latestMs))
      throw new BadRequest('World time never goes back, nor beyond the year 9998');
    clock.setAhead?.(nowMs);
  }
  return { nowMs: clock.nowMs(), speed: clock.speed };
}

function setFaults({ faults }: World, body: Json): Json {
  const { rules, seed } = readFaults(body);
  faults.set(rules, seed);
  return { faults: faults.list() };
}

function seed(world: World, { alarms = [], images = [], stacks = [], scanFindings = [] }: Json): Json {
  if (!Array.isArray(alarms)) throw new BadRequest('alarms must be a list');
  if (!Array.isArray(stacks)) throw new BadRequest('stacks must be a list');
  if (!Array.isArray(scanFindings)) throw new BadRequest('scanFindings must be a list');
  const problem = describeImages(world.images, images);
  if (problem !== null) throw new BadRequest(problem);
  seedFindings(world, scanFindings);
  seedStacks(world, stacks);
  seedAlarms(world, alarms as PutMetricAlarmCommandInput[]);
  return { ok: true };
}

/** Lines of JSON for as long as the connection lasts; traffic ends with it. */
async function traffic(world: World, message: IncomingMessage, response: ServerResponse): Promise<void> {
  const request = readTraffic(await readJson(message).catch(() => ({})));
  if (!request)
    return turnAway(response, 400, 'function, alias, perSecond (above 0) and events (texts) are needed');
  response.writeHead(200, { 'content-type': 'application/x-ndjson' });
  response.flushHeaders();
  const { stop } = startTraffic(world, request, (line) => response.write(`${JSON.stringify(line)}\n`));
  response.once('close', stop);
}

function readTraffic({ function: name, alias, perSecond, events }: Json): TrafficRequest | null {
  const texts = Array.isArray(events) && events.every((event) => typeof event === 'string') ? events : null;
  if (typeof name !== 'string' || typeof alias !== 'string' || texts === null) return null;
  if (typeof perSecond !== 'number' || !(perSecond > 0 && perSecond <= 10_000)) return null;
  return { function: name, alias, perSecond, events: texts };
}

async function readJson(message: IncomingMessage): Promise<Json> {
  const { request, refused } = await receive(message, { limitBytes, stay: createRoom(limitBytes)() });
  if (refused !== null) throw new BadRequest('The request is too large');
  try {
    const value: unknown = JSON.parse(request.body.toString('utf8') || '{}');
    if (typeof value === 'object' && value !== null) return value as Json;
  } catch {}
  throw new BadRequest('The request is no JSON object');
}

function isToken(given: string | string[] | undefined, token: string): boolean {
  const [a, b] = [Buffer.from(String(given)), Buffer.from(token)];
  return a.length === b.length && timingSafeEqual(a, b);
}
