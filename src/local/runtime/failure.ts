/** Answers that the platform gives in place of the function, in the form in which Lambda gives them (recorded). */

/** Lambda takes this much more than the 6 MB that it promises. */
export const responseLimit = 6_291_556;

/** Of a response that is streamed (Lambda quotas). */
export const streamLimit = 209_715_200;

export interface Failure {
  /** As in the error type of the answer. */
  readonly type: string;
  /** As in the REPORT line, where that says something else. */
  readonly status?: string;
  /** Where the runtime client itself said it. */
  readonly body?: Buffer;
  /** What the log says of it; absent, nothing. */
  told?(requestId: string, nowMs: number): string;
  message(requestId: string): string;
}

export const Failure = {
  timedOut: (seconds: number): Failure => ({
    type: 'Sandbox.Timedout',
    status: 'timeout',
    told: (id, nowMs) =>
      `${new Date(nowMs).toISOString()} ${id} Task timed out after ${seconds.toFixed(2)} seconds\n`,
    message: (id) => `RequestId: ${id} Error: Task timed out after ${seconds.toFixed(2)} seconds`,
  }),

  /** `how` as `exit status 1` or `signal: killed`. */
  exited: (how: string): Failure =>
    ofRuntime(
      'Runtime.ExitError',
      how === 'exit status 0'
        ? 'Runtime exited without providing a reason'
        : `Runtime exited with error: ${how}`,
    ),

  /** The program cannot be run at all. */
  entrypoint: (why: string): Failure => ofRuntime('Runtime.InvalidEntrypoint', why),

  /** Of an image that is to run in a folder that it does not have. */
  workingFolder: (why: string): Failure => ofRuntime('Runtime.InvalidWorkingDir', why),

  outOfMemory: (): Failure => ({ ...Failure.exited('signal: killed'), status: 'Runtime.OutOfMemory' }),

  tooLarge: (limit: number): Failure => ({
    type: 'Function.ResponseSizeTooLarge',
    message: () => `Response payload size exceeded maximum allowed payload size (${limit} bytes).`,
  }),

  /** What the runtime client reported while it started. */
  ofInit: (body: Buffer): Failure => ({ type: typeOf(body), body, message: () => '' }),

  payload: ({ type, body, message }: Failure, requestId: string): Buffer =>
    body ?? Buffer.from(JSON.stringify({ errorType: type, errorMessage: message(requestId) })),

  statusOf: ({ status, type }: Failure): string => status ?? type,
};

function typeOf(body: Buffer): string {
  try {
    const type: unknown = JSON.parse(body.toString()).errorType;
    return typeof type === 'string' ? type : 'Runtime.Unknown';
  } catch {
    return 'Runtime.Unknown';
  }
}

function ofRuntime(type: string, why: string): Failure {
  const message = (id: string): string => `RequestId: ${id} Error: ${why}`;
  return { type, message, told: (id) => `${message(id)}\n${type}` };
}
