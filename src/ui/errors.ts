/** An error as people read it: what happened, everything that is wrong, the way out. An unknown one is a bug. */
import { ShipitError, traceOf } from '../core/errors';
import { faultLine, faultSummary, faultText } from './faults';
import type { Mask } from './mask';
import type { Line } from './style';
import { splitLines } from './text';

export interface Page {
  /** Which lines stand there already. */
  hasSaid(line: string): boolean;
  /** The width of the terminal, for faults with a caret; null where each problem shall be one line. */
  readonly columns: number | null;
  readonly mask: Mask;
}

export function errorText(error: unknown, page: Page): Line[] {
  return error instanceof ShipitError ? known(error, page) : unknownError(error);
}

/** What is wrong and the way out, one line each, as the last event of a command has it. */
export const sentencesOf = ({ problems, message, hint }: ShipitError): string[] => [
  ...(problems.length > 0 ? problems : [message]),
  hint,
];

function known(error: ShipitError, page: Page): Line[] {
  const { columns, mask } = page;
  const isNew = (line: string): boolean => !page.hasSaid(line);
  const faults = columns === null ? [] : error.faults.filter((fault) => isNew(faultLine(fault)));
  const framed = new Set(faults.map(faultLine));
  const message = isNew(error.message) && !framed.has(error.message) ? splitLines(error.message) : [];
  const problems = error.problems.filter(
    (problem) => isNew(problem) && problem !== error.message && !framed.has(problem),
  );
  return [
    ...message.map((text, at): Line => [{ tone: 'bad', text: `${at === 0 ? 'error: ' : '  '}${text}` }]),
    ...faults.flatMap((fault) => faultText(fault, { columns: columns ?? 0, mask })),
    ...problems.flatMap((problem) => splitLines(problem)).map((line) => `  ${line}`),
    ...(problems.length > 0 ? [] : faultSummary(faults)),
    ...(isNew(error.hint) ? hintLines(error.hint) : []),
  ];
}

const hintLines = (hint: string): string[] =>
  splitLines(hint).map((line, at) => (at === 0 ? `hint: ${line}` : `      ${line}`));

function unknownError(error: unknown): Line[] {
  return [
    [{ tone: 'bad', text: 'error: shipit met something it does not know. This is a bug in shipit.' }],
    ...traceOf(error).map((line) => `  ${line}`),
    'hint: Please report the lines above on the issues page that the README names; look through them for secrets first.',
  ];
}
