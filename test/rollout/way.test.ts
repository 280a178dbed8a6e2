import type { OpenRecord } from '../../src/core/record';
import type { Plan } from '../../src/plan/plan';
import { type Crossroads, wayOf } from '../../src/rollout/way';

const nowMs = 1_000_000_000;
const plan = { course: 'abcdef01' } as Plan;

const record = (change: Partial<OpenRecord> = {}): OpenRecord => ({
  state: 'open',
  release: '01KA4K2C9QX7YW5V3T1R8N6M4P',
  epoch: 7,
  owner: '01234567',
  leader: '89abcdef',
  baseline: '1',
  candidate: '2',
  previous: null,
  step: 1,
  weight: 10,
  phase: 'bake',
  dueS: nowMs / 1000 + 600,
  leaseUntilS: 0,
  leaseS: 120,
  until: null,
  plan: 'abcdef01',
  wish: null,
  by: 'ann',
  ...change,
});

const wish = (what: string) => ({ what, step: 1, nonce: 'a' });

function at(change: Partial<Crossroads>, leader: Partial<OpenRecord> = {}): Crossroads {
  const anchor = record(leader);
  const open = new Map([
    ['api', anchor],
    ['worker', record()],
  ]);
  const nothing = { closed: [], lost: [], wish: null, wanted: null };
  return { open, anchor, plan, scope: 'release', nowMs, ...nothing, ...change };
}

describe('a release that was taken over', () => {
  it('goes on where the same course comes out of the project file', () => {
    expect(wayOf(at({}))).toMatchObject({ kind: 'on' });
    expect(
      wayOf(
        at({
          wanted: new Map([
            ['api', '2'],
            ['worker', '2'],
          ]),
        }),
      ),
    ).toMatchObject({ kind: 'on' });
  });

  it('is closed when one alias is closed with its candidate: all had arrived by then', () => {
    const anchor = record({ phase: 'back' });
    const open = new Map([
      ['api', anchor],
      ['worker', record({ weight: 100 })],
    ]);
    expect(wayOf(at({ closed: ['promoted'], plan: null, anchor, open }))).toMatchObject({ kind: 'close' });
    const gone = new Map([['api', anchor]]);
    expect(wayOf(at({ closed: ['promoted'], anchor, open: gone }))).toMatchObject({ kind: 'close' });
  });

  it('goes back where the others were released without it: it could not be restored then', () => {
    const anchor = record({ weight: 10, phase: 'bake' });
    const open = new Map([['api', anchor]]);
    const asked = { closed: ['promoted', 'promoted'] as const, scope: 'function' as const, anchor, open };
    expect(wayOf(at(asked))).toMatchObject({
      kind: 'back',
      because: { text: 'only the others had passed every step' },
    });
  });

  it.each<[string, Partial<Crossroads>, Partial<OpenRecord>]>([
    ['another course comes out', { plan: { course: '00000000' } as Plan }, {}],
    ['nothing comes out', { plan: null }, {}],
    ['an alias of it had gone back', { closed: ['back'] }, {}],
    ['it was going back', {}, { phase: 'back' }],
    ['somebody asked for that', {}, { wish: wish('abort') }],
    ['whoever takes it over asks for that', { wish: 'abort' }, { wish: wish('hold') }],
    [
      'its time is over and nobody approved it',
      { wish: 'approve' },
      { wish: wish('hold'), dueS: nowMs / 1000 },
    ],
    ['it was not published yet', {}, { candidate: null }],
    ['something else is wanted', { wanted: new Map([['api', '3']]) }, {}],
    ['a stranger took one of its aliases', { lost: ['somebody else changed api'] }, {}],
  ])('goes back when %s', (_, change, leader) => {
    expect(wayOf(at(change, leader))).toMatchObject({ kind: 'back' });
  });

  it.each<[string, Partial<Crossroads>, Partial<OpenRecord>]>([
    ['in its mailbox', {}, { wish: wish('promote') }],
    ['by whoever takes it over', { wish: 'promote' }, { wish: wish('hold') }],
  ])('goes on along another course when all of it was asked for %s', (_, change, leader) => {
    const other = { course: '00000000' } as Plan;
    expect(wayOf(at({ plan: other, ...change }, leader))).toMatchObject({ kind: 'on' });
  });

  it('goes on for the others where functions go back one by one', () => {
    expect(wayOf(at({ scope: 'function', closed: ['back'] }, { phase: 'back' }))).toMatchObject({
      kind: 'on',
    });
  });
});
