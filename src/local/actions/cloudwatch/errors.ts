/**
 * CloudWatch's errors. The body keeps the name of the shape; the header carries the code that the old query protocol
 * had, which is what the SDK shows as `Error.Code` (recorded behaviour).
 */
import { AwsError } from '../../errors';

function failure(name: string, code: string, message: string): AwsError {
  const headers = { 'x-amzn-query-error': `${code};Sender` };
  return new AwsError(name, code.startsWith('ResourceNotFound') ? 404 : 400, {
    message,
    members: { Type: null },
    headers,
  });
}

const kinds = {
  validation: ['ValidationException', 'ValidationError'],
  invalidValue: ['InvalidParameterValueException', 'InvalidParameterValue'],
  invalidCombination: ['InvalidParameterCombinationException', 'InvalidParameterCombination'],
  missing: ['MissingRequiredParameterException', 'MissingParameter'],
  invalidToken: ['InvalidNextToken', 'InvalidNextToken'],
  invalidFormat: ['InvalidFormatFault', 'InvalidFormat'],
  limit: ['LimitExceededFault', 'LimitExceeded'],
  /** Of alarms; recorded with an empty message. */
  noAlarm: ['ResourceNotFound', 'ResourceNotFound'],
  /** Of tagged resources. */
  noResource: ['ResourceNotFoundException', 'ResourceNotFoundException'],
} as const;

export function cloudWatchError(kind: keyof typeof kinds, message: string): AwsError {
  const [name, code] = kinds[kind];
  return failure(name, code, message);
}
