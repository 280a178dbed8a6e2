/** Functions made of images, from files on a base to what a canary answers, with the real SDK and registry of the local AWS. */
import { gunzipSync } from 'node:zlib';
import type { AppendSource, Ecr } from '../../src/config/code';
import type { FunctionSpec } from '../../src/config/project';
import type { Event } from '../../src/core/events';
import type { Findings } from '../../src/core/stores';
import { seedFindings } from '../../src/local/registry/scans';
import { makeRepository, Pusher, sha256 } from '../local/registry';
import { layerOf } from '../local/tar';
import { good, openStage, type Stage, type Wishes } from './stage';

let stage: Stage;
const host = '123456789012.dkr.ecr.eu-west-1.amazonaws.com';
const ecr: Ecr = { repository: 'orders/api', create: true, failOn: null, keep: null };
const commit = '1234567890123456789012345678901234567890';

beforeEach(async () => {
  stage = await openStage({ functions: ['api'], alarms: false });
  await makeRepository(stage.aws, 'base');
  const layers = [await layerOf({ name: 'etc/base', data: 'a base' })];
  const diffIds = layers.map((layer) => sha256(gunzipSync(layer)));
  const rootfs = { type: 'layers', diff_ids: diffIds };
  const config = {
    Entrypoint: ['/lambda-entrypoint.sh'],
    Cmd: ['index.handler'],
    Env: ['LAMBDA_TASK_ROOT=/var/task', 'PATH=/var/lang/bin:/usr/bin:/bin'],
    WorkingDir: '/var/task',
  };
  await (await Pusher.of(stage.aws)).image('base', 'v1', { layers, config, rootfs });
});
afterEach(() => stage.close());

const onBase =
  (change: Partial<Ecr> = {}) =>
  (spec: FunctionSpec): FunctionSpec => {
    const { role, memorySize } = spec.config;
    const packed = { include: null, exclude: [], allow: [] };
    const add = `${stage.root}/api`;
    const image: AppendSource = { kind: 'append', base: `${host}/base:v1`, add, to: '/var/task', ...packed };
    const config = { ...(role ? { role } : {}), ...(memorySize ? { memorySize } : {}) };
    return { ...spec, code: null, image, ecr: { ...ecr, ...change }, config };
  };

async function deployed(change: Partial<Ecr> = {}, wishes: Wishes = {}) {
  const one = stage.process();
  const finished = await stage.clock.runUntil(
    stage.deployAs(one, { change: onBase(change), commit, ...wishes }),
  );
  return { ...finished, events: one.events, ports: one.ports };
}

const typed = <T extends Event['type']>(events: readonly Event[], type: T) =>
  events.filter((event) => event.type === type);

const imagesOf = (name: string) => stage.world.registry.repositories.get(name)?.images ?? new Map();

test('a function is made of files on a base, in a repository made for it, and deployed anew only when they change', async () => {
  const first = await deployed();
  expect(first).toMatchObject({ outcome: 'promoted', problems: [] });
  expect(typed(first.events, 'artifact.sent')).toMatchObject([
    { key: 'api', to: expect.stringContaining(`${host}/orders/api@sha256:`) },
  ]);
  const repository = stage.world.registry.repositories.get('orders/api');
  expect(repository).toMatchObject({ name: 'orders/api' });
  expect(imagesOf('orders/api').size).toBe(1);
  expect(stage.aliasOf('api')).toMatchObject({ version: '1' });

  const again = await deployed();
  expect(again.outcome).toBe('unchanged');
  expect(typed(again.events, 'artifact.sent')).toEqual([]);
  expect(imagesOf('orders/api').size).toBe(1);

  // The commit is the same, and its tag may not move.
  stage.write('api/index.js', good('two'));
  const second = await deployed();
  expect(second).toMatchObject({ outcome: 'promoted', problems: [] });
  expect(stage.aliasOf('api')).toMatchObject({ version: '2' });
  const repositories = first.ports.repositories;
  const found = await repositories.find('orders/api');
  if (found === null) throw new Error('it went away');
  const tags = (await repositories.images(found)).flatMap((image) => image.tags);
  expect(tags.filter((tag) => tag.startsWith('sha-')).sort()).toEqual([
    `sha-${commit}`,
    expect.stringMatching(new RegExp(`^sha-${commit}-[0-9a-f]{12}$`)),
  ]);
});

test('what a scan finds refuses the image before any alias is written', async () => {
  const found: Findings['found'] = [{ name: 'CVE-2026-1', severity: 'HIGH', about: 'openssl' }];
  await deployed();
  const findings = found.map(({ name, severity, about }) => ({ name, severity, description: about }));
  seedFindings(stage.world, [{ repositoryName: 'orders/api', findings }]);
  stage.write('api/index.js', good('two'));
  stage.calls.length = 0;
  const refused = await deployed({ failOn: 'HIGH' });
  expect(refused.outcome).toBe('failed');
  expect(refused.problems).toContain('api: HIGH CVE-2026-1 openssl');
  expect(typed(refused.events, 'image.scanned')).toMatchObject([{ status: 'COMPLETE', findings: found }]);
  expect(stage.calls).not.toContain('PublishVersion');
  expect(stage.calls).not.toContain('UpdateFunctionCode');
  expect(stage.aliasOf('api')).toMatchObject({ version: '1' });
  const passed = await deployed({ failOn: 'CRITICAL' });
  expect(passed).toMatchObject({ outcome: 'promoted' });
});

test('without a repository, and without the word to make one, nothing is begun', async () => {
  stage.calls.length = 0;
  const refused = await deployed({ create: false });
  expect(refused).toMatchObject({
    outcome: 'refused',
    problems: [expect.stringContaining('there is no repository orders/api'), expect.anything()],
  });
  expect(stage.calls).not.toContain('CreateRepository');
  expect(stage.calls).not.toContain('CreateFunction');
});
