/**
 * Every error shipit knows, with the way out. An error whose code is not here is a bug and prints a stack.
 * The text after the code is the hint of last resort; most places give a better one.
 */
export const hints = {
  badConfig: 'Correct the project file; `shipit validate` lists every problem in it.',
  badFlag: 'See `shipit help` for what this flag takes.',
  badArtifact: 'Check `code` and `handler` of the function in the project file.',
  noProject: 'Run `shipit init` to write a lambda.config.yaml, or name one with --config.',
  unknownFunction: 'Name a function key of the project file; `shipit status` lists them.',
  refused: 'Nothing was written. Follow what stands above and run the command again.',
  preflight: 'Nothing was written. Clear what stands above and run the command again.',
  owned: 'Wait for it, watch it with `shipit status`, or end it with `shipit rollback`.',
  unownedSplit: 'Decide for one version with `shipit rollback --to <function>@<version>`.',
  newerRecord: 'A newer shipit wrote this alias: use that version.',
  rolledBackBefore: 'Fix the code, or release it all the same with --retry.',
  nothingToRollBackTo: 'Name the version yourself: `shipit rollback --to <function>@<version>`.',
  unknownRelease: 'See `shipit history` for the releases that are kept.',
  needsYes: 'Repeat the command with --yes.',
  publishMismatch: 'Somebody else updates this function: find out who, then run the command again.',
  smokeFailed: 'The candidate answered its own test event with an error; no alias was moved.',
  stateTimeout: 'Look at the function in the Lambda console, then run the command again.',
  functionFailed: 'Lambda gave the reason above; correct the function and run the command again.',
  lost: 'Somebody else moved the alias: `shipit status` shows where it stands now.',
  stuck: 'The alias still points at the candidate. Run `shipit rollback` with working credentials now.',
  portInUse: 'Choose another port with --port, or end the process that holds it.',
  localLocked: 'Another shipit serves this local world; end it, or use its port.',
  localRegion: 'Use the region of the local world, or delete .shipit/local to begin a new one.',
  localDamaged: 'Delete .shipit/local to begin a new local world; nothing in it is real.',
  localGone: 'The process that served the local world has ended; run the command again to start one.',
  noCredentials:
    'Set AWS_PROFILE or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or log in with `aws sso login`; or try --local.',
  noRegion: 'Write `region:` into the project file, pass --region, or set AWS_REGION.',
  wrongEndpoint: 'Endpoint overrides take http(s) addresses of this machine; unset AWS_ENDPOINT_URL.',
  expiredCredentials: 'Log in again and run the command again.',
  accessDenied: 'Give the caller the permission that AWS names above.',
  notFound: 'Check the name, the account and the region.',
  alreadyExists: 'Somebody else made it at the same moment; run the command again.',
  preconditionFailed: 'It changed since it was read; run the command again.',
  conflict: 'An update is in progress; run the command again when it is over.',
  throttled: 'AWS limits the calls of this account; try again in a minute.',
  timedOut: 'AWS did not answer in time; check the network and try again.',
  unavailable: 'AWS had an internal error; try again in a minute.',
  invalid: 'AWS refused the value named above; correct it in the project file.',
  journalBroken: 'Keep a copy of that file for whoever asks, then move it away; releases do not need it.',
  interrupted: 'Run the command again.',
} as const satisfies Record<string, string>;

export type ErrorCode = keyof typeof hints;

/** Something wrong at a place of a file that the user wrote, as it is told. */
export interface ToldFault {
  /** As seen from the working directory. */
  readonly file: string;
  /** Both count from 1. */
  readonly line: number;
  readonly column: number;
  readonly what: string;
  readonly hint: string | null;
}

export interface Fault extends ToldFault {
  /** The line of the file, for a frame with a caret; null where it must not be shown again. */
  readonly text: string | null;
}

interface Details {
  hint?: string;
  cause?: unknown;
  /** Everything that is wrong, one line each, when there is more than one thing. */
  problems?: readonly string[];
  /** The same with their places, where they have one: in the order of `problems`. */
  faults?: readonly Fault[];
}

/** The one error type: what happened (message), and the way out (hint). */
export class ShipitError extends Error {
  override readonly name = 'ShipitError';
  readonly hint: string;
  readonly problems: readonly string[];
  readonly faults: readonly Fault[];

  constructor(
    readonly code: ErrorCode,
    message: string,
    details: Details = {},
  ) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.hint = details.hint ?? hints[code];
    this.problems = details.problems ?? [];
    this.faults = details.faults ?? [];
  }

  /** True for a known error with one of these codes. */
  static is(error: unknown, ...codes: ErrorCode[]): error is ShipitError {
    return error instanceof ShipitError && (codes.length === 0 || codes.includes(error.code));
  }
}

/** The field of a last event: only where there is something with a place, and without the line, which may be long. */
export function toldFaults(error: unknown): { readonly faults?: readonly ToldFault[] } {
  if (!(error instanceof ShipitError) || error.faults.length === 0) return {};
  return { faults: error.faults.map(({ text: _, ...told }) => told) };
}

/** Causes are followed only so far: a chain may be a ring. */
const deepestCause = 5;
/** In lines: a message may come from outside. */
const longestTrace = 200;

/** Where it came from. Only stacks: other fields of an error of the SDK hold headers with credentials. */
export const traceOf = (error: unknown): string[] => stackOf(error, deepestCause).slice(0, longestTrace);

function stackOf(error: unknown, depth: number): string[] {
  if (!(error instanceof Error)) return String(error).split(/\r?\n/);
  const own = (error.stack ?? `${error.name}: ${error.message}`).split(/\r?\n/);
  if (error.cause === undefined || depth === 0) return own;
  const [first = '', ...rest] = stackOf(error.cause, depth - 1);
  return [...own, `Caused by: ${first}`, ...rest];
}
