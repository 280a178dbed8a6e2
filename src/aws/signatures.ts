/** Records of what was signed, beside the code in its bucket: `<prefix>/<sha256>.<profile>.signed.json`. */
import { createHash } from 'node:crypto';
import type { GetObjectCommandOutput } from '@aws-sdk/client-s3';
import type { SignedObject, StoredObject } from '../core/code';
import { ShipitError } from '../core/errors';
import type { UnsignedZip } from '../core/stores';
import type { Digest } from '../core/values';
import type { Connections } from './connections';
import { sdk } from './sdk';
import { reading, repeatable, type Send } from './sender';

export interface SignatureRecords {
  read(zip: UnsignedZip): Promise<SignedObject | null>;
  /** Answers what stands there: what somebody else kept first counts. */
  keep(zip: UnsignedZip, signed: SignedObject): Promise<SignedObject>;
  /** What lies there, with version and digest. */
  signedAt(zip: UnsignedZip, place: StoredObject): Promise<SignedObject>;
}

/** Lambda takes 250 MB unzipped; a signature adds a few kB. */
const mostZipBytes = 300 * 1024 * 1024;
const mostRecordBytes = 10_000;

export function signatureRecords(connections: Connections, send: Send): SignatureRecords {
  return new S3Signatures(connections, send);
}

class S3Signatures implements SignatureRecords {
  constructor(
    private readonly connections: Connections,
    private readonly send: Send,
  ) {}

  async read(zip: UnsignedZip): Promise<SignedObject | null> {
    const Key = keyOf(zip);
    const shown = `s3://${zip.bucket}/${Key}`;
    try {
      const text = await this.get(zip, { bucket: zip.bucket, key: Key, version: null }, async (answer) => {
        const chunks: Uint8Array[] = [];
        for await (const chunk of bodyOf(answer, shown, mostRecordBytes)) chunks.push(chunk);
        return Buffer.concat(chunks).toString('utf8');
      });
      return signedIn(text, shown);
    } catch (error) {
      // A bucket that is not there is told of by preflight.
      if (!ShipitError.is(error, 'notFound')) throw error;
      return null;
    }
  }

  async keep(zip: UnsignedZip, signed: SignedObject): Promise<SignedObject> {
    const { bucket: Bucket, owner: ExpectedBucketOwner } = zip;
    const Body = JSON.stringify({ v: 1, ...signed });
    const object = { Key: keyOf(zip), Body, ContentType: 'application/json', IfNoneMatch: '*' };
    const command = new (sdk.s3().PutObjectCommand)({ Bucket, ExpectedBucketOwner, ...object });
    try {
      await this.send({
        ...repeatable(`PutObject s3://${Bucket}/${object.Key}`, null),
        send: () => this.connections.s3().send(command),
      });
      return signed;
    } catch (error) {
      if (!ShipitError.is(error, 'preconditionFailed', 'conflict')) throw error;
      const first = await this.read(zip);
      if (first === null) throw error;
      return first;
    }
  }

  signedAt(zip: UnsignedZip, place: StoredObject): Promise<SignedObject> {
    return this.get(zip, place, async (answer) => {
      const hash = createHash('sha256');
      const shown = `s3://${place.bucket}/${place.key}`;
      for await (const chunk of bodyOf(answer, shown, mostZipBytes)) hash.update(chunk);
      const { VersionId } = answer;
      const version = VersionId === undefined || VersionId === 'null' ? null : VersionId;
      return { object: { ...place, version }, digest: hash.digest('base64') as Digest };
    });
  }

  private get<T>(
    { owner }: UnsignedZip,
    { bucket, key }: StoredObject,
    take: (answer: GetObjectCommandOutput) => Promise<T>,
  ): Promise<T> {
    const input = { Bucket: bucket, Key: key, ExpectedBucketOwner: owner };
    return this.send({
      ...reading(`GetObject s3://${bucket}/${key}`, null),
      send: async () => take(await this.connections.s3().send(new (sdk.s3().GetObjectCommand)(input))),
    });
  }
}

const keyOf = ({ prefix, sha256, profile }: UnsignedZip): string =>
  `${prefix === '' ? '' : `${prefix}/`}${sha256}.${profile}.signed.json`;

/** The size is known before the body, and a body is never longer than that. */
function bodyOf(answer: GetObjectCommandOutput, shown: string, most: number): AsyncIterable<Uint8Array> {
  const { ContentLength: length = Number.POSITIVE_INFINITY, Body: body } = answer;
  if (body && length <= most) return body as unknown as AsyncIterable<Uint8Array>;
  if (body && 'destroy' in body) body.destroy();
  throw new ShipitError('badArtifact', `${shown} is larger than anything that shipit puts there`);
}

/** Only what this shipit wrote. */
function signedIn(text: string, shown: string): SignedObject {
  const hint = 'Delete it, and the code is signed again.';
  const wrong = new ShipitError('badArtifact', `${shown} is no record of a signature`, { hint });
  let found: unknown;
  try {
    found = JSON.parse(text);
  } catch {
    throw wrong;
  }
  const { v, object, digest } = (found ?? {}) as {
    v?: unknown;
    object?: Partial<StoredObject>;
    digest?: unknown;
  };
  const { bucket, key, version } = object ?? {};
  const isVersion = version === null || typeof version === 'string';
  if (v !== 1 || typeof bucket !== 'string' || typeof key !== 'string' || !isVersion) throw wrong;
  if (typeof digest !== 'string' || !/^[A-Za-z0-9+/]{43}=$/.test(digest)) throw wrong;
  return { object: { bucket, key, version }, digest: digest as Digest };
}
