/** The step of action.yml: inputs -> shipit, in this process -> outputs, summary, comment. */
import { mkdtempSync, realpathSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { ShipitError } from '../src/core/errors';
import type { Whereabouts } from '../src/core/told';
import { comment } from './comment';
import { type Env, give, givenEnv, keepToOurselves } from './env';
import { Groups } from './groups';
import { type Inputs, readInputs, typedOf } from './inputs';
import { placeOf } from './journal';
import { loadStart } from './load';
import { readLog } from './log';
import { type Ending, endingOf, outputsOf } from './outputs';
import { ReportEvents } from './report';
import { Runner } from './runner';
import { keepFinished, keepStarted, type Started } from './state';
import { summaryOf } from './summary';
import { hear, nothingTold, type Told } from './told';
import { type Whole, wholeOf } from './whole';

const refused = 2;
const cancelled = [130, 143];

/** Resolves when all is written; the exit code of this process is that of the step. */
export async function main(): Promise<void> {
  const env = givenEnv();
  const runner = new Runner(env);
  const begun = begin(env, runner);
  if (begun === null) return;
  const { inputs, started } = begun;
  runner.hideGiven(inputs.token);
  keepToOurselves();
  if (inputs.roleToAssume !== null) give({ SHIPIT_ROLE_TO_ASSUME: inputs.roleToAssume });
  keepStarted(runner, started);
  await loadStart().start(withLog(started));
  await attempt(runner, 'state', () => keepFinished(runner));
  // No alias moves any more: what is left to write is worth the moment that a cancelled job has.
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stop.abort());
  await attempt(runner, 'end', () => conclude(runner, env, { ...begun, stop: stop.signal }));
}

interface Begun {
  readonly inputs: Inputs;
  readonly started: Started;
}

/** Null when there is nothing to run. */
function begin(env: Env, runner: Runner): Begun | null {
  try {
    const inputs = readInputs(env);
    const cwd = enter(resolve(env.GITHUB_WORKSPACE || '.', inputs.workingDirectory), inputs);
    const folder = mkdtempSync(join(env.RUNNER_TEMP || tmpdir(), 'shipit-'));
    const log = resolve(cwd, typedOf(inputs.argv, 'log-file') ?? join(folder, 'events.jsonl'));
    const fromByte = statSync(log, { throwIfNoEntry: false })?.size ?? 0;
    return { inputs, started: { argv: inputs.argv, cwd, folder, log, fromByte } };
  } catch (error) {
    if (!ShipitError.is(error)) throw error;
    runner.annotate('error', `${error.message}\n${error.hint}`);
    runner.output('outcome', 'refused');
    runner.output('because', `${error.message}\n${error.hint}`);
    process.exitCode = refused;
    return null;
  }
}

function enter(folder: string, { workingDirectory }: Inputs): string {
  try {
    process.chdir(folder);
    return realpathSync(folder);
  } catch (error) {
    throw new ShipitError('badFlag', `input working-directory: ${workingDirectory} is no folder to run in`, {
      hint: 'Check it out first, and name it from the root of the repository.',
      cause: error,
    });
  }
}

/** A file that somebody asked for serves as well. */
const withLog = ({ argv, log }: Started): string[] =>
  argv.some((word) => /^--log-file(=|$)/.test(word)) ? [...argv] : [...argv, `--log-file=${log}`];

interface Concluding extends Begun {
  /** Nothing but what must be written is waited for any longer. */
  readonly stop: AbortSignal;
}

async function conclude(runner: Runner, env: Env, { inputs, started, stop }: Concluding): Promise<void> {
  const groups = new Groups();
  const report = new ReportEvents();
  let told = nothingTold;
  for await (const event of readLog(started.log, started.fromByte)) {
    told = hear(told, event);
    groups.hear(event);
    report.hear(event);
  }
  const exitCode = Number(process.exitCode ?? 0);
  const ending = endingOf(told, exitCode);
  process.exitCode = ending.exitCode;
  const keys = told.driven.length === 0 ? [] : movedIn(told);
  for (const { key, lines } of groups.of(keys)) runner.group(key, lines);
  tellEnding(runner, told, ending);
  const isCancelled = cancelled.includes(exitCode);
  const { command } = inputs;
  const place = placeOf(inputs, env);
  const whole = await wholeOf(runner, { command, told, report, place, isCancelled, stop });
  await attempt(runner, 'report', () =>
    runner.output('report', whole.report.write(started.folder, whole.from) ?? ''),
  );
  await write(runner, env, { inputs, whole, ending, where: { ...place.file, local: place.local } });
}

/** Those whose story is worth a group; the others were only looked at. */
const movedIn = ({ view: { finished } }: Told): string[] =>
  (finished?.functions ?? []).flatMap(({ key, outcome }) => (outcome === 'unchanged' ? [] : [key])).sort();

/** What the last lines of shipit say is not beside the run yet. */
function tellEnding(runner: Runner, { last, view }: Told, { outcome, because, exitCode }: Ending): void {
  const isSaid = (last?.problems ?? []).length > 0;
  if (exitCode === 0 || isSaid || view.finished === null) return;
  runner.annotate('error', `${outcome}: ${because}`);
}

interface Ended {
  readonly inputs: Inputs;
  readonly whole: Whole;
  readonly ending: Ending;
  readonly where: Whereabouts;
}

async function write(runner: Runner, env: Env, { inputs, whole, ending, where }: Ended): Promise<void> {
  const { command, stage, argv } = inputs;
  const { told, from } = whole;
  const details = argv.includes('--details');
  const outputs = Object.entries(outputsOf(told, ending, details));
  await attempt(runner, 'outputs', () => {
    for (const [name, value] of outputs) runner.output(name, value);
  });
  await attempt(runner, 'summary', () =>
    runner.summary(summaryOf(told, { command, stage, ending, from, where })),
  );
  const isWorth = told.view.plan !== null || told.view.problems.length > 0;
  if (inputs.comment && isWorth)
    await attempt(runner, 'comment', () => comment(runner, env, { inputs, view: told.view }));
}

/** A release that went well is not made a failure by what is written about it. */
async function attempt(runner: Runner, what: string, work: () => void | Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    runner.annotate('warning', `The ${what} of this step could not be written: ${(error as Error).message}`);
  }
}

void main();
