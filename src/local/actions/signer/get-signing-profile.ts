/**
 * GetSigningProfile: docs.aws.amazon.com/signer/latest/api/API_GetSigningProfile.html
 * @emulated
 */
import type { GetSigningProfileRequest, GetSigningProfileResponse } from '@aws-sdk/client-signer';
import { findProfile, profileViewOf } from '../../signer/profiles';
import type { Action } from '../../world';

export const getSigningProfile: Action<GetSigningProfileRequest, GetSigningProfileResponse> = (
  world,
  { profileName },
) => profileViewOf(findProfile(world, profileName));
