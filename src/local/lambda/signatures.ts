/** Whether code may be deployed to a function that asks for signatures; none is signed here. */
import { AwsError } from '../errors';
import type { World } from '../world';
import type { SigningEntry } from './code-signing';

/** Of a function that is to have it: absent is another error then (recorded). */
export function findSigningFor(world: World, arn: string | undefined): SigningEntry {
  const entry = world.signing.entries.get(arn ?? '');
  if (entry) return entry;
  throw new AwsError(
    'CodeSigningConfigNotFoundException',
    404,
    `The code signing configuration cannot be found. Check that the provided configuration is not deleted: ${arn}.`,
  );
}

/**
 * Before new code or a new layer comes to a function; `what` is how its answer names the function. Throws when the code
 * signing configuration is not there, or refuses what nobody has signed.
 */
export function insistOnSignature(world: World, configArn: string | undefined, what: string): void {
  if (configArn === undefined || configArn === '') return;
  if (findSigningFor(world, configArn).policy !== 'Enforce') return;
  throw new AwsError(
    'CodeVerificationFailedException',
    400,
    `Lambda cannot deploy the function. The function or layer might be signed using a signature that the client is not configured to accept. Check the provided signature for ${what}.`,
  );
}
