/** The file of events beside any view. */
import { openUi } from '../../src/ui/choose';
import { allEvents, examples } from './examples';
import { KeptStream, pipes, terminal } from './streams';

const nothing = { json: false, plain: false, payload: null, details: false };

const logged = (log: KeptStream) => log.lines.map((line) => JSON.parse(line));

describe.each([
  ['live', terminal(80), nothing],
  ['plain', pipes(), nothing],
  ['json', pipes(), { ...nothing, json: true }],
  ['a payload', pipes(), { ...nothing, payload: 'plan.made' as const }],
])('beside %s', (_view, streams, wishes) => {
  const log = new KeptStream();
  const ui = openUi({ ...streams, log }, wishes);
  for (const event of allEvents) ui.report.tell(event);
  ui.close();

  it('stands every event as with --json, one a write, but for what opens the page', () => {
    const json = pipes();
    const other = openUi(json, { ...nothing, json: true });
    for (const event of allEvents) other.report.tell(event);
    const told = json.stdout.writes.map((line) => line.replace(/\?token=[^"]*/, ''));
    expect(told).not.toEqual(json.stdout.writes);
    expect(log.writes).toEqual(told);
    expect(logged(log)).toHaveLength(allEvents.length);
  });
});

test('what was hidden is masked, and what GitHub would obey stays as it is: no runner reads a file', () => {
  const log = new KeptStream();
  const ui = openUi({ ...pipes({ GITHUB_ACTIONS: 'true' }), log }, nothing);
  ui.hide(['correct horse battery']);
  ui.report.tell({ ...examples.warning, message: 'correct horse battery\n::error::boo\x1b[2J' });
  expect(logged(log)).toMatchObject([{ message: '***\n::error::boo\x1b[2J' }]);
  expect(log.text).not.toContain('\x1b');
});

test('a last event that only machines are told stands in the file and on no screen', () => {
  const log = new KeptStream();
  const streams = { ...pipes(), log };
  openUi(streams, nothing).keep(examples['plan.finished']);
  expect(logged(log)).toMatchObject([{ type: 'plan.finished' }]);
  expect(streams.stderr.text + streams.stdout.text).toBe('');
});

describe('a file that fails later', () => {
  const failing = () => ({
    tries: 0,
    write(): void {
      this.tries += 1;
      throw new Error('--log-file events.jsonl cannot be written: the disk is full');
    },
  });

  it('is said once, and tried at each event', () => {
    const log = failing();
    const streams = { ...pipes(), log };
    const ui = openUi(streams, nothing);
    for (const event of allEvents) ui.report.tell(event);
    expect(streams.stderr.text.split('the disk is full')).toHaveLength(2);
    expect(log.tries).toBe(allEvents.length);
  });

  it('is an event for machines', () => {
    const streams = { ...pipes(), log: failing() };
    openUi(streams, { ...nothing, json: true }).report.tell(examples['local.ready']);
    expect(streams.stdout.lines.map((line) => JSON.parse(line).type)).toEqual(['warning', 'local.ready']);
  });
});
