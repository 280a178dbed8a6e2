/** The live view at the helm of a release: time, window, questions and keys. */
import { EventEmitter } from 'node:events';
import { PassThrough } from 'node:stream';
import type { Event, EventOf } from '../../src/core/events';
import { openUi } from '../../src/ui/choose';
import { LiveReport } from '../../src/ui/live';
import { Mask } from '../../src/ui/mask';
import { Sink } from '../../src/ui/sink';
import { FakeClock } from '../clock';
import { later, startMs } from './examples';
import { bakingOf, ending, seen, stepped } from './story';
import { FakeScreen, type KeptStreams, screenAfter, terminal } from './streams';

const live = { json: false, plain: false, payload: null, details: false };
const keys = ['api'];
const baking = bakingOf(keys);

class FakeInput extends EventEmitter {
  isTTY = true;
  raw = false;
  setRawMode(raw: boolean): void {
    this.raw = raw;
  }
  resume(): void {}
  pause(): void {}
}

function stage({ columns = 80, rows = 40, tty = true, told = [] as readonly Event[] } = {}) {
  const input = new FakeInput();
  const signals = Object.assign(new EventEmitter(), { pid: 42, kill: () => undefined });
  const streams: KeptStreams = {
    ...terminal(columns),
    terminal: tty ? { input: () => input, signals, isForeground: () => true } : null,
  };
  Object.assign(streams.stderr, { rows });
  const [machine, world] = [new FakeClock(0), new FakeClock(startMs + 50_000)];
  const sent: string[] = [];
  let closed = 0;
  const ui = openUi(streams, live);
  ui.steer({
    clock: world,
    machine,
    send: async (what, release) => {
      sent.push(`${what} ${release.slice(-6)}`);
      return { exitCode: 0, problems: [] };
    },
    retell: (release, tell) => {
      expect(release).toBe('01JDP3Q8V0ABCDEFGH123F7K2M');
      for (const event of told) tell(event);
    },
    close: () => {
      closed += 1;
    },
  });
  const tell = (events: readonly Event[]) => {
    for (const event of events) ui.report.tell(event);
  };
  const { writes } = streams.stderr;
  const pass = async (ms: number) => {
    await world.advance(ms);
    await machine.advance(ms);
  };
  return {
    input,
    streams,
    writes,
    ui,
    tell,
    sent,
    pass,
    closed: () => closed,
    lines: () => screenAfter(writes),
  };
}

it('counts the time down each second, and writes nothing when nothing changed', async () => {
  const { tell, pass, lines, writes } = stage();
  tell(baking);
  expect(lines().at(-1)).toBe('p pause   n promote now   x abort   Ctrl-C goes back');
  const before = writes.length;
  await pass(1000);
  expect(lines()).toContain('next: 100% for 5m in 9m19s');
  expect(writes.length).toBe(before + 1);
  tell(ending(keys, 60));
  const after = writes.length;
  await pass(3000);
  expect(writes.length).toBe(after);
});

it('is drawn anew as soon as the window changes, and gives way while it is too small', () => {
  const { tell, streams, writes } = stage();
  const screen = new FakeScreen(80, 40);
  const look = () => {
    screen.write(writes.splice(0).join(''));
    return screen.lines;
  };
  tell(baking);
  expect(look()).toContain('next: 100% for 5m in 9m20s');
  for (const columns of [60, 120, 47, 80]) {
    screen.resize(columns);
    streams.stderr.resize(columns, 24);
    const lines = look();
    expect(lines.filter((line) => line.startsWith('release 3F7K2M'))).toHaveLength(1);
    expect(lines.filter((line) => line.includes('step 1 of 2,') && line.includes('left'))).toHaveLength(1);
  }
  for (const [columns, rows] of [
    [39, 24],
    [80, 5],
    [0, 24],
  ] as const) {
    streams.stderr.resize(columns, rows);
    screen.resize(columns || 80);
    expect(look().at(-1)).toMatch(/step 1 of 2, 10% to the candidates for 10m$/);
  }
  streams.stderr.resize(80, 24);
  screen.resize(80);
  expect(look().at(-1)).toBe('p pause   n promote now   x abort   Ctrl-C goes back');
});

it('sends what its keys ask for to the release that is shown, and shows the answer', async () => {
  const { tell, input, sent, pass, lines } = stage();
  input.emit('data', 'x');
  tell(baking);
  for (const key of ['p', 'x', 'x']) {
    input.emit('data', key);
    await pass(10);
  }
  expect(sent).toEqual(['pause 3F7K2M', 'abort 3F7K2M']);
  expect(lines().slice(-2)).toEqual([
    'abort: obeyed',
    'p pause   n promote now   x abort   Ctrl-C goes back',
  ]);
});

it('shows no keys where none are heard', async () => {
  const { tell, lines, pass } = stage({ tty: false });
  tell(baking);
  await pass(1000);
  expect(lines().at(-1)).toBe('next: 100% for 5m in 9m19s');
});

it('leaves the last block, without keys, and the terminal as it was', async () => {
  const { tell, ui, input, lines, closed, streams, writes } = stage();
  tell(baking);
  expect(input.raw).toBe(true);
  ui.close();
  expect([input.raw, closed(), lines().at(-1)]).toEqual([false, 1, 'next: 100% for 5m in 9m20s']);
  const before = writes.length;
  streams.stderr.resize(50, 20);
  ui.close();
  expect([writes.length, closed()]).toEqual([before, 1]);
});

it('has nothing on the screen while somebody is asked, and tells afterwards what happened meanwhile', async () => {
  const streams = terminal(80);
  const sink = new Sink({ stream: streams.stderr, colour: false, mask: new Mask(), actions: false });
  const report = new LiveReport(sink, streams);
  const lines = () => screenAfter(streams.stderr.writes);
  const [planned, ...rest] = baking as [Event, ...Event[]];
  report.tell(planned);
  expect(lines().at(-1)).toMatch(/planned$/);
  const answer = await report.aside(async () => {
    for (const event of rest) report.tell(event);
    streams.stderr.write('Release? [y/N] y\n');
    expect(lines().at(-1)).toBe('Release? [y/N] y');
    return 'yes';
  });
  expect([answer, lines().at(-1)]).toEqual(['yes', 'next: 100% for 5m in 9m20s']);
  const asked = lines().indexOf('Release? [y/N] y');
  expect(lines()[asked + 1]).toMatch(/release started by anna/);
  expect(lines().slice(0, asked)).not.toContainEqual(expect.stringMatching(/planned$/));
});

it('hears no keys while somebody is asked', async () => {
  const stdin = Object.getOwnPropertyDescriptor(process, 'stdin') as PropertyDescriptor;
  const typed = Object.assign(new PassThrough(), { isTTY: true });
  Object.defineProperty(process, 'stdin', { value: typed, configurable: true });
  try {
    const { input, ui, tell } = stage();
    tell(baking.slice(0, 1));
    const answer = ui.typed?.('Type the name', 'orders');
    expect(input.raw).toBe(false);
    typed.write('orders\r');
    expect(await answer).toBe(true);
    expect(input.raw).toBe(true);
  } finally {
    Object.defineProperty(process, 'stdin', stdin);
  }
});

it('takes its block away when another command than a release is over', () => {
  const { tell, lines } = stage();
  tell([later('build.said', 1, { key: 'api' })]);
  expect(lines()).toContain('being built');
  tell([later('build.finished', 2)]);
  expect(lines()).not.toContain('being built');
});

it('shows of a release that is only watched what its journal tells, too', async () => {
  const { tell, lines, pass } = stage({ told: baking });
  const row = { key: 'api', name: 'orders-api', alias: 'live', version: '41', candidate: '42', weight: 10 };
  const held = {
    state: 'rollingOut',
    release: '01JDP3Q8V0ABCDEFGH123F7K2M',
    by: 'ci',
    leaseUntilMs: startMs + 99_000,
  } as const;
  const place = { step: 1, phase: 'bake', dueMs: startMs + 610_000 };
  tell([later('status.read', 50, { functions: [{ ...row, ...held, ...place }] })]);
  await pass(1000);
  const block = lines().slice(lines().findIndex((line) => line.startsWith('release 3F7K2M')));
  expect(block.slice(1)).toEqual([
    'api  orders-api:live  41 -> 42                          step 1 of 2, 9m19s left',
    '  ██████░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░   10%',
    '  42   50 requests  1 failed  2%',
    '  41  450 requests  0 failed  0%',
    'alarms: orders-api-errors OK',
    'pass: 1 alarm quiet',
    'next: 100% for 5m in 9m19s',
    'p pause   n promote now   x abort   Ctrl-C stops watching',
  ]);
});

describe('the last block of a release that was only watched', () => {
  const row = { key: 'api', name: 'orders-api', alias: 'live', version: '41', candidate: '42', weight: 10 };
  const moving = {
    state: 'rollingOut' as const,
    ...{ release: '01JDP3Q8V0ABCDEFGH123F7K2M', by: 'ci' },
    ...{ leaseUntilMs: startMs + 99_000, step: 1, phase: 'bake', dueMs: startMs + 610_000 },
  };
  const done = { state: 'idle', release: moving.release, by: null, leaseUntilMs: null } as const;
  const rows = (seconds: number, change: Partial<EventOf<'status.read'>['functions'][number]>): Event =>
    later('status.read', seconds, { functions: [{ ...row, ...moving, ...change }] });
  const over = (version: string): Event =>
    later('status.read', 60, { functions: [{ ...row, version, candidate: null, weight: 0, ...done }] });
  const said = (outcome: 'aborted' | 'promoted', because: string): Event => {
    const { key, name, alias } = row;
    const result = { key, name, alias, baseline: '41', candidate: '42', outcome, because };
    return later('release.finished', 61, { outcome, exitCode: 0, functions: [result], problems: [] });
  };
  const blockOf = (lines: readonly string[]) =>
    lines.slice(lines.findIndex((line) => line.startsWith('release 3F7K2M')));

  it('keeps what its journal told, when it was taken back', async () => {
    const { tell, lines, pass } = stage({ told: baking });
    tell([rows(50, {})]);
    await pass(1000);
    tell([rows(55, { phase: 'back' }), over('41')]);
    expect(blockOf(lines())[1]).toMatch(/^api {2}orders-api:live {2}41 -> 42 +version 41 serves$/);
    tell([said('aborted', 'aborted from outside')]);
    const block = blockOf(lines());
    expect(block.slice(0, 7)).toEqual([
      'release 3F7K2M by ci  aborted and restored',
      expect.stringMatching(/^api {2}orders-api:live {2}41 -> 42 +aborted and restored$/),
      expect.stringMatching(/^ {2}░+ {4}0%$/),
      '  42   50 requests  1 failed  2%',
      '  41  450 requests  0 failed  0%',
      'alarms: orders-api-errors OK',
      'aborted and restored: aborted from outside',
    ]);
    expect(block[7]).toMatch(
      /api \(orders-api:live\): aborted and restored, version 41 serves: aborted from outside$/,
    );
  });

  it('keeps the bar of what was released, also where nothing is known but its alias', () => {
    const { tell, lines } = stage();
    tell([
      rows(50, {}),
      rows(55, { weight: 100, step: 2 }),
      over('42'),
      said('promoted', 'version 42 serves'),
    ]);
    const block = blockOf(lines());
    expect(block.slice(1, 4)).toEqual([
      expect.stringMatching(/^api {2}orders-api:live {2}41 -> 42 +released$/),
      expect.stringMatching(/^ {2}█+ {2}100%$/),
      'released: version 42 serves',
    ]);
    expect(block[4]).toMatch(/api \(orders-api:live\): released: version 42 serves$/);
  });

  it('has the numbers of all steps', async () => {
    const second = seen({ keys, seconds: 20, errors: 0, change: { step: 2, weight: 100 } });
    const { tell, lines, pass } = stage({ told: [...baking, stepped(2, 100, 55), second] });
    tell([rows(56, { weight: 100, step: 2 })]);
    await pass(1000);
    tell([over('42'), said('promoted', 'every step passed')]);
    expect(blockOf(lines()).slice(3, 5)).toEqual([
      '  42   70 requests  1 failed  1.4%',
      '  41  630 requests  0 failed    0%',
    ]);
  });

  it('has what its journal told last, also of a step that nobody saw from outside', async () => {
    const told = [...baking, stepped(2, 100, 55)];
    const { tell, lines, pass } = stage({ told });
    tell([rows(50, {})]);
    await pass(1000);
    expect(blockOf(lines())).not.toContain('alarms: orders-api-errors OK');
    tell([over('42'), said('promoted', 'every step passed')]);
    expect(blockOf(lines()).slice(5, 7)).toEqual([
      'alarms: orders-api-errors OK',
      'released: every step passed',
    ]);
  });

  it('keeps what one of two came to, that was done before the other', () => {
    const { tell, lines } = stage();
    const both = (seconds: number, api: object, worker: object): Event =>
      later('status.read', seconds, {
        functions: [
          { ...row, ...moving, ...api },
          { ...row, ...moving, key: 'worker', ...worker },
        ],
      });
    const closed = { version: '42', candidate: null, weight: 0, step: undefined, ...done };
    const last = { weight: 100, step: 2 };
    tell([both(50, {}, {}), both(55, last, last), both(60, last, closed), both(70, closed, closed)]);
    tell([said('promoted', 'every step passed')]);
    expect(blockOf(lines()).filter((line) => line.includes('█'))).toHaveLength(2);
  });
});

it('says of a release that is only watched that Ctrl-C stops watching', () => {
  const { tell, lines } = stage();
  const [row] = [
    { key: 'api', name: 'orders-api', alias: 'live', version: '41', candidate: '42', weight: 10 },
  ];
  const place = {
    state: 'rollingOut' as const,
    release: '01JDP3Q8V0ABCDEFGH123F7K2M',
    by: 'ci',
    leaseUntilMs: startMs + 99_000,
  };
  tell([
    later('status.read', 50, {
      functions: [{ ...row, ...place, step: 1, phase: 'bake', dueMs: startMs + 610_000 }],
    }),
  ]);
  expect(lines().at(-1)).toBe('p pause   n promote now   x abort   Ctrl-C stops watching');
});
