import { periodsOf, windowOf } from '../../src/local/alarms/windows';
import { parseZone } from '../../src/local/alarms/zones';

const utc = (text: string): number => Date.parse(`${text}Z`);
const shown = (ms: number): string => new Date(ms).toISOString().slice(0, 16);
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

const periods = (Timezone: string, periodMs: number, at: string, count: number) =>
  periodsOf(windowOf({ EvaluationWindow: { WallClockWindow: { Timezone } } } as never), {
    ...{ periodMs, count },
    atMs: utc(at),
  }).map(({ fromMs, toMs }) => `${shown(fromMs)} ${shown(toMs)}`);

describe('a sliding window', () => {
  it('ends now', () => {
    const span = { periodMs: hourMs, count: 2, atMs: utc('2026-11-20T14:07') };
    expect(periodsOf(windowOf({} as never), span).map(({ fromMs }) => shown(fromMs))).toEqual([
      '2026-11-20T12:07',
      '2026-11-20T13:07',
    ]);
  });
});

describe('a wall clock window', () => {
  it('ends with the last full hour', () => {
    expect(periods('UTC', hourMs, '2026-11-20T14:07', 2)).toEqual([
      '2026-11-20T12:00 2026-11-20T13:00',
      '2026-11-20T13:00 2026-11-20T14:00',
    ]);
    expect(periods('UTC', hourMs, '2026-11-20T14:00', 1)).toEqual(['2026-11-20T13:00 2026-11-20T14:00']);
  });

  it('follows the offset of its zone also below an hour', () => {
    expect(periods('Asia/Kolkata', hourMs, '2026-11-20T14:07', 1)).toEqual([
      '2026-11-20T12:30 2026-11-20T13:30',
    ]);
    expect(periods('UTC-00:20', hourMs, '2026-11-20T14:07', 1)).toEqual([
      '2026-11-20T12:20 2026-11-20T13:20',
    ]);
  });

  it('ends days at midnight of its zone, also when a day has 25 hours', () => {
    expect(periods('America/New_York', dayMs, '2026-11-03T12:00', 3)).toEqual([
      '2026-10-31T04:00 2026-11-01T04:00',
      '2026-11-01T04:00 2026-11-02T05:00',
      '2026-11-02T05:00 2026-11-03T05:00',
    ]);
  });

  it('begins weeks on Mondays', () => {
    expect(periods('Z', 7 * dayMs, '2026-11-20T12:00', 1)).toEqual(['2026-11-09T00:00 2026-11-16T00:00']);
  });
});

describe('a time zone', () => {
  it.each([
    ['America/New_York', -5],
    ['Europe/London', 0],
    ['+05:30', 5.5],
    ['-08:00', -8],
    ['Z', 0],
    ['UTC', 0],
    ['UTC+05:30', 5.5],
    ['GMT-08:00', -8],
    ['+01:05', 1 + 5 / 60],
  ])('can be %s', (text, hours) => {
    expect(parseZone(text)?.(utc('2026-11-20T12:00'))).toBeCloseTo(hours * hourMs, 5);
  });

  it.each(['', 'Mars/Olympus', '+01:03', '+5', '+30:00', 'New York'])('can not be %p', (text) => {
    expect(parseZone(text)).toBeNull();
  });
});
