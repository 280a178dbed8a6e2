/** What Secrets Manager answers when it refuses. */
import { AwsError } from '../errors';

export const refusal = {
  missing: (message: string): AwsError => new AwsError('ResourceNotFoundException', 400, message),
  noSecret: (): AwsError => refusal.missing("Secrets Manager can't find the specified secret."),
  exists: (message: string): AwsError => new AwsError('ResourceExistsException', 400, message),
  /** Understood, and not allowed in the state that things are in. */
  request: (message: string): AwsError => new AwsError('InvalidRequestException', 400, message),
  parameter: (message: string): AwsError => new AwsError('InvalidParameterException', 400, message),
  invalid: (message: string): AwsError => new AwsError('ValidationException', 400, message),
  deleted: (): AwsError =>
    refusal.request("You can't perform this operation on the secret because it was marked for deletion."),
};

/** Throws one error with every problem; null is no problem. */
export function insist(...checks: readonly (string | null)[]): void {
  const problems = checks.filter((problem) => problem !== null);
  if (problems.length === 0) return;
  const count = problems.length === 1 ? '1 validation error' : `${problems.length} validation errors`;
  throw refusal.invalid(`${count} detected: ${problems.join('; ')}`);
}
