/** What AWS is asked for a plan: every call counts against what an account may ask in a second. */
import { openPlanning, type Planning } from './planning';
import { good } from './stage';

let stage: Planning['stage'];
let deploy: Planning['deploy'];
let planned: Planning['planned'];

const open = async (...functions: string[]) => {
  ({ stage, deploy, planned } = await openPlanning(...functions));
};
afterEach(() => stage.close());

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
