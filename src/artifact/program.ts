/** Programs that run for code before it is packed. */
import type { Clock, Processes, Ran, Report } from '../core/ports';
import type { Flaw } from './refuse';

export interface ProgramPorts {
  readonly processes: Processes;
  readonly report: Report;
  readonly clock: Clock;
  readonly stop?: AbortSignal;
}

export interface Program {
  readonly argv: readonly string[];
  /** Absolute. */
  readonly cwd: string;
  readonly timeoutMs: number;
  readonly variables: Readonly<{ [name: string]: string }>;
  /** Whom its lines are told of, and what it is called. */
  readonly key: string;
  readonly shown: string;
}

/** Of the end of what it wrote: there it says why it failed. */
const lastLines = 10;
const lineCharacters = 300;

/** Each of its lines is told as it comes. Null when there is no such program. It never gets credentials of AWS. */
export async function runProgram(ports: ProgramPorts, program: Program): Promise<Ended | null> {
  const { report, clock } = ports;
  const { argv, key, cwd, timeoutMs, variables } = program;
  const last: string[] = [];
  const hear = (line: string): void => {
    if (line.trim() !== '') last.push(line.slice(0, lineCharacters));
    if (last.length > lastLines) last.shift();
    report.tell({ v: 1, type: 'build.said', at: clock.nowMs(), key, line });
  };
  const startedMs = clock.monotonicMs();
  const stop = ports.stop ? { stop: ports.stop } : {};
  const rest = { input: null, credentials: false, hear, ...stop };
  const ran = await ports.processes.run(argv, { cwd, timeoutMs, variables, ...rest });
  if (ran === null) return null;
  const tookMs = clock.monotonicMs() - startedMs;
  if (ran.code === 0)
    report.tell({ v: 1, type: 'build.ran', at: clock.nowMs(), key, command: program.shown, tookMs });
  return { ...ran, last };
}

export interface Ended extends Ran {
  readonly last: readonly string[];
}

/** With the last that it wrote: for whoever has no more than the error. */
export function failure({ code, last }: Ended, shown: string, hint: string): Flaw {
  const said = last.length === 0 ? 'wrote nothing' : `wrote last: ${last.join(' | ')}`;
  return { what: `\`${shown}\` ended with ${code} and ${said}`, hint };
}
