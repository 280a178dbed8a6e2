/**
 * What a run of GitHub Actions shows beside the code: workflow commands, lines that its runner obeys.
 */
import { isAbsolute, relative, resolve, sep } from 'node:path';
import type { ToldFault } from '../core/errors';
import { faultWords } from './faults';
import { workflowCommand } from './workflow';

export interface Refusal {
  /** Everything that is wrong, one line each, the way out at the end. */
  readonly problems: readonly string[];
  /** Those among them that have a place. */
  readonly faults: readonly ToldFault[];
}

export interface Checkout {
  /** The working directory, from which files are named. */
  readonly cwd: string;
  /** Where the repository is; null when the runner does not say. */
  readonly workspace: string | null;
}

/** GitHub shows ten of a level for each step, and drops the others without a word. */
const most = 10;

/** One annotation a fault, or one for all that is wrong where nothing has a place; and how many found no room. */
export function annotationsOf({ problems, faults }: Refusal, checkout: Checkout) {
  const commands = faults.slice(0, most).map((fault) => {
    const { line, column } = fault;
    return command('error', { file: fileIn(checkout, fault.file), line, col: column }, faultWords(fault));
  });
  if (commands.length === 0) return { commands: [command('error', {}, problems.join('\n'))], left: 0 };
  return { commands, left: faults.length - commands.length };
}

/**
 * A line of which the runner obeys nothing, whatever a log or a name brings into it. It obeys `::command::` where the
 * line begins, spaces aside, and the older `##[command]` anywhere.
 */
export function defuse(line: string): string {
  return line.replace(/^(\s*:)(?=:)/, '$1 ').replaceAll('##[', '## [');
}

/** The same for a line of JSON, which begins with a brace: its value stays what it was. */
export function defuseJson(json: string): string {
  return json.replaceAll('##[', '#\\u0023[');
}

/** Beside the run, for whoever has to do something before it goes on. */
export const noticeOf = (lines: readonly string[]): string => command('warning', {}, lines.join('\n'));

const command = (
  level: 'error' | 'warning',
  properties: Readonly<Record<string, string | number>>,
  message: string,
): string => workflowCommand(level, { ...properties, title: 'shipit' }, message);

/** As seen from the root of the repository, if it lies in there. */
function fileIn({ cwd, workspace }: Checkout, file: string): string {
  if (workspace === null) return file;
  const inside = relative(workspace, resolve(cwd, file));
  const outside = inside === '' || isAbsolute(inside) || inside.split(sep)[0] === '..';
  return outside ? file : inside.split(sep).join('/');
}
