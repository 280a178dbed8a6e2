import type { Ran } from '../../core/ports';
import { type HookOccasion, type HookPorts, payloadOf, type Verdict } from './occasion';

interface Program {
  readonly argv: readonly string[];
  readonly credentials: boolean;
  readonly timeout: number;
}

/** What a program says with its exit code: `EX_TEMPFAIL` of sysexits.h is no verdict yet. */
const inconclusive = 75;

/** The program gets the occasion on its standard input, and the heart of it in variables for shell scripts. */
export async function askProgram(ports: HookPorts, program: Program, asked: HookOccasion): Promise<Verdict> {
  const { argv, credentials, timeout: timeoutMs } = program;
  const ran = await ports.processes.run(argv, {
    cwd: ports.root,
    timeoutMs,
    credentials,
    input: payloadOf(asked),
    variables: variablesOf(asked),
    stop: asked.stop,
  });
  if (ran === null) return { status: 'fail', because: `there is no program ${argv[0]} that could be run` };
  if (ran.code === 0) return { status: 'pass', because: lastLine(ran.stdout) ?? 'exit code 0' };
  const status = ran.code === inconclusive ? 'inconclusive' : 'fail';
  return { status, because: said(ran) };
}

function variablesOf({ release, when, step, weight, functions }: HookOccasion) {
  const versions = (of: 'baseline' | 'candidate'): string =>
    functions.flatMap((one) => (one[of] === null ? [] : [`${one.name}:${one[of]}`])).join(' ');
  return {
    SHIPIT_HOOK: when,
    SHIPIT_RELEASE: release,
    SHIPIT_STEP: String(step),
    SHIPIT_WEIGHT: String(weight),
    SHIPIT_BASELINES: versions('baseline'),
    SHIPIT_CANDIDATES: versions('candidate'),
  };
}

/** Programs end with what was wrong, most on standard error. */
function said({ code, stdout, stderr }: Ran): string {
  const last = lastLine(stderr) ?? lastLine(stdout);
  return last === null ? `exit code ${code}` : `exit code ${code}: ${last}`;
}

const lastLine = (text: string): string | null => text.trim().split(/\r?\n/).at(-1)?.trim() || null;
