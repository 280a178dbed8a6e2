import { Duration } from '../core/values';
import { commandFlaw } from './command';
import type { Path } from './places';
import type { Problem } from './problem';
import { keyProblem, type Spot, valueProblem } from './rule';
import type { Build, BuildCommand } from './schema.gen';

/** What the schema cannot say about what runs before code is packed. */
export function buildProblems(spot: Spot, build: Build | undefined): Problem[] {
  if (build == null) return [];
  if (typeof build === 'string' || Array.isArray(build)) return runProblems(spot, ['build'], build);
  return [
    ...missingProblems(spot),
    ...(build.shell ? shellProblems(spot, build) : runProblems(spot, ['build', 'run'], build.run)),
    ...timeoutProblems(spot, build),
  ];
}

function missingProblems(spot: Spot): Problem[] {
  if (spot.has(['build', 'run'])) return [];
  return [keyProblem(spot, ['build'], { what: '`run` is missing', hint: 'such as run: npm run build' })];
}

function runProblems(spot: Spot, path: Path, run: BuildCommand['run']): Problem[] {
  if (run === undefined) return [];
  if (typeof run === 'string') {
    const flaw = commandFlaw(run);
    return flaw === null ? [] : [valueProblem(spot, path, flaw)];
  }
  if (run[0]?.trim() !== '') return [];
  const said = { what: 'the program has no name', hint: 'such as `[npm, run, build]`' };
  return [valueProblem(spot, [...path, 0], said)];
}

function shellProblems(spot: Spot, { run }: BuildCommand): Problem[] {
  if (typeof run === 'string' && run.trim() === '') {
    const said = { what: 'there is nothing for the shell to read', hint: 'such as `npm run build`' };
    return [valueProblem(spot, ['build', 'run'], said)];
  }
  if (!Array.isArray(run)) return [];
  const said = {
    what: 'a shell reads one text, and this is a list',
    hint: 'write a text, or delete `shell`',
  };
  return [valueProblem(spot, ['build', 'run'], said)];
}

function timeoutProblems(spot: Spot, { timeout }: BuildCommand): Problem[] {
  if (timeout === undefined || Duration.parse(timeout) !== 0) return [];
  const said = { what: `\`${timeout}\` leaves no time to build`, hint: 'write a longer time' };
  return [valueProblem(spot, ['build', 'timeout'], said)];
}
