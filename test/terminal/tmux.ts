/** A terminal that a test can look at: a tmux server of its own, whose keys and windows are driven from outside. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClock } from '../../src/disk/clock';

const clock = createClock();
const lookMs = 100;

/** Null when it is there, else why the test is skipped. */
export function whyNoTmux(): string | null {
  const { error, status } = spawnSync('tmux', ['-V']);
  return error || status !== 0 ? 'tmux is not installed: apt-get install tmux' : null;
}

interface Size {
  readonly columns: number;
  readonly rows: number;
}

export class Tmux {
  private readonly folder = mkdtempSync(join(tmpdir(), 'shipit-tmux-'));

  constructor({ columns, rows }: Size, cwd: string) {
    // A shell, as people have it: it gives the terminal to what it runs, and looks at it afterwards.
    const shell = [
      'env',
      '-i',
      `PATH=${process.env.PATH}`,
      `HOME=${this.folder}`,
      'LANG=C.UTF-8',
      'PS1=$ ',
      'HISTFILE=/dev/null',
    ];
    const at = ['-c', cwd, '-x', `${columns}`, '-y', `${rows}`];
    const plain = [...shell, 'TERM=tmux-256color', 'NO_COLOR=1', 'AWS_EC2_METADATA_DISABLED=true'];
    this.tmux('-f', '/dev/null', 'new-session', '-d', ...at, ...plain, 'bash', '--norc', '-i');
  }

  /** Names of keys as tmux knows them, or characters. */
  press(...keys: string[]): void {
    this.tmux('send-keys', '-t', '0', ...keys);
  }

  /** One line for the shell. */
  type(line: string): void {
    this.tmux('send-keys', '-t', '0', '-l', line);
    this.press('Enter');
  }

  resize({ columns, rows }: Size): void {
    this.tmux('resize-window', '-t', '0', '-x', `${columns}`, '-y', `${rows}`);
  }

  /** The window, without the blank lines below. */
  screen(): string {
    return this.tmux('capture-pane', '-p', '-t', '0').trimEnd();
  }

  /** With what has left it upwards, lines that were broken put together again. */
  all(): string {
    return this.tmux('capture-pane', '-p', '-J', '-S', '-', '-t', '0').trimEnd();
  }

  /** Looks until it shows this. */
  async until(shows: RegExp, forMs: number): Promise<string> {
    const endMs = clock.monotonicMs() + forMs;
    let seen = '';
    while (clock.monotonicMs() < endMs) {
      seen = this.screen();
      if (shows.test(seen)) return seen;
      await new Promise<void>((done) => void clock.after(lookMs, done));
    }
    throw new Error(`the terminal did not show ${shows} in ${forMs} ms, but:\n${seen}`);
  }

  /** The same, once the next look shows the very same: what is drawn may come in two parts. */
  async still(shows: RegExp, forMs: number): Promise<string> {
    const endMs = clock.monotonicMs() + forMs;
    let [before, seen] = ['', await this.until(shows, forMs)];
    while (seen !== before && clock.monotonicMs() < endMs) {
      await new Promise<void>((done) => void clock.after(lookMs, done));
      [before, seen] = [seen, await this.until(shows, forMs)];
    }
    return seen;
  }

  close(): void {
    this.tmux('kill-server');
    rmSync(this.folder, { recursive: true, force: true });
  }

  private tmux(...words: string[]): string {
    return execFileSync('tmux', ['-S', join(this.folder, 'socket'), ...words], { encoding: 'utf8' });
  }
}
