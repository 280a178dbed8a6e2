import type { FunctionSpec, OwnAlarm } from '../../src/config/project';
import { ShipitError } from '../../src/core/errors';
import type { Event } from '../../src/core/events';
import { AlarmTag, withAlarms } from '../../src/plan/alarm-upkeep';
import { lookDeeply } from '../../src/plan/look';
import type { FunctionPlan } from '../../src/plan/plan';
import { nothingToKeep } from '../../src/plan/upkeep';
import { keepAlarms, unwatchCandidates, watchCandidate } from '../../src/release/own-alarms';
import { FakeClock } from '../clock';
import { type Fakes, fakePorts } from '../fakes';
import { live, marks, nowMs, seed, spec, version, world } from '../plan/scene';

const errors: OwnAlarm = { kind: 'errors', threshold: 5 };
const throttles: OwnAlarm = { kind: 'throttles', threshold: null };
const tag = AlarmTag.of('live');
const aliasErrors = 'shipit-orders-api.live.errors';
const aliasThrottles = 'shipit-orders-api.live.throttles';
const denied = () => new ShipitError('accessDenied', 'not allowed');

function estate(): Fakes {
  const fakes = world();
  seed(fakes, [version('one', {})], '');
  return fakes;
}

interface Asked extends Partial<FunctionSpec> {
  readonly action?: FunctionPlan['action'];
  readonly thorough?: boolean;
}

async function planned(fakes: Fakes, asked: Asked): Promise<FunctionPlan> {
  const { action = 'update', thorough = false, ...change } = asked;
  const one = spec(change);
  const seen = await lookDeeply(fakes, live);
  const request = { spec: one, live: seen, marks, maxErrorRate: 1, thorough };
  const upkeep = await withAlarms(fakes.alarms, nothingToKeep, request);
  return { spec: one, ref: live, live: seen, action, upkeep } as unknown as FunctionPlan;
}

/** What a release tells of it. */
async function release(fakes: Fakes, asked: Asked): Promise<string[]> {
  const events: Event[] = [];
  const plan = await planned(fakes, asked);
  for (const fake of [fakes.alarms, fakes.settings]) fake.did.length = 0;
  await keepAlarms(fakes, plan, async (event) => {
    events.push(event);
  });
  return events.map((event) => (event.type === 'alarm.kept' ? `${event.what} ${event.name}` : event.type));
}

const remembered = (fakes: Fakes) => fakes.functions.version('orders-api', '$LATEST')?.tags?.[tag];

describe('alarms of an alias', () => {
  it('are made, then remembered, and cost nothing more than a question from then on', async () => {
    const fakes = estate();
    expect(await release(fakes, { ownAlarms: [errors, throttles] })).toEqual([
      `made ${aliasErrors}`,
      `made ${aliasThrottles}`,
    ]);
    expect(remembered(fakes)).toBe('errors=5 throttles=0');
    expect(await release(fakes, { ownAlarms: [errors, throttles] })).toEqual([]);
    expect(fakes.alarms.did).toEqual(['named shipit-orders-api.live.']);
    expect(fakes.settings.did).toEqual([]);
  });

  it('change and go with what is declared', async () => {
    const fakes = estate();
    await release(fakes, { ownAlarms: [errors, throttles] });
    const looser: OwnAlarm = { kind: 'errors', threshold: 9 };
    expect(await release(fakes, { ownAlarms: [looser], action: 'none' })).toEqual([
      `made ${aliasErrors}`,
      `removed ${aliasThrottles}`,
    ]);
    expect(fakes.alarms.definitions.get(aliasErrors)?.threshold).toBe(9);
    expect(await release(fakes, { action: 'none' })).toEqual([`removed ${aliasErrors}`]);
    expect(remembered(fakes)).toBe('none');
    expect((await planned(fakes, {})).upkeep.alarms).toBeNull();
  });

  it('are not believed in by whoever comes after a release that failed among them', async () => {
    const fakes = estate();
    await release(fakes, { ownAlarms: [errors] });
    fakes.alarms.failNext('put', denied(), 'before');
    await expect(release(fakes, { ownAlarms: [throttles] })).rejects.toThrow('not allowed');
    expect(remembered(fakes)).toBe(AlarmTag.unfinished);
    const { upkeep } = await planned(fakes, { ownAlarms: [errors] });
    expect(upkeep.alarms?.state).toBe('changed');
  });

  it('that somebody deleted are made again by the next release of the function', async () => {
    const fakes = estate();
    await release(fakes, { ownAlarms: [errors, throttles] });
    fakes.alarms.forget(aliasErrors);
    expect(await release(fakes, { ownAlarms: [errors, throttles] })).toEqual([`made ${aliasErrors}`]);
  });

  it('that somebody deleted are made again without a release where drift is asked for', async () => {
    const fakes = estate();
    await release(fakes, { ownAlarms: [errors] });
    fakes.alarms.forget(aliasErrors);
    expect(await release(fakes, { ownAlarms: [errors], action: 'none' })).toEqual([]);
    expect(await release(fakes, { ownAlarms: [errors], action: 'none', thorough: true })).toEqual([
      `made ${aliasErrors}`,
    ]);
  });

  it('are remembered by a function that is made with them', async () => {
    const fakes = fakePorts(new FakeClock(nowMs));
    const plan = await planned(fakes, { ownAlarms: [errors], action: 'create' });
    fakes.functions.seed('orders-api', [version('one', {})]);
    await keepAlarms(fakes, plan, async () => undefined);
    expect(remembered(fakes)).toBe('errors=5');
  });

  it('are written by each release where no tag can tell, and no tag is written', async () => {
    const fakes = estate();
    const asked = { ownAlarms: [errors], manage: 'release' } as const;
    expect(await release(fakes, asked)).toEqual([`made ${aliasErrors}`]);
    expect(await release(fakes, asked)).toEqual([`made ${aliasErrors}`]);
    expect(await release(fakes, { ...asked, action: 'none' })).toEqual([]);
    expect(await release(fakes, { manage: 'release' })).toEqual([`removed ${aliasErrors}`]);
    expect(remembered(fakes)).toBeUndefined();
  });

  it('need no right to ask for them where none are declared and nobody can say', async () => {
    const fakes = estate();
    fakes.alarms.failNext('named', denied(), 'before');
    expect(await release(fakes, { manage: 'release' })).toEqual([]);
    fakes.alarms.failNext('named', denied(), 'before');
    await expect(release(fakes, { manage: 'release', ownAlarms: [errors] })).rejects.toThrow('not allowed');
  });
});

describe('alarms of a candidate', () => {
  const ofCandidate = 'shipit-orders-api.live.v2.errors';

  it('are made for its version, and go when the release is over', async () => {
    const fakes = estate();
    const plan = await planned(fakes, { ownAlarms: [errors] });
    expect(await watchCandidate(fakes, plan, '2')).toEqual([ofCandidate]);
    expect(fakes.alarms.definitions.get(ofCandidate)).toMatchObject({ version: '2', threshold: 5 });
    const told: string[] = [];
    await unwatchCandidates(fakes, [{ ref: live, version: '2', own: [errors] }], async (event) => {
      told.push(event.type);
    });
    expect(told).toEqual(['alarm.kept']);
    expect(await fakes.alarms.named('shipit-')).toEqual([]);
  });

  it('that could not be removed disturb nobody, and are told', async () => {
    const fakes = estate();
    const told: Event[] = [];
    fakes.alarms.failNext('remove', denied(), 'before');
    await unwatchCandidates(fakes, [{ ref: live, version: '2', own: [errors] }], async (event) => {
      told.push(event);
    });
    expect(told).toMatchObject([{ type: 'warning', message: expect.stringContaining('not allowed') }]);
  });

  it('that a dead release left go with the next one of the function, also when none are declared any more', async () => {
    const fakes = estate();
    await release(fakes, { ownAlarms: [errors] });
    fakes.alarms.set(ofCandidate, { state: 'ALARM' });
    fakes.alarms.set('shipit-orders-api.livelier.v2.errors', {});
    fakes.alarms.set('shipit-orders-api.live.v2.errors.mine', {});
    expect(await release(fakes, { ownAlarms: [errors] })).toEqual([`removed ${ofCandidate}`]);
    fakes.alarms.set(ofCandidate, { state: 'ALARM' });
    expect(await release(fakes, {})).toEqual([`removed ${aliasErrors}`, `removed ${ofCandidate}`]);
    expect(await fakes.alarms.named('shipit-')).toHaveLength(2);
  });

  it('stay while this release does not hold the alias: another one may watch by them', async () => {
    const fakes = estate();
    fakes.alarms.set(ofCandidate, {});
    expect(await release(fakes, { ownAlarms: [errors], action: 'none' })).toEqual([`made ${aliasErrors}`]);
  });

  it('are none where none are declared, and nobody is asked', async () => {
    const fakes = estate();
    expect(await watchCandidate(fakes, await planned(fakes, {}), '2')).toEqual([]);
    await unwatchCandidates(fakes, [{ ref: live, version: '2', own: [] }], async () => undefined);
    expect(fakes.alarms.did).toEqual([]);
  });
});
