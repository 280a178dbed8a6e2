/** What is wrong in the files that the user wrote: on a terminal with the line itself and a caret under the place. */
import type { Fault, ToldFault } from '../core/errors';
import { caretLines } from './caret';
import type { Mask } from './mask';
import { show } from './show';
import type { Line } from './style';
import { splitLines } from './text';

/** `lambda.config.yaml:12:5  what  (hint)`: the line that stands for it among the problems of its error. */
export function faultLine({ file, line, column, what, hint }: ToldFault): string {
  return `${file}:${line}:${column}  ${faultWords({ what, hint })}`;
}

export function faultWords({ what, hint }: Pick<ToldFault, 'what' | 'hint'>): string {
  return hint === null ? what : `${what}  (${hint})`;
}

/** The fault, and the frame with its line where that may be shown. */
export function faultText(fault: Fault, { columns, mask }: { columns: number; mask: Mask }): Line[] {
  const { file, line, column, what, hint } = fault;
  const [first = '', ...rest] = splitLines(faultWords({ what, hint }));
  return [
    [{ tone: 'bad', text: 'error: ' }, { tone: 'strong', text: `${file}:${line}:${column}` }, `  ${first}`],
    ...rest.map((words) => `  ${words}`),
    ...(fault.text === null ? [] : caretLines(masked({ line, column, text: fault.text }, mask), columns)),
  ];
}

/** `3 problems in lambda.config.yaml`; nothing for a single one, which is its own summary. */
export function faultSummary(faults: readonly Fault[]): Line[] {
  if (faults.length < 2) return [];
  const files = [...new Set(faults.map(({ file }) => file))];
  const where = files.length === 1 ? files.join() : show.count(files.length, 'file');
  return [`${show.count(faults.length, 'problem')} in ${where}`];
}

/** Hidden before the line is cut, which could cut a secret in two. Behind one the columns are others. */
function masked({ line, column, text }: { line: number; column: number; text: string }, mask: Mask) {
  const whole = mask.apply(text);
  const before = mask.apply(text.slice(0, column - 1));
  return {
    line,
    column: 1 + (whole.startsWith(before) ? before.length : firstDifference(whole, text)),
    text: whole,
  };
}

function firstDifference(one: string, other: string): number {
  let index = 0;
  while (index < one.length && one[index] === other[index]) index += 1;
  return index;
}
