import { Mask } from '../../src/ui/mask';
import { Sink } from '../../src/ui/sink';
import { paint } from '../../src/ui/style';
import { fitText, widthOf } from '../../src/ui/width';
import fc from '../property';
import { FakeScreen, KeptStream, screenAfter } from './streams';

function open({ colour = false, actions = false, secrets = [] as string[] } = {}): {
  out: KeptStream;
  sink: Sink;
} {
  const out = new KeptStream();
  const mask = new Mask();
  mask.hide(secrets);
  return { out, sink: new Sink({ stream: out, colour, mask, actions }) };
}

function written(text: string, secrets: string[] = []): string {
  const { out, sink } = open({ secrets });
  sink.lines([text]);
  return out.text;
}

describe('text from outside', () => {
  it('cannot move the cursor: control characters are shown in caret form', () => {
    expect(written('a\x1b[2Jb\rc\x07d\x7fe\nf')).toBe('a^[[2Jb^Mc^Gd^?e^Jf\n');
  });

  it('cannot hide behind characters that nobody sees', () => {
    expect(written('\x9b2J \u202egpj.exe\u2028')).toBe('<U+009B>2J <U+202E>gpj.exe<U+2028>\n');
  });

  it('never brings a control character to the terminal, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(written(text).slice(0, -1)).not.toMatch(/[\x00-\x1f\x7f-\x9f]/);
      }),
    );
  });

  it('is cut at 16 KB, between two characters, and says so', () => {
    const line = written('é'.repeat(20_000));
    expect(Buffer.byteLength(line)).toBeLessThanOrEqual(16 * 1024 + 1);
    expect(line).toMatch(/^é+ \[cut: 40000 bytes\]\n$/);
  });

  it('is cut at 16 KB in all, when a line has several pieces', () => {
    const { out, sink } = open();
    sink.lines([[{ tone: 'dim', text: 'x'.repeat(9000) }, 'y'.repeat(9000)]]);
    expect(Buffer.byteLength(out.text)).toBe(16 * 1024 + 1);
  });
});

describe('text from outside, in GitHub Actions', () => {
  /** What the runner obeys: `::name::` where a line begins, and the older `##[name]` anywhere. */
  const obeyed = /^\s*::[^\n]*::|##\[[^\n]*\]/m;
  const parts = fc.constantFrom(
    '::',
    ':',
    '##[',
    '##',
    '[',
    ']',
    'error',
    'add-mask',
    ' ',
    '\u3000',
    '\n',
    '\r',
    '#',
  );
  const foreign = fc.array(parts).map((some) => some.join(''));

  it('is no command to the runner, whatever it is', () => {
    const { out, sink } = open({ actions: true });
    sink.lines(['::set-output name=x::y', '  ::stop-commands::z', ' read ##[add-mask]x', '\n::error::w']);
    expect(out.lines).toEqual([
      ': :set-output name=x::y',
      '  : :stop-commands::z',
      ' read ## [add-mask]x',
      '^J::error::w',
    ]);
    fc.assert(
      fc.property(foreign, (text) => {
        out.writes.splice(0);
        sink.lines([text, [{ tone: 'bad', text }, text]]);
        sink.json({ text });
        expect(out.text).not.toMatch(obeyed);
      }),
    );
  });

  it('stays the same value in JSON', () => {
    const { out, sink } = open({ actions: true });
    fc.assert(
      fc.property(foreign, (text) => {
        out.writes.splice(0);
        sink.json({ text });
        expect(JSON.parse(out.text)).toEqual({ text });
      }),
    );
  });

  it('stays as it is where nobody obeys it', () => {
    expect(written('::error::x ##[error]y')).toBe('::error::x ##[error]y\n');
  });
});

describe('a secret', () => {
  const secret = 'p/ss w"rd+é\\1';

  it.each([
    ['as it is', secret],
    ['in base64', Buffer.from(secret).toString('base64')],
    ['in base64 for URLs', Buffer.from(secret).toString('base64url')],
    ['in the middle of a longer base64 text', Buffer.from(`user:${secret}:x`).toString('base64')],
    ['in a URL', encodeURIComponent(secret)],
    ['in a form', new URLSearchParams({ p: secret }).toString()],
    ['in JSON', JSON.stringify({ password: secret })],
  ])('is not printed %s', (_dress, text) => {
    const line = written(`before ${text} after`, [secret]);
    expect(line).toContain('***');
    expect(line).toMatch(/^before .* after\n$/);
    for (const part of ['ss w', 'w%22rd', 'w\\"rd', Buffer.from('ss w').toString('base64').slice(0, 4)]) {
      expect(line).not.toContain(part);
    }
  });

  it('is not printed at whatever place of a base64 text it begins', () => {
    for (const before of ['', 'a', 'ab', 'abc']) {
      const line = written(Buffer.from(`${before}correct horse battery`).toString('base64'), [
        'correct horse battery',
      ]);
      expect(line).toContain('***');
      expect(line.length).toBeLessThan(14);
    }
  });

  it('of several lines is not printed line by line either', () => {
    const { out, sink } = open({ secrets: ['-----BEGIN KEY-----\nMIIEvQIBADANBg\n-----END KEY-----'] });
    sink.lines(['key: MIIEvQIBADANBg']);
    expect(out.text).toBe('key: ***\n');
  });

  it('is hidden before the line is cut, so that no half of it is left', () => {
    const { out, sink } = open({ secrets: ['correct horse battery'] });
    sink.redraw({ above: [], block: ['the password is correct horse battery'], columns: 30, rows: 40 });
    expect(screenAfter(out.writes)).toEqual(['the password is ***']);
  });

  it('of fewer than six characters does not tear holes into words', () => {
    expect(written('the test passed', ['test'])).toBe('the test passed\n');
  });
});

describe('the terminal', () => {
  it('gets colour only when there shall be some, and the same words', () => {
    const line = [{ tone: 'bad', text: 'ROLLING BACK' }, ' now'] as const;
    const plain = open();
    const coloured = open({ colour: true });
    plain.sink.lines([line]);
    coloured.sink.lines([line]);
    expect(plain.out.text).toBe('ROLLING BACK now\n');
    expect(coloured.out.text).toBe(`${paint('bad', 'ROLLING BACK')} now\n`);
    expect(paint('bad', 'x')).toBe('\x1b[31mx\x1b[39m');
  });

  it('shows a block in place of the one before, below the lines that stay', () => {
    const { out, sink } = open();
    sink.redraw({ above: ['first'], block: ['one', 'two', 'three'], columns: 80, rows: 40 });
    sink.redraw({ above: ['second'], block: ['uno', 'due'], columns: 80, rows: 40 });
    sink.settle();
    sink.lines(['last']);
    expect(screenAfter(out.writes)).toEqual(['first', 'second', 'uno', 'due', 'last']);
  });

  it('leaves nothing of itself behind the ends of lines that are longer than the window', () => {
    const { out, sink } = open();
    const screen = new FakeScreen(20, Number.POSITIVE_INFINITY);
    const block = ['x'.repeat(19), 'x'.repeat(19), 'x'.repeat(19)];
    sink.redraw({ above: [], block, columns: 20, rows: 0 });
    sink.redraw({ above: ['said in more than one row'], block: ['y'], columns: 20, rows: 0 });
    screen.write(out.writes.join(''));
    expect(screen.lines.join('|')).not.toContain('x');
    expect(screen.lines.at(-1)).toBe('y');
  });

  it('is drawn over where it stands after the window became narrower or wider, whatever its letters', () => {
    const letters = fc.constantFrom('x', '注', 'e\u0301', ' ', '█');
    const line = fc.array(letters, { maxLength: 90 }).map((some) => some.join(''));
    const block = fc.array(line, { minLength: 1, maxLength: 6 });
    const step = fc.record({ block, columns: fc.integer({ min: 20, max: 100 }) });
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 6 }), (steps) => {
        const { out, sink } = open();
        const screen = new FakeScreen(80, Number.POSITIVE_INFINITY);
        for (const { block, columns } of steps) {
          screen.resize(columns);
          sink.redraw({ above: ['said'], block, columns, rows: 0 });
          screen.write(out.writes.splice(0).join(''));
          const fitting = block.map((text) => fitText(text, columns - 1));
          expect(screen.lines.slice(-block.length)).toEqual(fitting);
          for (const text of fitting) expect(widthOf(text)).toBeLessThan(columns);
        }
        expect(screen.lines.filter((text) => text === 'said')).toHaveLength(steps.length);
        expect(screen.lines).toHaveLength(steps.length + (steps.at(-1)?.block.length ?? 0));
      }),
    );
  });

  it('is not touched when nothing changed, and else only where something did', () => {
    const { out, sink } = open();
    sink.redraw({ above: [], block: ['one', 'two', 'three'], columns: 80, rows: 40 });
    sink.redraw({ above: [], block: ['one', 'two', 'three'], columns: 80, rows: 40 });
    sink.redraw({ above: [], block: ['one', 'due', 'three'], columns: 80, rows: 40 });
    expect(out.writes).toHaveLength(2);
    expect(out.writes[1]).toBe('\x1b[?2026h\x1b[3A\r\n\x1b[Kdue\n\n\x1b[J\x1b[?2026l');
  });

  it('is written anew as a whole when it is higher than the window, whose upper lines nobody reaches', () => {
    const { out, sink } = open();
    const screen = new FakeScreen(80, 3);
    sink.redraw({ above: [], block: ['one', 'two', 'three', 'four'], columns: 80, rows: 10 });
    sink.redraw({ above: [], block: ['one', 'two'], columns: 80, rows: 3 });
    screen.write(out.text);
    expect(screen.lines.slice(-2)).toEqual(['one', 'two']);
  });

  it('is free of the block when somebody else writes', () => {
    const { out, sink } = open();
    sink.redraw({ above: ['said'], block: ['one', 'two'], columns: 80, rows: 40 });
    sink.erase(80);
    sink.lines(['asked']);
    expect(screenAfter(out.writes)).toEqual(['said', 'asked']);
    sink.erase(80);
    expect(screenAfter(out.writes)).toEqual(['said', 'asked']);
  });

  it('may be gone: nobody is told, and nothing breaks', () => {
    const gone = {
      write: () => {
        throw new Error('EPIPE');
      },
    };
    const sink = new Sink({ stream: gone, colour: false, mask: new Mask(), actions: false });
    expect(() => sink.lines(['hello'])).not.toThrow();
  });
});
