import type { Finding } from './checkup';

/** What is told for whoever watches now: calls, waits, where errors came from. None of it is journalled. */
export interface AsideShapes {
  /** One thing that `doctor` looked at. */
  'doctor.checked': Finding;
  /** It lasts, and this is what is waited for: told now and then. */
  'function.waiting': { key: string; what: string; waitedMs: number };
  /** One call to AWS, answered or not: told with --verbose, and kept nowhere. */
  'aws.called': {
    service: string;
    operation: string;
    tookMs: number;
    /** 0 without an answer. */
    status: number;
    requestId: string | null;
    /** Name of the error; null when there was none. */
    error: string | null;
    /** Counts from 1. */
    attempt: number;
    /** What was asked, as JSON without anything that may be secret; with --debug alone. */
    input?: string;
  };
  /** What shipit runs as: told with --debug. */
  'command.started': {
    version: string;
    node: string;
    system: string;
    /** As it was typed. */
    words: readonly string[];
    /** Names of variables that change what it does; never what they hold. */
    variables: readonly string[];
  };
  /** Where an error came from: told with --debug, and of what shipit does not know. */
  'error.traced': { code: string | null; lines: readonly string[] };
}
