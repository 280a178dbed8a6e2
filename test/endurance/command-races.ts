/** The same race between two processes of the real command, against a local AWS in this process. */
import type { ChildProcess } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createClock } from '../../src/disk/clock';
import { createWorldClock } from '../../src/local/clock';
import { createWorld } from '../../src/local/create';
import { serveWorld } from '../../src/local/server';
import { CommandFolder, type Ended, saidBy } from '../stories/command';
import { good } from '../stories/stage';
import { Requests } from './requests';

const real = createClock();
const people = ['ann', 'bob'] as const;

const project = `project: orders
region: eu-west-1
functions:
  api: { code: api, handler: index.handler, runtime: nodejs24.x, role: 'arn:aws:iam::123456789012:role/orders' }
`;

/** A run of CI each, known to AWS by its own keys. */
const envOf = (person: string, endpoint: string) => ({
  AWS_ENDPOINT_URL: endpoint,
  AWS_ACCESS_KEY_ID: person,
  AWS_SECRET_ACCESS_KEY: 'local',
  GITHUB_ACTOR: person,
  GITHUB_RUN_ID: '77',
});

export async function raceCommands(times: number): Promise<readonly string[]> {
  const folder = new CommandFolder();
  const requests = new Requests();
  const clock = createWorldClock({ real, startMs: real.nowMs(), speed: 1 });
  const place = { folder: join(folder.path, 'world'), account: '123456789012', region: 'eu-west-1' };
  const world = createWorld({ ...place, seed: 7, clock, real, env: {} });
  const served = await serveWorld(world, { port: 0, token: 'a-token-of-an-endurance-run' });
  const violations: string[] = [];
  const writeCode = (text: string) => folder.write('api/index.js', good(text));
  try {
    mkdirSync(join(folder.path, 'api'));
    folder.write('lambda.config.yaml', project);
    writeCode('first');
    const first = await folder.run('deploy --all-at-once --yes', envOf('eve', served.endpoint));
    if (first.code !== 0) return [`the first deploy ended with ${first.code}: ${first.stderr}`];
    requests.listen();
    for (let at = 1; at <= times; at += 1) {
      writeCode(`race ${at}`);
      const found = await race(folder, served.endpoint, requests);
      violations.push(...found.map((violation) => `race ${at} of commands: ${violation}`));
    }
  } finally {
    requests.stop();
    await served.close();
    await world.close();
    clock.close();
    folder.remove();
  }
  return violations;
}

async function race(folder: CommandFolder, endpoint: string, requests: Requests): Promise<string[]> {
  const ended = await bothEnded(folder, endpoint);
  const writes = people.map((person) => requests.takeWrites(person));
  const [winner, loser] = [130, 2].map((code) => ended.findIndex((one) => one.code === code));
  if (winner === undefined || loser === undefined || winner < 0 || loser < 0)
    return [`they ended with ${ended.map(({ code }) => code).join(' and ')}: ${ended.map(allOf).join(' ')}`];
  const word = allOf(ended[loser] as Ended);
  const named = new RegExp(`run-77@${people[winner]} rolls out release .*lease until \\S+Z`, 's').test(word);
  return [
    ...(named ? [] : [`the loser was not told who was first: ${word}`]),
    ...(writes[loser]?.length === 0 ? [] : [`the loser wrote: ${writes[loser]?.join(', ')}`]),
    ...((writes[winner]?.length ?? 0) > 0 ? [] : ['the writes of the winner were not seen']),
  ];
}

/** The step is so long that whoever is slow to start still meets the other. Nobody waits for its end: the winner is stopped. */
async function bothEnded(folder: CommandFolder, endpoint: string): Promise<readonly Ended[]> {
  const start = (person: string) => folder.start('deploy --canary 10%/30s --yes', envOf(person, endpoint));
  const children = people.map(start);
  const ends = children.map((child) => folder.ended(child));
  for (const child of children)
    void Promise.all([hasStepped(child), Promise.race(ends)]).then(([is]) => is && child.kill('SIGINT'));
  return Promise.all(ends);
}

/** Stopped earlier it would leave a function that AWS still updates, which the next race could not use. */
const hasStepped = (child: ChildProcess): Promise<boolean> =>
  saidBy(child, 'stderr', /step 1 of 2/).then(
    () => true,
    () => false,
  );

const allOf = ({ stdout, stderr }: Ended): string => stdout + stderr;
