/** A local AWS in real time, served, with a function behind a weighted alias: made through its own front door. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClock } from '../../src/disk/clock';
import { createWorldClock } from '../../src/local/clock';
import { createWorld } from '../../src/local/create';
import { serveWorld } from '../../src/local/server';
import type { World } from '../../src/local/world';
import { codeOf } from '../../test/local/zip';
import { type Answer, Client } from './clients';

export interface Place {
  readonly world: World;
  readonly client: Client;
  /** A call to Lambda. */
  call(method: 'GET' | 'POST' | 'PUT', path: string, body?: object): Promise<Answer>;
  close(): Promise<void>;
}

const region = 'eu-west-1';
const scope = `Credential=local/20261120/${region}/lambda/aws4_request`;
export const headers = {
  authorization: `AWS4-HMAC-SHA256 ${scope}`,
  'content-type': 'application/json',
} as const;

export const functions = '/2015-03-31/functions';

/** A world second takes a real millisecond while the function is made, and a second from then on. */
export async function openPlace(connections: number): Promise<Place> {
  const folder = mkdtempSync(join(tmpdir(), 'shipit-bench-'));
  const real = createClock();
  const clock = createWorldClock({ real, startMs: real.nowMs(), speed: 1000 });
  const options = { folder, account: '123456789012', region, seed: 7, clock, real, env: process.env };
  const world = createWorld(options);
  const served = await serveWorld(world, { port: 0, token: 'bench' });
  const client = new Client(served.port, connections);
  const call: Place['call'] = async (method, path, body) => {
    const answer = await client.send(method, path, { headers, body: body ? JSON.stringify(body) : '' });
    if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${answer.body}`);
    return answer;
  };
  const close = async (): Promise<void> => {
    client.close();
    await served.close();
    await world.close();
    rmSync(folder, { recursive: true, force: true });
  };
  const place = { world, client, call, close };
  await makeFunction(place);
  clock.setSpeed(1);
  return place;
}

/** `orders:live`, with a tenth of its requests for version 2. */
async function makeFunction({ call }: Place): Promise<void> {
  await makeActive(call, 'orders');
  await call('POST', `${functions}/orders/versions`, {});
  const ZipFile = codeOf('two').toString('base64');
  await call('PUT', `${functions}/orders/code`, { ZipFile });
  await settled(call, 'orders');
  await call('POST', `${functions}/orders/versions`, {});
  const RoutingConfig = { AdditionalVersionWeights: { 2: 0.1 } };
  await call('POST', `${functions}/orders/aliases`, { Name: 'live', FunctionVersion: '1', RoutingConfig });
}

export async function makeActive(call: Place['call'], FunctionName: string): Promise<void> {
  const Code = { ZipFile: codeOf('one').toString('base64') };
  const Role = 'arn:aws:iam::123456789012:role/bench';
  await call('POST', functions, {
    FunctionName,
    Runtime: 'nodejs22.x',
    Handler: 'index.handler',
    Role,
    Code,
  });
  await settled(call, FunctionName);
}

async function settled(call: Place['call'], name: string): Promise<void> {
  for (let settledNow = false; !settledNow; ) {
    const { body } = await call('GET', `${functions}/${name}/configuration`);
    const { State, LastUpdateStatus } = JSON.parse(body);
    settledNow = State === 'Active' && LastUpdateStatus === 'Successful';
  }
}
