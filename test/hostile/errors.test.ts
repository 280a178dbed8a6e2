/** What AWS, a file or a program says of itself when something is wrong. */
import { translate } from '../../src/aws/errors';
import { type Fault, ShipitError } from '../../src/core/errors';
import { openUi } from '../../src/ui/choose';
import { type KeptStreams, pipes, terminal } from '../ui/streams';
import { inertForRunner, inertOnTerminal, withoutColour } from './judge';
import { hostileTexts, longTexts } from './texts';

const wishes = { json: false, plain: false, payload: null, details: false };

const places: readonly (readonly [string, () => KeptStreams, (text: string) => void])[] = [
  ['a pipe', () => pipes(), inertOnTerminal],
  ['a terminal', () => terminal(80, { NO_COLOR: '', FORCE_COLOR: '1' }), inertOnTerminal],
  ['Actions', () => pipes({ GITHUB_ACTIONS: 'true', CI: 'true' }), inertForRunner],
];

const faultOf = (text: string): Fault => ({
  file: `${text}.yaml`,
  line: 3,
  column: 5,
  what: `${text} is no key`,
  hint: `write ${text}`,
  text: `    ${text}`,
});

const errors: readonly (readonly [string, (text: string) => unknown])[] = [
  [
    'a refusal of AWS',
    (text) =>
      translate(
        Object.assign(new Error(`${text} is not authorized`), {
          name: 'AccessDeniedException',
          $metadata: { httpStatusCode: 403 },
        }),
        { call: `UpdateAlias ${text}:live`, creates: false, secrets: [] },
      ),
  ],
  [
    'an error with a way out and problems',
    (text) =>
      new ShipitError('preflight', `${text} first`, {
        hint: `do ${text}`,
        problems: [`${text} first`, text],
      }),
  ],
  [
    'a fault in a file',
    (text) =>
      new ShipitError('badConfig', text, {
        problems: [`${text}.yaml:3:5  ${text} is no key  (write ${text})`],
        faults: [faultOf(text), { ...faultOf(text), line: 4, text: null }],
      }),
  ],
  ['a bug', (text) => Object.assign(new TypeError(text), { cause: new Error(text) })],
  ['something thrown that is no error', (text) => text],
];

describe.each(places)('on %s', (_, open, judge) => {
  describe.each(errors)('%s', (_name, errorOf) => {
    const shown = (text: string): string => {
      const { stderr, ...streams } = open();
      openUi({ ...streams, stderr }, wishes).fail(errorOf(text));
      return stderr.text;
    };

    test.each(Object.entries(hostileTexts))('with %s is inert', (_what, text) => {
      judge(shown(text));
    });

    test.each(Object.entries(longTexts))('with %s is inert, and short', (_what, text) => {
      const said = shown(text);
      judge(said);
      expect(said.split('\n').length).toBeLessThan(1500);
    });
  });
});

test('No line of an error looks like one of ours but for its first', () => {
  const streams = pipes();
  const text = 'x\nerror: y\nhint: z\nrelease: released (exit 0)';
  openUi(streams, wishes).fail(
    new ShipitError('preflight', text, { hint: text, problems: [text, `${text} too`] }),
  );
  const lines = withoutColour(streams.stderr.text).trimEnd().split('\n');
  expect(lines.filter((line) => !line.startsWith('  '))).toEqual(['error: x', 'hint: x']);
});
