import { openTerminal } from '../src/compose';
import type { ShipitCommand } from './base/command';
import { isFront, showFront } from './base/front';
import { runningProgram } from './base/program';
import { commands } from './base/table';
import { refuseUnknown } from './base/unknown';
import { isVersion, versionText } from './base/version';

/** The whole command, in this process: when it is over everything is said, and `process.exitCode` is set. */
export async function start(argv: readonly string[]): Promise<void> {
  if (isFront(argv)) return showFront();
  if (argv[0] === '__complete') return completing().answerShell(argv.slice(1));
  try {
    await (isVersion(argv) ? terminal().print([versionText()]) : run(argv));
  } catch (error) {
    process.exitCode = 1;
    terminal().fail(error);
  }
}

type Runs = new (argv: string[], config: ReturnType<typeof runningProgram>) => ShipitCommand;

async function run(argv: readonly string[]): Promise<void> {
  const [name = 'help', ...rest] = asksForHelp(argv) ? ['help', ...argv.filter(isNoFlag).slice(0, 1)] : argv;
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (load === undefined) return refuseUnknown(name, Object.keys(commands));
  const { default: Command } = load();
  Command.id = name;
  await new (Command as unknown as Runs)(rest, runningProgram()).launch();
}

/** Behind `--` it is a word like any other. */
function asksForHelp(argv: readonly string[]): boolean {
  const end = argv.indexOf('--');
  return argv.slice(0, end < 0 ? argv.length : end).some((word) => word === '--help' || word === '-h');
}

const isNoFlag = (word: string): boolean => !word.startsWith('-');

/** Not loaded with the rest: somebody waits for it at every Tab. */
const completing = (): typeof import('./base/complete') => require('./base/complete');

const terminal = () =>
  openTerminal({ json: false, plain: true, payload: null, details: false, logFile: false });
