/** --quiet, and what --verbose and --debug add to the views. */
import { ShipitError } from '../../src/core/errors';
import { openUi, type Wishes } from '../../src/ui/choose';
import { allEvents, examples } from './examples';
import { pipes, screenAfter, terminal } from './streams';

const quiet: Wishes = { json: false, plain: false, payload: null, details: false, talk: 'quiet' };

it.each([
  ['in a pipe', pipes()],
  ['on a terminal', terminal(80)],
])('quiet has warnings, errors and the last word alone, %s', (_where, streams) => {
  const ui = openUi(streams, quiet);
  for (const event of allEvents) ui.report.tell(event);
  const said = streams.stderr.text;
  expect(said).toContain('warning: ');
  expect(said).toContain('ROLLING BACK');
  expect(said).toContain('release: ');
  expect(said).not.toContain('published');
  expect(said).not.toContain('preflight: alarms are quiet');
  expect(said).not.toContain('\x1b[J');
});

it('quiet leaves what was asked for on stdout', () => {
  const streams = pipes();
  openUi(streams, { ...quiet, payload: 'plan.made' }).report.tell(examples['plan.made']);
  expect(streams.stdout.text).toContain('update  api');
  expect(streams.stderr.text).toBe('');
});

describe('a call to AWS', () => {
  const failed = { ...examples['aws.called'], status: 429, error: 'TooManyRequestsException', attempt: 2 };

  it('is a line in a log', () => {
    const streams = pipes();
    const ui = openUi(streams, { ...quiet, talk: null });
    ui.report.tell(examples['aws.called']);
    ui.report.tell({ ...failed, requestId: null, input: '{"FunctionName":"f"}' });
    ui.report.tell({ ...failed, status: 0, attempt: 1, error: 'TimeoutError', requestId: null });
    expect(streams.stderr.lines.map((line) => line.slice(10))).toEqual([
      'lambda UpdateAlias: 200, 81 ms, request 5e6f7a8b-0000-4000-8000-000000000000',
      'lambda UpdateAlias: 429 TooManyRequestsException, try 2, 81 ms',
      '  {"FunctionName":"f"}',
      'lambda UpdateAlias: no answer TimeoutError, 81 ms',
    ]);
  });

  it('is a line above the block of a terminal', () => {
    const streams = terminal(80);
    const ui = openUi(streams, { ...quiet, talk: null });
    ui.report.tell(examples['release.started']);
    ui.report.tell(examples['aws.called']);
    const screen = screenAfter(streams.stderr.writes);
    const at = screen.findIndex((line) => line.includes('lambda UpdateAlias: 200'));
    expect(at).toBeGreaterThan(0);
    expect(at).toBeLessThan(screen.length - 1);
  });
});

describe('where a known error came from', () => {
  const traced = {
    ...examples['error.traced'],
    code: 'accessDenied',
    lines: ['ShipitError: no', '    at here'],
  };

  it('is shown and kept for those who asked', () => {
    const streams = pipes();
    openUi(streams, { ...quiet, talk: 'debug' }).report.tell(traced);
    expect(streams.stderr.text).toContain('    at here');
    const json = pipes();
    openUi(json, { ...quiet, json: true, talk: 'debug' }).report.tell(traced);
    expect(json.stdout.lines.map((line) => JSON.parse(line))).toMatchObject([{ lines: traced.lines }]);
  });

  it('disturbs nobody else', () => {
    const [streams, json] = [pipes(), pipes()];
    openUi(streams, { ...quiet, talk: null }).report.tell(traced);
    openUi(json, { ...quiet, json: true, talk: null }).report.tell(traced);
    expect(streams.stderr.text + json.stdout.text).toBe('');
  });

  it('has no secret in it', () => {
    const streams = pipes();
    const ui = openUi(streams, { ...quiet, talk: 'debug' });
    ui.hide(['correct horse']);
    ui.report.tell({ ...traced, lines: ['ShipitError: correct horse'] });
    ui.fail(new ShipitError('refused', 'correct horse'));
    expect(streams.stderr.text).not.toContain('correct horse');
  });
});
