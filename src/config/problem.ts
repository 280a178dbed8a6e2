import { ShipitError } from '../core/errors';

/** Both count from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** One thing that is wrong in the project file, where, and the way out. */
export interface Problem {
  readonly at: Position;
  readonly what: string;
  readonly hint: string | null;
}

const shownProblems = 200;

/** `lambda.config.yaml:12:5`. */
export const locate = (file: string, at: Position): string => `${file}:${at.line}:${at.column}`;

/** The error with one line a problem, `lambda.config.yaml:12:5  what  (hint)`, in the order of the file, each once. */
export function badConfig(file: string, problems: readonly Problem[]): ShipitError {
  const sorted = [...problems].sort((a, b) => a.at.line - b.at.line || a.at.column - b.at.column);
  // An anchor that is used in many places reports the same problem for each of them.
  const lines = [...new Set(sorted.map((problem) => lineOf(file, problem)))];
  const rest = lines.length - shownProblems;
  const shown = rest > 0 ? [...lines.slice(0, shownProblems), `${file}  and ${rest} more problems`] : lines;
  return new ShipitError('badConfig', shown[0] ?? file, { problems: shown });
}

function lineOf(file: string, problem: Problem): string {
  const hint = problem.hint === null ? '' : `  (${problem.hint})`;
  return `${locate(file, problem.at)}  ${problem.what}${hint}`;
}
