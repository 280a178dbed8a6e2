/** Every operation of AWS Signer in the local AWS, by its name on the wire. */
import type { Action } from '../../world';
import { cancelSigningProfile } from './cancel-signing-profile';
import { describeSigningJob } from './describe-signing-job';
import { getSigningProfile } from './get-signing-profile';
import { listSigningProfiles } from './list-signing-profiles';
import { putSigningProfile } from './put-signing-profile';
import { startSigningJob } from './start-signing-job';

export const signerActions = {
  CancelSigningProfile: cancelSigningProfile,
  DescribeSigningJob: describeSigningJob,
  GetSigningProfile: getSigningProfile,
  ListSigningProfiles: listSigningProfiles,
  PutSigningProfile: putSigningProfile,
  StartSigningJob: startSigningJob,
} satisfies { [operation: string]: Action<never, object> };
