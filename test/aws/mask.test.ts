import { maskValues } from '../../src/aws/mask';

const shown = '(not shown)';

describe('messages of AWS that echo the environment', () => {
  test('the 4 KB refusal keeps its first sentence', () => {
    const text = 'exceeded the 4KB limit. String measured: {"KEY":"ab","LINES":"a\nb"}';
    expect(maskValues(text, ['ab', 'a\nb'])).toBe(`exceeded the 4KB limit. String measured: ${shown}`);
  });

  test('the refusal of a form loses the whole map', () => {
    const text =
      "1 validation error detected: Value '{K=it's me}' at 'environment.variables' failed to satisfy";
    expect(maskValues(text, ["it's me"])).toBe(
      `1 validation error detected: Value ${shown} at 'environment.variables' failed to satisfy`,
    );
  });

  test('values are taken out wherever they stand, plain or as JSON writes them, the longest first', () => {
    const text = 'no secret-long, no secret, no a\\"b';
    expect(maskValues(text, ['secret', 'secret-long', 'a"b'])).toBe(`no ${shown}, no ${shown}, no ${shown}`);
  });

  test('a text stays as it is where nothing was sent', () => {
    expect(maskValues('String measured: x', [])).toBe('String measured: x');
  });
});
