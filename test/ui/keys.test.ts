/** Keys of the live view: which work, what they ask for, and what is said of the answer. */
import { ShipitError } from '../../src/core/errors';
import type { Event } from '../../src/core/events';
import { fold } from '../../src/ui/fold';
import { type Answer, Keys, offersOf, type Wish } from '../../src/ui/keys';
import { plainText } from '../../src/ui/style';
import { emptyView } from '../../src/ui/view';
import { later } from './examples';
import { ending, moved, opening, seen, stepped } from './story';

const keys = ['api'];
const baking = [...opening({ keys }), ...moved(keys, 10, 9), stepped(1, 10, 10)];
const paused = [...baking, later('rollout.paused', 20)];
const waiting = [...baking, later('rollout.waiting', 20, { for: 'approval' })];

const offered = (events: readonly Event[]) => offersOf(events.reduce(fold, emptyView));
const labels = (events: readonly Event[]): string =>
  offered(events)
    .map(({ key, label }) => `${key} ${label}`)
    .join(', ');

describe('the keys that work', () => {
  it('are those that the release would obey now', () => {
    expect(labels(opening({ keys }).slice(0, 1))).toBe('');
    expect(labels(baking)).toBe('p pause, n promote now, x abort');
    expect(labels(paused)).toBe('p resume, n promote now, x abort');
    expect(labels(waiting)).toBe('a approve, n promote now, x abort');
    expect(labels([...baking, ...moved(keys, 100, 30), stepped(2, 100, 30)])).toBe('p pause, x abort');
    expect(labels([...baking, later('rollout.waiting', 20, { for: 'until' })])).toBe('');
    expect(labels([...baking, ...ending(keys, 30).slice(0, 1)])).toBe('');
    expect(labels([...baking, ...ending(keys, 30)])).toBe('');
  });
});

/** A desk at which nothing is answered until the test says so. */
function desk() {
  let [nowMs, changes] = [0, 0];
  const sent: { what: Wish; answer: (answer: Answer) => void; refuse: (error: unknown) => void }[] = [];
  const send = (what: Wish) =>
    new Promise<Answer>((answer, refuse) => {
      sent.push({ what, answer, refuse });
    });
  const changed = () => {
    changes += 1;
  };
  const board = new Keys({ send, nowMs: () => nowMs, changed });
  return {
    board,
    sent,
    asked: () => sent.map(({ what }) => what),
    changes: () => changes,
    pass: (ms: number) => {
      nowMs += ms;
    },
    footer: (events = baking, columns = 79) =>
      board.lines(offered(events), 'goes back', columns).map(plainText),
    press: (pressed: string, events = baking) => {
      for (const key of pressed) board.press(key, offered(events));
    },
  };
}

const settled = () => new Promise((done) => setImmediate(done));

describe('a key', () => {
  it('that only holds or frees a step is asked for at once, and the answer is said', async () => {
    const { press, sent, asked, footer } = desk();
    press('p');
    expect(asked()).toEqual(['pause']);
    expect(footer()[0]).toBe('pause: asked for; the release obeys at its next look');
    sent[0]?.answer({ exitCode: 0, problems: [] });
    await settled();
    expect(footer(paused)).toEqual([
      'pause: obeyed',
      'p resume   n promote now   x abort   Ctrl-C goes back',
    ]);
    press('P', paused);
    press('a', waiting);
    expect(asked()).toEqual(['pause', 'resume']);
  });

  it.each([
    ['n', 'promote', 'n again to confirm: all requests go to the new version now'],
    ['x', 'abort', 'x again to confirm: all requests go back to the version before'],
  ])('%s asks to be pressed again before it asks for %s', (key, what, question) => {
    const { press, asked, footer, pass } = desk();
    press(key);
    expect([asked(), footer()[0]]).toEqual([[], question]);
    pass(5001);
    expect(footer()).toHaveLength(1);
    press(key);
    expect(asked()).toEqual([]);
    pass(4999);
    press(key);
    expect(asked()).toEqual([what]);
  });

  it('in between takes the first press back', () => {
    const { press, asked } = desk();
    press('nxnqx');
    expect(asked()).toEqual([]);
  });

  it('pressed while another is under way is told so, but the way back is never kept waiting', async () => {
    const { press, asked, sent, footer } = desk();
    press('p');
    press('p');
    expect(footer()[0]).toBe('p: pause is under way, one thing at a time');
    press('nn');
    press('xx');
    expect(asked()).toEqual(['pause', 'abort']);
    sent[0]?.answer({ exitCode: 6, problems: ['somebody asked for something else after you'] });
    await settled();
    expect(footer()[0]).toBe('abort: asked for; the release obeys at its next look');
    press('xx');
    expect(asked()).toEqual(['pause', 'abort']);
  });

  it('that does not work now says so, and any other says nothing', () => {
    const { press, footer, changes } = desk();
    press('a');
    expect(footer()[0]).toBe('a: nothing waits for approval now');
    expect(changes()).toBe(1);
    press('7');
    expect(footer()).toEqual(['p pause   n promote now   x abort   Ctrl-C goes back']);
  });

  it('that is refused, or cannot be asked, is explained below, and the answer fades', async () => {
    const { press, sent, footer, pass } = desk();
    press('p');
    sent[0]?.refuse(
      new ShipitError('refused', 'release 3F7K2M: it is paused already', { hint: 'Go on with p.' }),
    );
    await settled();
    expect(footer()[0]).toBe('pause: release 3F7K2M: it is paused already. Go on with p.');
    press('p');
    sent[1]?.answer({
      exitCode: 6,
      problems: ['ci has not come to it yet; it stays asked for', 'Watch it.'],
    });
    await settled();
    expect(footer(baking, 40)).toEqual([
      'pause: ci has not come to it yet; it',
      'stays asked for; Watch it.',
      'p pause   n promote now   x abort',
      'Ctrl-C goes back',
    ]);
    press('p');
    sent[2]?.refuse(new Error('socket hang up'));
    await settled();
    expect(footer()[0]).toBe('pause: could not be asked: socket hang up');
    pass(20_001);
    expect(footer()).toHaveLength(1);
  });

  it('that came with others as one piece is not taken', () => {
    const { board, press, asked, footer } = desk();
    press('x');
    board.pasted();
    expect(footer()[0]).toMatch(/^several keys came at once/);
    press('x');
    expect(asked()).toEqual([]);
  });
});

it('a release that goes on meanwhile offers nothing that is past', () => {
  expect(labels([...paused, later('rollout.resumed', 30), seen({ keys, seconds: 40, errors: 0 })])).toBe(
    'p pause, n promote now, x abort',
  );
});
