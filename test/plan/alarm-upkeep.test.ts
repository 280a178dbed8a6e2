import type { FunctionSpec, OwnAlarm } from '../../src/config/project';
import { AlarmTag, withAlarms } from '../../src/plan/alarm-upkeep';
import { lookDeeply } from '../../src/plan/look';
import { nothingToKeep } from '../../src/plan/upkeep';
import type { Fakes } from '../fakes';
import { live, marks, seed, spec, version, world } from './scene';

const errors: OwnAlarm = { kind: 'errors', threshold: 5 };
const throttles: OwnAlarm = { kind: 'throttles', threshold: null };
const p99: OwnAlarm = { kind: 'p99', threshold: null };
const tag = AlarmTag.of('live');

function estate(tags: { [name: string]: string } | null): Fakes {
  const fakes = world();
  seed(fakes, [version('one', { timeout: 20 })], '');
  fakes.functions.attach('orders-api', { tags });
  return fakes;
}

interface Asked extends Partial<FunctionSpec> {
  readonly thorough?: boolean;
}

async function planned(fakes: Fakes, { thorough = false, ...change }: Asked) {
  const asked = { spec: spec(change), live: await lookDeeply(fakes, live), marks, maxErrorRate: 1, thorough };
  return withAlarms(fakes.alarms, nothingToKeep, asked);
}

const linesOf = async (fakes: Fakes, asked: Asked) => (await planned(fakes, asked)).changes;

describe('alarms that a function is to have', () => {
  it('are a line in the plan when its tag says something else', async () => {
    expect(await linesOf(estate({}), { ownAlarms: [throttles, errors] })).toEqual([
      '~ alarms none -> errors 5%, throttles',
    ]);
    const had = estate({ [tag]: 'errors=5 throttles=0' });
    expect(await linesOf(had, { ownAlarms: [{ kind: 'throttles', threshold: 3 }] })).toEqual([
      '~ alarms errors 5%, throttles -> throttles 3 a minute',
    ]);
    expect(await linesOf(had, {})).toEqual(['~ alarms errors 5%, throttles -> none']);
    expect(await linesOf(estate({ [tag]: AlarmTag.unfinished }), { ownAlarms: [errors] })).toEqual([
      '~ alarms unfinished -> errors 5%',
    ]);
  });

  it('are no line and no call while the tag says the same, in any order', async () => {
    const fakes = estate({ [tag]: 'errors=5 throttles=0' });
    const upkeep = await planned(fakes, { ownAlarms: [throttles, errors] });
    expect(upkeep).toMatchObject({ changes: [], alarms: { state: 'kept', missing: [] } });
    expect(fakes.alarms.did).toEqual([]);
  });

  it('take the timeout of the project file, then that of the function, then the one of AWS', async () => {
    const ownAlarms = [p99];
    expect(await linesOf(estate({}), { ownAlarms, config: { timeout: 2 } })).toEqual([
      '~ alarms none -> p99 1800ms',
    ]);
    expect(await linesOf(estate({}), { ownAlarms })).toEqual(['~ alarms none -> p99 18000ms']);
    expect(await linesOf(world(), { ownAlarms })).toEqual(['~ alarms none -> p99 2700ms']);
  });

  it('are nothing where none are declared and none are remembered', async () => {
    for (const tags of [{}, { [tag]: 'none' }, { [AlarmTag.of('beta')]: 'errors=5' }])
      expect((await planned(estate(tags), {})).alarms).toBeNull();
  });

  it('of another alias are remembered apart', async () => {
    const fakes = estate({ [AlarmTag.of('beta')]: 'errors=5' });
    expect(await linesOf(fakes, { ownAlarms: [errors] })).toEqual(['~ alarms none -> errors 5%']);
  });

  it('that somebody deleted are found where drift is asked for', async () => {
    const fakes = estate({ [tag]: 'errors=5 throttles=0' });
    fakes.alarms.set('shipit-orders-api.live.errors', {});
    const upkeep = await planned(fakes, { ownAlarms: [errors, throttles], thorough: true });
    expect(upkeep.changes).toEqual(['+ alarm shipit-orders-api.live.throttles, which somebody deleted']);
  });

  it('of a function whose tags are not ours to read or write are no line: nobody can say', async () => {
    expect(await planned(estate(null), { ownAlarms: [errors] })).toMatchObject({
      changes: [],
      alarms: { state: 'untold' },
    });
    const managed = await planned(estate({}), { ownAlarms: [errors], manage: 'release' });
    expect(managed).toMatchObject({ changes: [], alarms: { state: 'untold' } });
  });
});
