import { type Fault, ShipitError } from '../../src/core/errors';
import type { Event } from '../../src/core/events';
import { Secret } from '../../src/core/secret';
import { chooseMode, openUi, type Ui } from '../../src/ui/choose';
import { openStreams, readFlags } from '../../src/ui/streams';
import { wantsColour } from '../../src/ui/style';
import { allEvents, examples, later } from './examples';
import { type KeptStreams, pipes, terminal } from './streams';

const nothing = { json: false, plain: false };

describe('the view', () => {
  it('is live on a terminal that can move its cursor', () => {
    expect(chooseMode(terminal(80), nothing)).toBe('live');
    expect(chooseMode(terminal(40), nothing)).toBe('live');
  });

  it.each([
    ['in a pipe', pipes()],
    ['in a pipe that knows a width', pipes({ COLUMNS: '120' })],
    ['in CI, though it has a terminal', terminal(80, { CI: 'true' })],
    ['on a dumb terminal', terminal(80, { TERM: 'dumb' })],
    ['in a narrow window', terminal(39)],
    ['on a terminal of no columns at all', terminal(0)],
    ['for a screen reader', terminal(80, { ACCESSIBLE: '1' })],
  ])('is plain lines %s', (_where, streams) => {
    expect(chooseMode(streams, nothing)).toBe('plain');
  });

  it('is what the flags say first', () => {
    expect(chooseMode(terminal(80), { json: false, plain: true })).toBe('plain');
    expect(chooseMode(terminal(80), { json: true, plain: true })).toBe('json');
    expect(chooseMode(pipes(), { json: true, plain: false })).toBe('json');
  });

  it('is live where COLUMNS says the width that the terminal does not know', () => {
    expect(chooseMode(terminal(0, { COLUMNS: '100' }), nothing)).toBe('live');
  });

  it('off a terminal holds no escape code for any event', () => {
    const streams = pipes({ COLUMNS: '0' });
    const ui = openUi(streams, { ...nothing, payload: 'status.read', details: false });
    for (const event of allEvents) ui.report.tell(event);
    expect(streams.stderr.text + streams.stdout.text).not.toContain('\x1b');
  });
});

describe('stdout', () => {
  it('holds events alone with --json, also when the command fails', () => {
    const streams = pipes();
    const ui = openUi(streams, { json: true, plain: false, payload: 'plan.made', details: false });
    for (const event of allEvents) ui.report.tell(event);
    ui.print(['a text for people']);
    ui.fail(new ShipitError('noRegion', 'no region'));
    expect(streams.stdout.lines.map((line) => JSON.parse(line).type)).toEqual(
      allEvents.map(({ type }) => type),
    );
    expect(streams.stderr.lines[0]).toBe('error: no region');
  });

  it('holds the text that was asked for, and stderr the rest', () => {
    const streams = pipes();
    const ui = openUi(streams, { ...nothing, payload: 'plan.made', details: false });
    ui.report.tell(examples['preflight.checked']);
    ui.report.tell(examples['plan.made']);
    expect(streams.stdout.text).toContain('update  api');
    expect(streams.stderr.text).toBe('02:13:05Z preflight: alarms are quiet: ok\n');
  });

  it('holds nothing for a command that only tells', () => {
    const streams = pipes();
    const ui = openUi(streams, { ...nothing, payload: null, details: false });
    for (const event of allEvents) ui.report.tell(event);
    expect(streams.stdout.text).toBe('');
  });
});

describe('a failure', () => {
  it('does not say again what the events said, but always the way out', () => {
    const streams = pipes();
    const ui = openUi(streams, { ...nothing, payload: null, details: false });
    const refusal = later('release.finished', 0, {
      release: null,
      outcome: 'refused',
      exitCode: 2,
      functions: [],
      problems: ['no region'],
    });
    ui.report.tell(refusal);
    ui.fail(new ShipitError('noRegion', 'no region'));
    expect(streams.stderr.lines).toEqual([
      '02:13:05Z no region',
      '02:13:05Z release: refused (exit 2)',
      'hint: Write `region:` into the project file, pass --region, or set AWS_REGION.',
    ]);
  });

  it('comes below a live view, which stays', () => {
    const streams = terminal(80);
    const ui = openUi(streams, { ...nothing, payload: null, details: false });
    ui.report.tell(examples['plan.made']);
    ui.fail(new ShipitError('interrupted', 'interrupted'));
    expect(streams.stderr.writes.at(-1)).toBe('error: interrupted\nhint: Run the command again.\n');
  });

  it('does not show a secret, in whatever view', () => {
    for (const json of [true, false]) {
      const streams = pipes();
      const ui = openUi(streams, { json, plain: false, payload: null, details: false });
      ui.hide(['hunter2hunter2']);
      ui.report.tell(later('warning', 0, { message: 'password hunter2hunter2' }));
      ui.fail(new Error('password hunter2hunter2'));
      expect(streams.stdout.text + streams.stderr.text).not.toContain('hunter2');
      expect(streams.stdout.text + streams.stderr.text).toContain('password ***');
    }
  });
});

const faults = [4, 9].map((line) => ({
  file: 'lambda.config.yaml',
  line,
  column: 5,
  what: 'unknown key `memroySize`',
  hint: 'did you mean `memorySize`?',
  text: '    memroySize: 512\x1b[2J',
}));
const problems = faults.map(
  ({ line }) => `lambda.config.yaml:${line}:5  unknown key \`memroySize\`  (did you mean \`memorySize\`?)`,
);
const [problem = ''] = problems;
const wrongFile = new ShipitError('badConfig', problem, { problems, faults, hint: 'Mend it.' });
const refused = later('validate.finished', 0, { exitCode: 2, problems: [...problems, 'Mend it.'], faults });

describe('a wrong project file', () => {
  function told(streams: KeptStreams, plain = false) {
    const ui = openUi(streams, { json: false, plain, payload: null, details: false });
    ui.fail(wrongFile);
    ui.report.tell(refused);
    ui.close();
    return streams.stderr.lines;
  }

  it('is shown on a terminal: each line that is wrong with a caret, and how many there are', () => {
    expect(told(terminal(60))).toEqual([
      `error: ${problem}`,
      ' 4 |     memroySize: 512^[[2J',
      '   |     ^',
      `error: ${problems[1]}`,
      ' 9 |     memroySize: 512^[[2J',
      '   |     ^',
      '2 problems in lambda.config.yaml',
      'hint: Mend it.',
    ]);
    expect(told(terminal(0))).toContain('   |     ^');
  });

  it.each([
    ['in a pipe', pipes(), false],
    ['in CI, though it has a terminal', terminal(80, { CI: '1' }), false],
    ['for a screen reader', terminal(80, { ACCESSIBLE: '1' }), false],
    ['with --plain', terminal(80), true],
  ])('is one line a problem %s, said once', (_where, streams, plain) => {
    expect(told(streams, plain)).toEqual([`error: ${problem}`, `  ${problems[1]}`, 'hint: Mend it.']);
  });

  it('says the same without colour', () => {
    const coloured = told(terminal(60, { FORCE_COLOR: '1' })).join('\n');
    expect(coloured).toContain('\x1b[31m^\x1b[39m');
    expect(coloured.replace(/\x1b\[\d+m/g, '')).toBe(told(terminal(60)).join('\n'));
  });
});

describe('GitHub Actions', () => {
  const env = { GITHUB_ACTIONS: 'true', GITHUB_WORKSPACE: '/repo' };
  const unmatched = '::remove-matcher owner=shipit::';
  const commandsOf = (streams: KeptStreams) =>
    streams.stderr.lines.filter((line) => line.startsWith('::') && line !== unmatched);

  it('is kept from finding in the lines what it gets an annotation for', () => {
    const streams = pipes(env);
    openUi(streams, { json: false, plain: false, payload: null, details: false }).fail(wrongFile);
    expect(streams.stderr.lines.indexOf(unmatched)).toBe(0);
  });

  it.each([
    ['the error', (ui: Ui) => ui.fail(wrongFile)],
    ['the last event', (ui: Ui) => ui.report.tell(refused)],
    ['both', (ui: Ui) => [ui.fail(wrongFile), ui.report.tell(refused)]],
  ])('gets an annotation a fault, once, from %s', (_what, tell) => {
    for (const json of [true, false]) {
      const streams = pipes(env);
      tell(openUi(streams, { json, plain: false, payload: null, details: false }));
      expect(commandsOf(streams)).toEqual(
        [4, 9].map(
          (line) =>
            `::error file=lambda.config.yaml,line=${line},col=5,title=shipit::unknown key \`memroySize\`  (did you mean \`memorySize\`?)`,
        ),
      );
      expect(streams.stdout.text).not.toContain('::');
    }
  });

  it('gets one annotation for a refusal without a place, and for a bug', () => {
    const streams = pipes(env);
    openUi(streams, { ...nothing, payload: null, details: false }).fail(
      new ShipitError('noRegion', 'no region\n::error::x'),
    );
    expect(commandsOf(streams)).toEqual([
      '::error title=shipit::no region%0A::error::x%0AWrite `region:` into the project file, pass --region, or set AWS_REGION.',
    ]);
    const bug = pipes(env);
    openUi(bug, { ...nothing, payload: null, details: false }).fail(new TypeError('x is undefined'));
    expect(commandsOf(bug)).toEqual([expect.stringMatching(/^::error title=shipit::shipit met something/)]);
  });

  it('gets none for what went well, and none elsewhere', () => {
    const well = pipes(env);
    openUi(well, { ...nothing, payload: null, details: false }).report.tell(examples['build.finished']);
    const elsewhere = pipes({ CI: 'true' });
    openUi(elsewhere, { ...nothing, payload: null, details: false }).fail(wrongFile);
    expect([...commandsOf(well), ...commandsOf(elsewhere)]).toEqual([]);
  });

  it('is told how many faults it does not show', () => {
    const many = Array.from({ length: 12 }, (_, line) => ({ ...faults[0], line: line + 1 }) as Fault);
    const streams = pipes(env);
    const error = new ShipitError('badConfig', 'wrong', { problems: many.map(String), faults: many });
    openUi(streams, { ...nothing, payload: null, details: false }).fail(error);
    expect(commandsOf(streams)).toHaveLength(10);
    expect(streams.stderr.lines.at(-1)).toBe('GitHub shows 10 annotations a step; 2 more are in this log.');
  });

  it('never gets a secret in an annotation, nor a control character', () => {
    const streams = pipes(env);
    const ui = openUi(streams, { ...nothing, payload: null, details: false });
    ui.hide(['100% secret']);
    ui.fail(new ShipitError('invalid', 'AWS refused `100% secret` \x1b[2J'));
    expect(commandsOf(streams)).toEqual([expect.stringContaining('AWS refused `***` ^[[2J')]);
  });
});

describe('an event that is kept', () => {
  it('holds no secret in any text of it, and is what it was otherwise', () => {
    const ui = openUi(pipes(), { ...nothing, payload: null, details: false });
    ui.hide(['hunter2hunter2']);
    for (const event of allEvents) expect(ui.clean(event)).toEqual(event);
    const told = later('validate.finished', 0, {
      problems: ['hunter2hunter2'],
      faults: [
        { file: 'f', line: 1, column: 1, what: 'the value hunter2hunter2', hint: 'not hunter2hunter2' },
      ],
    });
    expect(JSON.stringify(ui.clean(told))).not.toContain('hunter2');
    const held = { ...told, problems: [new Secret('s3cret-s3cret')] } as unknown as Event;
    expect(JSON.stringify(ui.clean(held))).toMatch(/\(secret \w+\)/);
  });
});

describe('text that a view lays out', () => {
  it('holds no half of a secret where a line is broken', () => {
    const streams = terminal(60);
    const ui = openUi(streams, { ...nothing, payload: null, details: false });
    ui.hide(['correct horse battery staple']);
    const because = `${'word '.repeat(9)}correct horse battery staple`;
    ui.report.tell(examples['release.started']);
    ui.report.tell(later('rollout.restoring', 1, { because }));
    expect(streams.stderr.text).toContain('word ***');
    expect(streams.stderr.text).not.toMatch(/correct|battery/);
  });

  it('keeps the lines of a problem, and says them once', () => {
    const streams = pipes();
    const ui = openUi(streams, { ...nothing, payload: null, details: false });
    const problem = 'lambda.config.yaml:3:5 \x1bbad key\n  3 | bad: 1\n      ^';
    ui.report.tell(later('validate.finished', 0, { problems: [problem] }));
    ui.fail(
      new ShipitError('badConfig', 'lambda.config.yaml is wrong', { problems: [problem], hint: 'Mend it.' }),
    );
    expect(streams.stderr.lines).toEqual([
      '02:13:05Z lambda.config.yaml:3:5 ^[bad key',
      '02:13:05Z   3 | bad: 1',
      '02:13:05Z       ^',
      'error: lambda.config.yaml is wrong',
      'hint: Mend it.',
    ]);
  });
});

describe('the environment', () => {
  it('decides about colour as no-color.org and Node do', () => {
    const colour = (env: Record<string, string>, isTTY = true) =>
      wantsColour({ write: () => undefined, isTTY }, readFlags({ TERM: 'xterm', ...env }));
    expect(colour({})).toBe(true);
    expect(colour({}, false)).toBe(false);
    expect(colour({ NO_COLOR: '1' })).toBe(false);
    expect(colour({ NO_COLOR: '' })).toBe(true);
    expect(colour({ TERM: 'dumb' })).toBe(false);
    expect(colour({ FORCE_COLOR: '1' }, false)).toBe(true);
    expect(colour({ FORCE_COLOR: '1', NO_COLOR: '1' }, false)).toBe(true);
    expect(colour({ FORCE_COLOR: '0' })).toBe(false);
  });

  it('says whether the locale has block characters, and that CI=false is no CI', () => {
    expect(readFlags({ LANG: 'en_US.UTF-8' }).unicode).toBe(true);
    expect(readFlags({ LANG: 'en_US.UTF-8', LC_ALL: 'C' }).unicode).toBe(false);
    expect(readFlags({}).unicode).toBe(false);
    expect(readFlags({ CI: 'false' }).ci).toBe(false);
    expect(readFlags({ COLUMNS: '-3' }).columns).toBeNull();
  });

  it('is joined with the real streams, whose reader may go away', () => {
    const streams = openStreams({ CI: '1' }, null);
    expect(streams.flags.ci).toBe(true);
    expect(process.stdout.listenerCount('error')).toBeGreaterThan(0);
    expect(process.stderr.listenerCount('error')).toBeGreaterThan(0);
    expect(streams.stdout).not.toBe(streams.stderr);
  });
});
