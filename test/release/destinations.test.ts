import { ShipitError } from '../../src/core/errors';
import { destinationsOf } from '../../src/release/destinations';
import { FakeJournal } from '../fakes/edge';
import { spec } from '../plan/scene';
import { idOf, keepRelease } from './journals';

const specs = ['api', 'mailer', 'worker'].map((key) => spec({ key, name: `orders-${key}` }));
const sha = (digit: string) => digit.repeat(40);
let journal: FakeJournal;

beforeEach(async () => {
  journal = new FakeJournal();
  await keepRelease(journal, 1, { api: '11', mailer: '21', worker: '31' }, { commit: sha('a') });
  await keepRelease(journal, 2, { api: '12' }, { commit: sha('b') });
  await keepRelease(journal, 3, { api: '13', worker: '33' }, { commit: sha('c') });
});

async function find(text: string, ...names: string[]): Promise<{ [key: string]: string }> {
  const named = specs.filter(({ key }) => names.includes(key));
  return Object.fromEntries(await destinationsOf(journal, { text, all: specs, named }));
}

const refusal = async (text: string, ...names: string[]): Promise<ShipitError> => {
  const error = await find(text, ...names).catch((reason: unknown) => reason);
  if (!ShipitError.is(error)) throw new Error(`${text} was not refused`);
  return error;
};

describe('a release as a place to go back to', () => {
  it('is known by its id, the last six characters of it, in small letters too', async () => {
    for (const text of [idOf(2), idOf(2).slice(-6), idOf(2).slice(-6).toLowerCase()])
      expect(await find(text)).toEqual({ api: '12' });
  });

  it('brings back all functions that it released, and no other', async () => {
    expect(await find(idOf(3))).toEqual({ api: '13', worker: '33' });
    expect(await find(idOf(3), 'worker')).toEqual({ worker: '33' });
  });

  it('brings a function that it did not touch to what was released before it', async () => {
    expect(await find(idOf(2), 'api', 'worker', 'mailer')).toEqual({ api: '12', worker: '31', mailer: '21' });
  });

  it('is known by its commit, in all its releases that were good', async () => {
    await keepRelease(journal, 4, { worker: '34' }, { commit: sha('b') });
    await keepRelease(journal, 5, { api: '15' }, { commit: sha('b'), outcome: 'rolledBack' });
    expect(await find(sha('b').slice(0, 7))).toEqual({ api: '12', worker: '34' });
    expect(await find('CCCCCCC', 'mailer')).toEqual({ mailer: '21' });
  });

  it.each([
    ['rolledBack', 'was rolled back (alarm api-errors is in ALARM)'],
    ['aborted', 'was aborted (alarm api-errors is in ALARM)'],
    [null, 'has not ended'],
  ] as const)('is refused when it was not promoted but %s', async (outcome, words) => {
    const because = 'alarm api-errors is in ALARM';
    const id = await keepRelease(journal, 6, { api: '16' }, { outcome, because });
    expect(await refusal(id)).toMatchObject({
      code: 'nothingToRollBackTo',
      message: `release ${id.slice(-6)} ${words}`,
      hint: expect.stringContaining('`shipit history`'),
    });
  });

  it('is refused when nobody knows it', async () => {
    for (const text of ['ZZZZZZ', 'fedcba9'])
      expect(await refusal(text)).toMatchObject({
        code: 'unknownRelease',
        message: `no release and no commit is known as ${text}`,
        hint: expect.stringContaining('`shipit history`'),
      });
  });

  it('is refused when several may be meant', async () => {
    await keepRelease(journal, 34, { api: '14' });
    expect(await refusal(idOf(2).slice(-6))).toMatchObject({
      code: 'unknownRelease',
      message: `${idOf(2).slice(-6)} may be ${idOf(34)} or ${idOf(2)}`,
    });
    await keepRelease(journal, 7, { api: '17' }, { commit: `aaaaaaa${sha('1').slice(7)}` });
    expect((await refusal('aaaaaaa')).message).toContain('aaaaaaa may be aaaaaaa1');
  });

  it('is refused when it released none of these functions', async () => {
    const id = await keepRelease(journal, 8, { api: '18' }, { stage: 'prod-' });
    expect(await refusal(id)).toMatchObject({
      code: 'nothingToRollBackTo',
      hint: expect.stringContaining('--stage'),
    });
    journal = new FakeJournal();
    const first = await keepRelease(journal, 1, { api: '11' });
    expect((await refusal(first, 'worker')).problems).toEqual([
      `worker: no release up to ${first} is known to have released it`,
    ]);
  });

  it('is found although the journal of another is broken, and not when it is its own', async () => {
    const read = journal.read.bind(journal);
    const broken = new ShipitError('journalBroken', 'line 2');
    journal.read = (id) => (id === idOf(2) ? Promise.reject(broken) : read(id));
    expect(await find(sha('a').slice(0, 7))).toMatchObject({ api: '11' });
    expect(await refusal(idOf(2))).toBe(broken);
  });
});
