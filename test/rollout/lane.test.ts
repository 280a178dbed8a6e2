import type { Aliases, AliasState, AliasTarget } from '../../src/core/lambda';
import { type OpenRecord, Record } from '../../src/core/record';
import { Percent } from '../../src/core/values';
import { AliasTargets } from '../../src/release/alias';
import { Crews } from '../../src/rollout/crew';
import { Lane } from '../../src/rollout/lane';
import {
  asTheyAre,
  at,
  error,
  interfere,
  laneOf,
  recordOn,
  routing,
  type Scene,
  setScene,
  standing,
  toldOf,
} from './scene';

const scene = () => setScene(['api'], asTheyAre);

const opened = (set: Scene, weight: number): AliasTarget => {
  const target = Crews.open(set.crew, laneOf(set, 'api'), at(1, weight));
  if (!target) throw new Error('no target');
  return target;
};

const step = (set: Scene, weight: number) => laneOf(set, 'api').write(() => opened(set, weight));

const byHand = (set: Scene): AliasTarget => {
  const { release, epoch } = set.crew.owner;
  return AliasTargets.done({ release, epoch: epoch + 1, version: '1', previous: null, bad: null }, '');
};

describe('a write of its owner', () => {
  it('stands on the alias with its record, and is told once', async () => {
    const set = scene();
    expect(await step(set, 10)).toEqual({ kind: 'written' });
    expect(routing(set, 'api')).toBe('1+2@10%');
    expect(recordOn(set, 'api')).toMatchObject({ kind: 'open', text: 'my api' });
    expect(laneOf(set, 'api')).toMatchObject({ weight: 10, step: 1, taken: null, isUnsettled: false });
    expect(toldOf(set, 'alias.written')).toEqual([
      expect.objectContaining({ fromRevision: 'a1', toRevision: 'a2', weight: 10, phase: 'bake' }),
    ]);
  });

  it('is skipped when it is no longer wanted once its turn has come', async () => {
    const set = scene();
    expect(await laneOf(set, 'api').write(() => null)).toEqual({ kind: 'skipped' });
    expect(set.fakes.aliases.did).toEqual([]);
  });

  it.each(['throttled', 'accessDenied', 'invalid'] as const)(
    'that AWS refuses (%s) has had no effect, so nobody has to look',
    async (code) => {
      const set = scene();
      set.fakes.aliases.failNext('write', error(code), 'before');
      expect(await step(set, 10)).toMatchObject({ kind: 'again', error: { code } });
      expect(set.fakes.aliases.did).toHaveLength(1);
      expect(laneOf(set, 'api').isUnsettled).toBe(false);
    },
  );

  it.each(['timedOut', 'unavailable'] as const)(
    'whose answer was lost after its effect (%s) is found by looking, and told once',
    async (code) => {
      const set = scene();
      set.fakes.aliases.failNext('write', error(code), 'after');
      expect(await step(set, 10)).toEqual({ kind: 'written' });
      expect(toldOf(set, 'alias.written')).toHaveLength(1);
      expect(set.fakes.aliases.did).toEqual(['write orders-api:live 1+2@10%', 'read orders-api:live']);
    },
  );

  it('that had no effect may be tried again, and stands once', async () => {
    const set = scene();
    set.fakes.aliases.failNext('write', error('timedOut'), 'before');
    expect(await step(set, 10)).toMatchObject({ kind: 'again' });
    expect(laneOf(set, 'api').isUnsettled).toBe(true);
    expect(await step(set, 10)).toEqual({ kind: 'written' });
    expect(laneOf(set, 'api').isUnsettled).toBe(false);
    expect(toldOf(set, 'alias.written')).toHaveLength(1);
  });

  it('stays in doubt when nobody could look either', async () => {
    const set = scene();
    set.fakes.aliases.failNext('write', error('timedOut'), 'after');
    set.fakes.aliases.failNext('read', error('unavailable'), 'before');
    expect(await step(set, 10)).toMatchObject({ kind: 'again' });
    expect(await laneOf(set, 'api').look()).toEqual({ kind: 'written' });
    expect(laneOf(set, 'api').weight).toBe(10);
  });

  it('that lands late is recognised, and the next write goes on from there', async () => {
    const set = scene();
    const late = opened(set, 10);
    set.fakes.aliases.failNext('write', error('timedOut'), 'before');
    await laneOf(set, 'api').write(() => late);
    interfere(set, 'api', late);
    await set.clock.advance(2000);
    expect(await step(set, 25)).toMatchObject({ kind: 'again', error: { code: 'preconditionFailed' } });
    expect(laneOf(set, 'api').weight).toBe(10);
    expect(await step(set, 25)).toEqual({ kind: 'written' });
    expect(toldOf(set, 'alias.written').map(({ weight }) => weight)).toEqual([10, 25]);
  });

  it('that lands late and is looked at finds its own', async () => {
    const set = scene();
    const late = opened(set, 10);
    set.fakes.aliases.failNext('write', error('timedOut'), 'before');
    await laneOf(set, 'api').write(() => late);
    interfere(set, 'api', late);
    expect(await laneOf(set, 'api').look()).toEqual({ kind: 'written' });
    expect(laneOf(set, 'api')).toMatchObject({ weight: 10, taken: null });
  });

  it('does not hide a bug behind a retry', async () => {
    const set = scene();
    set.fakes.aliases.failNext('write', new TypeError('x is undefined'), 'before');
    await expect(step(set, 10)).rejects.toThrow(TypeError);
    expect(await step(set, 10)).toEqual({ kind: 'written' });
  });
});

describe('a read that comes late', () => {
  it('does not make an owner believe that it lost its alias', async () => {
    const late: AliasState[] = [];
    const set = setScene(['api'], (aliases: Aliases) => ({
      list: (functionName) => aliases.list(functionName),
      create: (ref, target) => aliases.create(ref, target),
      remove: (ref) => aliases.remove(ref),
      write: (ref, target, revision) => aliases.write(ref, target, revision),
      read: async (ref) => late.shift() ?? aliases.read(ref),
    }));
    const first = standing(set, 'api');
    await step(set, 10);
    await set.clock.advance(1000);
    await step(set, 25);
    late.push(first);
    expect(await laneOf(set, 'api').look()).toMatchObject({ kind: 'again', error: null });
    expect(await laneOf(set, 'api').look()).toEqual({ kind: 'written' });
    expect(laneOf(set, 'api')).toMatchObject({ weight: 25, taken: null });
  });
});

describe('a stranger', () => {
  const stranger: [string, (set: Scene) => void][] = [
    [
      'who moves the weights and leaves our record',
      (set) => interfere(set, 'api', { additional: { version: '2', weight: Percent.of(33) } }),
    ],
    ['who wipes the description', (set) => interfere(set, 'api', { description: '' })],
    ['who points it elsewhere', (set) => interfere(set, 'api', { version: '3', additional: null })],
  ];

  it.each(stranger)('%s keeps the alias: we never write it again', async (_, act) => {
    const set = scene();
    await step(set, 10);
    act(set);
    const theirs = standing(set, 'api');
    expect(await step(set, 25)).toMatchObject({ kind: 'foreign' });
    const calls = set.fakes.aliases.did.length;
    expect(await step(set, 25)).toMatchObject({ kind: 'foreign' });
    expect(await laneOf(set, 'api').write(() => byHand(set))).toMatchObject({ kind: 'foreign' });
    expect(set.fakes.aliases.did).toHaveLength(calls);
    expect(standing(set, 'api')).toEqual(theirs);
  });

  it('is named with what stands there now, to everybody who asks later too', async () => {
    const set = scene();
    await step(set, 10);
    interfere(set, 'api', { version: '3', additional: { version: '1', weight: Percent.of(5) } });
    const said = {
      kind: 'foreign',
      because: 'somebody else changed orders-api:live: it serves 3, 5% on 1',
    };
    expect(await laneOf(set, 'api').look()).toEqual(said);
    expect(await step(set, 25)).toEqual(said);
  });

  it('who saves it unchanged in the console does not take it', async () => {
    const set = scene();
    await step(set, 10);
    interfere(set, 'api', {});
    expect(await step(set, 25)).toMatchObject({ kind: 'again' });
    expect(await step(set, 25)).toEqual({ kind: 'written' });
    expect(toldOf(set, 'alias.written')).toHaveLength(2);
  });

  it('who deletes the alias has it', async () => {
    const set = setScene(['api'], (aliases) => ({
      list: (functionName) => aliases.list(functionName),
      create: (ref, target) => aliases.create(ref, target),
      remove: (ref) => aliases.remove(ref),
      write: (ref, target, revision) => aliases.write(ref, target, revision),
      read: async () => null,
    }));
    expect(await laneOf(set, 'api').look()).toEqual({
      kind: 'foreign',
      because: 'orders-api:live was deleted',
    });
  });

  it('who took it first is remembered, whatever others do to it later', async () => {
    const set = scene();
    await step(set, 10);
    interfere(set, 'api', byHand(set));
    expect(await laneOf(set, 'api').look()).toMatchObject({ kind: 'byHand' });
    interfere(set, 'api', { version: '3', description: '' });
    expect(await laneOf(set, 'api').look()).toMatchObject({ kind: 'byHand' });
    expect(laneOf(set, 'api').taken).toMatchObject({ kind: 'byHand' });
  });
});

describe('a rollback by hand', () => {
  it('is told apart from a stranger', async () => {
    const set = scene();
    await step(set, 10);
    interfere(set, 'api', byHand(set));
    expect(await step(set, 25)).toEqual({
      kind: 'byHand',
      because: 'orders-api:live was rolled back by hand',
    });
    expect(routing(set, 'api')).toBe('1');
  });
});

describe('two writes at once', () => {
  it('take turns, so that a heartbeat and a step never race for one revision', async () => {
    const set = scene();
    await step(set, 10);
    const lane = laneOf(set, 'api');
    const heartbeat = lane.write(() => {
      const place = lane.standing(set.clock.nowMs());
      return place && Crews.open(set.crew, lane, place);
    });
    const next = lane.write(() => Crews.open(set.crew, lane, at(2, 50)));
    const last = lane.write(() => {
      const place = lane.standing(set.clock.nowMs());
      return place && Crews.open(set.crew, lane, place);
    });
    expect(await Promise.all([heartbeat, next, last])).toEqual(Array(3).fill({ kind: 'written' }));
    expect(set.fakes.aliases.did.slice(1)).toEqual([
      'write orders-api:live 1+2@10%',
      'write orders-api:live 1+2@50%',
      'write orders-api:live 1+2@50%',
    ]);
    expect(recordOn(set, 'api')).toMatchObject({ record: { step: 2, weight: 50 } });
  });
});

describe('where a lane stands', () => {
  it('keeps its due time through heartbeats', async () => {
    const set = scene();
    await step(set, 10);
    const lane = laneOf(set, 'api');
    const due = () => {
      const parsed = Record.parse(standing(set, 'api').description);
      return parsed.kind === 'open' ? parsed.record.dueS : null;
    };
    const first = due();
    await set.clock.advance(12_345);
    const place = lane.standing(set.clock.nowMs());
    await lane.write(() => place && Crews.open(set.crew, lane, place));
    expect(due()).toBe(first);
  });

  it('is nowhere before the claim', () => {
    const set = scene();
    expect(laneOf(set, 'api').standing(set.clock.nowMs())).toBeNull();
  });
});

describe('what was written while the release was being taken over', () => {
  /** As an heir has it, who has seen the alias at 10 % and read it again. */
  const seenAgain = async (change: Partial<OpenRecord>): Promise<Lane> => {
    const set = scene();
    await step(set, 10);
    const heirs = new Lane(set.crew.ports, laneOf(set, 'api').at, standing(set, 'api'));
    const { record } = recordOn(set, 'api') as { record: OpenRecord };
    interfere(set, 'api', { description: Record.format({ ...record, ...change }, '') });
    await heirs.look();
    return heirs;
  };
  const epoch = 2_000_000_000;

  it.each([true, false])('by the owner who was watched is no hindrance (leader: %s)', async (isLeader) => {
    expect((await seenAgain({ leaseUntilS: 1_900_000_000 })).readopt(epoch, isLeader)).toBe(true);
  });

  it('by another heir is one where it is the leader, who is the lock of all', async () => {
    const heir = { owner: 'ffffffff', by: 'bob', epoch: epoch - 1 };
    const leader = await seenAgain(heir);
    expect(leader.readopt(epoch, true)).toBe(false);
    expect(leader.taken).toMatchObject({ kind: 'takenOver', because: 'bob took over orders-api:live' });
    expect((await seenAgain(heir)).readopt(epoch, false)).toBe(true);
    expect((await seenAgain({ ...heir, epoch: epoch + 1 })).readopt(epoch, false)).toBe(false);
  });
});
