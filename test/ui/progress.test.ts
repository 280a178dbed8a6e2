/** Uploads and waits in a log. */
import { openUi } from '../../src/ui/choose';
import { later } from './examples';
import { pipes, screenAfter, terminal } from './streams';

const wishes = { json: false, plain: true, payload: null, details: false };
const words = (lines: readonly string[]) => lines.map((line) => line.slice(10));

it('an upload is told every ten seconds, and not at all when it is over before', () => {
  const streams = pipes();
  const ui = openUi(streams, wishes);
  for (const second of [0, 4, 9, 11, 15, 22, 30])
    ui.report.tell(later('artifact.sending', second, { sentBytes: second * 2_000_000, bytes: 61_234_567 }));
  ui.report.tell(later('artifact.sending', 31, { key: 'other', sentBytes: 10, bytes: 10 }));
  expect(words(streams.stderr.lines)).toEqual([
    'api: 22.0 MB of 61.2 MB (35%) sent to s3://orders-code/q1w2.zip',
    'api: 44.0 MB of 61.2 MB (71%) sent to s3://orders-code/q1w2.zip',
  ]);
});

it('a wait is told with what it waits for and how long', () => {
  const streams = pipes();
  openUi(streams, wishes).report.tell(later('function.waiting', 15));
  expect(words(streams.stderr.lines)).toEqual([
    'api: waiting for orders-api:42 to become Active, for 15s now',
  ]);
});

it('of hundreds of waits a dozen stand for all within ten seconds', () => {
  const streams = pipes();
  const ui = openUi(streams, wishes);
  for (let at = 0; at < 500; at += 1)
    ui.report.tell(later('function.waiting', 5 + at / 100, { key: `f${at}` }));
  expect(streams.stderr.lines).toHaveLength(12);
  ui.report.tell(later('function.waiting', 15.5));
  expect(streams.stderr.lines).toHaveLength(13);
});

it('stands in the block of a terminal', () => {
  const streams = terminal(100);
  const ui = openUi(streams, { ...wishes, plain: false });
  ui.report.tell(later('release.started', 1));
  ui.report.tell(later('function.waiting', 15));
  expect(screenAfter(streams.stderr.writes).join('\n')).toContain('waits for orders-api:42');
});
