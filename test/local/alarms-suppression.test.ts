import type { StateValue } from '@aws-sdk/client-cloudwatch';
import { describeAlarms } from '../../src/local/actions/cloudwatch/describe-alarms';
import { putCompositeAlarm } from '../../src/local/actions/cloudwatch/put-composite-alarm';
import { setAlarmState } from '../../src/local/actions/cloudwatch/set-alarm-state';
import { startEvaluation } from '../../src/local/alarms/evaluation';
import { dumpAlarms, loadAlarms } from '../../src/local/alarms/memory';
import { noonMs, putErrorAlarm, type TestWorld, testWorld } from './cloudwatch-world';

const topic = 'arn:aws:sns:eu-west-1:123456789012:on-call';
const rest = 'arn:aws:sns:eu-west-1:123456789012:all-clear';

/** One unit of time of the User Guide's examples. */
const unitMs = 10_000;

/** A composite alarm over `child`, whose actions wait for `suppressor`: two units before, three after. */
function suppressed(): TestWorld {
  const world = testWorld();
  for (const AlarmName of ['child', 'suppressor'])
    putErrorAlarm(world, { AlarmName, TreatMissingData: 'ignore' });
  for (const name of ['child', 'suppressor']) set(world, name, 'OK');
  putMain(world, {});
  startEvaluation(world);
  return world;
}

function putMain(world: TestWorld, changes: object): void {
  putCompositeAlarm(world, {
    AlarmName: 'main',
    AlarmRule: 'ALARM(child)',
    AlarmActions: [topic],
    OKActions: [rest],
    ActionsSuppressor: 'suppressor',
    ActionsSuppressorWaitPeriod: (2 * unitMs) / 1000,
    ActionsSuppressorExtensionPeriod: (3 * unitMs) / 1000,
    ...changes,
  });
}

function set(world: TestWorld, AlarmName: string, StateValue: StateValue): void {
  setAlarmState(world, { AlarmName, StateValue, StateReason: 'drill' });
}

/** Which actions were taken, and when, in units; those of the creation are left out. */
const actionsOf = (world: TestWorld): string[] =>
  world.alarms.history
    .filter(({ item, atMs }) => item === 'Action' && atMs > noonMs + 5 * unitMs)
    .map(({ summary, atMs }) => `t${(atMs - startMs) / unitMs} ${summary.split(':').at(-1)}`);

const suppressedBy = (world: TestWorld): string | undefined => {
  const [main] = describeAlarms(world, { AlarmTypes: ['CompositeAlarm'] }).CompositeAlarms ?? [];
  const { ActionsSuppressedBy: by, ActionsSuppressedReason: reason } = main ?? {};
  expect(reason).toBe(by && `Actions suppressed by ${by}`);
  return by;
};

/** Long after the creation of the alarms. */
const startMs = noonMs + 60 * unitMs;

/** Plays a timeline such as `t2 child ALARM`, then waits, and notes by what the actions were suppressed in each unit. */
async function play(
  world: TestWorld,
  steps: readonly (readonly [unit: number, name: string, to: StateValue])[],
) {
  await world.clock.advance(startMs - world.clock.nowMs());
  const by: (string | undefined)[] = [];
  for (let unit = 0; unit < 12; unit += 1) {
    for (const [at, name, to] of steps) if (at === unit) set(world, name, to);
    by.push(suppressedBy(world));
    await world.clock.advance(unitMs);
  }
  return by;
}

const phases = (by: readonly (string | undefined)[]): string =>
  by.map((one) => (one ? one.slice(0, 1) : '.')).join('');

describe('the actions of a composite alarm with a suppressor', () => {
  it('are taken after the wait period when the suppressor stays OK', async () => {
    const world = suppressed();
    expect(phases(await play(world, [[2, 'child', 'ALARM']]))).toBe('..WW........');
    expect(actionsOf(world)).toEqual(['t4 on-call']);
  });

  it('are suppressed once the suppressor is in ALARM within the wait period', async () => {
    const world = suppressed();
    const by = await play(world, [
      [2, 'child', 'ALARM'],
      [3, 'suppressor', 'ALARM'],
    ]);
    expect(phases(by)).toBe('..WAAAAAAAAA');
    expect(actionsOf(world)).toEqual([]);
  });

  it('wait anew when the alarm changes again within the wait period', async () => {
    const world = suppressed();
    const by = await play(world, [
      [2, 'child', 'ALARM'],
      [3, 'child', 'OK'],
    ]);
    expect(phases(by)).toBe('..WWW.......');
    expect(actionsOf(world)).toEqual(['t5 all-clear']);
  });

  it('are suppressed at once when the suppressor is in ALARM already', async () => {
    const world = suppressed();
    const by = await play(world, [
      [1, 'suppressor', 'ALARM'],
      [2, 'child', 'ALARM'],
    ]);
    expect(phases(by)).toBe('.AAAAAAAAAAA');
    expect(actionsOf(world)).toEqual([]);
  });

  it('are taken after the extension period, following the state of that time', async () => {
    const world = suppressed();
    const by = await play(world, [
      [2, 'child', 'ALARM'],
      [3, 'suppressor', 'ALARM'],
      [6, 'suppressor', 'OK'],
    ]);
    expect(phases(by)).toBe('..WAAAEEE...');
    expect(actionsOf(world)).toEqual(['t9 on-call']);
  });

  it('wait anew when the alarm changes within the extension period', async () => {
    const world = suppressed();
    const by = await play(world, [
      [2, 'child', 'ALARM'],
      [3, 'suppressor', 'ALARM'],
      [6, 'suppressor', 'OK'],
      [7, 'child', 'OK'],
    ]);
    expect(phases(by)).toBe('..WAAAEWW...');
    expect(actionsOf(world)).toEqual(['t9 all-clear']);
  });

  it('are suppressed again when the suppressor goes back to ALARM', async () => {
    const world = suppressed();
    const by = await play(world, [
      [1, 'suppressor', 'ALARM'],
      [3, 'suppressor', 'OK'],
      [4, 'suppressor', 'ALARM'],
    ]);
    expect(phases(by)).toBe('.AAEAAAAAAAA');
    expect(actionsOf(world)).toEqual([]);
  });

  it('are not taken twice for a change that was told before the suppressor came', async () => {
    const world = suppressed();
    const by = await play(world, [
      [1, 'child', 'ALARM'],
      [4, 'suppressor', 'ALARM'],
      [5, 'suppressor', 'OK'],
    ]);
    expect(phases(by)).toBe('.WW.AEEE....');
    expect(actionsOf(world)).toEqual(['t3 on-call']);
  });

  it('are taken at once without periods', async () => {
    const world = suppressed();
    putMain(world, { ActionsSuppressorWaitPeriod: 0, ActionsSuppressorExtensionPeriod: 0 });
    expect(phases(await play(world, [[2, 'child', 'ALARM']]))).toBe('............');
    expect(actionsOf(world)).toEqual(['t2 on-call']);
  });

  it('do not wait any longer when the suppressor is taken away', async () => {
    const world = suppressed();
    await play(world, [
      [2, 'suppressor', 'ALARM'],
      [3, 'child', 'ALARM'],
    ]);
    putMain(world, { ActionsSuppressor: undefined });
    expect(suppressedBy(world)).toBeUndefined();
    expect(actionsOf(world)).toEqual(['t12 on-call']);
  });

  it('are not taken when actions are off, however long they waited', async () => {
    const world = suppressed();
    putMain(world, { ActionsEnabled: false });
    await play(world, [[2, 'child', 'ALARM']]);
    expect(actionsOf(world)).toEqual([]);
  });

  it('wait through the end of the process, and follow in time', async () => {
    const world = suppressed();
    await world.clock.advance(startMs - world.clock.nowMs());
    set(world, 'child', 'ALARM');
    const alarms = loadAlarms(JSON.parse(JSON.stringify(dumpAlarms(world.alarms))));
    const opened = { ...world, alarms };
    expect(suppressedBy(opened)).toBe('WaitPeriod');
    await world.clock.advance(30 * unitMs);
    startEvaluation(opened);
    expect(actionsOf(opened)).toEqual(['t2 on-call']);
  });
});
