/** Whether code may be deployed to a function that asks for signatures: those of AWS Signer, known by the digest of the zip. */
import { AwsError } from '../errors';
import type { World } from '../world';
import type { VersionConfig } from './book';
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

export interface Deployed {
  /** Absent, or empty, for a function that does not ask. */
  readonly configArn: string | undefined;
  /** How the answer names the function. */
  readonly what: string;
  /** Of the code and layers that come to it. */
  readonly digests: readonly string[];
}

/**
 * Before new code or a new layer comes to a function. Throws when the code signing configuration is not there, or refuses
 * what none of its publishers has signed.
 */
export function insistOnSignature(world: World, { configArn, what, digests }: Deployed): void {
  if (configArn === undefined || configArn === '') return;
  const { policy, publishers } = findSigningFor(world, configArn);
  const trusted = digests.every((digest) => {
    const signature = world.signer.signatures.get(digest);
    const valid = signature && signature.expiresMs > world.clock.nowMs();
    return valid && publishers.includes(signature.profileVersionArn);
  });
  if (policy !== 'Enforce' || trusted) return;
  throw new AwsError(
    'CodeVerificationFailedException',
    400,
    `Lambda cannot deploy the function. The function or layer might be signed using a signature that the client is not configured to accept. Check the provided signature for ${what}.`,
  );
}

/** Layers by their ARNs. */
export const layerDigests = (
  { layers }: World,
  given: VersionConfig['Layers'] | null | undefined,
): string[] => (given ?? []).map(({ Arn }) => layers.digestOf(Arn) ?? '');
