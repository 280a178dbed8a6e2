/**
 * Serves a world over HTTP on this machine alone. A web page must not reach it: a foreign Host header (DNS rebinding) and
 * any Origin header are refused. World time stands still while a question of the control plane or CloudWatch is answered.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Controls, createControls } from './control';
import { type Door, openDoor } from './door';
import { AwsError } from './errors';
import { answer, refuse } from './wire/answer';
import type { WireResponse } from './wire/message';
import { headersOf, receive, targetOf, unpacked } from './wire/receive';
import { createServices, type Service } from './wire/services';
import { createThrottle } from './wire/throttle';
import type { World } from './world';

export interface ServeOptions extends Controls {
  /** 0 for any that is free. */
  readonly port: number;
  /** Limits the calls a second as AWS does. */
  readonly throttled?: boolean;
}

export interface ServedWorld {
  /** `http://127.0.0.1:<port>` */
  readonly endpoint: string;
  readonly port: number;
  /** Ends every connection. The world itself stays open. */
  close(): Promise<void>;
}

/** Lambda's own limits on the size of requests; CloudWatch takes a megabyte. */
const limitBytes = { lambda: 70_167_211, cloudwatch: 2_000_000, sts: 100_000 } as const;

/** Rejects with code `EADDRINUSE` when the port is taken. */
export async function serveWorld(world: World, options: ServeOptions): Promise<ServedWorld> {
  const door = await openDoor(options.port);
  door.enter(createHandler(world, options));
  return servedAt(door);
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
  const admit = options.throttled ? createThrottle(world.clock) : () => undefined;
  const controls = createControls(world, options);
  const changed = async () => options.changed?.();
  return async (message, response) => {
    if (await controls(message, response)) return;
    const service = serviceOf({
      method: message.method ?? '',
      path: targetOf(message).pathname,
      headers: headersOf(message),
    });
    const release = runsCode(message) ? () => undefined : world.clock.hold();
    response.once('close', release);
    send(response, await respond(message, { world, service, admit, changed }));
  };
}

interface Context {
  readonly world: World;
  readonly service: Service;
  readonly admit: (operation: string) => void;
  readonly changed: () => Promise<void>;
}

async function respond(message: IncomingMessage, context: Context): Promise<WireResponse> {
  const { world, service, changed } = context;
  const limit = limitBytes[service.name];
  const { request, oversized } = await receive(message, limit);
  try {
    if (oversized) throw tooLarge(service.protocol.find(request).operation.name, limit);
    const admit = service.name === 'lambda' ? context.admit : () => undefined;
    return await answer(world, { service, request: unpacked(request, limit), admit, changed });
  } catch (error) {
    if (error instanceof AwsError) return refuse(world, service, error);
    throw error;
  }
}

/** Code runs while time goes on. */
const runsCode = (message: IncomingMessage): boolean =>
  message.method === 'POST' && targetOf(message).pathname.endsWith('/invocations');

const tooLarge = (operation: string, limit: number): AwsError =>
  new AwsError(
    'RequestEntityTooLargeException',
    413,
    `Request must be smaller than ${limit} bytes for the ${operation} operation`,
  );

function send(response: ServerResponse, { status, headers, body }: WireResponse): void {
  const bytes = Buffer.from(body);
  const length = status === 204 ? {} : { 'content-length': String(bytes.length) };
  response.writeHead(status, { ...headers, ...length });
  response.end(bytes);
}
