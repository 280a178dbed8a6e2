/** Calls of functions that run in real processes, with what they answer and log. */
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { invoke } from '../../src/local/actions/lambda/invoke';
import type { FunctionEntry } from '../../src/local/lambda/book';
import type { LayerVersionEntry } from '../../src/local/layers/book';
import { type DataPlane, type FileTexts, payloadOf, writeCode } from './data-plane-world';

export interface Answer {
  readonly payload: unknown;
  readonly error: string | undefined;
  /** The tail. */
  readonly log: string;
}

export async function call({ world }: DataPlane, name: string, event: unknown): Promise<Answer> {
  const answer = await invoke(world, {
    FunctionName: name,
    LogType: 'Tail',
    Payload: Buffer.from(JSON.stringify(event)),
  });
  const log = Buffer.from(answer.LogResult ?? '', 'base64').toString();
  return { payload: payloadOf(answer), error: answer.FunctionError, log };
}

/** What came into the log group of a function, in its order. */
export function loggedBy({ world }: DataPlane, name: string): string[] {
  const streams = [...(world.logs.groups.get(`/aws/lambda/${name}`)?.streams.values() ?? [])];
  return streams.flatMap(({ events }) => events.map(({ message }) => message));
}

/** Of a function whose code has a file to be run. */
export function makeExecutable({ folder }: DataPlane, { latest }: FunctionEntry, file: string): void {
  chmodSync(join(folder, 'code', hexOf(latest.config.CodeSha256), file), 0o755);
}

/** As a member of `Layers`. */
export function addLayer(
  plane: DataPlane,
  name: string,
  files: FileTexts,
): { Arn: string; CodeSize: number } {
  const { CodeSha256 } = writeCode(plane.folder, files, {});
  const arn = `arn:aws:lambda:eu-west-1:123456789012:layer:${name}:1`;
  plane.world.layers.add({ arn, CodeSha256, version: 1, name, deleted: false } as LayerVersionEntry);
  return { Arn: arn, CodeSize: 1 };
}

const hexOf = (sha256: string): string => Buffer.from(sha256, 'base64').toString('hex');

export async function untilThere(path: string): Promise<void> {
  while (!existsSync(path)) await nextTurn();
}

export function alive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** A process that stays is the failure of this wait: by the test's own limit. */
export async function untilGone(pid: number | undefined): Promise<void> {
  while (pid !== undefined && alive(pid)) await nextTurn();
}

/** Null when there is none; then the tests that need it are left out, and say why. */
export function pythonHere(): string | null {
  try {
    return execFileSync('python3', ['-c', 'print(1)']).toString().trim();
  } catch {
    return null;
  }
}

/** Whether this machine lets a process have mounts of its own; then /tmp and /opt are a function's own too. */
export function mountsHere(): boolean {
  try {
    execFileSync(
      'unshare',
      ['-Urm', 'sh', '-c', 'mount -t tmpfs own /tmp && mount -t overlay -o lowerdir=/usr:/opt own /opt'],
      {
        stdio: 'ignore',
      },
    );
    return true;
  } catch {
    return false;
  }
}
