/** Connects to the world that another process owns. */
import { join } from 'node:path';
import type { Clock } from '../core/ports';
import { type Connection, ControlError, control } from './connection';
import { readJson, serverFile } from './files';
import { followWorldClock } from './follow';
import type { OpenOptions, OpenWorld } from './open';

/** Null while the owner has not opened yet, or has just ended. */
export async function connect(options: OpenOptions, pid: number): Promise<OpenWorld | null> {
  const connection = await readServer(options, pid);
  const health = connection && (await healthOf(connection));
  if (!connection || !health) return null;
  insistOnRegion(String(health.region), options);
  const { port, token } = connection;
  const clock = await followWorldClock(connection);
  if (options.seedAlarms)
    await control(connection, {
      method: 'POST',
      path: '/_shipit/seed',
      body: { alarms: options.seedAlarms },
    });
  const close = options.speed === null ? async () => undefined : await changeSpeed(connection, options.speed);
  return { endpoint: `http://127.0.0.1:${port}`, port, token, clock, owned: false, close };
}

/** True when what holds the port is a local AWS, perhaps one that is about to own this folder. */
export async function isStarting(port: number, real: Clock): Promise<boolean> {
  const call = { method: 'GET', path: '/_shipit/health' } as const;
  return control({ port, token: '', real }, call).then(
    () => true,
    (error: unknown) => error instanceof ControlError && error.isOurs,
  );
}

async function readServer({ folder, real }: OpenOptions, pid: number): Promise<Connection | null> {
  const server = await readJson(join(folder, serverFile));
  if (!server || server.pid !== pid) return null;
  return { port: Number(server.port), token: String(server.token), real };
}

async function healthOf(connection: Connection): Promise<{ region?: unknown } | null> {
  const answer = await control(connection, { method: 'GET', path: '/_shipit/health' }).catch(() => null);
  return answer as { region?: unknown } | null;
}

function insistOnRegion(found: string, { folder, region }: OpenOptions): void {
  if (found === region) return;
  const message = `The local world in ${folder} is of region ${found}, not ${region}`;
  throw Object.assign(new Error(message), { code: 'EREGION' });
}

/** The answer gives the speed back as it was, as far as the owner still lives. */
async function changeSpeed(connection: Connection, speed: number): Promise<() => Promise<void>> {
  const path = '/_shipit/clock';
  const { speed: before } = (await control(connection, { method: 'GET', path })) as { speed: number };
  await control(connection, { method: 'PUT', path, body: { speed } });
  return async () => {
    await control(connection, { method: 'PUT', path, body: { speed: before } }).catch(() => undefined);
  };
}
