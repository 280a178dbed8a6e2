import { type Fault, ShipitError } from '../core/errors';

/** A place in one of the files that make up a project. */
export interface Position {
  /** As seen from the working directory. */
  readonly file: string;
  /** Both count from 1. */
  readonly line: number;
  readonly column: number;
  /** The whole line, cut to what fits a terminal. */
  readonly text: string;
}

/** One thing that is wrong in the project file, where, and the way out. */
export interface Problem {
  readonly at: Position;
  readonly what: string;
  readonly hint: string | null;
  /** The line may hold a secret and is not shown again. */
  readonly hidden?: boolean;
}

const shownProblems = 200;
/** No more are looked for: so many are never read, and nobody waits until all of a megabyte are found. */
export const maxProblems = 250;

/** What is wrong with each of many things, until it is more than anybody reads. */
export function gather<T, P extends Problem>(
  things: Iterable<T>,
  problemsOf: (thing: T) => readonly P[],
): P[] {
  const found: P[] = [];
  for (const thing of things) {
    if (found.length >= maxProblems) break;
    found.push(...problemsOf(thing));
  }
  return found;
}

/** `lambda.config.yaml:12:5`. */
export const locate = ({ file, line, column }: Omit<Position, 'text'>): string => `${file}:${line}:${column}`;

/** The error with one line a problem, `lambda.config.yaml:12:5  what  (hint)`, in the order of the files, each once. */
export function badConfig(problems: readonly Problem[]): ShipitError {
  const sorted = [...problems].sort((a, b) => byPlace(a.at, b.at));
  // An anchor that is used in many places reports the same problem for each of them.
  const unique = new Map(sorted.map((problem) => [lineOf(problem), problem]));
  const lines = [...unique.keys()];
  const rest = lines.length - shownProblems;
  const shown = lines.slice(0, shownProblems);
  const secret = new Set(problems.filter(({ hidden }) => hidden).map(({ at }) => lineAt(at)));
  const faults = [...unique.values()].slice(0, shownProblems).map((problem) => faultOf(problem, secret));
  const [first = 'the project file is wrong'] = shown;
  const count = problems.length >= maxProblems ? `at least ${rest}` : rest;
  const more = rest > 0 ? [`${sorted[0]?.at.file}  and ${count} more problems`] : [];
  return new ShipitError('badConfig', first, { problems: [...shown, ...more], faults });
}

function byPlace(a: Position, b: Position): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}

function lineOf({ at, what, hint }: Problem): string {
  return `${locate(at)}  ${what}${hint === null ? '' : `  (${hint})`}`;
}

/** A line with a secret in it is not shown for what else is wrong with it either. */
function faultOf({ at, what, hint }: Problem, secret: ReadonlySet<string>): Fault {
  const { file, line, column, text } = at;
  return { file, line, column, what, hint, text: secret.has(lineAt(at)) ? null : text };
}

const lineAt = ({ file, line }: Position): string => `${file}:${line}`;
