import type { StoredObject, Zip } from '../core/code';
import { ShipitError } from '../core/errors';
import type { Depot, DepotPlace } from '../core/stores';
import { createBucket } from './bucket';
import type { Connections } from './connections';
import { sdk } from './sdk';
import { reading, repeatable, type Send } from './sender';
import { putInParts } from './upload';

/** Larger ones go in parts: what breaks costs one part. */
const wholeBytes = 16 * 1024 * 1024;

export function createDepot(connections: Connections, send: Send): Depot {
  return new S3Depot(connections, send);
}

class S3Depot implements Depot {
  constructor(
    private readonly connections: Connections,
    private readonly send: Send,
  ) {}

  async find(place: DepotPlace): Promise<StoredObject | null> {
    const { Bucket, ExpectedBucketOwner, Key } = addressOf(place);
    try {
      const found = await this.send({
        ...reading(`HeadObject ${nameOf(place)}`, null),
        send: () =>
          this.connections.s3().send(new (sdk.s3().HeadObjectCommand)({ Bucket, ExpectedBucketOwner, Key })),
      });
      // Whoever else may write there could have put anything under that key.
      return found.Metadata?.sha256 === place.sha256 ? storedAt(place, found.VersionId) : null;
    } catch (error) {
      if (!ShipitError.is(error, 'notFound')) throw error;
      await this.refuseElsewhere(place);
      return null;
    }
  }

  async put(place: DepotPlace, zip: Zip, told: (bytes: number) => void): Promise<StoredObject> {
    if (zip.bytes > wholeBytes) {
      const tools = { connections: this.connections, send: this.send };
      const version = await putInParts(
        tools,
        { ...addressOf(place), Metadata: described(place) },
        { zip, told },
      );
      return storedAt(place, version);
    }
    const Body = await zip.read();
    const input = { ...addressOf(place), Body, Metadata: described(place), ContentType: 'application/zip' };
    const checksum = { ChecksumSHA256: Buffer.from(place.sha256, 'hex').toString('base64') };
    const answer = await this.send({
      ...repeatable(`PutObject ${nameOf(place)}`, null),
      send: () => this.connections.s3().send(new (sdk.s3().PutObjectCommand)({ ...input, ...checksum })),
    });
    told(zip.bytes);
    return storedAt(place, answer.VersionId);
  }

  async makeBucket(bucket: string): Promise<'made' | 'there'> {
    const { connections, send } = this;
    if (!(await createBucket(connections, send, bucket))) return 'there';
    const input = { Bucket: bucket };
    const write = (call: string, work: () => Promise<unknown>) =>
      send({ ...repeatable(`${call} s3://${bucket}`, null), send: work });
    const PublicAccessBlockConfiguration = closed;
    await write('PutPublicAccessBlock', () =>
      connections
        .s3()
        .send(new (sdk.s3().PutPublicAccessBlockCommand)({ ...input, PublicAccessBlockConfiguration })),
    );
    const VersioningConfiguration = { Status: 'Enabled' } as const;
    await write('PutBucketVersioning', () =>
      connections.s3().send(new (sdk.s3().PutBucketVersioningCommand)({ ...input, VersioningConfiguration })),
    );
    const LifecycleConfiguration = { Rules: [leftovers] };
    await write('PutBucketLifecycleConfiguration', () =>
      connections
        .s3()
        .send(new (sdk.s3().PutBucketLifecycleConfigurationCommand)({ ...input, LifecycleConfiguration })),
    );
    return 'made';
  }

  /** Lambda takes code only from a bucket in its own region. `notFound` without the bucket. */
  private async refuseElsewhere({ bucket, owner }: DepotPlace): Promise<void> {
    const input = { Bucket: bucket, ExpectedBucketOwner: owner };
    const found = await this.send({
      ...reading(`HeadBucket s3://${bucket}`, null),
      send: () => this.connections.s3().send(new (sdk.s3().HeadBucketCommand)(input)),
    });
    const region = await this.connections.region();
    if (found.BucketRegion === undefined || found.BucketRegion === region) return;
    const hint = `Name a bucket in ${region}; \`shipit bootstrap\` makes one.`;
    const what = `s3://${bucket} is in ${found.BucketRegion}, and Lambda takes code from its own region alone`;
    throw new ShipitError('invalid', what, { hint });
  }
}

const closed = {
  BlockPublicAcls: true,
  BlockPublicPolicy: true,
  IgnorePublicAcls: true,
  RestrictPublicBuckets: true,
};

/** Parts of uploads that nobody ended cost money and are seen by no listing. */
const leftovers = {
  ID: 'shipit-leftovers',
  Status: 'Enabled',
  Filter: { Prefix: '' },
  AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 },
} as const;

const described = ({ sha256 }: DepotPlace) => ({ sha256 });

const addressOf = ({ bucket, key, owner }: DepotPlace) => ({
  Bucket: bucket,
  Key: key,
  ExpectedBucketOwner: owner,
});

const nameOf = ({ bucket, key }: DepotPlace): string => `s3://${bucket}/${key}`;

const storedAt = ({ bucket, key }: DepotPlace, version: string | undefined): StoredObject => ({
  bucket,
  key,
  version: version === undefined || version === 'null' ? null : version,
});
