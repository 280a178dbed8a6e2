/** An error as people read it: what happened, everything that is wrong, the way out. An unknown one is a bug. */
import { ShipitError } from '../core/errors';
import type { Line } from './style';

/** Causes are followed only so far: a chain may be a ring. */
const deepestCause = 5;

/** `hasSaid` tells which lines stand on the screen already. */
export function errorText(error: unknown, hasSaid: (line: string) => boolean): Line[] {
  return error instanceof ShipitError ? known(error, hasSaid) : unknownError(error);
}

function known(error: ShipitError, hasSaid: (line: string) => boolean): Line[] {
  const [first = '', ...rest] = error.message.split(/\r?\n/);
  const what = [`error: ${first}`, ...rest.map((line) => `  ${line}`)];
  const problems = error.problems.filter((problem) => !hasSaid(problem) && problem !== error.message);
  return [
    ...(hasSaid(error.message) ? [] : what).map((text): Line => [{ tone: 'bad', text }]),
    ...problems.flatMap((problem) => problem.split(/\r?\n/)).map((line) => `  ${line}`),
    ...(hasSaid(error.hint) ? [] : hintLines(error.hint)),
  ];
}

const hintLines = (hint: string): string[] =>
  hint.split(/\r?\n/).map((line, at) => (at === 0 ? `hint: ${line}` : `      ${line}`));

function unknownError(error: unknown): Line[] {
  return [
    [{ tone: 'bad', text: 'error: shipit met something it does not know. This is a bug in shipit.' }],
    ...stackOf(error, deepestCause).map((line) => `  ${line}`),
    'hint: Please report the lines above on the issues page that the README names; look through them for secrets first.',
  ];
}

/** Only stacks: other fields of an error of the SDK hold headers with credentials. */
function stackOf(error: unknown, depth: number): string[] {
  if (!(error instanceof Error)) return [String(error)];
  const own = (error.stack ?? `${error.name}: ${error.message}`).split(/\r?\n/);
  if (error.cause === undefined || depth === 0) return own;
  const [first = '', ...rest] = stackOf(error.cause, depth - 1);
  return [...own, `Caused by: ${first}`, ...rest];
}
