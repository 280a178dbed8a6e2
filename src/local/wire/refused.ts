/** What services say of bodies that they do not take. */
import { AwsError } from '../errors';
import type { WireRequest } from './message';
import type { Service } from './services';

export function tooLarge({ name, protocol, limitBytes }: Service, request: WireRequest): AwsError {
  if (name === 's3')
    return new AwsError('EntityTooLarge', 400, {
      message: 'Your proposed upload exceeds the maximum allowed size',
      members: { MaxSizeAllowed: String(limitBytes) },
    });
  return new AwsError(
    'RequestEntityTooLargeException',
    413,
    `Request must be smaller than ${limitBytes} bytes for the ${protocol.find(request).operation.name} operation`,
  );
}

/** Clients send again what was refused so. */
export const tooMuch = ({ name }: Service): AwsError =>
  name === 's3'
    ? new AwsError('SlowDown', 503, 'Please reduce your request rate.')
    : new AwsError('ServiceUnavailableException', 503, 'Too much is being sent at the same time.');
