/** Alarms that shipit makes, as the real SDK makes them at a local AWS and as that evaluates them. */

import { DescribeAlarmsCommand, ListTagsForResourceCommand } from '@aws-sdk/client-cloudwatch';
import { metricAlarm } from '../../src/aws/metric-alarm';
import type { OwnAlarm } from '../../src/config/project';
import { zipOfBytes } from '../../src/core/code';
import { ShipitError } from '../../src/core/errors';
import type { AlarmDefinition } from '../../src/core/ports';
import { Percent } from '../../src/core/values';
import { seedAlarms } from '../../src/local/seed';
import { definitionsOf } from '../../src/plan/own-alarms';
import { zipWith } from '../local/held';
import { codeOf } from '../local/zip';
import { onLocal } from './local';
import { stage as playing } from './server';

const open = onLocal();
const answering = playing();

const minuteMs = 60_000;
const ref = { functionName: 'orders-api', alias: 'live' };
const errors: OwnAlarm = { kind: 'errors', threshold: 30 };
const throttles: OwnAlarm = { kind: 'throttles', threshold: null };
const p99: OwnAlarm = { kind: 'p99', threshold: null };

const definitions = (version: string | null, ...own: OwnAlarm[]): AlarmDefinition[] =>
  definitionsOf({ ref, own, maxErrorRate: 5, timeoutS: 3, tags: { 'shipit:project': 'orders' } }, version);

async function put(...alarms: readonly AlarmDefinition[]): Promise<void> {
  for (const alarm of alarms) await open().aws.alarms.put(alarm);
}

const aliasErrors = 'shipit-orders-api.live.errors';
const candidateErrors = 'shipit-orders-api.live.v2.errors';

async function states(...names: readonly string[]): Promise<string[]> {
  return (await open().aws.alarms.read(names)).map(({ state }) => state);
}

interface Minute {
  readonly requests: number;
  readonly errors: number;
  readonly throttles?: number;
}

/** What a version behind the alias did in the present minute, in the series of the alias and in its own. */
function served(version: string, minute: Minute): void {
  const { world, clock } = open().local;
  const alias = { FunctionName: ref.functionName, Resource: `${ref.functionName}:${ref.alias}` };
  const { requests, errors: failed, throttles: refused = 0 } = minute;
  for (const dimensions of [alias, { ...alias, ExecutedVersion: version }])
    for (const [name, value] of Object.entries({ Invocations: requests, Errors: failed, Throttles: refused }))
      world.metrics.put({
        ...{ namespace: 'AWS/Lambda', name, dimensions, value, count: 1, unit: 'Count' },
        atMs: clock.nowMs(),
      });
}

/** Minutes in which the old version serves well and the candidate does this. */
async function minutes(...candidate: readonly (Minute | null)[]): Promise<void> {
  for (const minute of candidate) {
    served('1', { requests: 90, errors: 0 });
    if (minute) served('2', minute);
    await open().local.clock.advance(minuteMs);
  }
}

describe('an alarm on failed requests', () => {
  beforeEach(() => put(...definitions(null, errors), ...definitions('2', errors)));

  it('begins without data, and is quiet as soon as it was looked at, also when nobody calls', async () => {
    expect(await states(aliasErrors, candidateErrors)).toEqual(['INSUFFICIENT_DATA', 'INSUFFICIENT_DATA']);
    await open().local.clock.advance(minuteMs);
    expect(await states(aliasErrors, candidateErrors)).toEqual(['OK', 'OK']);
  });

  it('of the candidate fires when that version fails, and the one of the alias goes by its share', async () => {
    await minutes({ requests: 10, errors: 5 }, { requests: 10, errors: 5 });
    expect(await states(aliasErrors, candidateErrors)).toEqual(['OK', 'ALARM']);
    const bad = { requests: 90, errors: 80 };
    await minutes(bad, bad);
    expect(await states(aliasErrors, candidateErrors)).toEqual(['ALARM', 'ALARM']);
  });

  it('stays quiet at one bad minute, and fires at the second of three', async () => {
    const bad = { requests: 2, errors: 1 };
    await minutes(bad, { requests: 10, errors: 0 });
    expect(await states(candidateErrors)).toEqual(['OK']);
    await minutes(bad);
    expect(await states(candidateErrors)).toEqual(['ALARM']);
  });

  it('hears a function that is called every other minute', async () => {
    const bad = { requests: 1, errors: 1 };
    await minutes(bad, null, bad);
    expect(await states(candidateErrors)).toEqual(['ALARM']);
  });

  it('takes exactly its threshold for fine', async () => {
    const atLimit = { requests: 10, errors: 3 };
    await minutes(atLimit, atLimit, atLimit);
    expect(await states(candidateErrors)).toEqual(['OK']);
  });

  it('looks back three minutes, tells nobody, and says whose it is', async () => {
    expect(await open().aws.alarms.read([candidateErrors])).toMatchObject([{ windowMs: 180_000 }]);
    const { cloudwatch } = open().local;
    const { MetricAlarms = [] } = await cloudwatch.send(
      new DescribeAlarmsCommand({ AlarmNames: [candidateErrors] }),
    );
    const [alarm] = MetricAlarms;
    expect(alarm).toMatchObject({ ActionsEnabled: false, TreatMissingData: 'notBreaching', Threshold: 30 });
    expect(alarm?.AlarmActions ?? []).toEqual([]);
    expect(alarm?.AlarmDescription).toMatch(/^Made by shipit/);
    const tags = new ListTagsForResourceCommand({ ResourceARN: alarm?.AlarmArn });
    expect((await cloudwatch.send(tags)).Tags).toEqual([{ Key: 'shipit:project', Value: 'orders' }]);
  });
});

test('real requests through the alias are enough: the version that fails is found, and the alias goes by its share', async () => {
  const stage = open();
  const { aws, local } = stage;
  await stage.create('orders-api', { code: { zip: zipOfBytes(codeOf('one')) } });
  for (const code of [null, zipWith("exports.handler = async () => { throw new Error('bad'); };")]) {
    const { revisionId } = await stage.settled('orders-api');
    if (code)
      await aws.functions.update(
        'orders-api',
        { code: { zip: zipOfBytes(code) }, architecture: 'x86_64' },
        revisionId,
      );
    const live = await stage.settled('orders-api');
    await aws.versions.publish('orders-api', { ...live, description: null });
  }
  const additional = { version: '2', weight: Percent.of(10) };
  await aws.aliases.create(ref, { version: '1', additional, description: '' });
  await put(...definitions(null, errors), ...definitions('2', errors));
  for (let minute = 0; minute < 2; minute += 1) {
    const served = new Set<string | null>();
    for (let request = 0; request < 40; request += 1)
      served.add((await aws.invoker.invoke('orders-api', 'live', '{}')).executedVersion);
    expect([...served].sort()).toEqual(['1', '2']);
    await local.clock.advance(minuteMs);
  }
  expect(await states(aliasErrors, candidateErrors)).toEqual(['OK', 'ALARM']);
});

test('an alarm on throttles fires at any in two minutes of three', async () => {
  await put(...definitions('2', throttles));
  const bad = { requests: 10, errors: 0, throttles: 1 };
  await minutes(bad, { requests: 10, errors: 0 });
  expect(await states('shipit-orders-api.live.v2.throttles')).toEqual(['OK']);
  await minutes(bad);
  expect(await states('shipit-orders-api.live.v2.throttles')).toEqual(['ALARM']);
});

describe('an alarm on the slowest hundredth', () => {
  const name = 'shipit-orders-api.live.v2.p99';
  const Dimensions = { FunctionName: 'orders-api', Resource: 'orders-api:live', ExecutedVersion: '2' };
  const slow = async (requests: number): Promise<void> => {
    const { world, clock } = open().local;
    const metric = { namespace: 'AWS/Lambda', name: 'Duration', dimensions: Dimensions };
    world.metrics.put({ ...metric, value: 2900, count: requests, unit: 'Milliseconds', atMs: clock.nowMs() });
    await clock.advance(minuteMs);
  };

  it('fires above nine tenths of the time a request may take', async () => {
    await put(...definitions('2', p99));
    await slow(1000);
    await slow(1000);
    expect(await states(name)).toEqual(['ALARM']);
  });

  it('says nothing of requests too few for a hundredth', async () => {
    await put(...definitions('2', p99));
    await slow(50);
    await slow(50);
    expect(await states(name)).not.toContain('ALARM');
  });
});

describe('making and removing', () => {
  it('again is no error, keeps the state, and writes the whole definition', async () => {
    await put(...definitions('2', errors));
    const bad = { requests: 10, errors: 5 };
    await minutes(bad, bad);
    await put(...definitions('2', { kind: 'errors', threshold: 60 }));
    expect(await states(candidateErrors)).toEqual(['ALARM']);
    await minutes(bad);
    expect(await states(candidateErrors)).toEqual(['OK']);
  });

  it('of some that are gone leaves none, and none that exist is no error', async () => {
    const { alarms } = open().aws;
    await put(...definitions(null, errors, throttles));
    await alarms.remove(['gone', aliasErrors]);
    expect(await alarms.named('shipit-')).toEqual(['shipit-orders-api.live.throttles']);
    await alarms.remove(['gone', aliasErrors]);
    await alarms.remove([]);
  });

  it('finds them by how their names begin, over all pages', async () => {
    const { aws, local } = open();
    const many = Array.from({ length: 130 }, (_, version) => definitions(`${version + 1}`, errors)).flat();
    seedAlarms(local.world, many.map(metricAlarm));
    await put(...definitions(null, errors));
    const names = await aws.alarms.named('shipit-orders-api.live.v');
    expect(names).toHaveLength(130);
    await aws.alarms.remove(names);
    expect(await aws.alarms.named('shipit-orders-api.')).toEqual([aliasErrors]);
  });

  it('goes to AWS again after an answer that was lost, and not after a refusal', async () => {
    const [alarm] = definitions('2', errors);
    if (!alarm) throw new Error('no definition');
    let calls = 0;
    const { aws, clock } = await answering(() => {
      calls += 1;
      return calls === 1 ? { status: 500, body: {} } : { status: 200, body: {} };
    });
    await clock.runUntil(aws.alarms.put(alarm));
    expect(calls).toBe(2);
    const refusing = await answering(() => ({
      status: 403,
      body: { __type: 'AccessDenied', message: 'no' },
    }));
    const refused = refusing.aws.alarms.remove([candidateErrors]);
    await expect(refused).rejects.toMatchObject({ code: 'accessDenied' });
    expect(await refused.catch(ShipitError.is)).toBe(true);
  });

  it('removes what is left where AWS refuses a batch for a name that does not exist', async () => {
    const { aws, asked } = await answering((request) => {
      const { AlarmNames: names } = JSON.parse(request.body);
      const isDelete = request.headers['x-amz-target']?.toString().endsWith('DeleteAlarms');
      if (!isDelete)
        return { status: 200, body: { MetricAlarms: [{ AlarmName: 'there', StateValue: 'OK' }] } };
      return names.includes('gone')
        ? { status: 404, body: { __type: 'ResourceNotFound', message: '' } }
        : { status: 200, body: {} };
    });
    await aws.alarms.remove(['gone', 'there']);
    expect(JSON.parse(asked.at(-1)?.body ?? '')).toEqual({ AlarmNames: ['there'] });
  });
});
