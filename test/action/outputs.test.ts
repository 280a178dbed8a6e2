/** Outputs become variables of the next step, so each has a bound. */
import { endingOf, outputsOf } from '../../action/outputs';
import { nothingTold, type Told } from '../../action/told';

const refused = (problems: readonly string[]): Told => ({
  ...nothingTold,
  last: { exitCode: 2, problems },
  isOver: true,
});
const becauseOf = (told: Told, exitCode: number): string =>
  outputsOf(told, endingOf(told, exitCode), false).because ?? '';

test('because is no more than 8,000 bytes, cut after a line', () => {
  const told = refused(Array.from({ length: 900 }, (_, at) => `problem ${at} é`));
  const because = becauseOf(told, 2);
  expect(Buffer.byteLength(because)).toBeLessThanOrEqual(8000);
  expect(because).toMatch(/^problem 0 é\n(problem \d+ é\n)+\[cut: \d+ bytes in all\]$/);
});

test('one long line is cut between two characters', () => {
  for (const lead of ['', 'x']) {
    const because = becauseOf(refused([lead + 'é'.repeat(5000)]), 2);
    expect(Buffer.byteLength(because)).toBeLessThanOrEqual(8000);
    expect(because).toMatch(/^x?é+\[cut: \d+ bytes in all\]$/);
  }
  expect(becauseOf(refused(['short']), 2)).toBe('short');
});

test('a command without a last word leaves its exit code', () => {
  expect(becauseOf(nothingTold, 1)).toBe('it ended with exit 1; the log says why');
  expect(becauseOf(nothingTold, 0)).toBe('');
});
