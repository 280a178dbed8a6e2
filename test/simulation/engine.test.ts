import { Ulid } from '../../src/core/ulid';
import { claim } from '../../src/rollout/claim';
import { conduct } from '../../src/rollout/conduct';
import { keepLease } from '../../src/rollout/keeper';
import { muster } from '../../src/rollout/muster';
import { nowhere } from '../forms';
import { releaseOf, stepsOf } from './release';
import { actorIn, noFaults, planFor, type Scene, setScene } from './scene';

async function run(keys: string[], change: (world: Scene['world']) => void) {
  const scene = setScene(1, releaseOf(keys, stepsOf([10, 600_000], [100, 0]), {}), new Map());
  change(scene.world);
  for (const [name, found] of scene.world.functions) {
    const versions = [...found.versions, { ...found.latest, version: '2' }];
    scene.world.setFunction(name, { ...found, versions });
  }
  const { ports } = actorIn(scene, 'owner', noFaults);
  const tell = async (event: Parameters<typeof ports.report.tell>[0]) => ports.report.tell(event);
  const plan = planFor(scene);
  const release = Ulid.of(scene.scheduler.nowMs(), Array(16).fill(1));
  const { crew, courses } = muster(ports, plan, { release, by: 'ann', root: '/p', until: null, tell });
  let result: unknown = null;
  const work = (async () => {
    await claim(crew, nowhere);
    const stop = keepLease(crew);
    for (const lane of crew.lanes) lane.versions = { ...lane.versions, candidate: '2' };
    result = [...(await conduct(crew, { courses, holdForMs: 0 }).ended).values()];
    stop();
  })();
  await scene.scheduler.run(() => result !== null, scene.scheduler.nowMs() + 3_600_000 * 3);
  await work;
  return { result, scene };
}

test('a quiet candidate is promoted', async () => {
  const { result, scene } = await run(['api', 'worker'], () => {});
  expect(result).toEqual([expect.objectContaining({ outcome: 'promoted' })]);
  expect(scene.world.aliases.get('orders-api:live')).toMatchObject({ version: '2', additional: null });
});

test('an alarm brings every alias back', async () => {
  const { result, scene } = await run(['api', 'worker'], (world) => {
    world.alarms.set('api-errors', {
      windowMs: 60_000,
      turns: [{ atMs: world.scheduler.startMs + 200_000, says: 'ALARM' }],
    });
  });
  expect(result).toEqual([expect.objectContaining({ outcome: 'rolledBack' })]);
  expect(scene.world.aliases.get('orders-worker:live')).toMatchObject({ version: '1', additional: null });
});

test('the aliases of a function are its own, by name', async () => {
  const { world } = setScene(1, releaseOf(['api', 'api-two'], [], {}), new Map());
  world.createAlias('orders-api:beta', { version: '1', additional: null, description: '' }, 'ann');
  expect(world.aliasesOf('orders-api').map(({ name }) => name)).toEqual(['beta', 'live']);
  expect(world.aliasesOf('orders')).toEqual([]);
});
