/** The live view in a real terminal: what it looks like, what its keys do to a real rollout, and how it is left. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { CommandFolder } from '../stories/command';
import { Tmux, whyNoTmux } from './tmux';

const root = resolve(__dirname, '../..');
const shipit = `node ${resolve(root, 'bin/run.js')}`;
const play = `node -r ${root}/bench/register.js ${resolve(__dirname, 'play.ts')}`;
const golden = (name: string): string =>
  readFileSync(resolve(root, 'test/golden', `${name}.txt`), 'utf8').trimEnd();
const patienceMs = 40_000;

/** The last look of the play, and its last line. */
const playedOut = /errors ▁██▁█ up to 0\.67%[\s\S]*Ctrl-C goes back$/;

const why = whyNoTmux();
const inTmux = why === null ? describe : describe.skip;
if (why !== null) process.emitWarning(`the terminal is not tested: ${why}`);

let open: Tmux | null = null;
const tmux = (columns: number, rows: number, cwd = root): Tmux => {
  open = new Tmux({ columns, rows }, cwd);
  return open;
};
afterEach(() => {
  const last = open;
  open = null;
  last?.close();
});

inTmux('a captured screen', () => {
  /** `clear; <play>` in tmux 80x24, `tmux capture-pane -p`, and look at it before it becomes golden. */
  it.each([
    ['live-80x24', 80, 24, '1'],
    ['live-80x24-fifty', 80, 24, '50'],
    ['live-200x50', 200, 50, '3'],
  ])('looks like test/golden/%s.txt', async (name, columns, rows, functions) => {
    const terminal = tmux(columns, rows);
    terminal.type(`clear; ${play} ${functions}`);
    const screen = await terminal.still(playedOut, patienceMs);
    expect(screen).toBe(golden(name));
  });

  it('is whole after the window became narrower and wider, and no line of it stands there twice', async () => {
    const terminal = tmux(80, 24);
    terminal.type(`clear; ${play} 1`);
    await terminal.still(playedOut, patienceMs);
    for (const columns of [60, 120, 47, 80]) {
      terminal.resize({ columns, rows: 24 });
      const bar = Math.min(60, columns - 11);
      await terminal.until(/^ {2}█+░+ +10%$/m, patienceMs);
      const screen = await terminal.still(new RegExp(`^ {2}[█░]{${bar}} +10%$`, 'm'), patienceMs);
      const lines = screen.split('\n');
      for (const part of [
        /^release 3F7K2M by/,
        /^api {2}/,
        / 10%$/,
        /^ {2}42 /,
        /^ {2}41 /,
        /^next: /,
        /^p pause/,
      ])
        expect([part, lines.filter((line) => part.test(line)).length]).toEqual([part, 1]);
    }
    const [before, block] = golden('live-80x24').split(/(?=^release)/m);
    expect(terminal.screen().slice(-(block?.length ?? 0))).toBe(block);
    const all = terminal.all();
    for (const line of before?.trimEnd().split('\n') ?? []) expect(all.split(line)).toHaveLength(2);
  });

  it('stays in the scrollback when it is over, without keys, and the terminal is as it was', async () => {
    const terminal = tmux(80, 24);
    terminal.type(
      `clear; stty -a > ${open ? '/dev/null' : ''}; ${play} 1 end; stty -a | grep -c -- "-icanon\\|-echo "`,
    );
    const screen = await terminal.until(/\n0\n/, patienceMs);
    expect(screen).toMatch(/release: rolled back \(exit 3\)\n0/);
    expect(screen).not.toMatch(/p pause/);
  });
});

const config = `project: orders
region: eu-west-1
defaults:
  runtime: nodejs24.x
  role: arn:aws:iam::123456789012:role/orders
  testEvents: event.json
rollouts:
  asked:
    steps:
      - { weight: 10%, bake: 15s, approval: { expires: 10h, then: rollback } }
      - { weight: 50%, bake: 2h }
functions:
  api: { code: ., handler: index.handler }
`;

inTmux('the keys, on a real rollout of the local AWS', () => {
  let folder: CommandFolder;
  let code = 0;
  const change = () => {
    code += 1;
    folder.write('index.js', `exports.handler = async () => ${code};\n`);
  };
  beforeEach(async () => {
    folder = new CommandFolder();
    folder.write('lambda.config.yaml', config);
    folder.write('event.json', '{}');
    change();
    const { code: exitCode, stderr } = await folder.run('deploy --local --port 0 --speed 100 --yes');
    expect([exitCode, exitCode === 0 ? '' : stderr]).toEqual([0, '']);
    change();
  });
  afterEach(() => folder.remove());

  /** The deploy in a terminal, as soon as it has keys; the shell says how it ended, and what it found of the terminal. */
  async function deploying(words: string): Promise<Tmux> {
    const terminal = tmux(80, 24, folder.path);
    terminal.type(
      `clear; stty -a >before; ${shipit} deploy --local --port 0 --speed 15 --traffic 1/s --yes ${words}; echo "ended with $?"; stty -a >after; cmp before after && echo as it was`,
    );
    // A short bake may be over before anybody looks.
    await terminal.until(/(p pause|a approve) {3}n promote now {3}x abort/, 2 * patienceMs);
    return terminal;
  }

  const ended = (terminal: Tmux, exitCode: number): Promise<string> =>
    terminal.until(new RegExp(`ended with ${exitCode}\\nas it was`), 2 * patienceMs);

  it('pause, resume and promote, which needs its confirmation', async () => {
    const terminal = await deploying('--canary 10%/2h');
    terminal.press('p');
    await terminal.until(/step 1, paused[\s\S]*pause: obeyed\np resume/, patienceMs);
    terminal.press('p');
    await terminal.until(/step 1 of 2, [\s\S]*resume: obeyed\np pause/, patienceMs);
    terminal.press('n');
    await terminal.until(/n again to confirm: all requests go to the new version now\np pause/, patienceMs);
    terminal.press('a');
    await terminal.until(/a: nothing waits for approval now\np pause/, patienceMs);
    terminal.press('n');
    await terminal.until(/n again to confirm/, patienceMs);
    terminal.press('n');
    const screen = await ended(terminal, 0);
    expect(screen).toMatch(/api \(orders-api:live\): released, version 2 serves/);
  });

  it('approve a step that waits, and abort, which needs its confirmation', async () => {
    const terminal = await deploying('--rollout asked');
    await terminal.until(
      /step 1, waits for approval[\s\S]*\na approve {3}n promote now {3}x abort/,
      patienceMs,
    );
    terminal.press('a');
    await terminal.until(/step 2 of \d, [\s\S]*approve: obeyed\np pause/, patienceMs);
    terminal.resize({ columns: 60, rows: 24 });
    await terminal.until(/^ {2}█+░+ {3}50%$/m, patienceMs);
    terminal.resize({ columns: 80, rows: 24 });
    terminal.press('x');
    await terminal.until(
      /x again to confirm: all requests go back to the version before\np pause/,
      patienceMs,
    );
    terminal.press('x');
    const screen = await ended(terminal, 3);
    expect(screen).toMatch(/api \(orders-api:live\): aborted and restored, version 1 serves/);
  });

  it('give the terminal back while the deploy is stopped, and when a signal ends it', async () => {
    const terminal = await deploying('--canary 10%/2h');
    terminal.press('C-z');
    await terminal.until(/Stopped[\s\S]*as it was/, patienceMs);
    terminal.type('clear; fg');
    await terminal.until(/p pause {3}n promote now {3}x abort/, patienceMs);
    terminal.press('C-c');
    // Not before the shell reads what is typed.
    await terminal.until(/release: aborted and restored \(exit 130\)[\s\S]*\n\$$/, 2 * patienceMs);
    terminal.type('clear; stty -a >after; cmp before after && echo as it was');
    await terminal.until(/^as it was/m, patienceMs);
  });
});
