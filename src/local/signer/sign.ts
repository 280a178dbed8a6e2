/** Signs an object of a bucket into another: the signature names the profile and digest, and Lambda knows it by the digest of the zip. */
import { Digest } from '../../core/values';
import { AwsError } from '../errors';
import type { World } from '../world';
import type { SigningJob, SigningProfile, SigningSource } from './book';
import { signedZip } from './signed-zip';

export interface SignOf {
  readonly id: string;
  readonly profile: SigningProfile;
  readonly source: SigningSource;
  readonly to: { readonly bucketName: string; readonly prefix: string };
}

const dayMs = 86_400_000;
const unitDays: Readonly<{ [type: string]: number }> = { DAYS: 1, MONTHS: 30, YEARS: 365 };

/** What came of it; refusals of S3 are a job that failed. */
export async function sign(world: World, { id, profile, source, to }: SignOf): Promise<SigningJob['result']> {
  try {
    const version = source.version === 'null' ? null : source.version;
    const zip = Buffer.from(await world.objects.read(source.bucketName, source.key, version));
    const text = `Signature-Version: 1.0\nJob: ${id}\nProfile: ${profile.versionArn}\nSHA256: ${Digest.of(zip)}\n`;
    const signed = signedZip(zip, text);
    if (!signed) return { reason: 'The source object is not a valid zip file.' };
    const key = `${to.prefix}${id}.zip`;
    await world.objects.write(to.bucketName, key, signed);
    const { value, type } = profile.validity;
    world.signer.signatures.set(Digest.of(signed), {
      profileVersionArn: profile.versionArn,
      jobArn: `arn:aws:signer:${world.region}:${world.account}:/signing-jobs/${id}`,
      expiresMs: world.clock.nowMs() + value * (unitDays[type] ?? 1) * dayMs,
    });
    return { bucketName: to.bucketName, key };
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    return { reason: error.message };
  }
}
