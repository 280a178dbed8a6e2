/** What CloudFormation answers when it refuses: nearly always the same error. */
import { AwsError } from '../errors';

export const refusal = {
  invalid: (message: string): AwsError => new AwsError('ValidationError', 400, message),
  noStack: (name: string): AwsError => refusal.invalid(`Stack with id ${name} does not exist`),
};
