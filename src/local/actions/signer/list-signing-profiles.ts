/**
 * ListSigningProfiles: docs.aws.amazon.com/signer/latest/api/API_ListSigningProfiles.html
 * @emulated
 */
import type { ListSigningProfilesRequest, ListSigningProfilesResponse } from '@aws-sdk/client-signer';
import { cutPage } from '../../pages';
import { profileViewOf, refusal } from '../../signer/profiles';
import type { Action } from '../../world';

export const listSigningProfiles: Action<ListSigningProfilesRequest, ListSigningProfilesResponse> = (
  { signer },
  { includeCanceled = false, maxResults: size = 25, nextToken, platformId, statuses },
) => {
  const wanted = [...signer.profiles.values()].filter(
    (profile) =>
      (includeCanceled || profile.status === 'Active') &&
      (!platformId || profile.platformId === platformId) &&
      (!statuses?.length || statuses.includes(profile.status)),
  );
  const refuse = (): Error => refusal.invalid('The token is not valid.');
  const { items, next } = cutPage(wanted, { token: nextToken, size, refuse });
  return { profiles: items.map(profileViewOf), ...(next === null ? {} : { nextToken: next }) };
};
