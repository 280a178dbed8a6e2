/** The example that the demo releases, and that people copy. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PutMetricAlarmCommandInput } from '@aws-sdk/client-cloudwatch';
import { buildArtifact } from '../src/artifact/build';
import { type FunctionSpec, type Project, readProject } from '../src/config/project';
import { readSeed } from '../src/config/seed';
import { createFiles } from '../src/disk/files';
import { checkMetricAlarm } from '../src/local/actions/cloudwatch/metric-alarm-rules';
import { testWorld } from './local/cloudwatch-world';

const root = join(__dirname, '../examples/orders');
const files = createFiles({ nonce: () => '0badcafe' });

/** Answers with the result of each of its sample events. */
const answersOf = ({ code, testEvents }: FunctionSpec): Promise<unknown[]> => {
  const { handler } = require(join(code, 'index.js')) as { handler(event: unknown): Promise<unknown> };
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
    project = await readProject({ files }, { path: null, cwd: root });
  });

  it('can be built as it is', async () => {
    const artifacts = await Promise.all(
      project.functions.map((spec) => buildArtifact({ files }, spec, project.root)),
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
