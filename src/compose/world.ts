/** The local AWS of a project, served by this process or reached in the one that serves it. */
import { type ErrorCode, ShipitError } from '../core/errors';
import type { Clock, Files, Ids } from '../core/ports';
import { AwsError } from '../local/errors';
import { feed } from '../local/feed';
import { type OpenOptions, type OpenWorld, openLocal } from '../local/open';

export interface LocalRequest {
  readonly port: number | null;
  readonly speed: number | null;
  /** Real milliseconds that a command which serves the world waits at its end for others that use it. */
  readonly lingerMs?: number;
  /** Limit calls a second as AWS does. */
  readonly limits?: boolean;
  /** Refuse roles that were not made in the world. */
  readonly strictIam?: boolean;
}

export interface Traffic {
  readonly functionName: string;
  readonly alias: string;
  readonly perSecond: number;
  /** Absolute paths. */
  readonly samples: readonly string[];
}

/** This machine, in real time. */
interface Machine {
  readonly ids: Ids;
  readonly env: OpenOptions['env'];
  readonly clock: Clock;
}

const localPort = 4580;
/** A command that happens to serve the world does not take it away from another one. */
const lingerMs = 600_000;

export interface WorldRequest extends LocalRequest {
  readonly folder: string;
  readonly region: string;
  readonly seedAlarms: readonly object[];
}

const localErrors: Readonly<Record<string, ErrorCode>> = {
  EADDRINUSE: 'portInUse',
  ELOCKED: 'localLocked',
  EREGION: 'localRegion',
  EDAMAGED: 'localDamaged',
};

/** Serves the project's local world, or connects to the process that does. */
export async function openWorld(
  { folder, region, seedAlarms, port, ...rest }: WorldRequest,
  { ids, env, clock }: Machine,
): Promise<OpenWorld> {
  try {
    // The local AWS checks the alarms itself, as AWS checks what it is sent.
    const alarms = { seedAlarms: seedAlarms as NonNullable<OpenOptions['seedAlarms']> };
    return await openLocal({
      folder,
      port: port ?? localPort,
      speed: rest.speed,
      lingerMs: rest.lingerMs ?? lingerMs,
      limits: rest.limits === true,
      strictIam: rest.strictIam === true,
      real: clock,
      env,
      region,
      nonce: ids.nonce,
      ...alarms,
    });
  } catch (error) {
    if (error instanceof AwsError)
      throw new ShipitError('badConfig', `local.seed: ${error.message}`, { cause: error });
    const code = error instanceof Error && 'code' in error ? localErrors[String(error.code)] : undefined;
    if (code === undefined) throw error;
    const what =
      code === 'portInUse' ? `port ${port ?? localPort} of this machine is in use` : (error as Error).message;
    throw new ShipitError(code, what, { cause: error });
  }
}

export async function startTraffic(
  { world, files, clock }: { world: OpenWorld; files: Files; clock: Clock },
  requests: readonly Traffic[],
  slowed: (because: string) => void,
): Promise<() => void> {
  const connection = { port: world.port, token: world.token, real: clock };
  const feeds = await Promise.all(
    requests.map(async ({ functionName, alias, perSecond, samples }) => {
      const events = await Promise.all(
        samples.map(async (path) => Buffer.from(await files.read(path)).toString('utf8')),
      );
      return feed(connection, { function: functionName, alias, perSecond, events }, ({ because }) =>
        slowed(because),
      );
    }),
  );
  return () => {
    for (const { stop } of feeds) stop();
  };
}
