/** Answers that the platform gives in place of the function, in the form in which Lambda gives them (recorded). */
import { responseLimit } from './api';

export interface Failure {
  /** As in the error type of the answer and of the REPORT line. */
  readonly type: string;
  message(requestId: string): string;
}

export const Failure = {
  timedOut: (seconds: number): Failure => ({
    type: 'Sandbox.Timedout',
    message: (id) => `RequestId: ${id} Error: Task timed out after ${seconds.toFixed(2)} seconds`,
  }),

  /** `how` as `exit status 1` or `signal: killed`. */
  exited: (how: string): Failure => ({
    type: 'Runtime.ExitError',
    message: (id) =>
      how === 'exit status 0'
        ? `RequestId: ${id} Error: Runtime exited without providing a reason`
        : `RequestId: ${id} Error: Runtime exited with error: ${how}`,
  }),

  tooLarge: {
    type: 'Function.ResponseSizeTooLarge',
    message: () => `Response payload size exceeded maximum allowed payload size (${responseLimit} bytes).`,
  } as Failure,

  payload: (failure: Failure, requestId: string): Buffer =>
    Buffer.from(JSON.stringify({ errorType: failure.type, errorMessage: failure.message(requestId) })),

  /** What the runtime client itself reported while it started. */
  typeOf(body: Buffer): string {
    try {
      const type: unknown = JSON.parse(body.toString()).errorType;
      return typeof type === 'string' ? type : 'Runtime.Unknown';
    } catch {
      return 'Runtime.Unknown';
    }
  },
};
