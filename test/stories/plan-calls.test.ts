/** What AWS is asked for a plan: every call counts against what an account may ask in a second. */
import type { Event } from '../../src/core/events';
import { good, openStage, type Stage, type Wishes } from './stage';

let stage: Stage;
let process: ReturnType<Stage['process']>;

const open = async (...functions: string[]) => {
  stage = await openStage({ functions, alarms: false });
  process = stage.process();
  await deploy({});
  for (const key of functions) stage.write(`${key}/index.js`, good('two'));
};
afterEach(() => stage.close());

const deploy = (wishes: Wishes) => {
  process.events.length = 0;
  stage.calls.length = 0;
  return stage.clock.runUntil(stage.deployAs(process, wishes));
};

type Made = Extract<Event, { type: 'plan.made' }>;

async function planned(wishes: Wishes = {}): Promise<Made> {
  process.events.length = 0;
  stage.calls.length = 0;
  await stage.clock.runUntil(stage.planAs(process, wishes));
  const made = process.events.find((event): event is Made => event.type === 'plan.made');
  if (!made) throw new Error('nothing was planned');
  return made;
}

test('of functions that are unchanged: pages of the list and one look each, and nothing else', async () => {
  await open('one', 'two', 'three', 'four', 'five');
  await deploy({});
  const made = await planned();
  expect(made.functions.map(({ action }) => action)).toEqual(Array(5).fill('none'));
  const counts = Object.fromEntries(
    [...new Set(stage.calls)].map((call) => [call, stage.calls.filter((one) => one === call).length]),
  );
  expect(counts.GetFunction ?? 0).toBeLessThanOrEqual(10);
  expect(Object.keys(counts).filter((call) => !/^(ListFunctions|GetFunction)$/.test(call))).toEqual([]);
});

test('of the one of several that changes: its alias too, and of no other', async () => {
  await open('one', 'two', 'three');
  await deploy({});
  stage.write('two/index.js', good('three'));
  const made = await planned();
  expect(made.functions.map(({ key, action }) => [key, action])).toEqual([
    ['one', 'none'],
    ['three', 'none'],
    ['two', 'update'],
  ]);
  const further = stage.calls.filter((call) => !/^(ListFunctions|GetFunction)$/.test(call));
  expect(further).toEqual(['GetAlias']);
});
