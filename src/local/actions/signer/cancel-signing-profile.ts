/**
 * CancelSigningProfile: docs.aws.amazon.com/signer/latest/api/API_CancelSigningProfile.html
 * @emulated What was signed stays signed.
 */
import type { CancelSigningProfileRequest } from '@aws-sdk/client-signer';
import { findProfile } from '../../signer/profiles';
import type { Action } from '../../world';

export const cancelSigningProfile: Action<CancelSigningProfileRequest, object> = (world, { profileName }) => {
  findProfile(world, profileName).status = 'Canceled';
  return {};
};
