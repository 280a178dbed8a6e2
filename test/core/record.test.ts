import { type DoneRecord, type OpenRecord, type Phase, Record } from '../../src/core/record';
import { Ulid } from '../../src/core/ulid';
import { Percent } from '../../src/core/values';
import fc from '../property';

const hex8 = fc.nat(0xffffffff).map((value) => value.toString(16).padStart(8, '0'));
const version = fc.integer({ min: 1, max: 9_999_999 }).map(String);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const release = fc
  .tuple(fc.nat(2 ** 48 - 1), fc.array(fc.nat(31), { minLength: 16, maxLength: 16 }))
  .map(([timeMs, digits]) => Ulid.of(timeMs, digits));
const seconds = fc.integer({ min: 0, max: 9_999_999_999 });
const phases: readonly Phase[] = ['claim', 'shift', 'bake', 'promoted', 'back'];
const wish = fc.record({
  what: fc.constantFrom('pause', 'resume', 'approve', 'promote', 'abort'),
  step: fc.nat(100),
  nonce: hex8,
});

const openRecord: fc.Arbitrary<OpenRecord> = fc.record({
  state: fc.constant('open' as const),
  release,
  epoch: seconds,
  owner: hex8,
  leader: hex8,
  baseline: version,
  candidate: maybe(version),
  previous: maybe(version),
  step: fc.nat(100),
  weight: fc.nat(1000).map((value) => value / 10),
  phase: fc.constantFrom(...phases),
  dueS: seconds,
  leaseUntilS: seconds,
  leaseS: fc.integer({ min: 1, max: 3600 }),
  plan: hex8,
  until: maybe(fc.nat(1000).map((value) => Percent.of(value / 10))),
  wish: maybe(wish),
  by: fc.stringMatching(/^[a-zA-Z0-9@._/-]{1,24}$/),
});

const doneRecord: fc.Arbitrary<DoneRecord> = fc.record({
  state: fc.constant('done' as const),
  release,
  epoch: seconds,
  version,
  previous: maybe(version),
  bad: maybe(hex8),
});

const records = fc.oneof(openRecord, doneRecord);
const userText = fc.string({ unit: 'grapheme', maxLength: 300 });

const longest: OpenRecord = {
  state: 'open',
  release: Ulid.of(2 ** 48 - 1, Array(16).fill(31)),
  epoch: 9_999_999_999,
  owner: 'ffffffff',
  leader: 'ffffffff',
  baseline: '9999999',
  candidate: '9999999',
  previous: '9999999',
  step: 100,
  weight: 99.9,
  phase: 'promoted',
  dueS: 9_999_999_999,
  leaseUntilS: 9_999_999_999,
  leaseS: 3600,
  plan: 'ffffffff',
  until: Percent.of(99.9),
  wish: { what: 'promote', step: 100, nonce: 'ffffffff' },
  by: 'somebody@a-very-long-host-name.example.com',
};

const overTheWire = (text: string): string => Buffer.from(text, 'utf8').toString('utf8');

describe('a record', () => {
  it('comes back from an alias as it was written, with the text of the user behind it', () => {
    fc.assert(
      fc.property(records, userText, (record, text) => {
        const description = Record.format(record, text);
        expect(description.length).toBeLessThanOrEqual(256);
        const parsed = Record.parse(description);
        expect(parsed).toMatchObject({ kind: record.state, record });
        const kept = 'text' in parsed ? parsed.text : null;
        expect(kept !== null && text.startsWith(kept)).toBe(true);
      }),
    );
  });

  it('of the greatest length leaves 256 characters unfilled, with a wish and a long name', () => {
    expect(Record.format(longest, '').length).toBeLessThanOrEqual(240);
    expect(Record.parse(Record.format(longest, 'mine'))).toMatchObject({ text: 'mine' });
  });

  it('that would not fit is a bug and is never cut', () => {
    const baseline = '9'.repeat(60);
    expect(() => Record.format({ ...longest, baseline }, '')).toThrow(RangeError);
  });

  it('keeps all of a short text, whatever stands in it', () => {
    fc.assert(
      fc.property(doneRecord, fc.string({ maxLength: 100 }), (record, text) => {
        expect(Record.parse(Record.format(record, text))).toMatchObject({ text });
      }),
    );
  });

  it('never cuts a character in two: half of one would come back from AWS as another text', () => {
    fc.assert(
      fc.property(
        records,
        fc.string({ unit: 'grapheme', minLength: 100, maxLength: 300 }),
        (record, text) => {
          const description = Record.format(record, text);
          expect(overTheWire(description)).toBe(description);
        },
      ),
    );
    const smiles = '😀'.repeat(100);
    for (const text of [smiles, `x${smiles}`]) {
      const description = Record.format(longest, text);
      expect(overTheWire(description)).toBe(description);
    }
  });

  it('takes the name of its owner without what would break it', () => {
    fc.assert(
      fc.property(openRecord, fc.string(), (record, by) => {
        const parsed = Record.parse(Record.format({ ...record, by }, 'mine'));
        expect(parsed).toMatchObject({ kind: 'open', text: 'mine' });
      }),
    );
    const parsed = Record.parse(Record.format({ ...longest, by: 'ann | q=x' }, ''));
    expect(parsed).toMatchObject({ record: { by: 'ann___q_x' } });
  });
});

describe('a description', () => {
  it('never makes the reader throw', () => {
    const pieces = fc.constantFrom(
      'shipit/1',
      ' done',
      ' r=',
      ' e=1',
      ' v=2',
      '|',
      '=',
      ' ',
      '-',
      ' q=a.1.b',
    );
    const text = fc.oneof(
      fc.string(),
      fc.array(pieces).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(text, (description) => {
        const { kind } = Record.parse(description);
        expect(['none', 'open', 'done', 'unreadable']).toContain(kind);
      }),
    );
  });

  it('that is not ours belongs to the user, whole', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        fc.pre(!text.startsWith('shipit/'));
        expect(Record.parse(text)).toEqual({ kind: 'none', text });
      }),
    );
  });

  it.each([
    ['shipit/2 r=1', 'its record has the form shipit/2'],
    ['shipit/10 done', 'its record has the form shipit/10'],
    ['shipit/1', 'its record is damaged'],
    ['shipit/1 done r=1', 'its record is damaged'],
  ])('"%s" is refused: %s', (description, why) => {
    expect(Record.parse(description)).toEqual({ kind: 'unreadable', why });
  });

  it('with any one field missing or bent is no lock', () => {
    fc.assert(
      fc.property(records, fc.nat(), (record, at) => {
        const words = Record.format(record, '').split(' ');
        const first = record.state === 'open' ? 1 : 2;
        const index = first + (at % (words.length - first));
        const gone = words.filter((_, other) => other !== index).join(' ');
        const bent = words.map((word, other) => (other === index ? `${word} x`.replace(/=.* /, '=!') : word));
        expect(Record.parse(gone).kind).toBe('unreadable');
        if (!words[index]?.startsWith('by=')) expect(Record.parse(bent.join(' ')).kind).toBe('unreadable');
      }),
    );
  });
});
