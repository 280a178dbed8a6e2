/** Wishes on one record: what may be asked when, and that nothing but the wish changes. */

import type { AliasState } from '../../src/core/lambda';
import { type OpenRecord, Record } from '../../src/core/record';
import { Percent } from '../../src/core/values';
import { type Asking, decideWish, type WishWord, wishState } from '../../src/release/wish';
import { nowhere } from '../forms';
import fc from '../property';
import { open, otherRelease, owner, release, state } from './records';

const words = ['pause', 'resume', 'approve', 'promote', 'abort'] as const;

const wish = (text: string | null): OpenRecord['wish'] => {
  const [what = '', step = '1'] = text?.split('.') ?? [];
  return text === null ? null : { what, step: Number(step), nonce: 'abcdef01' };
};

/** At 10 % and step 1, with this in its mailbox. */
function standing(q: string | null, change: Partial<OpenRecord> = {}): AliasState {
  const target = open(10, 'the text of the user');
  const parsed = Record.parse(target.description);
  if (parsed.kind !== 'open') throw new Error('it is open');
  const description = Record.format({ ...parsed.record, wish: wish(q), ...change }, parsed.text);
  return state({ ...target, description }, 'r1');
}

const asking = (what: WishWord, change: Partial<Asking> = {}): Asking => ({
  release,
  what,
  step: null,
  nonce: '12345678',
  arrived: false,
  where: nowhere,
  ...change,
});

/** `written`, `held`, or why it is refused. */
function answer(q: string | null, what: WishWord, change: Partial<Asking & OpenRecord> = {}): string {
  const { phase, step, arrived } = change;
  const alias = standing(q, phase ? { phase } : {});
  const decision = decideWish(alias, asking(what, { step: step ?? null, arrived: arrived ?? false }));
  return decision.kind === 'refused' ? decision.why : decision.kind;
}

describe('a wish', () => {
  it('changes one field of the record, and neither the rest of it nor where traffic goes', () => {
    const before = standing(null);
    const decision = decideWish(before, asking('pause'));
    if (decision.kind !== 'write') throw new Error('it may be asked');
    const { version, additional, description } = decision.target;
    expect([version, additional]).toEqual([before.version, before.additional]);
    expect(description).toBe(before.description.replace('q=-', 'q=pause.1.12345678'));
  });

  it('leaves as much of the text of the user as fits', () => {
    const before = standing(null);
    const long = { ...before, description: `${before.description}${'x'.repeat(200)}`.slice(0, 256) };
    const decision = decideWish(long, asking('pause'));
    if (decision.kind !== 'write') throw new Error('it may be asked');
    expect(decision.target.description).toHaveLength(256);
    expect(decision.target.description).toContain(' | the text');
  });

  it.each<[string, AliasState]>([
    ['another release has it', standing(null, { release: otherRelease })],
    ['nothing is open', { ...standing(null), description: 'mine' }],
  ])('is refused when %s', (_, alias) => {
    for (const what of words) expect(decideWish(alias, asking(what))).toMatchObject({ why: 'it ends' });
  });

  it('is refused on a record of a newer shipit', () => {
    const alias = { ...standing(null), description: 'shipit/2 what' };
    expect(decideWish(alias, asking('abort'))).toMatchObject({
      hint: 'Use the version of shipit that wrote it.',
    });
  });

  it('is heard by a leader that went back alone, for the functions that still move', () => {
    for (const what of words) expect(answer(null, what, { phase: 'back' })).toBe(answer(null, what, {}));
  });

  it.each<[string | null, WishWord, string]>([
    [null, 'pause', 'write'],
    ['wait.1', 'pause', 'it stands still: it waits for approval of step 1'],
    ['paused.1', 'pause', 'it is paused already'],
    ['hold.1', 'pause', 'it is held at step 1, and nobody moves it'],
    ['pause.1', 'pause', 'pause was asked for already, and ann@laptop has not come to it yet'],
    ['approve.1', 'pause', 'approve was asked for before, and ann@laptop has not come to it yet'],
    [null, 'resume', 'it is not paused'],
    ['paused.1', 'resume', 'write'],
    ['pause.1', 'resume', 'write'],
    ['wait.1', 'resume', 'it is not paused: it waits for approval of step 1'],
    ['hold.1', 'resume', 'it is held at step 1, and nobody moves it'],
    [null, 'approve', 'nothing waits for approval: it is at step 1'],
    ['wait.1', 'approve', 'write'],
    ['hold.1', 'approve', 'held'],
    ['paused.1', 'approve', 'it is paused'],
    ['approve.1', 'approve', 'step 1 is approved already, and ann@laptop has not come to it yet'],
    [null, 'promote', 'write'],
    ['paused.1', 'promote', 'write'],
    ['wait.1', 'promote', 'write'],
    ['pause.1', 'promote', 'write'],
    ['hold.1', 'promote', 'held'],
    ['abort.1', 'promote', 'abort was asked for before, and ann@laptop has not come to it yet'],
    ['promote.1', 'promote', 'promote was asked for already, and ann@laptop has not come to it yet'],
    [null, 'abort', 'write'],
    ['approve.1', 'abort', 'write'],
    ['promote.1', 'abort', 'write'],
    ['hold.1', 'abort', 'held'],
    ['abort.1', 'abort', 'abort was asked for already, and ann@laptop has not come to it yet'],
    ['faster.1', 'pause', 'faster was asked for before, and ann@laptop has not come to it yet'],
  ])('over %s: %s comes to: %s', (q, what, expected) => {
    expect(answer(q, what)).toBe(expected);
  });

  it('approves the step that waits and no other', () => {
    expect(answer('wait.2', 'approve', { step: 2 })).toBe('write');
    expect(answer('hold.2', 'approve', { step: 2 })).toBe('held');
    expect(answer('wait.2', 'approve', { step: 1 })).toBe('step 1 is past: step 2 waits for approval');
    expect(answer('wait.2', 'approve', { step: 3 })).toBe('step 2 waits for approval, not step 3');
    expect(answer(null, 'approve', { step: 0 })).toBe('step 0 is past');
    expect(decideWish(standing('wait.2'), asking('approve'))).toMatchObject({ step: 2 });
  });

  it('to promote is refused once all requests are there, and to abort is not', () => {
    expect(answer(null, 'promote', { arrived: true })).toBe('it has all requests already');
    expect(answer(null, 'abort', { arrived: true })).toBe('write');
  });
});

describe('the way out of a refusal', () => {
  const where = { ...nowhere, stage: 'prod', local: { port: 4581 } };
  const [flags, id] = ['--stage prod --local --port 4581', `--release ${release.slice(-6)}`];

  it.each<[string | null, WishWord, Partial<Asking>, string]>([
    ['paused.1', 'pause', {}, `Go on with \`shipit resume ${flags} ${id}\`.`],
    [
      'hold.1',
      'pause',
      {},
      `Go on with \`shipit approve ${flags} ${id}\`, or go back with \`shipit abort ${flags} ${id}\`.`,
    ],
    ['wait.2', 'approve', { step: 3 }, `Approve it with \`shipit approve ${flags} ${id} --step 2\`.`],
    [null, 'resume', {}, `It goes on by itself: \`shipit status ${flags}\`.`],
    [null, 'promote', { arrived: true }, `Watch how it ends with \`shipit status ${flags} --watch\`.`],
    [
      'abort.1',
      'promote',
      {},
      `It is obeyed within 15 seconds, if its owner lives: \`shipit status ${flags}\`.`,
    ],
  ])('over %s to %s is a command for where it was asked', (q, what, change, hint) => {
    expect(decideWish(standing(q), asking(what, { where, ...change }))).toMatchObject({ hint });
  });
});

describe('what became of a wish', () => {
  const asked = { release, what: 'approve', nonce: '12345678' } as const;
  const seen = (q: OpenRecord['wish']) => wishState(standing(null, { wish: q }), asked);

  it('is told by the mailbox', () => {
    expect(seen({ what: 'approve', step: 1, nonce: '12345678' })).toBe('waits');
    expect(seen(null)).toBe('obeyed');
    expect(seen({ what: 'wait', step: 2, nonce: '12345678' })).toBe('obeyed');
    expect(seen({ what: 'pause', step: 2, nonce: '87654321' })).toBe('obeyed');
    expect(seen({ what: 'abort', step: 1, nonce: '87654321' })).toBe('overruled');
    expect(wishState({ ...standing(null), description: 'mine' }, asked)).toBe('over');
  });
});

/** The mailbox of a live owner, as a person would explain it. */
class Model {
  mailbox: 'free' | 'paused' | 'wait' | WishWord = 'free';

  mayAsk(what: WishWord): boolean {
    const { mailbox } = this;
    if (mailbox === 'free') return what !== 'resume' && what !== 'approve';
    if (mailbox === 'paused') return ['resume', 'promote', 'abort'].includes(what);
    if (mailbox === 'wait') return ['approve', 'promote', 'abort'].includes(what);
    if (what === mailbox) return false;
    if (what === 'abort') return true;
    if (what === 'promote') return mailbox !== 'abort';
    return what === 'resume' && mailbox === 'pause';
  }

  obey(waits: boolean): void {
    if (this.mailbox === 'pause') this.mailbox = 'paused';
    else if (['resume', 'approve'].includes(this.mailbox)) this.mailbox = waits ? 'wait' : 'free';
    else if (this.mailbox === 'free' && waits) this.mailbox = 'wait';
  }
}

describe('any sequence of wishes and polls', () => {
  const commands = fc.array(
    fc.oneof(
      fc.constantFrom(...words).map((what) => ({ what })),
      fc.boolean().map((waits) => ({ poll: waits })),
    ),
    { maxLength: 30 },
  );

  it('is answered as the model says, and never moves traffic', () => {
    fc.assert(
      fc.property(commands, (sequence) => {
        const model = new Model();
        let alias = standing(null);
        for (const [index, command] of sequence.entries()) {
          if ('poll' in command) {
            model.obey(command.poll);
            alias = standing(model.mailbox === 'free' ? null : model.mailbox);
            continue;
          }
          const decision = decideWish(alias, asking(command.what, { nonce: String(index) }));
          expect(decision.kind).toBe(model.mayAsk(command.what) ? 'write' : 'refused');
          if (decision.kind !== 'write') continue;
          model.mailbox = command.what;
          expect({ ...decision.target, description: '' }).toEqual({
            version: alias.version,
            additional: { version: '3', weight: Percent.of(10) },
            description: '',
          });
          alias = state(decision.target, `r${index}`);
        }
      }),
    );
  });

  it('leaves who owns it as it was', () => {
    const decision = decideWish(standing('paused.1'), asking('resume'));
    const parsed = decision.kind === 'write' ? Record.parse(decision.target.description) : null;
    expect(parsed).toMatchObject({ record: { owner: owner.nonce, epoch: owner.epoch, release } });
  });
});
