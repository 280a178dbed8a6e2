/** What the project file runs before code is packed. */
import type { BuildCommand } from '../config/code';
import type { Once } from './once';
import { failure, type ProgramPorts, runProgram } from './program';
import { badArtifact, type Subject } from './refuse';

export interface CommandOf extends Pick<Subject, 'title' | 'root' | 'where'> {
  /** Whom it runs for: `api`, `layer deps`. */
  readonly key: string;
}

/** Runs it in the project's folder, once for all that have the same. `badArtifact` when it fails. */
export async function runBuild(
  ports: ProgramPorts & { readonly once: Once },
  of: CommandOf,
  command: BuildCommand | null,
): Promise<void> {
  if (command === null) return;
  const { argv, shell, timeout } = command;
  await ports.once.do(`build ${JSON.stringify([argv, shell, timeout])}`, () => run(ports, of, command));
}

async function run(
  ports: ProgramPorts,
  of: CommandOf,
  { argv, shell, timeout }: BuildCommand,
): Promise<void> {
  const subject: Subject = { ...of, code: of.root, config: {}, allow: [] };
  const shown = argv.join(' ');
  const words = shell ? shellWords(shown) : argv;
  const asked = { argv: words, cwd: of.root, timeoutMs: timeout, variables: {}, key: of.key, shown };
  const ended = await runProgram(ports, asked);
  if (ended === null) {
    const what = `there is no program \`${words[0]}\` to build with`;
    const hint = 'install it, or write `shell: true` when the line is one for a shell';
    throw badArtifact(subject, [{ what, hint }]);
  }
  if (ended.code !== 0)
    throw badArtifact(subject, [failure(ended, shown, 'run it by hand in the project folder')]);
}

const shellWords = (line: string): string[] =>
  process.platform === 'win32' ? ['cmd.exe', '/d', '/s', '/c', line] : ['/bin/sh', '-c', line];
