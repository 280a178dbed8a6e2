/** What a step tells its runner: lines of its log, and files that the runner reads when the step is over. */
import { appendFileSync } from 'node:fs';
import { disk } from '../src/compose/disk';
import { onHidden } from '../src/core/hidden';
import { defuse } from '../src/ui/annotations';
import { type OutStream, openStreams } from '../src/ui/streams';
import { showControls } from '../src/ui/text';
import { maskCommands, workflowCommand } from '../src/ui/workflow';
import type { Env } from './env';

export class Runner {
  private readonly out: OutStream;

  constructor(private readonly env: Env) {
    this.out = openStreams(env, null).stdout;
  }

  /** Text that may come from anywhere: the runner obeys nothing of it. */
  lines(lines: readonly string[]): void {
    for (const line of lines) this.out.write(`${defuse(showControls(line))}\n`);
  }

  group(title: string, lines: readonly string[]): void {
    this.out.write(`${workflowCommand('group', {}, title)}\n`);
    this.lines(lines);
    this.out.write(`${workflowCommand('endgroup', {}, '')}\n`);
  }

  annotate(level: 'error' | 'warning' | 'notice', message: string): void {
    this.out.write(`${workflowCommand(level, { title: 'shipit' }, message)}\n`);
  }

  /** As they are, since the runner looks for them as they are; it shows none of these lines. */
  hide(secrets: readonly string[]): void {
    for (const command of maskCommands(secrets)) this.out.write(`${command}\n`);
  }

  /** Whatever is secret of what a step was given, and what shipit says of others while it works. */
  hideGiven(token: string | null): void {
    const { AWS_SECRET_ACCESS_KEY: key, AWS_SESSION_TOKEN: session } = this.env;
    this.hide([key, session, token].flatMap((value) => value || []));
    onHidden((values) => this.hide(values));
  }

  output(name: string, value: string): void {
    this.file('GITHUB_OUTPUT', named(name, value));
  }

  /** The post step has it as `STATE_<name>`. */
  state(name: string, value: string): void {
    this.file('GITHUB_STATE', named(name, value));
  }

  summary(markdown: string): void {
    this.file('GITHUB_STEP_SUMMARY', `${markdown}\n`);
  }

  /** Absent where nobody reads it. */
  private file(variable: string, text: string): void {
    const path = this.env[variable];
    if (path) appendFileSync(path, text);
  }
}

/** Nobody can guess the delimiter, so no value can end before its end. */
function named(name: string, value: string): string {
  const delimiter = `shipit-${disk.ids.ulid()}`;
  return `${name}<<${delimiter}\n${value}\n${delimiter}\n`;
}
