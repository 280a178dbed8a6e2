/**
 * Serves a world over HTTP on this machine alone. A web page must not reach it: a foreign Host header (DNS rebinding) and
 * any Origin header are refused. World time stands still while a question of the control plane or CloudWatch is answered.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Controls, createControls } from './control';
import { type Door, openDoor, turnAway } from './door';
import { AwsError } from './errors';
import { createRegistry, isForRegistry } from './registry/http/serve';
import { answer, type Question, refuse } from './wire/answer';
import { createMemory } from './wire/disturb';
import type { WireResponse } from './wire/message';
import { headOf, receive, targetOf, unpacked } from './wire/receive';
import { tooLarge, tooMuch } from './wire/refused';
import { createRoom, type Stay } from './wire/room';
import { createServices, type Service } from './wire/services';
import { createThrottle } from './wire/throttle';
import type { World, WorldClock } from './world';

export interface ServeOptions extends Controls {
  /** 0 for any that is free. */
  readonly port: number;
}

export interface ServedWorld {
  /** `http://127.0.0.1:<port>` */
  readonly endpoint: string;
  readonly port: number;
  /** Ends every connection. The world itself stays open. */
  close(): Promise<void>;
}

/** Rejects with code `EADDRINUSE` when the port is taken. */
export async function serveWorld(world: World, options: ServeOptions): Promise<ServedWorld> {
  const door = await openDoor(options.port);
  const served = servedAt(door);
  world.address.endpoint = served.endpoint;
  door.enter(createHandler(world, options));
  return served;
}

export const servedAt = (door: Door): ServedWorld => ({
  endpoint: `http://127.0.0.1:${door.port}`,
  port: door.port,
  close: () => door.close(),
});

/** What to do with each request that was let in. */
export function createHandler(
  world: World,
  options: Omit<ServeOptions, 'port'>,
): (message: IncomingMessage, response: ServerResponse) => Promise<void> {
  const serviceOf = createServices();
  const shared = {
    admit: world.limits ? createThrottle(world.clock) : () => undefined,
    changed: async () => options.changed?.(),
    memory: createMemory(),
  };
  const room = createRoom(mostHeldBytes);
  const controls = createControls(world, options);
  const registry = createRegistry(world, shared);
  return async (message, response) => {
    if (await world.downloads.serve(message, response)) return;
    if (isForRegistry(message))
      return converse(world, { message, response }, ({ pass }) => {
        const stay = room();
        return registry({ message, stay, pass }).finally(() => stay.leave());
      });
    if (await controls(message, response)) return;
    const service = find(() => serviceOf(headOf(message)));
    if (service instanceof AwsError) return turnAway(response, service.status, service.message);
    await converse(world, { message, response }, ({ pass }) => {
      const stay = room();
      const context = { world, service, pass, stay, ...shared };
      return respond(message, context).finally(() => stay.leave());
    });
  };
}

interface Exchange {
  readonly message: IncomingMessage;
  readonly response: ServerResponse;
}

/** What is answered with null stays without an answer. */
async function converse(
  world: World,
  { message, response }: Exchange,
  work: (time: Pick<Standstill, 'pass'>) => Promise<WireResponse | null>,
): Promise<void> {
  const standstill = runsCode(message) ? null : holdTime(world.clock);
  response.once('close', () => standstill?.end());
  const answered = await work({ pass: standstill?.pass ?? ((ms) => passed(world.clock, ms)) });
  if (!answered || isStream(answered.body)) standstill?.end();
  if (answered) await send(message, response, answered);
  else
    response.once(
      'close',
      world.clock.after(silenceMs, () => response.destroy()),
    );
}

/** Of the bodies of requests that are being read or answered. */
const mostHeldBytes = 1024 ** 3;

/** World milliseconds after which a request that is never answered is cut off. */
const silenceMs = 15 * 60_000;

interface Standstill {
  /** Lets time go on for a while. */
  pass(ms: number): Promise<void>;
  end(): void;
}

function holdTime(clock: WorldClock): Standstill {
  let release = clock.hold();
  let over = false;
  return {
    async pass(ms) {
      release();
      await passed(clock, ms);
      if (!over) release = clock.hold();
    },
    end() {
      over = true;
      release();
    },
  };
}

const passed = (clock: WorldClock, ms: number): Promise<void> =>
  new Promise((resolve) => clock.after(ms, resolve));

function find(service: () => Service): Service | AwsError {
  try {
    return service();
  } catch (error) {
    if (error instanceof AwsError) return error;
    throw error;
  }
}

type Context = Omit<Question, 'request'> & { readonly world: World; readonly stay: Stay };

async function respond(
  message: IncomingMessage,
  { world, stay, ...question }: Context,
): Promise<WireResponse | null> {
  const { service } = question;
  const limit = service.limitBytes;
  const { request, refused } = await receive(message, { limitBytes: limit, stay });
  try {
    if (refused === 'oversized') throw tooLarge(service, request);
    if (refused === 'crowded') throw tooMuch(service);
    return await answer(world, {
      ...question,
      request: service.name === 's3' ? request : unpacked(request, limit),
    });
  } catch (error) {
    if (error instanceof AwsError) return refuse(world, service, error);
    throw error;
  }
}

/** Code runs while time goes on. */
const runsCode = (message: IncomingMessage): boolean =>
  message.method === 'POST' && /invocations$/.test(targetOf(message).pathname);

const isStream = (body: WireResponse['body']): body is AsyncIterable<Uint8Array> =>
  typeof body === 'object' && Symbol.asyncIterator in body;

/** An answer that comes piece by piece may last; it ends when the client goes. */
async function send(
  message: IncomingMessage,
  response: ServerResponse,
  { status, headers, body }: WireResponse,
): Promise<void> {
  if (isStream(body)) {
    response.writeHead(status, headers);
    response.flushHeaders();
    return pipeline(Readable.from(body), response);
  }
  const bytes = Buffer.from(body);
  const length = status === 204 || status === 304 ? {} : { 'content-length': String(bytes.length) };
  response.writeHead(
    status,
    message.method === 'HEAD' ? { ...length, ...headers } : { ...headers, ...length },
  );
  response.end(message.method === 'HEAD' ? undefined : bytes);
}
