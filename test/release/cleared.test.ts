import { ShipitError } from '../../src/core/errors';
import { despite } from '../../src/release/cleared';

const finished: Parameters<typeof despite>[1] = {
  ...{ v: 1, type: 'release.finished', at: 0, release: '01JD3B6E9GQX2K5V7N8M4T0R1A', exitCode: 3 },
  ...{ outcome: 'rolledBack', functions: [], problems: [] },
};

it('a refusal after another release was taken back does not say that nothing was written', () => {
  const refusal = new ShipitError('preflight', 'two checks failed', { problems: ['a fires', 'b fires'] });
  const told = despite(refusal, finished);
  expect(told).toMatchObject({
    code: 'preflight',
    problems: ['a fires', 'b fires', 'before that, release 4T0R1A, whose owner was gone, was taken back'],
    hint: 'Of this release, nothing was written. Clear what stands above and run the command again.',
  });
  const stopped = new ShipitError('interrupted', 'stopped before anything was written');
  expect(despite(stopped, { ...finished, outcome: 'promoted' })).toMatchObject({
    message: 'stopped before anything of this release was written',
    problems: [expect.stringMatching(/of this release/), expect.stringMatching(/was carried to its end$/)],
  });
});

it('what is a bug stays one', () => {
  const bug = new TypeError('x is undefined');
  expect(despite(bug, finished)).toBe(bug);
});
