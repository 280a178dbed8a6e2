/** Profiles by their names, and as AWS Signer shows them. */
import type { SigningProfile as ProfileView } from '@aws-sdk/client-signer';
import { AwsError } from '../errors';
import type { World } from '../world';
import type { SigningProfile } from './book';

export const refusal = {
  invalid: (message: string): AwsError => new AwsError('ValidationException', 400, message),
  missing: (message: string): AwsError => new AwsError('ResourceNotFoundException', 404, message),
};

/** The one for Lambda. */
export const lambdaPlatform = 'AWSLambda-SHA384-ECDSA';

export const profileViewOf = (profile: SigningProfile): ProfileView => ({
  profileName: profile.name,
  profileVersion: profile.version,
  profileVersionArn: profile.versionArn,
  platformId: profile.platformId,
  platformDisplayName: 'AWS Lambda',
  signatureValidityPeriod: { value: profile.validity.value, type: profile.validity.type as 'DAYS' },
  status: profile.status,
  arn: profile.arn,
  tags: { ...profile.tags },
});

export function findProfile({ signer }: World, name: string | undefined): SigningProfile {
  const profile = signer.profiles.get(name ?? '');
  if (!profile) throw refusal.missing(`Signing profile with name ${name} not found.`);
  return profile;
}
