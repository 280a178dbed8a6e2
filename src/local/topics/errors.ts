/** What SNS answers when it refuses. */
import { AwsError } from '../errors';

export const refusal = {
  invalid: (what: string): AwsError =>
    new AwsError('InvalidParameterException', 400, `Invalid parameter: ${what}`),
  badValue: (message: string): AwsError => new AwsError('InvalidParameterValueException', 400, message),
  missing: (message: string): AwsError => new AwsError('NotFoundException', 404, message),
  noTopic: (): AwsError => refusal.missing('Topic does not exist'),
};
