import type { Event } from '../../src/core/events';
import { openUi } from '../../src/ui/choose';
import { fold } from '../../src/ui/fold';
import { frame } from '../../src/ui/frame';
import { plainText } from '../../src/ui/style';
import { emptyView } from '../../src/ui/view';
import { widthOf } from '../../src/ui/width';
import { later } from './examples';
import { ending, moved, opening, rolledBack, seen, stepped } from './story';
import { screenAfter, terminal } from './streams';

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
}

function frameOf(events: readonly Event[], { columns, rows = 40, unicode = true }: Window): string[] {
  const nowMs = events.at(-1)?.at ?? 0;
  return frame(events.reduce(fold, emptyView), { columns, rows, nowMs, unicode }).map(plainText);
}

const live = { json: false, plain: false, payload: null, details: false };

describe('the frame of one function', () => {
  it('fits 80 columns', () => {
    expect(frameOf(baking(['api']), { columns: 80 })).toEqual([
      'release 3F7K2M by anna  49s',
      'api  orders-api:live  41 -> 42                           step 1 of 2, 9m20s left',
      '  ██████░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░   10%',
      '  42 failed 1 of 50 requests (2%); 41 failed 0 of 450 requests (0%)',
      'alarms: orders-api-errors OK',
      'pass: 1 alarm quiet',
    ]);
  });

  it('puts bar and numbers side by side at 200 columns', () => {
    expect(frameOf(baking(['api']), { columns: 200 })).toEqual([
      'release 3F7K2M by anna  49s',
      'api  orders-api:live  41 -> 42                                                                   step 1 of 2, 9m20s left',
      '  ████░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░   10%  42 failed 1 of 50 requests (2%); 41 failed 0 of 450 requests (0%)',
      'alarms: orders-api-errors OK',
      'pass: 1 alarm quiet',
    ]);
  });

  it('draws its bar in ASCII where the locale has no other letters', () => {
    expect(frameOf(baking(['api']), { columns: 50, unicode: false })[2]).toBe(
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
    expect(frameOf(events, { columns: 80 })[4]).toBe('alarms: loud ALARM, quiet OK');
  });

  it('says why it waits, until it moves on', () => {
    const held = [...baking(['api']), later('rollout.held', 60)];
    expect(frameOf(held, { columns: 80 }).at(-1)).toBe('waiting: too little traffic to judge');
    expect(frameOf([...held, stepped(2, 100, 700)], { columns: 80 }).at(-1)).toBe('pass: 1 alarm quiet');
  });
});

describe('the frame of three functions', () => {
  const keys = ['api', 'worker', 'mailer'];

  it('has one block each at 80 columns', () => {
    expect(frameOf(baking(keys), { columns: 80 })).toEqual([
      'release 3F7K2M by anna  49s',
      'api  orders-api:live  41 -> 42                           step 1 of 2, 9m20s left',
      '  ██████░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░   10%',
      '  42 failed 1 of 50 requests (2%); 41 failed 0 of 450 requests (0%)',
      'worker  orders-worker:live  41 -> 42                     step 1 of 2, 9m20s left',
      '  ██████░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░   10%',
      '  42 failed 1 of 50 requests (2%); 41 failed 0 of 450 requests (0%)',
      'mailer  orders-mailer:live  41 -> 42                     step 1 of 2, 9m20s left',
      '  ██████░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░   10%',
      '  42 failed 1 of 50 requests (2%); 41 failed 0 of 450 requests (0%)',
      'alarms: orders-api-errors OK',
      'pass: 1 alarm quiet',
    ]);
  });

  it('has one block each at 200 columns', () => {
    const place = (left: string) => `${left.padEnd(97)}step 1 of 2, 9m20s left`;
    const bar =
      '  ████░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░   10%  42 failed 1 of 50 requests (2%); 41 failed 0 of 450 requests (0%)';
    expect(frameOf(baking(keys), { columns: 200 })).toEqual([
      'release 3F7K2M by anna  49s',
      place('api  orders-api:live  41 -> 42'),
      bar,
      place('worker  orders-worker:live  41 -> 42'),
      bar,
      place('mailer  orders-mailer:live  41 -> 42'),
      bar,
      'alarms: orders-api-errors OK',
      'pass: 1 alarm quiet',
    ]);
  });

  it('has one line each in a low window, and a number of the rest in a very low one', () => {
    expect(frameOf(baking(keys), { columns: 80, rows: 10 })).toEqual([
      'release 3F7K2M by anna  49s',
      'api  41 -> 42  10%  42 failed 1 of 50 requests (2%); 41 failed 0 of 450 requests (0%)',
      'worker  41 -> 42  10%  42 failed 1 of 50 requests (2%); 41 failed 0 of 450 requests (0%)',
      'mailer  41 -> 42  10%  42 failed 1 of 50 requests (2%); 41 failed 0 of 450 requests (0%)',
      'alarms: orders-api-errors OK',
      'pass: 1 alarm quiet',
    ]);
    expect(frameOf(baking(keys), { columns: 80, rows: 6 })).toEqual([
      'release 3F7K2M by anna  49s',
      'api  41 -> 42  10%  42 failed 1 of 50 requests (2%); 41 failed 0 of 450 requests (0%)',
      'and 2 more functions',
      'alarms: orders-api-errors OK',
      'pass: 1 alarm quiet',
    ]);
    for (const rows of [1, 2, 3, 4, 5]) {
      expect(frameOf(baking(keys), { columns: 80, rows }).length).toBeLessThanOrEqual(Math.max(1, rows - 1));
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
      'careful: alarms: orders-api-errors OK',
      'careful: pass: 1 alarm quiet',
      'steady: pass: no alarms',
    ]);
    expect(shown[1]).toContain('step 1 of 2');
  });
});

describe('a rollback by hand', () => {
  it('has no frame: it is one write', () => {
    const written = later('alias.written', 0, { baseline: '41', candidate: null, weight: 0, phase: 'done' });
    expect(frameOf([written], { columns: 80 })).toEqual([]);
  });
});

describe('a terminal', () => {
  function show(events: readonly Event[], columns: number): { screen: string[]; writes: string[] } {
    const streams = terminal(columns);
    const ui = openUi(streams, live);
    for (const event of events) ui.report.tell(event);
    ui.close();
    expect(ui.mode).toBe('live');
    expect(streams.stdout.writes).toEqual([]);
    return { screen: screenAfter(streams.stderr.writes), writes: streams.stderr.writes };
  }

  it('keeps in its scrollback what happened, the last state, and how it ended', () => {
    const because = 'alarm orders-api-errors is in ALARM: 3 of 3 datapoints were above 5';
    expect(show(rolledBack(['api']), 80).screen).toEqual([
      '02:13:05Z plan: update api by careful: code 1a2b3c4d -> 5e6f7a8b',
      '02:13:05Z plan: careful: 10% for 10m, 100% for 5m; 15m in all',
      '02:13:06Z 3F7K2M release started by anna: api (orders-api:live)',
      '02:13:10Z 3F7K2M api: version 42 published',
      '02:13:14Z 3F7K2M api: 10% to version 42, 90% to version 41',
      '02:13:15Z 3F7K2M careful: step 1 of 2, 10% to the candidates for 10m',
      `02:14:11Z 3F7K2M careful: ROLLING BACK: ${because}`,
      '02:14:12Z 3F7K2M api: 100% back to version 41',
      '02:14:12Z 3F7K2M careful: rolled back',
      'release 3F7K2M by anna  rolled back',
      'api  orders-api:live  41 -> 42                                      rolled back',
      '  ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░    0%',
      '  42 failed 9 of 65 requests (13.8%); 41 failed 0 of 585 requests (0%)',
      'alarms: orders-api-errors ALARM',
      'rolled back: alarm orders-api-errors is in ALARM: 3 of 3 datapoints were above',
      '5',
      `02:14:13Z 3F7K2M api (orders-api:live): rolled back, version 41 serves: ${because}`,
      '02:14:13Z 3F7K2M release: rolled back (exit 3)',
    ]);
  });

  it('never sees an alternate screen, nor a block line wider than itself', () => {
    for (const columns of [40, 61, 80, 200]) {
      const { writes, screen } = show(baking(['api', 'worker', 'mailer']), columns);
      expect(writes.join('')).not.toContain('\x1b[?');
      for (const line of screen.filter((text) => !/^\d\d:\d\d/.test(text)))
        expect(widthOf(line)).toBeLessThan(columns);
    }
  });

  it('that becomes narrower than 40 columns gets plain lines from there on', () => {
    const streams = terminal(80);
    const ui = openUi(streams, live);
    for (const event of baking(['api'])) ui.report.tell(event);
    streams.stderr.columns = 39;
    const before = streams.stderr.writes.length;
    ui.report.tell(seen({ keys: ['api'], seconds: 90, errors: 1 }));
    for (const event of ending(['api'], 95)) ui.report.tell(event);
    const rest = streams.stderr.writes.slice(before).join('');
    expect(rest).not.toContain('\x1b');
    expect(rest).toContain('api: 10%, 8m40s left, 42 failed 1 of 90 requests (1.1%)');
    expect(rest).toContain('release: rolled back (exit 3)');
  });

  it('shows a name that carries control characters without obeying it', () => {
    const { screen } = show(baking(['a\x1b[2Jb']), 80);
    expect(screen.find((line) => line.startsWith('a^['))).toContain('a^[[2Jb  orders-a^[[2Jb:live  41 -> 42');
  });
});
