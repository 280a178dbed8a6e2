/** Code that AWS Signer signs, deployed to functions that take no other. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CreateCodeSigningConfigCommand } from '@aws-sdk/client-lambda';
import { CreateBucketCommand } from '@aws-sdk/client-s3';
import { PutSigningProfileCommand } from '@aws-sdk/client-signer';
import type { Event, EventType } from '../../src/core/events';
import { verify } from '../../src/verify';
import { good, openStage, type Stage, type Wishes } from './stage';

const bucket = 'orders-code';
let stage: Stage;
beforeEach(async () => {
  stage = await openStage({ functions: ['api', 'mailer'], alarms: true });
  await stage.clock.runUntil(stage.process().ports.depot.makeBucket(bucket));
  const made = await stage.aws.signer.send(
    new PutSigningProfileCommand({ profileName: 'ours', platformId: 'AWSLambda-SHA384-ECDSA' }),
  );
  const { CodeSigningConfig } = await stage.aws.lambda.send(
    new CreateCodeSigningConfigCommand({
      AllowedPublishers: { SigningProfileVersionArns: [made.profileVersionArn ?? ''] },
      CodeSigningPolicies: { UntrustedArtifactOnDeployment: 'Enforce' },
    }),
  );
  const enforced = `  codeSigning: ${CodeSigningConfig?.CodeSigningConfigArn}\n`;
  editProject((text) => text.replace('  memorySize: 256\n', `  memorySize: 256\n${enforced}`));
});
afterEach(() => stage.close());

const file = () => join(stage.root, 'lambda.config.yaml');
const editProject = (change: (text: string) => string) =>
  writeFileSync(file(), change(readFileSync(file(), 'utf8')));
const signed = () =>
  editProject((text) => `${text}artifacts: { bucket: ${bucket}, prefix: orders, signingProfile: ours }\n`);

async function deploy(wishes: Wishes = {}) {
  const process = stage.process();
  stage.calls.length = 0;
  const finished = await stage.clock.runUntil(
    stage.deployAs(process, { gated: false, functions: ['api'], ...wishes }),
  );
  const jobs = stage.calls.filter((call) => call === 'StartSigningJob').length;
  return { finished, jobs, events: process.events, calls: [...stage.calls] };
}

const liveVersion = (key: string) => {
  const number = stage.aliasOf(key)?.version ?? '';
  return stage.world.functions.entries.get(`orders-${key}`)?.versions.get(number);
};

function told({ events }: ReturnType<Stage['process']>, type: EventType): Promise<void> {
  return new Promise((resolve) => {
    const push = events.push.bind(events);
    events.push = (...added: Event[]) => {
      if (added.some((event) => event.type === type)) resolve();
      return push(...added);
    };
  });
}

async function verified() {
  const { ports, events } = stage.process();
  const project = await stage.read(ports, {});
  const functions = project.functions.filter(({ key }) => key === 'api');
  const making = { root: stage.root, commit: null, dirty: null, tools: {} };
  const request = { project, functions, version: null, against: { kind: 'build', making } as const };
  const { exitCode } = await stage.clock.runUntil(verify(ports, request));
  return { exitCode, told: events.find(({ type }) => type === 'code.verified') };
}

test('each code is signed once, rolled out like any other, and unchanged as long as it is', async () => {
  signed();
  const first = await deploy();
  expect(first.finished.outcome).toBe('promoted');
  expect(first.jobs).toBe(1);
  expect(first.events).toContainEqual(
    expect.objectContaining({ type: 'artifact.signed', key: 'api', profile: 'ours' }),
  );
  const again = await deploy();
  expect(again.finished.outcome).toBe('unchanged');
  expect(again.jobs).toBe(0);
  stage.write('api/index.js', good('two'));
  const second = await deploy({ canary: '10%' });
  expect(second.finished.outcome).toBe('promoted');
  expect(second.jobs).toBe(1);
  expect(stage.aliasOf('api')?.version).toBe('2');
  expect((await deploy()).finished.outcome).toBe('unchanged');
  expect(await verified()).toMatchObject({
    exitCode: 0,
    told: { proof: 'same', because: expect.stringContaining('AWS Signer has signed') },
  });
});

test('functions of the same code wait for one job, and both are unchanged after it', async () => {
  signed();
  stage.write('mailer/index.js', good('one'));
  const both = await deploy({ functions: [] });
  expect(both.finished.outcome).toBe('promoted');
  expect(both.jobs).toBe(1);
  expect(liveVersion('api')).toBeDefined();
  expect((await deploy({ functions: [] })).finished.outcome).toBe('unchanged');
});

test('code to which somebody returns is the version that is there, and signed no second time', async () => {
  signed();
  await deploy();
  stage.write('api/index.js', good('two'));
  await deploy({ allAtOnce: true });
  stage.write('api/index.js', good('one'));
  const { finished, jobs } = await deploy({ allAtOnce: true });
  expect(finished.outcome).toBe('promoted');
  expect(jobs).toBe(0);
  expect(stage.aliasOf('api')?.version).toBe('1');
});

test('code that an alarm brought back is known again, though it was yet to be signed then', async () => {
  signed();
  await deploy();
  stage.write('api/index.js', good('two'));
  const owner = stage.process();
  void told(owner, 'rollout.stepped').then(() => stage.clock.after(20_000, () => stage.fail('api')));
  const wishes = { functions: ['api'], canary: '10%/5m' };
  const finished = await stage.clock.runUntil(stage.deployAs(owner, wishes));
  expect(finished.outcome).toBe('rolledBack');
  const again = await deploy({ gated: true });
  expect(again.finished.problems.join('\n')).toMatch(/--retry/);
  const retried = await deploy({ retry: true });
  expect([retried.finished.outcome, retried.jobs]).toEqual(['promoted', 0]);
});

describe('a release whose owner died', () => {
  const wishes = { functions: ['api'], canary: '10%/5m', gated: true };

  beforeEach(async () => {
    signed();
    await deploy();
    stage.write('api/index.js', good('two'));
    const owner = stage.process();
    const stepped = told(owner, 'rollout.stepped');
    void stage.deployAs(owner, wishes);
    await stage.clock.runUntil(stepped);
    for (const port of [owner.ports.aliases, owner.ports.alarms, owner.ports.metrics])
      for (const verb of Object.keys(port))
        Object.assign(port, { [verb]: () => new Promise<never>(() => undefined) });
    await stage.clock.runUntil(new Promise<void>((resolve) => stage.clock.after(600_000, resolve)));
  });

  test('is gone on with, and its code signed no second time', async () => {
    const { finished, jobs, events } = await deploy(wishes);
    expect(events).toContainEqual(expect.objectContaining({ type: 'release.takenOver' }));
    expect(finished.outcome).toBe('unchanged');
    expect(jobs).toBe(0);
    expect(stage.aliasOf('api')?.version).toBe('2');
  });

  test('and that an alarm brings back then, is known again by its signed code', async () => {
    const next = stage.process();
    void told(next, 'release.takenOver').then(() => stage.clock.after(20_000, () => stage.fail('api')));
    await stage.clock.runUntil(stage.deployAs(next, wishes));
    expect(stage.aliasOf('api')?.version).toBe('1');
    const again = await deploy(wishes);
    expect(again.finished.problems.join('\n')).toMatch(/--retry/);
  });
});

test('unsigned code is refused by a function that takes no other, and nothing moved', async () => {
  const { finished } = await deploy();
  expect(finished.outcome).toBe('failed');
  expect(stage.aliasOf('api')).toBeUndefined();
});

test('a project that names a profile later gets its code signed, though it is live already', async () => {
  editProject((text) => text.replace(/ {2}codeSigning: .*\n/, ''));
  expect((await deploy({ allAtOnce: true })).finished.outcome).toBe('promoted');
  signed();
  const { finished, jobs } = await deploy({ allAtOnce: true });
  expect(finished.outcome).toBe('promoted');
  expect(jobs).toBe(1);
  expect(stage.aliasOf('api')?.version).toBe('2');
});

test('layers are signed like functions', async () => {
  editProject((text) =>
    text
      .replace('functions:\n', 'layers:\n  deps: { code: deps }\nfunctions:\n')
      .replace('    code: api\n', '    code: api\n    layers: [deps]\n'),
  );
  stage.write('deps/nodejs/node_modules/a/index.js', 'module.exports = 1;\n');
  signed();
  const first = await deploy();
  expect(first.finished.outcome).toBe('promoted');
  expect(first.jobs).toBe(2);
  const again = await deploy();
  expect(again.finished.outcome).toBe('unchanged');
  expect(again.jobs).toBe(0);
});

test('a bucket without versions and a profile that is not there are refused before anything is written', async () => {
  signed();
  await stage.aws.s3.send(new CreateBucketCommand({ Bucket: 'plain-code' }));
  const refused = async (from: string, to: string) => {
    editProject((text) => text.replace(from, to));
    const { finished, calls } = await deploy();
    expect(finished.outcome).toBe('refused');
    expect(calls.filter((call) => /^(Put|Create|Publish|Start)/.test(call))).toEqual([]);
    return finished.problems.join('\n');
  };
  const noProfile = /theirs: AWS Signer has no active profile of that name/;
  expect(await refused('signingProfile: ours', 'signingProfile: theirs')).toMatch(noProfile);
  expect(await refused(`bucket: ${bucket}`, 'bucket: plain-code')).toMatch(/keeps no versions/);
  expect(await refused('bucket: plain-code, ', '')).toMatch(/name one in `artifacts.bucket`/);
});
