import type { SignedObject, StoredObject } from '../core/code';
import { ShipitError } from '../core/errors';
import type { Clock, Ids } from '../core/ports';
import type { Signers, SigningPlace, UnsignedZip } from '../core/stores';
import { pause } from '../core/wait';
import type { Connections } from './connections';
import { sdk } from './sdk';
import { reading, repeatable, type Send } from './sender';
import { type SignatureRecords, signatureRecords } from './signatures';

interface Tools {
  readonly clock: Clock;
  readonly ids: Ids;
}

export function createSigners(connections: Connections, send: Send, tools: Tools): Signers {
  return new AwsSigners(connections, send, tools);
}

/** A job takes seconds; after so long somebody should look. */
const limitMs = 10 * 60_000;
const firstMs = 1000;
const longestMs = 5000;

class AwsSigners implements Signers {
  /** On their way: functions of the same code wait for one job. */
  private readonly jobs = new Map<string, Promise<SignedObject>>();
  private readonly records: SignatureRecords;

  constructor(
    private readonly connections: Connections,
    private readonly send: Send,
    private readonly tools: Tools,
  ) {
    this.records = signatureRecords(connections, send);
  }

  async obstacle({ profile, bucket, owner }: SigningPlace): ReturnType<Signers['obstacle']> {
    const { GetBucketVersioningCommand } = sdk.s3();
    const input = { Bucket: bucket, ExpectedBucketOwner: owner };
    const versions = await orNull(
      this.send({
        ...reading(`GetBucketVersioning s3://${bucket}`, null),
        send: () => this.connections.s3().send(new GetBucketVersioningCommand(input)),
      }),
    );
    if (versions === null) return 'noBucket';
    if (versions.Status !== 'Enabled') return 'noVersions';
    const { GetSigningProfileCommand } = sdk.signer();
    const found = await orNull(
      this.send({
        ...reading(`GetSigningProfile ${profile}`, null),
        send: () => this.connections.signer().send(new GetSigningProfileCommand({ profileName: profile })),
      }),
    );
    return found?.status === 'Active' ? null : 'noProfile';
  }

  find(zip: UnsignedZip): Promise<SignedObject | null> {
    return this.records.read(zip);
  }

  async sign(zip: UnsignedZip, source: StoredObject, stop: AbortSignal): Promise<SignedObject> {
    const name = `${zip.profile} s3://${source.bucket}/${source.key}`;
    const job = this.jobs.get(name) ?? this.signOnce(zip, source, stop);
    this.jobs.set(name, job);
    try {
      return await job;
    } finally {
      this.jobs.delete(name);
    }
  }

  private async signOnce(zip: UnsignedZip, source: StoredObject, stop: AbortSignal): Promise<SignedObject> {
    const job = await this.start(zip, source);
    const place = await this.ended(job, `${source.bucket}/${source.key}`, stop);
    return this.records.keep(zip, await this.records.signedAt(zip, place));
  }

  /** A token of its own: a try whose answer was lost starts no second job. */
  private async start({ profile, bucket, prefix }: UnsignedZip, source: StoredObject): Promise<string> {
    const at = `s3://${source.bucket}/${source.key}`;
    if (source.version === null) {
      const hint = `Turn on versions of that bucket; \`shipit bootstrap\` makes one that has them.`;
      throw new ShipitError('invalid', `${at} has no version, and AWS Signer signs no other`, { hint });
    }
    const from = { bucketName: source.bucket, key: source.key, version: source.version };
    const to = { bucketName: bucket, prefix: `${prefix === '' ? '' : `${prefix}/`}signed/` };
    const request = { profileName: profile, clientRequestToken: this.tools.ids.ulid() };
    const command = new (sdk.signer().StartSigningJobCommand)({
      ...request,
      source: { s3: from },
      destination: { s3: to },
    });
    const { jobId } = await this.send({
      ...repeatable(`StartSigningJob ${profile} ${at}`, null),
      send: () => this.connections.signer().send(command),
    });
    if (jobId !== undefined) return jobId;
    throw new ShipitError('unavailable', `StartSigningJob ${profile} ${at}: AWS named no job`);
  }

  /** Where the signed zip lies. */
  private async ended(jobId: string, of: string, stop: AbortSignal): Promise<StoredObject> {
    const { clock } = this.tools;
    const deadlineMs = clock.monotonicMs() + limitMs;
    for (
      let pauseMs = firstMs;
      clock.monotonicMs() < deadlineMs;
      pauseMs = Math.min(longestMs, pauseMs * 1.5)
    ) {
      if (stop.aborted) throw new ShipitError('interrupted', `stopped while ${of} was being signed`);
      const { status, statusReason, signedObject } = await this.describe(jobId);
      const { bucketName: bucket, key } = signedObject?.s3 ?? {};
      if (status === 'Succeeded' && bucket !== undefined && key !== undefined)
        return { bucket, key, version: null };
      if (status !== 'InProgress')
        throw new ShipitError('invalid', `AWS Signer could not sign ${of}: ${statusReason ?? status}`);
      await pause({ clock, stop }, pauseMs);
    }
    const hint = `Look at job ${jobId} of AWS Signer, then run the command again.`;
    throw new ShipitError('stateTimeout', `${of} is not signed after ${limitMs / 60_000} minutes`, { hint });
  }

  private describe(jobId: string) {
    const { DescribeSigningJobCommand } = sdk.signer();
    return this.send({
      ...reading(`DescribeSigningJob ${jobId}`, null),
      send: () => this.connections.signer().send(new DescribeSigningJobCommand({ jobId })),
    });
  }
}

async function orNull<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked;
  } catch (error) {
    if (!ShipitError.is(error, 'notFound')) throw error;
    return null;
  }
}
