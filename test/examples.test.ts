/** The examples that the demo releases, and that people copy. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PutMetricAlarmCommandInput } from '@aws-sdk/client-cloudwatch';
import { buildArtifact, buildLayer } from '../src/artifact/build';
import type { FunctionSpec, Project } from '../src/config/project';
import { readSeed } from '../src/config/seed';
import { createFiles } from '../src/disk/files';
import { createPacking } from '../src/disk/packing';
import { checkMetricAlarm } from '../src/local/actions/cloudwatch/metric-alarm-rules';
import { making } from './artifact/making';
import { readFrom } from './config/example';
import { FakeCache } from './fakes/packing';
import { testWorld } from './local/cloudwatch-world';

const root = join(__dirname, '../examples/orders');
const files = createFiles({ nonce: () => '0badcafe' });
const ports = making({ files, packing: createPacking(1), cache: new FakeCache() });

const folderOf = (source: FunctionSpec['code']): string => (source?.kind === 'files' ? source.path : '');

/** Answers with the result of each of its sample events. */
const answersOf = ({ code: source, testEvents }: FunctionSpec): Promise<unknown[]> => {
  const { handler } = require(join(folderOf(source), 'index.js')) as {
    handler(event: unknown): Promise<unknown>;
  };
  return Promise.all(testEvents.map((path) => handler(JSON.parse(readFileSync(path, 'utf8')))));
};

describe('examples/orders', () => {
  let project: Project;
  const named = (key: string): FunctionSpec => {
    const found = project.functions.find((spec) => spec.key === key);
    if (!found) throw new Error(`there is no ${key}`);
    return found;
  };

  beforeAll(async () => {
    project = await readFrom(files, { cwd: root });
  });

  it('can be built as it is', async () => {
    const artifacts = await Promise.all(
      project.functions.map((spec) => buildArtifact(ports, spec, project.root)),
    );
    expect(artifacts.map((artifact) => artifact.files)).toEqual([2, 1]);
  });

  it('brings every alarm that it names, in a form that AWS takes', async () => {
    const alarms = (await readSeed(files, project, root)) as PutMetricAlarmCommandInput[];
    for (const alarm of alarms) expect(() => checkMetricAlarm(testWorld(), alarm)).not.toThrow();
    const known = alarms.map(({ AlarmName }) => AlarmName);
    expect(
      project.functions.flatMap(({ alarms: names }) => names).filter((name) => !known.includes(name)),
    ).toEqual([]);
  });

  it('answers its own test events: prices, an order, and an order of something unknown', async () => {
    expect(await answersOf(named('api'))).toMatchObject([
      { statusCode: 200 },
      { statusCode: 202, body: expect.stringContaining('"total":6300') },
      { statusCode: 422 },
    ]);
  });

  it('packs every order of a batch', async () => {
    expect(await answersOf(named('worker'))).toMatchObject([
      { batchItemFailures: [], slips: ['order 5f3c1a9e77b0\n  3 x tea'] },
      { batchItemFailures: [], slips: [expect.stringContaining('mug'), expect.stringContaining('teapot')] },
    ]);
  });
});

describe('examples/invoices', () => {
  const folder = join(__dirname, '../examples/invoices');
  const named = async (stage: string) => {
    const { functions, ...project } = await readFrom(files, { cwd: folder, stage });
    const [api, mailer] = functions;
    if (!api || !mailer) throw new Error('a function is missing');
    return { api, mailer, project };
  };

  it('becomes other functions in each stage, with what the organisation says under both', async () => {
    const [dev, prod] = await Promise.all([named('dev'), named('prod')]);
    expect([dev.api.name, prod.api.name]).toEqual(['invoices-dev-api', 'invoices-prod-api']);
    expect([dev.api.config, prod.api.config]).toMatchObject([
      { memorySize: 256, architecture: 'arm64', logFormat: 'JSON', environment: { STAGE: 'dev' } },
      { memorySize: 1024, architecture: 'arm64', logFormat: 'JSON', environment: { STAGE: 'prod' } },
    ]);
    expect([dev.api.settings, prod.api.settings]).toEqual([
      { tags: { owner: 'finance' }, logRetention: 3 },
      { tags: { owner: 'finance' }, logRetention: 30, reservedConcurrency: 50 },
    ]);
    expect(prod.mailer.config.environment).toEqual({ STAGE: 'prod', SENDER: 'billing@example.com' });
    expect([dev.project.stage, prod.project.stage]).toEqual([
      { name: 'dev', protected: false },
      { name: 'prod', protected: true },
    ]);
  });

  it('is watched in prod by alarms that shipit makes, and asks its sample events and a person', async () => {
    const [dev, prod] = await Promise.all([named('dev'), named('prod')]);
    expect([dev.mailer.ownAlarms, prod.mailer.ownAlarms]).toEqual([
      [],
      [
        { kind: 'errors', threshold: null },
        { kind: 'throttles', threshold: null },
        { kind: 'p99', threshold: 2000 },
      ],
    ]);
    expect(prod.api.hooks.preTraffic).toMatchObject([{ kind: 'smoke', name: 'smoke' }]);
    expect(prod.project.rollouts.careful).toMatchObject({
      steps: [{ approval: { expires: 4 * 3_600_000 } }, { approval: null }],
    });
  });

  it('can be built as it is, with the layer that both functions load', async () => {
    const { api, mailer, project } = await named('dev');
    const [layer] = project.layers;
    if (!layer) throw new Error('there is no layer');
    const artifacts = await Promise.all([
      buildArtifact(ports, api, project.root),
      buildArtifact(ports, mailer, project.root),
      buildLayer(ports, layer, project.root),
    ]);
    expect(artifacts.map((artifact) => artifact.files)).toEqual([1, 1, 1]);
    expect([api.config.layers, mailer.config.layers]).toEqual([['layer:money'], ['layer:money']]);
  });
});
