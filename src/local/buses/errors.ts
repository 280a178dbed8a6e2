/** What EventBridge answers when it refuses. */
import { AwsError } from '../errors';

export const refusal = {
  invalid: (message: string): AwsError => new AwsError('ValidationException', 400, message),
  pattern: (reason: string): AwsError =>
    new AwsError('InvalidEventPatternException', 400, `Event pattern is not valid. Reason: ${reason}`),
  missing: (message: string): AwsError => new AwsError('ResourceNotFoundException', 400, message),
  exists: (message: string): AwsError => new AwsError('ResourceAlreadyExistsException', 400, message),
  tooMany: (): AwsError =>
    new AwsError('LimitExceededException', 400, 'The requested resource exceeds the maximum number allowed.'),
};

/** Throws one error with every problem; null is no problem. */
export function insist(...checks: readonly (string | null)[]): void {
  const problems = checks.filter((problem) => problem !== null);
  if (problems.length === 0) return;
  const count = problems.length === 1 ? '1 validation error' : `${problems.length} validation errors`;
  throw refusal.invalid(`${count} detected: ${problems.join('; ')}`);
}
