import { ShipitError } from '../../src/core/errors';
import { errorText } from '../../src/ui/errors';
import { Mask } from '../../src/ui/mask';
import { plainText } from '../../src/ui/style';

const textOf = (error: unknown, said: string[] = []): string[] =>
  errorText(error, { hasSaid: (line) => said.includes(line), columns: null, mask: new Mask() }).map(
    plainText,
  );

describe('a known error', () => {
  it('prints what happened, everything that is wrong, and the way out, without a stack', () => {
    const error = new ShipitError('badConfig', 'lambda.config.yaml has 2 problems', {
      problems: ['lambda.config.yaml:3:5 unknown key "memroySize"\n  did you mean memorySize?', 'no region'],
    });
    expect(textOf(error)).toEqual([
      'error: lambda.config.yaml has 2 problems',
      '  lambda.config.yaml:3:5 unknown key "memroySize"',
      '    did you mean memorySize?',
      '  no region',
      'hint: Correct the project file; `shipit validate` lists every problem in it.',
    ]);
  });

  it('keeps the lines of a longer message and of a longer hint together', () => {
    const error = new ShipitError('refused', 'first\nsecond', { hint: 'do this\nthen that' });
    expect(textOf(error)).toEqual(['error: first', '  second', 'hint: do this', '      then that']);
  });

  it('leaves out what stands on the screen already', () => {
    const error = new ShipitError('preflight', 'the preflight failed', { problems: ['one', 'two'] });
    expect(textOf(error, ['one', 'the preflight failed'])).toEqual([
      '  two',
      'hint: Nothing was written. Clear what stands above and run the command again.',
    ]);
    expect(textOf(error, ['one', 'two', 'the preflight failed', error.hint])).toEqual([]);
  });
});

describe('an unknown error', () => {
  it('is a bug: stack, causes, and where to report it', () => {
    const cause = new TypeError('x is undefined');
    const lines = textOf(new Error('outer', { cause }));
    expect(lines[0]).toBe('error: shipit met something it does not know. This is a bug in shipit.');
    expect(lines[1]).toBe('  Error: outer');
    expect(lines[2]).toMatch(/^ {6}at /);
    expect(lines).toContain('  Caused by: TypeError: x is undefined');
    expect(lines.at(-1)).toMatch(/^hint: Please report .* issues page that the README names/);
  });

  it('does not print what hangs on it, as the headers of a request', () => {
    const error = Object.assign(new Error('denied'), {
      $response: { headers: { authorization: 'AKIAxyz' } },
    });
    expect(textOf(error).join('\n')).not.toContain('AKIAxyz');
  });

  it('may be anything that was thrown, also a ring of causes', () => {
    expect(textOf('just text')[1]).toBe('  just text');
    expect(textOf(undefined)[1]).toBe('  undefined');
    const ring = new Error('ring');
    ring.cause = ring;
    expect(textOf(ring).filter((line) => line.includes('Caused by'))).toHaveLength(5);
  });
});
