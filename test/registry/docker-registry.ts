/** Debian's docker-registry for this machine alone. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { createClock } from '../../src/disk/clock';

/** Real milliseconds until it is given up; programs that start it have no other limit. */
const patienceMs = 30_000;

/** With all that it keeps in that folder. It takes a port that is free, so nobody else can be on it first. */
export async function serveRegistry(folder: string): Promise<{ host: string; close(): Promise<void> }> {
  const config = [
    'version: 0.1',
    'log: {level: info, accesslog: {disabled: true}}',
    `storage: {filesystem: {rootdirectory: ${join(folder, 'registry')}}}`,
    'http: {addr: 127.0.0.1:0, secret: test}',
  ];
  const file = join(folder, 'registry.yml');
  writeFileSync(file, `${config.join('\n')}\n`);
  const log = join(folder, 'registry.log');
  // No pipe: whoever waits for a program that pushes does not read it meanwhile, and a full one holds the registry up.
  const out = openSync(log, 'w');
  const child = spawn('docker-registry', ['serve', file], { stdio: ['ignore', out, out] });
  closeSync(out);
  const ended = once(child, 'exit');
  const close = async (): Promise<void> => {
    child.kill();
    await ended;
  };
  try {
    return { host: `127.0.0.1:${await portOf(child, log)}`, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** It says which port it has got once it listens there. */
async function portOf(child: ChildProcess, log: string): Promise<string> {
  const clock = createClock();
  const untilMs = clock.monotonicMs() + patienceMs;
  while (child.exitCode === null && child.signalCode === null && clock.monotonicMs() < untilMs) {
    const port = /listening on 127\.0\.0\.1:(\d+)"/.exec(readFileSync(log, 'utf8'))?.[1];
    if (port !== undefined) return port;
    await nextTurn();
  }
  throw new Error(`docker-registry does not listen: ${readFileSync(log, 'utf8')}`);
}
