/** What IAM answers when it refuses. */
import { AwsError } from '../errors';

export const refusal = {
  missing: (message: string): AwsError => new AwsError('NoSuchEntityException', 404, message),
  exists: (message: string): AwsError => new AwsError('EntityAlreadyExistsException', 409, message),
  conflict: (message: string): AwsError => new AwsError('DeleteConflictException', 409, message),
  malformed: (message: string): AwsError => new AwsError('MalformedPolicyDocumentException', 400, message),
  limit: (message: string): AwsError => new AwsError('LimitExceededException', 409, message),
  invalid: (message: string): AwsError => new AwsError('ValidationError', 400, message),
  noRole: (name: string): AwsError => refusal.missing(`The role with name ${name} cannot be found.`),
  noPolicy: (arn: string): AwsError => refusal.missing(`Policy ${arn} was not found.`),
};

/** Throws one error with every problem; null is no problem. */
export function insist(...checks: readonly (string | null)[]): void {
  const problems = checks.filter((problem) => problem !== null);
  if (problems.length === 0) return;
  const count = problems.length === 1 ? '1 validation error' : `${problems.length} validation errors`;
  throw refusal.invalid(`${count} detected: ${problems.join('; ')}`);
}
