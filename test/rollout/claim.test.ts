import type { Aliases } from '../../src/core/lambda';
import { Record } from '../../src/core/record';
import { claim } from '../../src/rollout/claim';
import { Crews } from '../../src/rollout/crew';
import { nowhere } from '../forms';
import { asTheyAre, error, interfere, recordOn, type Scene, setScene, standing } from './scene';

const prod = { ...nowhere, stage: 'prod' };

const keys = ['api', 'mailer', 'worker'];

/** What another release would have written on an alias, claimed a minute ago. */
function rivalOn(set: Scene, key: string): void {
  const [lane] = set.crew.lanes;
  const other = { ...set.crew.owner, release: '01ARZ3NDEKTSV4RRFFQ69G5FAV', nonce: '76543210', by: 'bob@ci' };
  const position = { step: 0, weight: lane?.weight, phase: 'claim', bakeMs: 0 };
  const own = set.crew.lanes.find(({ at }) => at.key === key);
  if (!own) throw new Error(`no lane ${key}`);
  const target = Crews.open({ ...set.crew, owner: other }, own, position as never);
  if (target) interfere(set, key, target);
}

const writes = (set: Scene) => set.fakes.aliases.did.filter((call) => call.startsWith('write'));

const refused = (set: Scene) =>
  set.clock.runUntil(claim(set.crew, prod)).then(
    () => {
      throw new Error('it was not refused');
    },
    (problem) => problem,
  );

describe('a claim', () => {
  it('puts an open record on every alias in one order and moves no traffic', async () => {
    const set = setScene(keys, asTheyAre);
    await set.clock.runUntil(claim(set.crew, prod));
    expect(writes(set)).toEqual(keys.map((key) => `write orders-${key}:live 1`));
    for (const key of keys)
      expect(recordOn(set, key)).toMatchObject({
        kind: 'open',
        text: `my ${key}`,
        record: { phase: 'claim', step: 0, weight: 0, baseline: '1', owner: '01234567' },
      });
  });

  it('is given back with the very text that stood there', async () => {
    const set = setScene(keys, asTheyAre);
    const text = 'a text of the user that is far too long to stand behind an open record, '.repeat(3);
    const [lane] = set.crew.lanes;
    const before = interfere(set, 'api', { description: text });
    if (lane) lane.known = before;
    const unclaim = await set.clock.runUntil(claim(set.crew, prod));
    expect(standing(set, 'api').description).not.toContain(text);
    expect(await set.clock.runUntil(unclaim())).toEqual([]);
    expect(standing(set, 'api').description).toBe(text);
    expect(standing(set, 'worker').description).toBe('my worker');
  });

  it('whose answer was lost is found, and nothing is written twice', async () => {
    const set = setScene(keys, asTheyAre);
    set.fakes.aliases.failNext('write', error('timedOut'), 'after');
    await set.clock.runUntil(claim(set.crew, prod));
    expect(writes(set)).toHaveLength(3);
  });

  it('is tried again while AWS is busy', async () => {
    const set = setScene(keys, asTheyAre);
    for (const code of ['throttled', 'unavailable', 'conflict'] as const)
      set.fakes.aliases.failNext('write', error(code), 'before');
    await set.clock.runUntil(claim(set.crew, prod));
    expect(recordOn(set, 'worker').kind).toBe('open');
  });
});

describe('who comes second', () => {
  it('has written nothing, and is told who holds it', async () => {
    const set = setScene(keys, asTheyAre);
    rivalOn(set, 'api');
    const before = standing(set, 'api');
    const problem = await refused(set);
    expect(problem).toMatchObject({ code: 'owned' });
    expect(problem.message).toMatch(
      /^orders-api:live: bob@ci rolls out release 9G5FAV, begun .* ago, lease until 2026-11-20T12:02:00.000Z/,
    );
    expect(standing(set, 'api')).toEqual(before);
    expect(writes(set)).toHaveLength(1);
    for (const key of ['mailer', 'worker']) expect(standing(set, key).description).toBe(`my ${key}`);
  });

  it('gives back what it had claimed before it met the other', async () => {
    const set = setScene(keys, asTheyAre);
    rivalOn(set, 'worker');
    expect(await refused(set)).toMatchObject({ code: 'owned' });
    for (const key of ['api', 'mailer']) expect(standing(set, key).description).toBe(`my ${key}`);
    expect(Record.parse(standing(set, 'worker').description)).toMatchObject({ record: { by: 'bob@ci' } });
  });

  it('is not told that the owner is dead when it met a follower, whose lease stands still', async () => {
    const set = setScene(keys, asTheyAre);
    await set.clock.advance(0);
    rivalOn(set, 'worker');
    await set.clock.advance(600_000);
    const { message } = await refused(set);
    expect(message).toContain('another alias of that release holds its lease');
  });

  it('is told what stands there when nobody holds it', async () => {
    const set = setScene(keys, asTheyAre);
    interfere(set, 'mailer', { version: '3' });
    expect((await refused(set)).message).toBe('somebody else changed orders-mailer:live: it serves 3');
    expect(standing(set, 'api').description).toBe('my api');
  });
});

describe('a claim that AWS refuses', () => {
  const denying =
    (functionName: string) =>
    (aliases: Aliases): Aliases => ({
      read: (ref) => aliases.read(ref),
      list: (functionName) => aliases.list(functionName),
      create: (ref, target) => aliases.create(ref, target),
      remove: (ref) => aliases.remove(ref),
      write: async (ref, target, revision) => {
        if (ref.functionName === functionName) throw error('accessDenied');
        return aliases.write(ref, target, revision);
      },
    });

  it('gives back what was claimed before, and passes the refusal on', async () => {
    const set = setScene(keys, denying('orders-worker'));
    expect(await refused(set)).toMatchObject({ code: 'accessDenied' });
    for (const key of keys) expect(standing(set, key).description).toBe(`my ${key}`);
    expect(set.clock.monotonicMs()).toBeLessThan(1000);
  });

  it('does so after a bug, too', async () => {
    const set = setScene(keys, (aliases) => ({
      ...denying('nobody')(aliases),
      write: async (ref, target, revision) => {
        if (ref.functionName === 'orders-worker') throw new TypeError('x is undefined');
        return aliases.write(ref, target, revision);
      },
    }));
    expect(await refused(set)).toBeInstanceOf(TypeError);
    expect(standing(set, 'api').description).toBe('my api');
  });

  it('names what it could not give back', async () => {
    let claims = 0;
    const set = setScene(keys, (aliases) => ({
      ...denying('nobody')(aliases),
      write: async (ref, target, revision) => {
        claims += 1;
        if (claims > 1) throw error('expiredCredentials');
        return aliases.write(ref, target, revision);
      },
    }));
    const problem = await refused(set);
    expect(problem).toMatchObject({ code: 'expiredCredentials' });
    expect(problem.problems).toEqual([
      'AWS says expiredCredentials',
      'orders-api:live is still claimed; `shipit rollback --stage prod` frees it',
    ]);
  });
});

describe('an AWS that does not answer', () => {
  /** No write to one function gets through. */
  const silent = (aliases: Aliases): Aliases => ({
    read: (ref) => aliases.read(ref),
    list: (functionName) => aliases.list(functionName),
    create: (ref, target) => aliases.create(ref, target),
    remove: (ref) => aliases.remove(ref),
    write: async (ref, target, revision) => {
      if (ref.functionName === 'orders-mailer') throw error('throttled');
      return aliases.write(ref, target, revision);
    },
  });

  it('ends the claim after five minutes, and what only had been refused needs no giving back', async () => {
    const set = setScene(keys, silent);
    expect(await refused(set)).toMatchObject({ code: 'timedOut' });
    expect(set.clock.monotonicMs()).toBeLessThan(310_000);
    expect(standing(set, 'api').description).toBe('my api');
  });

  it('gives back a claim that landed unseen', async () => {
    const set = setScene(keys, (aliases) => ({
      ...silent(aliases),
      read: async (ref) => {
        const isDark = ref.functionName === 'orders-mailer' && set.clock.monotonicMs() < 300_000;
        if (isDark) throw error('unavailable');
        return aliases.read(ref);
      },
      write: async (ref, target, revision) => {
        const isClaim = Record.parse(target.description).kind === 'open';
        if (ref.functionName !== 'orders-mailer' || !isClaim) return aliases.write(ref, target, revision);
        await aliases.write(ref, target, revision).catch(() => undefined);
        throw error('timedOut');
      },
    }));
    const refusal = refused(set);
    await set.clock.advance(0);
    expect(recordOn(set, 'mailer').kind).toBe('open');
    expect(await refusal).toMatchObject({ code: 'timedOut' });
    for (const key of keys) expect(standing(set, key).description).toBe(`my ${key}`);
  });
});
