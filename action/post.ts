/**
 * The post step of action.yml, which also runs when the step was killed: a cancelled job gets about ten seconds, and hundreds
 * of aliases need more to be restored. It does nothing when the step came to its own end.
 */
import { join } from 'node:path';
import { type Env, give, givenEnv, keepToOurselves } from './env';
import { inputOf } from './inputs';
import { keysOf, leftOf, mayHaveLeft, whereabouts } from './leftover';
import { loadActor, loadStart } from './load';
import { readLog } from './log';
import { Runner } from './runner';
import { type Started, startedIn } from './state';
import { hear, nothingTold, type Told } from './told';

/** A rollback covers its release, so once is enough; more is for what failed on the way. */
const mostTries = 3;

async function post(): Promise<void> {
  const env = givenEnv();
  const started = startedIn(env);
  if (started === null) return;
  const told = await heardIn(started.log, started.fromByte);
  if (told.isOver) return;
  const runner = new Runner(env);
  if (started.argv[0] === 'rollback') return cannotFinish(runner, byHand(started, told));
  if (!mayHaveLeft(started, told)) return;
  runner.annotate('warning', 'shipit was killed before it came to its end: this step restores what it left.');
  runner.hideGiven(inputOf(env, 'github-token'));
  process.chdir(started.cwd);
  keepToOurselves();
  const role = inputOf(env, 'role-to-assume');
  if (role !== '') give({ SHIPIT_ROLE_TO_ASSUME: role });
  await finish(runner, { started, told, env });
}

async function finish(runner: Runner, left: Left): Promise<void> {
  const { started, told } = left;
  for (let tries = 0; tries <= mostTries; tries += 1) {
    const standing = await shipit(left, ['status', ...keysOf(started, told)], `status-${tries}`);
    const rows = standing.told.status?.functions ?? null;
    const row = rows && leftOf(told, rows, actor());
    if (rows && row === null) return restored(runner, tries);
    if (tries < mostTries && row) await shipit(left, ['rollback', row.key], `rollback-${tries}`);
  }
  cannotFinish(runner, byHand(started, told));
}

interface Left {
  readonly started: Started;
  readonly told: Told;
  readonly env: Env;
}

/** Runs a command about the same project and place, in this process, and reads what it told. */
async function shipit(
  { started, told }: Left,
  words: readonly string[],
  name: string,
): Promise<{ told: Told }> {
  const log = join(started.folder, `${name}.jsonl`);
  await loadStart().start([...words, ...whereabouts(started, told), `--log-file=${log}`]);
  return { told: await heardIn(log, 0) };
}

async function heardIn(path: string, fromByte: number): Promise<Told> {
  let told = nothingTold;
  for await (const event of readLog(path, fromByte)) told = hear(told, event);
  return told;
}

/** As the records of this run's aliases name it. */
const actor = (): string => loadActor().actorOf(givenEnv()).by;

function restored(runner: Runner, tries: number): void {
  process.exitCode = 0;
  const found =
    tries === 0 ? 'No alias of its release is under way any more.' : 'Every alias is back at its baseline.';
  runner.lines([found]);
  try {
    runner.summary(`> [!WARNING]\n> shipit was killed before it came to its end. ${found}`);
  } catch {
    // What was restored is restored.
  }
}

const byHand = (started: Started, told: Told): string =>
  `shipit status ${whereabouts(started, told).join(' ')}`.trim();

function cannotFinish(runner: Runner, command: string): void {
  process.exitCode = 1;
  const what = 'shipit was killed, and what it left could not be restored from here.';
  runner.annotate(
    'error',
    `${what}\nLook with \`${command}\`, and end it with \`shipit rollback\` and the same flags.`,
  );
}

void post();
