import { definitionsOf } from '../../src/plan/own-alarms';
import { releaseOf } from './release';
import { actorIn, noFaults, setScene } from './scene';

const ref = { functionName: 'orders-api', alias: 'live' };
const subject = { ref, maxErrorRate: 5, timeoutS: 3, tags: {} };
const [alarm] = definitionsOf({ ...subject, own: [{ kind: 'errors', threshold: null }] }, '2');

test('an alarm that is made is quiet, fires from its time on, keeps its state when it is written again, and goes', async () => {
  if (!alarm) throw new Error('no definition');
  const scene = setScene(1, releaseOf(['api'], [], {}), new Map());
  const { alarms } = actorIn(scene, 'owner', noFaults).ports;
  const states: string[] = [];
  const look = async () => {
    const [reading] = await alarms.read([alarm.name]);
    states.push(reading?.state ?? 'gone');
  };
  let over = false;
  const work = (async () => {
    await alarms.put(alarm);
    await look();
    const turns = [{ atMs: scene.scheduler.nowMs(), says: 'ALARM' }] as const;
    scene.world.alarms.set(alarm.name, { windowMs: 60_000, turns });
    await alarms.put(alarm);
    await look();
    expect(await alarms.named('shipit-')).toEqual([alarm.name]);
    await alarms.remove([alarm.name, 'gone']);
    await look();
    over = true;
  })();
  await scene.scheduler.run(() => over, scene.scheduler.nowMs() + 3_600_000);
  await work;
  expect(states).toEqual(['OK', 'ALARM', 'gone']);
});
