/** The process's streams as values. Only this file touches the real ones; everything else is handed them. */

import { isatty } from 'node:tty';
import { isForeground } from './foreground';
import type { Terminal } from './keyboard';

export interface OutStream {
  write(text: string): unknown;
  readonly isTTY?: boolean;
  /** Absent or 0 where nobody knows. */
  readonly columns?: number;
  readonly rows?: number;
  /** Windows are resized; absent where nobody hears of it. */
  on?(event: 'resize', hear: () => void): unknown;
  off?(event: 'resize', hear: () => void): unknown;
}

/** What the environment says about the terminal. */
export interface TerminalFlags {
  readonly ci: boolean;
  /** `TERM`; empty when unset. */
  readonly term: string;
  readonly noColor: boolean;
  readonly forceColor: boolean;
  /** `ACCESSIBLE=1`: append-only, words. */
  readonly accessible: boolean;
  /** The locale is UTF-8, so bars may be drawn with block characters. */
  readonly unicode: boolean;
  /** `COLUMNS`, for a terminal that does not tell its width; null when unset. */
  readonly columns: number | null;
  /** A runner of GitHub Actions reads what is written, and obeys some lines of it. */
  readonly actions: boolean;
  /** `GITHUB_WORKSPACE`: where the runner has the repository; null when unset. */
  readonly workspace: string | null;
}

export interface Streams {
  /** For machines, or the payload that was asked for. */
  readonly stdout: OutStream;
  /** For people. */
  readonly stderr: OutStream;
  /** A file that keeps every event; null when nobody asked for one. Its write may throw. */
  readonly log: OutStream | null;
  readonly flags: TerminalFlags;
  /** Keys and signals; null where nobody sits. */
  readonly terminal: Terminal | null;
  /** The working directory, from which files are named. */
  readonly cwd: string;
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** The real streams. A reader that goes away (`| head`) must not end a release half-way, so its errors are dropped. */
export function openStreams(env: Environment, log: OutStream | null): Streams {
  for (const stream of [process.stdout, process.stderr]) {
    if (stream.listenerCount('error') === 0) stream.on('error', () => undefined);
  }
  const { stdout, stderr } = process;
  const terminal = isatty(0) ? { input: () => process.stdin, signals: process, isForeground } : null;
  return { stdout, stderr, log, terminal, flags: readFlags(env), cwd: process.cwd() };
}

/** `NO_COLOR` as no-color.org has it, `FORCE_COLOR` as Node has it; a forced colour wins. */
export function readFlags(env: Environment): TerminalFlags {
  const columns = Number(env.COLUMNS);
  const locale = env.LC_ALL || env.LC_CTYPE || env.LANG || '';
  return {
    ci: isSet(env.CI) || env.GITHUB_ACTIONS === 'true',
    term: env.TERM ?? '',
    noColor: (env.NO_COLOR ?? '') !== '' || env.FORCE_COLOR === '0' || env.FORCE_COLOR === 'false',
    forceColor: env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false',
    accessible: isSet(env.ACCESSIBLE),
    unicode: /utf-?8/i.test(locale),
    columns: Number.isInteger(columns) && columns > 0 ? columns : null,
    actions: env.GITHUB_ACTIONS === 'true',
    workspace: env.GITHUB_WORKSPACE || null,
  };
}

/** 0 when nobody knows. Asked at each draw, because windows are resized. */
export function columnsOf(streams: Streams): number {
  return streams.stderr.columns || streams.flags.columns || 0;
}

const isSet = (value: string | undefined): boolean =>
  value !== undefined && value !== '' && value !== '0' && value !== 'false';
