/** Alarms that a project declares and shipit makes: they appear, change and go with what is declared, at AWS itself. */
import { DeleteAlarmsCommand, DescribeAlarmsCommand } from '@aws-sdk/client-cloudwatch';
import { ListTagsCommand } from '@aws-sdk/client-lambda';
import type { FunctionSpec, OwnAlarm } from '../../src/config/project';
import { destroy } from '../../src/destroy';
import { nowhere } from '../forms';
import { good, openStage, type Stage, type Wishes } from './stage';

const minuteMs = 60_000;
const errors: OwnAlarm = { kind: 'errors', threshold: 5 };
const throttles: OwnAlarm = { kind: 'throttles', threshold: null };
const aliasErrors = 'shipit-orders-api.live.errors';
const aliasThrottles = 'shipit-orders-api.live.throttles';

let stage: Stage;
let process: ReturnType<Stage['process']>;
beforeEach(async () => {
  stage = await openStage({ functions: ['api'], alarms: false });
  process = stage.process();
});
afterEach(() => stage.close());

/** As if the project file said so. */
const declaring =
  (...ownAlarms: readonly OwnAlarm[]) =>
  (spec: FunctionSpec): FunctionSpec => ({ ...spec, ownAlarms });

function forget(): void {
  process.events.length = 0;
  stage.calls.length = 0;
}

function deploy(own: readonly OwnAlarm[], wishes: Wishes = {}) {
  forget();
  return stage.clock.runUntil(stage.deployAs(process, { change: declaring(...own), ...wishes }));
}

async function planned(own: readonly OwnAlarm[], wishes: Wishes = {}) {
  forget();
  await stage.clock.runUntil(stage.planAs(process, { change: declaring(...own), ...wishes }));
  const [made] = process.events.flatMap((event) => (event.type === 'plan.made' ? event.functions : []));
  if (!made) throw new Error('nothing was planned');
  return made;
}

async function alarmsThere(): Promise<{ [name: string]: number | undefined }> {
  const { MetricAlarms = [] } = await stage.aws.cloudwatch.send(new DescribeAlarmsCommand({}));
  return Object.fromEntries(MetricAlarms.map(({ AlarmName, Threshold }) => [AlarmName, Threshold]));
}

async function tag(): Promise<string | undefined> {
  const Resource = 'arn:aws:lambda:eu-west-1:123456789012:function:orders-api';
  return (await stage.aws.lambda.send(new ListTagsCommand({ Resource }))).Tags?.['shipit:alarms:live'];
}

/** Every second request fails. */
async function badMinutes(count: number): Promise<void> {
  const { world, clock } = stage;
  const dimensions = { FunctionName: 'orders-api', Resource: 'orders-api:live' };
  for (let minute = 0; minute < count; minute += 1) {
    for (const [name, value] of Object.entries({ Invocations: 10, Errors: 5 }))
      world.metrics.put({
        ...{ namespace: 'AWS/Lambda', name, dimensions, value, count: 1, unit: 'Count' },
        atMs: clock.nowMs(),
      });
    await clock.advance(minuteMs);
  }
}

const cloudWatchCalls = () => stage.calls.filter((call) => call.includes('Alarm'));
const kept = () =>
  process.events.flatMap((event) => (event.type === 'alarm.kept' ? [`${event.what} ${event.name}`] : []));

test('they come with the first release, and a plan without changes does not ask CloudWatch', async () => {
  expect((await planned([errors])).changes).toContain('~ alarms none -> errors 5%');
  await deploy([errors]);
  expect(await alarmsThere()).toEqual({ [aliasErrors]: 5 });
  expect(await tag()).toBe('errors=5');
  expect(await planned([errors])).toMatchObject({ action: 'none', changes: [] });
  expect(stage.calls).toEqual(['GetFunction', 'GetFunction']);
});

test('they change and go without a release, and a second deploy has nothing to do', async () => {
  await deploy([errors]);
  expect(await planned([{ ...errors, threshold: 8 }, throttles])).toMatchObject({
    action: 'settings',
    changes: ['~ alarms errors 5% -> errors 8%, throttles'],
    notes: [],
  });
  expect(await deploy([{ ...errors, threshold: 8 }, throttles])).toMatchObject({ exitCode: 0 });
  expect(await alarmsThere()).toEqual({ [aliasErrors]: 8, [aliasThrottles]: 0 });
  await deploy([throttles]);
  expect(kept()).toEqual([`made ${aliasThrottles}`, `removed ${aliasErrors}`]);
  await deploy([]);
  expect(await alarmsThere()).toEqual({});
  expect(await tag()).toBe('none');
  expect(await deploy([])).toMatchObject({ outcome: 'unchanged' });
  expect(cloudWatchCalls()).toEqual([]);
});

test('of each alias of one function they are kept apart', async () => {
  await deploy([errors]);
  await deploy([throttles], { alias: 'beta' });
  expect(Object.keys(await alarmsThere())).toEqual(['shipit-orders-api.beta.throttles', aliasErrors]);
  expect(await planned([errors])).toMatchObject({ action: 'none', changes: [] });
});

test('one that somebody deleted is drift, and comes back with it', async () => {
  await deploy([errors, throttles]);
  await stage.aws.cloudwatch.send(new DeleteAlarmsCommand({ AlarmNames: [aliasErrors] }));
  expect(await planned([errors, throttles])).toMatchObject({ action: 'none', changes: [] });
  expect(await planned([errors, throttles], { drift: true })).toMatchObject({
    changes: [`+ alarm ${aliasErrors}, which somebody deleted`],
    drift: [`- alarm ${aliasErrors}`],
  });
  await deploy([errors, throttles], { drift: true });
  expect(kept()).toEqual([`made ${aliasErrors}`]);
});

test('one that fires stops the next release before any write, unless it is named', async () => {
  await deploy([errors]);
  await badMinutes(2);
  stage.write('api/index.js', good('mended'));
  const refused = await deploy([errors]);
  expect(refused).toMatchObject({ outcome: 'refused', exitCode: 2 });
  expect(refused.problems.join()).toMatch(
    /^alarm shipit-orders-api\.live\.errors is in ALARM since 2026-11-20T12:\d\d:\d\d.*--ignore-firing shipit-orders-api\.live\.errors/,
  );
  expect(stage.calls.filter((call) => /^(Update|Put|Publish|Create|Tag)/.test(call))).toEqual([]);
  const misspelt = await deploy([errors], { ignoreFiring: ['shipit-orders.live.errors'] });
  expect(misspelt.problems.join()).toContain(`these do: ${aliasErrors}`);
  await deploy([errors], { ignoreFiring: [aliasErrors] });
  const warnings = process.events.flatMap((event) => (event.type === 'warning' ? event.message : []));
  expect(warnings.join()).toContain('it cannot stop this release, by --ignore-firing');
  expect(stage.calls).toContain('PublishVersion');
});

test('they go with their function', async () => {
  await deploy([errors, throttles]);
  forget();
  const read = await stage.read(process.ports, {});
  const project = { ...read, functions: read.functions.map(declaring(errors)) };
  const done = await stage.clock.runUntil(
    destroy(process.ports, {
      ...{ project, named: [], force: false, where: nowhere },
      consent: { yes: true, confirm: null, typed: null },
      stop: { signal: new AbortController().signal, exitCode: () => null },
    }),
  );
  expect(done.exitCode).toBe(0);
  const goes = process.events.flatMap((event) => (event.type === 'destroy.done' ? [event.kind] : []));
  expect(goes).toEqual(['alias', 'alarm', 'function']);
  expect(await alarmsThere()).toEqual({});
});
