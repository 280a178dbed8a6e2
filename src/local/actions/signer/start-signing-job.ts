/**
 * StartSigningJob: docs.aws.amazon.com/signer/latest/api/API_StartSigningJob.html
 * @emulated The signature is no real one: it names profile and digest, and the local Lambda alone knows it.
 */
import type { StartSigningJobRequest, StartSigningJobResponse } from '@aws-sdk/client-signer';
import { findProfile, refusal } from '../../signer/profiles';
import { sign } from '../../signer/sign';
import type { Action } from '../../world';

/** World time; at AWS it is some seconds. */
const takesMs = 2000;

export const startSigningJob: Action<StartSigningJobRequest, StartSigningJobResponse> = async (
  world,
  { source: from, destination, profileName },
) => {
  const profile = findProfile(world, profileName);
  if (profile.status !== 'Active')
    throw refusal.invalid(`The signing profile ${profile.name} is not active.`);
  const { bucketName = '', key = '', version = '' } = from?.s3 ?? {};
  const to = { bucketName: destination?.s3?.bucketName ?? '', prefix: destination?.s3?.prefix ?? '' };
  if ([bucketName, key, version, to.bucketName].includes(''))
    throw refusal.invalid('Source and destination must be objects of S3, the source with its version.');
  const id = world.random.uuid();
  const source = { bucketName, key, version };
  const createdMs = world.clock.nowMs();
  const result = await sign(world, { id, profile, source, to });
  world.signer.jobs.set(id, { id, profile, source, createdMs, overMs: createdMs + takesMs, result });
  return { jobId: id, jobOwner: world.account };
};
