/** What Parameter Store answers when it refuses. */
import { AwsError } from '../errors';

export const refusal = {
  named: (name: string, message: string): AwsError => new AwsError(name, 400, message),
  invalid: (message: string): AwsError => new AwsError('ValidationException', 400, message),
  missing: (): AwsError => new AwsError('ParameterNotFound', 400, ''),
  noVersion: (name: string, version: string): AwsError =>
    new AwsError(
      'ParameterVersionNotFound',
      400,
      `Systems Manager could not find version ${version} of ${name}. Verify the version and try again.`,
    ),
};

/** Throws one error with every problem; null is no problem. */
export function insist(...checks: readonly (string | null)[]): void {
  const problems = checks.filter((problem) => problem !== null);
  if (problems.length === 0) return;
  const count = problems.length === 1 ? '1 validation error' : `${problems.length} validation errors`;
  throw refusal.invalid(`${count} detected: ${problems.join('; ')}`);
}
