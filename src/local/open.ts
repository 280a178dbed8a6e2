/**
 * Opens the local world of a folder. The first process owns it: it holds the lock, serves the world and keeps it; every
 * other one connects. Which of the two happened makes no difference to what is asked of the world.
 */
import type { PutMetricAlarmCommandInput } from '@aws-sdk/client-cloudwatch';
import type { Clock } from '../core/ports';
import { connect } from './connect';
import { type Door, openDoor } from './door';
import { type Lock, ownerOf, takeLock } from './lock';
import type { own as Own } from './own';

export interface OpenOptions {
  /** `.shipit/local` of the project. */
  readonly folder: string;
  /** 0 for any that is free. */
  readonly port: number;
  /** World seconds a real second; null leaves it as it is. */
  readonly speed: number | null;
  readonly real: Clock;
  readonly env: Readonly<{ [name: string]: string | undefined }>;
  readonly region: string;
  /** Eight unpredictable hex digits. */
  readonly nonce: () => string;
  /** How long the owner's `close` waits for other processes to leave the world, real milliseconds; absent, not at all. */
  readonly lingerMs?: number;
  /** Limit calls a second as AWS does. Only the owner decides this and the next. */
  readonly limits?: boolean;
  /** Refuse roles that were not made in this world. */
  readonly strictIam?: boolean;
  /** Created where no alarm of that name is there. */
  readonly seedAlarms?: readonly PutMetricAlarmCommandInput[];
}

export interface OpenWorld {
  /** `http://127.0.0.1:<port>` */
  readonly endpoint: string;
  readonly port: number;
  /** For the header `x-shipit-token` of the control endpoints. */
  readonly token: string;
  /** The world's. */
  readonly clock: Clock;
  /** True for the process that serves the world. */
  readonly owned: boolean;
  /** The owner ends the world and keeps it; the others give the speed back and leave. */
  close(): Promise<void>;
}

/** The whole local AWS, which a process that only uses one, or AWS itself, does without: it takes 16 MB. */
const served = (): { readonly own: typeof Own } => require('./own');

/** How often another process that is starting is looked at, and how long is waited between, real milliseconds. */
const tries = { owner: 100, port: 40 } as const;
const pauseMs = 50;

/**
 * Rejects with code `EADDRINUSE` when the port is taken, `ELOCKED` when the owner does not answer, `EREGION` when the world
 * is of another region, `EDAMAGED` when what was kept cannot be read. What was kept is untouched then.
 */
export async function openLocal(options: OpenOptions): Promise<OpenWorld> {
  for (let attempt = 1; attempt <= tries.owner; attempt += 1) {
    const opened = (await connectIfOwned(options, attempt)) ?? (await ownIfFree(options, attempt));
    if (opened) return opened;
    await new Promise<void>((resolve) => options.real.after(pauseMs, resolve));
  }
  throw locked(options.folder, 'Others keep taking it');
}

async function connectIfOwned(options: OpenOptions, attempt: number): Promise<OpenWorld | null> {
  const pid = await ownerOf(options.folder);
  const opened = pid === null ? null : await connect(options, pid);
  if (pid !== null && !opened && attempt === tries.owner)
    throw locked(options.folder, `Process ${pid} holds it and does not answer`);
  return opened;
}

/** Null when another process is starting. */
async function ownIfFree(options: OpenOptions, attempt: number): Promise<OpenWorld | null> {
  if ((await ownerOf(options.folder)) !== null) return null;
  const door = await openDoorUnless(options, attempt);
  const lock = door && (await takeOrLeave(door, options));
  return door && lock ? ownOrLeave(options, door, lock) : null;
}

/** Null while the port may be held by a shipit that is about to own this very folder: it takes the lock at once. */
async function openDoorUnless({ port }: OpenOptions, attempt: number): Promise<Door | null> {
  try {
    return await openDoor(port);
  } catch (error) {
    const taken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
    if (taken && attempt < tries.port) return null;
    throw error;
  }
}

async function takeOrLeave(door: Door, { folder, nonce }: OpenOptions): Promise<Lock | null> {
  const lock = await takeLock(folder, nonce()).catch(async (error) => {
    await door.close();
    throw error;
  });
  if (!lock) await door.close();
  return lock;
}

async function ownOrLeave(options: OpenOptions, door: Door, lock: Lock): Promise<OpenWorld> {
  try {
    return await served().own(options, door, lock);
  } catch (error) {
    await door.close();
    await lock.release();
    throw error;
  }
}

const locked = (folder: string, why: string): Error =>
  Object.assign(new Error(`The local world in ${folder} cannot be opened. ${why}`), { code: 'ELOCKED' });
