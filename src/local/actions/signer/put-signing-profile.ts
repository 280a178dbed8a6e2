/**
 * PutSigningProfile: docs.aws.amazon.com/signer/latest/api/API_PutSigningProfile.html
 * @emulated For the platform of Lambda alone.
 */
import type { PutSigningProfileRequest, PutSigningProfileResponse } from '@aws-sdk/client-signer';
import { lambdaPlatform, refusal } from '../../signer/profiles';
import type { Action } from '../../world';

/** The longest that AWS takes, and what it takes when nobody says. */
const longest = { value: 135, type: 'MONTHS' };

export const putSigningProfile: Action<PutSigningProfileRequest, PutSigningProfileResponse> = (
  world,
  input,
) => {
  const { profileName: name = '', platformId = '', signatureValidityPeriod: validity, tags = {} } = input;
  if (!/^[a-zA-Z0-9_]{2,64}$/.test(name)) throw refusal.invalid(`The profile name ${name} is not valid.`);
  if (platformId !== lambdaPlatform) throw refusal.invalid(`The platform ${platformId} is not here.`);
  if (world.signer.profiles.has(name))
    throw refusal.invalid(`A signing profile with the name ${name} already exists.`);
  const version = world.random.uuid().replaceAll('-', '').slice(0, 10);
  const arn = `arn:aws:signer:${world.region}:${world.account}:/signing-profiles/${name}`;
  const versionArn = `${arn}/${version}`;
  world.signer.profiles.set(name, {
    ...{ name, version, arn, versionArn, platformId, tags },
    status: 'Active',
    validity: { value: validity?.value ?? longest.value, type: validity?.type ?? longest.type },
  });
  return { arn, profileVersion: version, profileVersionArn: versionArn };
};
