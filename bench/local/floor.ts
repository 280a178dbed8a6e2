/** What this machine can do at all, measured in the same run: the floors that the figures stand beside. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Client, perSecond } from './clients';

/** Requests a second to a bare HTTP server that answers what it was sent. */
export async function echoFloor(callers: number, requests: number): Promise<number> {
  const server = createServer((message, response) => {
    const chunks: Buffer[] = [];
    message.on('data', (chunk: Buffer) => chunks.push(chunk));
    message.on('end', () => response.end(Buffer.concat(chunks)));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const client = new Client((server.address() as AddressInfo).port, callers);
  const call = () => client.send('POST', '/', { body: '{"id":7}', headers: {} });
  await perSecond(callers, Math.ceil(requests / 10), call);
  const rate = await perSecond(callers, requests, call);
  client.close();
  server.close();
  return rate;
}

const echo = "process.on('message', (message) => process.send(message));";

/** Messages a second to bare processes and back, one at a time to each. */
export async function roundTripFloor(processes: number, messages: number): Promise<number> {
  const free = Array.from({ length: processes }, () => start(echo));
  const call = async (): Promise<void> => {
    const child = free.pop();
    if (!child) return;
    const back = once(child, 'message');
    child.send({ id: 7 });
    await back;
    free.push(child);
  };
  await perSecond(processes, Math.ceil(messages / 10), call);
  const rate = await perSecond(processes, messages, call);
  for (const child of free) child.kill();
  return rate;
}

const start = (source: string): ChildProcess =>
  spawn(process.execPath, ['-e', source], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });

/** Milliseconds from starting a bare process to its first message, the least of several. */
export async function startFloor(times: number): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let time = 0; time < times; time += 1) {
    const startedMs = performance.now();
    const child = start("process.send('up')");
    await once(child, 'message');
    best = Math.min(best, performance.now() - startedMs);
    child.kill();
  }
  return best;
}

/** Looks into a Map a second: the least that an evaluation must do is read its data points. */
export function readFloor(reads: number): number {
  const points = new Map(Array.from({ length: 1000 }, (_, at) => [`point ${at}`, { value: at % 7 }]));
  const keys = [...points.keys()];
  let sum = 0;
  const startedMs = performance.now();
  for (let read = 0; read < reads; read += 1) sum += points.get(keys[read % 1000] ?? '')?.value ?? 0;
  if (sum === 0) throw new Error('Nothing was read');
  return (reads / (performance.now() - startedMs)) * 1000;
}
