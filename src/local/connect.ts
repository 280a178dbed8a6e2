/** Connects to the world that another process owns. */
import { join } from 'node:path';
import { type Connection, ControlError, control } from './connection';
import { AwsError } from './errors';
import { readJson, serverFile } from './files';
import { followWorldClock } from './follow';
import type { OpenOptions, OpenWorld } from './open';
import { visit } from './visits';

/** Null while the owner has not opened yet, is closing, or has just ended. */
export async function connect(options: OpenOptions, pid: number): Promise<OpenWorld | null> {
  const connection = await readServer(options, pid);
  const leave = connection && (await visit(connection).catch(() => null));
  if (!connection || !leave) return null;
  try {
    return await enter(options, connection, leave);
  } catch (error) {
    leave();
    if ((error as NodeJS.ErrnoException).code?.startsWith('ECONN')) return null;
    throw error;
  }
}

async function enter(options: OpenOptions, connection: Connection, leave: () => void): Promise<OpenWorld> {
  const { port, token } = connection;
  await insistOnRegion(connection, options);
  const clock = await followWorldClock(connection);
  if (options.seedAlarms) await plant(connection, options.seedAlarms);
  const restore =
    options.speed === null ? async () => undefined : await changeSpeed(connection, options.speed);
  const close = async (): Promise<void> => {
    await restore();
    leave();
  };
  return { endpoint: `http://127.0.0.1:${port}`, port, token, clock, owned: false, close };
}

async function plant(connection: Connection, alarms: readonly object[]): Promise<void> {
  try {
    await control(connection, { method: 'POST', path: '/_shipit/seed', body: { alarms } });
  } catch (error) {
    if (error instanceof ControlError && error.status === 400)
      throw new AwsError('ValidationException', 400, error.said);
    throw error;
  }
}

async function readServer({ folder, real }: OpenOptions, pid: number): Promise<Connection | null> {
  const server = await readJson(join(folder, serverFile));
  if (!server || server.pid !== pid) return null;
  return { port: Number(server.port), token: String(server.token), real };
}

async function insistOnRegion(connection: Connection, { folder, region }: OpenOptions): Promise<void> {
  const health = (await control(connection, { method: 'GET', path: '/_shipit/health' })) as {
    region?: unknown;
  };
  if (health.region === region) return;
  const message = `The local world in ${folder} is of region ${health.region}, not ${region}`;
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
