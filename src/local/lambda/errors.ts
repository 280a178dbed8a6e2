/** What Lambda answers when it refuses, with names, status codes and messages as recorded. */
import { AwsError } from '../errors';

export const refusal = {
  /** InvalidParameterValueException: understood, and not allowed. */
  invalid: (message: string): AwsError => new AwsError('InvalidParameterValueException', 400, message),
  missing: (message: string): AwsError => new AwsError('ResourceNotFoundException', 404, message),
  conflict: (message: string): AwsError => new AwsError('ResourceConflictException', 409, message),
  /** ValidationException: not even understood. One line a problem. */
  malformed: (problems: readonly string[]): AwsError => {
    const count = problems.length === 1 ? '1 validation error' : `${problems.length} validation errors`;
    return new AwsError('ValidationException', 400, `${count} detected: ${problems.join('; ')}`);
  },
  denied: (message: string): AwsError =>
    new AwsError('AccessDeniedException', 403, { message, members: { Type: null } }),
  policyTooLong: (message: string): AwsError => new AwsError('PolicyLengthExceededException', 400, message),
  tooLarge: (message: string): AwsError => new AwsError('RequestEntityTooLargeException', 413, message),
  /** `what` is the call that gives the latest id. */
  stale: (what: string): AwsError =>
    new AwsError(
      'PreconditionFailedException',
      412,
      `The Revision Id provided does not match the latest Revision Id. Call the ${what} API to retrieve the latest Revision Id`,
    ),
  noFunction: (arn: string): AwsError => refusal.missing(`Function not found: ${arn}`),
};

/** An absent id asks for nothing. */
export function insistOnRevision(
  given: string | undefined,
  latest: string,
  what = 'GetFunction/GetAlias',
): void {
  if (given !== undefined && given !== latest) throw refusal.stale(what);
}
