/** What CloudWatch Logs answers when it refuses: always with status 400, with messages as recorded where they are. */
import { AwsError } from '../errors';

export const logsError = (name: string, message: string): AwsError => new AwsError(name, 400, message);

export const refusal = {
  invalid: (message: string): AwsError => logsError('InvalidParameterException', message),
  missing: (message: string): AwsError => logsError('ResourceNotFoundException', message),
  exists: (message: string): AwsError => logsError('ResourceAlreadyExistsException', message),
  limited: (): AwsError => logsError('LimitExceededException', 'Resource limit exceeded.'),
  badToken: (): AwsError => refusal.invalid('The specified nextToken is invalid.'),
  noGroup: (): AwsError => refusal.missing('The specified log group does not exist.'),
  noStream: (): AwsError => refusal.missing('The specified log stream does not exist.'),
};
