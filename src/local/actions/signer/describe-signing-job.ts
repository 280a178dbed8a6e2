/**
 * DescribeSigningJob: docs.aws.amazon.com/signer/latest/api/API_DescribeSigningJob.html
 * @emulated
 */
import type { DescribeSigningJobRequest, DescribeSigningJobResponse } from '@aws-sdk/client-signer';
import type { SigningJob } from '../../signer/book';
import { refusal } from '../../signer/profiles';
import type { Action } from '../../world';

export const describeSigningJob: Action<DescribeSigningJobRequest, DescribeSigningJobResponse> = (
  world,
  { jobId },
) => {
  const job = world.signer.jobs.get(jobId ?? '');
  if (!job) throw refusal.missing(`Signing job with id ${jobId} not found.`);
  const { profile, source, createdMs, overMs } = job;
  return {
    jobId: job.id,
    source: { s3: { ...source } },
    platformId: profile.platformId,
    platformDisplayName: 'AWS Lambda',
    profileName: profile.name,
    profileVersion: profile.version,
    createdAt: new Date(createdMs),
    jobOwner: world.account,
    jobInvoker: world.account,
    ...(world.clock.nowMs() < overMs ? { status: 'InProgress' } : ended(job)),
  };
};

function ended({ overMs, result }: SigningJob): DescribeSigningJobResponse {
  if ('reason' in result) return { status: 'Failed', statusReason: result.reason };
  return { status: 'Succeeded', completedAt: new Date(overMs), signedObject: { s3: { ...result } } };
}
