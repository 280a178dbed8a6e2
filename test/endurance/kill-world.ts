/** One local AWS, and two machines that work with it: each has its own copy of the project and its own journal. */
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { GetAliasCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { GetObjectCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import type { Event } from '../../src/core/events';
import type { AliasState } from '../../src/core/lambda';
import type { Percent } from '../../src/core/values';
import { createClock } from '../../src/disk/clock';
import { createJournal } from '../../src/disk/journal';
import { control } from '../../src/local/connection';
import { CommandFolder } from '../stories/command';
import { Relay } from './kill-relay';

export const keys = ['api', 'mail', 'work'] as const;
const bucket = 'orders-releases';
const real = createClock();

/** Seconds enough for a kill to fall into each part, at the speed of the deploys. */
const project = (shared: boolean): string => `project: orders
region: eu-west-1
${shared ? `journal: s3://${bucket}/journal\n` : ''}rollouts:
  careful:
    steps:
      - { weight: 5%, bake: 15s }
      - { weight: 50%, bake: 15s }
    bakeAfter: 20s
defaults:
  runtime: nodejs24.x
  role: arn:aws:iam::123456789012:role/orders
functions:
${keys.map((key) => `  ${key}: { code: ${key}, handler: index.handler }`).join('\n')}
`;

export interface Machine {
  readonly folder: CommandFolder;
  readonly relay: Relay;
}

interface Served {
  readonly pid: number;
  readonly port: number;
  readonly token: string;
}

export class KillWorld {
  private constructor(
    readonly shared: boolean,
    private readonly served: Served,
    readonly first: Machine,
    readonly second: Machine,
  ) {}

  /** Serves a world until the work with it is done. */
  static async use(shared: boolean, work: (world: KillWorld) => Promise<void>): Promise<void> {
    const home = new CommandFolder();
    home.write('lambda.config.yaml', project(false));
    const machines: Machine[] = [];
    try {
      await home.served(async () => {
        const local = join(home.path, '.shipit', 'local');
        const served: Served = JSON.parse(readFileSync(join(local, 'server.json'), 'utf8'));
        machines.push(await machineOf({ local, served, shared }), await machineOf({ local, served, shared }));
        const [first, second] = machines as [Machine, Machine];
        await work(new KillWorld(shared, served, first, second));
      });
    } finally {
      for (const { relay } of machines) await relay.close();
      for (const { folder } of [{ folder: home }, ...machines]) folder.remove();
    }
  }

  /** The same code on both machines, new for these functions. */
  write(named: readonly string[], code: number): void {
    for (const { folder } of [this.first, this.second])
      for (const key of named) folder.write(`${key}/index.js`, `exports.handler = async () => ${code};\n`);
  }

  async nowMs(): Promise<number> {
    const connection = { ...this.served, real };
    const answer = await control(connection, { method: 'GET', path: '/_shipit/clock' });
    return (answer as { nowMs: number }).nowMs;
  }

  async alias(key: string): Promise<AliasState> {
    const client = new LambdaClient(this.place);
    const name = { FunctionName: `orders-${key}`, Name: 'live' };
    const found = await client.send(new GetAliasCommand(name)).finally(() => client.destroy());
    const [other] = Object.entries(found.RoutingConfig?.AdditionalVersionWeights ?? {});
    return {
      version: found.FunctionVersion ?? '',
      additional: other ? { version: other[0], weight: (other[1] * 100) as Percent } : null,
      description: found.Description ?? '',
      revisionId: found.RevisionId ?? '',
    };
  }

  /** What both machines kept, each checked for its chain. */
  async kept(): Promise<Event[]> {
    const journals = [this.first, this.second].map(({ folder }) => createJournal(folder.path, real));
    const all = journals.map(async (journal) => {
      const ids = await journal.releases();
      return (await Promise.all(ids.map((id) => journal.read(id)))).flat();
    });
    return (await Promise.all(all)).flat();
  }

  /** What the team sees; as objects lie there, read by nothing of shipit. */
  async keptByTeam(): Promise<Event[]> {
    if (!this.shared) return [];
    const client = new S3Client({ ...this.place, forcePathStyle: true });
    try {
      return await objectsOf(client);
    } finally {
      client.destroy();
    }
  }

  private get place() {
    const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
    return { endpoint: `http://127.0.0.1:${this.served.port}`, region: 'eu-west-1', credentials };
  }
}

/** It finds the local AWS where its relay is. */
async function machineOf(at: { local: string; served: Served; shared: boolean }): Promise<Machine> {
  const folder = new CommandFolder();
  const relay = await Relay.open(at.served.port);
  const local = join(folder.path, '.shipit', 'local');
  mkdirSync(local, { recursive: true, mode: 0o700 });
  for (const name of readdirSync(at.local))
    if (name.startsWith('lock.')) copyFileSync(join(at.local, name), join(local, name));
  const server = JSON.stringify({ ...at.served, port: relay.port });
  writeFileSync(join(local, 'server.json'), server, { mode: 0o600 });
  folder.write('lambda.config.yaml', project(at.shared));
  for (const key of keys) mkdirSync(join(folder.path, key));
  return { folder, relay };
}

async function objectsOf(client: S3Client): Promise<Event[]> {
  const events: Event[] = [];
  let after: string | undefined;
  do {
    const list = await client.send(new ListObjectsV2Command({ Bucket: bucket, StartAfter: after }));
    for (const { Key } of list.Contents ?? []) {
      const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key }));
      events.push(JSON.parse((await Body?.transformToString()) ?? '{}').event);
    }
    after = list.IsTruncated ? list.Contents?.at(-1)?.Key : undefined;
  } while (after);
  return events;
}
