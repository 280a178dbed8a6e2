/** What the step leaves for its post step, which runs even when the step was killed. */
import type { Env } from './env';
import type { Runner } from './runner';

export interface Started {
  readonly argv: readonly string[];
  /** Absolute. */
  readonly cwd: string;
  /** For what this run keeps until it is over. */
  readonly folder: string;
  /** Of events, and from which byte on they are this step's. */
  readonly log: string;
  readonly fromByte: number;
}

export const keepStarted = (runner: Runner, started: Started): void =>
  runner.state('started', JSON.stringify(started));

export const keepFinished = (runner: Runner): void => runner.state('finished', 'true');

/** Null when there is nothing that could have been left. */
export function startedIn(env: Env): Started | null {
  if (env.STATE_finished === 'true' || !env.STATE_started) return null;
  return JSON.parse(env.STATE_started) as Started;
}
