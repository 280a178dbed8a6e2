/** Old versions after a release, through the real SDK: what goes, and what nobody may take away. */
import { CreateAliasCommand } from '@aws-sdk/client-lambda';
import type { Event } from '../../src/core/events';
import { prune } from '../../src/release/prune';
import { Alone } from './alone';
import { good } from './stage';

let alone: Alone;
beforeEach(async () => {
  alone = await Alone.open();
  alone.write();
  for (const text of ['one', 'two', 'three', 'four', 'five']) {
    alone.stage.write('api/index.js', good(text));
    await alone.deploy();
  }
});
afterEach(() => alone.close());

const versions = () => [...(alone.stage.world.functions.entries.get('orders-api')?.versions.keys() ?? [])];

/** As after the release of the fifth version, which left the fourth. */
async function pruned(keepVersions: number): Promise<Event[]> {
  const { ports } = alone.process;
  const events: Event[] = [];
  const work = async () => {
    const { functions } = await alone.stage.read(ports, {});
    const all = functions.map((spec) => ({ spec: { ...spec, keepVersions }, keep: ['4', '5'] }));
    await prune(ports, all, async (event) => void events.push(event));
  };
  await alone.stage.clock.runUntil(work());
  return events;
}

test('the oldest go, and a rollback finds the version before', async () => {
  expect(await pruned(2)).toMatchObject([{ type: 'versions.pruned', versions: ['1', '2', '3'] }]);
  expect(versions()).toEqual(['4', '5']);
  const finished = await alone.stage.clock.runUntil(alone.stage.rollbackAs(alone.process, []));
  expect(finished).toMatchObject({ outcome: 'rolledBack', functions: [{ candidate: '4' }] });
});

test('what another alias serves stays, whoever made it', async () => {
  const staging = { FunctionName: 'orders-api', Name: 'staging', FunctionVersion: '2' };
  await alone.stage.aws.lambda.send(new CreateAliasCommand(staging));
  await pruned(2);
  expect(versions()).toEqual(['2', '4', '5']);
});

test('once they are gone nothing is left to do, and the function goes on', async () => {
  await pruned(2);
  alone.stage.calls.length = 0;
  expect(await pruned(2)).toEqual([]);
  expect(alone.stage.calls).not.toContain('DeleteFunction');
  alone.stage.write('api/index.js', good('six'));
  expect(await alone.deploy()).toMatchObject({ outcome: 'promoted', functions: [{ candidate: '6' }] });
});

test('few versions are not even listed', async () => {
  alone.stage.calls.length = 0;
  expect(await pruned(5)).toEqual([]);
  expect(alone.stage.calls).toEqual([]);
});
