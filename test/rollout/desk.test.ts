import type { Wish } from '../../src/core/record';
import { Desk } from '../../src/rollout/desk';

const wish = (what: string, nonce: string, step = 1): Wish => ({ what, step, nonce });

describe('the desk', () => {
  it('obeys each wish once', () => {
    const desk = new Desk();
    expect(desk.take(wish('pause', 'a'))?.what).toBe('pause');
    expect(desk.take(wish('pause', 'a'))).toBeNull();
    expect(desk.paused).toBe(true);
    expect(desk.take(wish('resume', 'b'))?.what).toBe('resume');
    expect(desk.paused).toBe(false);
  });

  it.each(['wait', 'paused', 'hold', 'dance'])('does not take %s for a wish', (what) => {
    expect(new Desk().take(wish(what, 'a'))).toBeNull();
  });

  it('approves the step that was named, and no other', () => {
    const desk = new Desk();
    desk.take(wish('approve', 'a', 2));
    expect([1, 2, 3].map((step) => desk.isApproved(step))).toEqual([false, true, false]);
  });

  it.each(['promote', 'abort'])('stands still no longer once somebody wants to %s', (what) => {
    const desk = new Desk();
    desk.take(wish('pause', 'a'));
    desk.take(wish(what, 'b'));
    expect([desk.paused, desk.hurried]).toEqual([false, what === 'promote']);
  });

  it('writes on a wish that nobody has obeyed yet, and its own answer afterwards', () => {
    const desk = new Desk();
    const waits = wish('wait', 'mine');
    desk.say(waits, 1000);
    const asked = wish('approve', 'a');
    expect(desk.mailbox(null)).toEqual(waits);
    expect(desk.mailbox(asked)).toEqual(asked);
    desk.take(asked);
    desk.say(null, null);
    expect(desk.mailbox(asked)).toBeNull();
  });

  it('stays paused when its process died and another took over', () => {
    const desk = new Desk();
    desk.inherit(wish('paused', 'a'));
    expect([desk.paused, desk.mailbox(wish('paused', 'a'))?.what]).toEqual([true, 'paused']);
    const other = new Desk();
    other.inherit(wish('hold', 'a'));
    expect([other.paused, other.mailbox(wish('hold', 'a'))]).toEqual([false, null]);
  });
});
