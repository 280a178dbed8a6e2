import type { Event, EventOf } from '../../src/core/events';
import { fold } from '../../src/ui/fold';
import { frame } from '../../src/ui/frame';
import { plainText } from '../../src/ui/style';
import { emptyView } from '../../src/ui/view';
import { widthOf } from '../../src/ui/width';
import { later, startMs } from './examples';
import { ending, moved, opening, seen, stepped } from './story';

const baking = (keys: string[]): Event[] => [
  ...opening({ keys }),
  ...moved(keys, 10, 9),
  stepped(1, 10, 10),
  seen({ keys, seconds: 50, errors: 1 }),
];

interface Window {
  columns: number;
  rows?: number;
  unicode?: boolean;
  footer?: string[];
}

function frameOf(
  events: readonly Event[],
  { columns, rows = 40, unicode = true, footer = [] }: Window,
): string[] {
  const nowMs = events.at(-1)?.at ?? 0;
  return frame(events.reduce(fold, emptyView), { columns, rows, nowMs, unicode, footer }).map(plainText);
}

describe('the frame of one function', () => {
  it('fits 80 columns', () => {
    expect(frameOf(baking(['api']), { columns: 80 })).toEqual([
      'release 3F7K2M by anna  49s',
      'api  orders-api:live  41 -> 42                           step 1 of 2, 9m20s left',
      '  ██████░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░   10%',
      '  42   50 requests  1 failed  2%',
      '  41  450 requests  0 failed  0%',
      'alarms: orders-api-errors OK',
      'pass: 1 alarm quiet',
      'next: 100% for 5m in 9m20s',
    ]);
  });

  it('puts bar and numbers side by side at 200 columns', () => {
    expect(frameOf(baking(['api']), { columns: 200 })).toEqual([
      'release 3F7K2M by anna  49s',
      'api  orders-api:live  41 -> 42                                                                   step 1 of 2, 9m20s left',
      '  ████░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░   10%  42   50 requests  1 failed  2%',
      '                                                  41  450 requests  0 failed  0%',
      'alarms: orders-api-errors OK',
      'pass: 1 alarm quiet',
      'next: 100% for 5m in 9m20s',
    ]);
  });

  it('draws its bar in ASCII where the locale has no other letters', () => {
    expect(frameOf(baking(['api']), { columns: 50, unicode: false, footer: [] })[2]).toBe(
      '  ####------------------------------------   10%',
    );
  });

  it('shows half a percent as one cell, and 99.9% with one cell free', () => {
    const bar = (weight: number) =>
      frameOf([...opening({ keys: ['api'] }), stepped(1, weight, 9), ...moved(['api'], weight, 10)], {
        columns: 30,
      })[2];
    expect(bar(0)).toBe('  ░░░░░░░░░░░░░░░░░░░░    0%');
    expect(bar(0.5)).toBe('  █░░░░░░░░░░░░░░░░░░░  0.5%');
    expect(bar(99.9)).toBe('  ███████████████████░ 99.9%');
    expect(bar(100)).toBe('  ████████████████████  100%');
  });

  it('says what is being done before there is anything to shift', () => {
    const events: Event[] = [
      ...opening({ keys: ['api'] }).slice(0, 2),
      later('function.changed', 3, { what: 'configuration' }),
    ];
    expect(frameOf(events, { columns: 60 })).toEqual([
      'release 3F7K2M by anna  2s',
      'api  orders-api:live  41               configuration updated',
    ]);
    expect(frameOf(opening({ keys: ['api'] }).slice(0, 1), { columns: 60 })).toEqual([
      'release being prepared',
      'api  orders-api:live  41                             planned',
    ]);
  });

  it('says that it goes back, and why', () => {
    const because = 'the guard allows 5% errors: api version 42 failed 9 of 65 (13.8%), version 41 0 of 585';
    const events = [...baking(['api']), later('rollout.restoring', 66, { because })];
    const shown = frameOf(events, { columns: 80 });
    expect(shown[1]).toBe('api  orders-api:live  41 -> 42                                      rolling back');
    expect(shown.slice(-2)).toEqual([
      'rolling back: the guard allows 5% errors: api version 42 failed 9 of 65 (13.8%),',
      'version 41 0 of 585',
    ]);
  });

  it('ends a reason that is too long with dots', () => {
    const because = 'worse '.repeat(100);
    const shown = frameOf([...baking(['api']), later('rollout.restoring', 66, { because })], { columns: 50 });
    expect(shown.slice(-3)).toEqual([
      'rolling back: worse worse worse worse worse worse',
      'worse worse worse worse worse worse worse worse',
      'worse worse worse worse worse worse worse wors ...',
    ]);
  });

  it('names the alarm that fires first', () => {
    const alarms = [
      { name: 'quiet', state: 'OK' },
      { name: 'loud', state: 'ALARM' },
    ];
    const events = [...baking(['api']), seen({ keys: ['api'], seconds: 60, errors: 1, change: { alarms } })];
    expect(frameOf(events, { columns: 80 })).toContain('alarms: loud ALARM, quiet OK');
  });

  it('says why it waits, until it moves on', () => {
    const held = [...baking(['api']), later('rollout.held', 60)];
    expect(frameOf(held, { columns: 80 }).at(-1)).toBe('waiting: too little traffic to judge');
    expect(frameOf([...held, stepped(2, 100, 700)], { columns: 80 }).slice(-2)).toEqual([
      'pass: 1 alarm quiet',
      'next: released in 5m',
    ]);
  });
});

describe('the frame of three functions', () => {
  const keys = ['api', 'worker', 'mailer'];

  it('has one block each at 80 columns', () => {
    expect(frameOf(baking(keys), { columns: 80 })).toEqual([
      'release 3F7K2M by anna  49s',
      'api  orders-api:live  41 -> 42                           step 1 of 2, 9m20s left',
      '  ██████░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░   10%',
      '  42   50 requests  1 failed  2%',
      '  41  450 requests  0 failed  0%',
      'worker  orders-worker:live  41 -> 42                     step 1 of 2, 9m20s left',
      '  ██████░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░   10%',
      '  42   50 requests  1 failed  2%',
      '  41  450 requests  0 failed  0%',
      'mailer  orders-mailer:live  41 -> 42                     step 1 of 2, 9m20s left',
      '  ██████░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░   10%',
      '  42   50 requests  1 failed  2%',
      '  41  450 requests  0 failed  0%',
      'alarms: orders-api-errors OK',
      'pass: 1 alarm quiet',
      'next: 100% for 5m in 9m20s',
    ]);
  });

  it('has one block each at 200 columns', () => {
    const place = (left: string) => `${left.padEnd(97)}step 1 of 2, 9m20s left`;
    const numbers = [
      '  ████░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░   10%  42   50 requests  1 failed  2%',
      '                                                  41  450 requests  0 failed  0%',
    ];
    expect(frameOf(baking(keys), { columns: 200 })).toEqual([
      'release 3F7K2M by anna  49s',
      place('api  orders-api:live  41 -> 42'),
      ...numbers,
      place('worker  orders-worker:live  41 -> 42'),
      ...numbers,
      place('mailer  orders-mailer:live  41 -> 42'),
      ...numbers,
      'alarms: orders-api-errors OK',
      'pass: 1 alarm quiet',
      'next: 100% for 5m in 9m20s',
    ]);
  });

  it('has one line each in a low window, and a number of the rest in a very low one', () => {
    expect(frameOf(baking(keys), { columns: 80, rows: 10 })).toEqual([
      'release 3F7K2M by anna  49s',
      'api     41 -> 42   10%  42: 1 of 50 failed (2%)  41: 0 of 450 failed (0%)',
      'worker  41 -> 42   10%  42: 1 of 50 failed (2%)  41: 0 of 450 failed (0%)',
      'mailer  41 -> 42   10%  42: 1 of 50 failed (2%)  41: 0 of 450 failed (0%)',
      'alarms: orders-api-errors OK',
      'pass: 1 alarm quiet',
      'next: 100% for 5m in 9m20s',
    ]);
    expect(frameOf(baking(keys), { columns: 80, rows: 7 })).toEqual([
      'release 3F7K2M by anna  49s',
      'api     41 -> 42   10%  42: 1 of 50 failed (2%)  41: 0 of 450 failed (0%)',
      '2 baking at 10%',
      'alarms: orders-api-errors OK',
      'pass: 1 alarm quiet',
      'next: 100% for 5m in 9m20s',
    ]);
  });

  it('never is higher than the window, whatever its height, and its keys are never cut', () => {
    for (let rows = 3; rows < 30; rows += 1) {
      const lines = frameOf(baking(keys), { columns: 80, rows, footer: ['keys'] });
      expect(lines.length).toBeLessThan(rows);
      expect(lines.at(-1)).toBe('keys');
    }
  });

  it('names the rollouts when functions move along different ones', () => {
    const other = later('rollout.observed', 51, {
      rollout: 'steady',
      step: 3,
      weight: 30,
      functions: [],
      because: 'no alarms',
      alarms: [],
    });
    const shown = frameOf([...baking(['api']), other], { columns: 80 });
    expect(shown.slice(-3)).toEqual([
      'careful: pass: 1 alarm quiet',
      'careful: next: 100% for 5m in 9m19s',
      'steady: pass: no alarms',
    ]);
    expect(shown[1]).toContain('step 1 of 2');
  });
});

describe('the numbers of a function', () => {
  const keys = ['api'];
  /** One look: requests and errors of the candidate so far. */
  const look = (seconds: number, requests: number, errors: number): Event =>
    later('rollout.observed', seconds, {
      dueMs: startMs + 610_000,
      functions: [
        {
          key: 'api',
          baseline: {
            version: '41',
            requests: requests * 9,
            errors: 3,
            rate: { low: 0, high: 0.004 },
            p99Ms: 88.4,
          },
          candidate: { version: '42', requests, errors, rate: { low: 0.001, high: 0.123 }, p99Ms: 131.6 },
        },
      ],
    });
  const looks = [look(20, 100, 0), look(35, 200, 0), look(50, 300, 8), look(65, 400, 12), look(80, 500, 12)];
  const begun = [...opening({ keys }), ...moved(keys, 10, 9), stepped(1, 10, 10)];

  it('say between which rates the true one lies, how long requests took, and how it went from look to look', () => {
    expect(frameOf([...begun, ...looks], { columns: 80 }).slice(2, 6)).toEqual([
      '  ██████░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░   10%',
      '  42   500 requests  12 failed   2.4%  (0.1% to 12.3%)  p99 132 ms',
      '  41  4500 requests   3 failed  0.07%  (0% to 0.4%)     p99 88 ms',
      '  errors ▁▁█▅▁ up to 8%',
    ]);
  });

  it('are those of all steps once it is over, as in the report, without the bounds of the last', () => {
    const second = { ...look(620, 8, 0), step: 2, weight: 100 } as Event;
    const all = [...begun, ...looks, ...moved(keys, 100, 600), stepped(2, 100, 610), second];
    const numbers = (events: readonly Event[]) => frameOf(events, { columns: 80 }).slice(3, 5);
    expect(numbers(all)[0]).toBe('  42   8 requests  0 failed    0%  (0.1% to 12.3%)  p99 132 ms');
    expect(numbers([...all, ...ending(keys, 700)])).toEqual([
      '  42   508 requests  12 failed   2.4%',
      '  41  4572 requests   6 failed  0.13%',
    ]);
    const oneStep = [...begun, ...looks, ...ending(keys, 100)];
    expect(numbers(oneStep)[0]).toBe('  42   500 requests  12 failed   2.4%  (0.1% to 12.3%)  p99 132 ms');
    const left = [
      later('rollout.waiting', 630, { step: 2 }),
      later('rollout.ended', 631, { outcome: 'waiting' }),
    ];
    expect(numbers([...all, ...left])).toEqual(numbers(all));
  });

  it('have the course beside the bar in a wide window', () => {
    expect(frameOf([...begun, ...looks], { columns: 120 }).slice(2, 4)).toEqual([
      '  ████░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░   10%  42   500 requests  12 failed   2.4%  (0.1% to 12.3%)  p99 132 ms',
      '  errors ▁▁█▅▁ up to 8%                           41  4500 requests   3 failed  0.07%  (0% to 0.4%)     p99 88 ms',
    ]);
  });

  it('lose from the right what does not fit', () => {
    expect(frameOf([...begun, ...looks], { columns: 40 }).slice(3, 6)).toEqual([
      '  42   500 requests  12 failed   2.4%',
      '  41  4500 requests   3 failed  0.07%',
      '  errors ▁▁█▅▁ up to 8%',
    ]);
  });

  it('show requests while none has failed, in ASCII too', () => {
    const quiet = [look(20, 10, 0), look(30, 40, 0), look(40, 100, 0), look(50, 101, 0)];
    expect(frameOf([...begun, ...quiet], { columns: 80 })[5]).toBe('  requests ▅█▂ up to 6/s');
    expect(frameOf([...begun, ...quiet], { columns: 80, unicode: false })[5]).toBe(
      '  requests +#. up to 6/s',
    );
    expect(frameOf([...begun, ...quiet, look(60, 102, 1)], { columns: 80, unicode: false })[5]).toBe(
      '  errors ____# up to 100%',
    );
  });

  it('gather looks when there are more of them than columns, and begin anew with a step', () => {
    const many = Array.from({ length: 200 }, (_, at) => look(20 + at, 10 * at, at));
    const line = frameOf([...begun, ...many], { columns: 60 })[5] ?? '';
    expect(widthOf(line)).toBeLessThan(60);
    expect(line).toMatch(/^ {2}errors [▁-█]{25,36} up to 10%$/);
    const second = later('rollout.observed', 700, {
      step: 2,
      weight: 100,
      functions: [
        {
          key: 'api',
          baseline: { version: '41', requests: 0, errors: 0 },
          candidate: { version: '42', requests: 50, errors: 10 },
        },
      ],
    });
    expect(frameOf([...begun, look(20, 100, 0), second], { columns: 80 })).toEqual(
      expect.arrayContaining([
        '  42  50 requests  10 failed  20%',
        '  41  no requests',
        '  errors ▁█ up to 20%',
      ]),
    );
  });
});

describe('what comes next', () => {
  const [planned, ...rest] = opening({ keys: ['api'] }) as [EventOf<'plan.made'>, ...Event[]];
  const [careful] = planned.rollouts;
  const approved = {
    ...planned,
    rollouts: [
      {
        ...careful,
        steps: [{ weight: 10, bakeMs: 600_000, approval: { expiresMs: 1, otherwise: 'rollback' } }],
      },
    ],
  } as Event;
  const at = (plan: Event[]): string | undefined =>
    frameOf([...plan, ...rest, ...moved(['api'], 10, 9), stepped(1, 10, 10)], { columns: 80 }).at(-1);

  it('is the next step, an approval, or a step of which nobody said how much it is', () => {
    expect(at([planned])).toBe('next: 100% for 5m in 10m');
    expect(at([approved])).toBe('next: approval of step 1 in 10m');
    expect(at([])).toBe('next: step 2 in 10m');
  });
});

describe('progress before the rollout', () => {
  const line = (...events: Event[]): string | undefined =>
    frameOf([...opening({ keys: ['api'] }).slice(0, 2), ...events], { columns: 80 })[1]?.trimEnd();

  it('is the last line of a build, and bytes and percent of an upload', () => {
    expect(
      frameOf([later('build.said', 0, { key: 'api', line: 'compiled 3 files' })], { columns: 60 }),
    ).toEqual(['being built', 'api  new                          building: compiled 3 files']);
    const sending = later('artifact.sending', 3, { sentBytes: 16_777_216, bytes: 61_234_567 });
    expect(line(sending)).toMatch(/ {2}uploading 16\.8 MB of 61\.2 MB, 27%$/);
    expect(line(sending, later('artifact.sent', 4, { sentBytes: 61_234_567 }))).toMatch(
      / {2}uploaded 61\.2 MB$/,
    );
    expect(line(later('artifact.sent', 4, { sentBytes: 0 }))).toMatch(/ {2}uploaded before$/);
  });

  it('is what is waited for', () => {
    expect(line(later('capacity.changed', 4, { amount: 5, ready: false }))).toMatch(
      / {2}provisioned concurrency 5 being prepared$/,
    );
  });
});

describe('the frame of fifty functions', () => {
  const keys = Array.from({ length: 50 }, (_, at) => `function-${at + 1}`);
  const failing = (errors: { readonly [key: string]: number }): Event =>
    later('rollout.observed', 50, {
      dueMs: startMs + 610_000,
      functions: keys.map((key) => ({
        key,
        baseline: { version: '41', requests: 450, errors: 0 },
        candidate: { version: '42', requests: 50, errors: errors[key] ?? 0 },
      })),
    });
  const begun = [...opening({ keys }), ...moved(keys, 10, 9), stepped(1, 10, 10)];

  it('is folded by state when nothing is wrong', () => {
    expect(frameOf([...begun, failing({})], { columns: 80, rows: 24 })).toEqual([
      'release 3F7K2M by anna  49s',
      '50 baking at 10%',
      'alarms: orders-api-errors OK',
      'pass: 1 alarm quiet',
      'next: 100% for 5m in 9m20s',
    ]);
  });

  it('has those that fail first and whole, the worst above', () => {
    const events = [...begun, failing({ 'function-7': 1, 'function-30': 20 })];
    for (const columns of [80, 200]) {
      const shown = frameOf(events, { columns, rows: 24 });
      expect(shown[1]).toMatch(/^function-30 {2}orders-function-30:live/);
      expect(shown.findIndex((line) => line.startsWith('function-7 '))).toBe(columns === 80 ? 5 : 4);
      expect(shown).toContain('48 baking at 10%');
    }
  });

  it('tells states apart, and fits any window with any number in need', () => {
    const back = later('rollout.restoring', 60, { because: 'alarm' });
    const all = Object.fromEntries(keys.map((key, at) => [key, at]));
    for (const rows of [6, 8, 12, 24, 50, 80]) {
      const shown = frameOf([...begun, failing(all), back], { columns: 80, rows });
      expect(shown.length).toBeLessThan(rows);
      if (rows < 50) expect(shown).toContainEqual(expect.stringMatching(/^\d+ going back at 10%$/));
    }
    const some = [...opening({ keys }), ...moved(keys.slice(0, 20), 10, 9)];
    const stages = [...some, later('version.published', 9, { key: 'function-50', version: '43' })];
    expect(frameOf(stages, { columns: 80, rows: 24 })).toContain('50 published');
    expect(
      frameOf([...begun, failing({}), later('rollout.paused', 60)], { columns: 80, rows: 24 }),
    ).toContain('50 paused at 10%');
    const finished = [...begun, failing({}), ...ending(keys, 90)];
    expect(frameOf(finished, { columns: 80, rows: 24 }).slice(0, 2)).toEqual([
      'release 3F7K2M by anna  rolled back',
      expect.stringMatching(/^function-1 .*rolled back/),
    ]);
  });
});

describe('many rollouts in a low window', () => {
  const steady = (name: string): Event =>
    later('rollout.observed', 50, { rollout: name, functions: [], alarms: [], because: 'no alarms' });
  const names = Array.from({ length: 20 }, (_, at) => `own-${at + 1}`);

  it('show those that need somebody, and count the others', () => {
    const events = [
      ...baking(['api']),
      ...names.map(steady),
      later('rollout.held', 60, { rollout: 'own-7' }),
    ];
    const shown = frameOf(events, { columns: 80, rows: 20 });
    expect(shown).toEqual(
      expect.arrayContaining(['own-7: waiting: too little traffic to judge', '20 rollouts without trouble']),
    );
    expect(shown.length).toBeLessThan(20);
  });
});

describe('a rollback by hand', () => {
  it('has no frame: it is one write', () => {
    const written = later('alias.written', 0, { baseline: '41', candidate: null, weight: 0, phase: 'done' });
    expect(frameOf([written], { columns: 80 })).toEqual([]);
  });
});
