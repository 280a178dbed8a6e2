import type { CompletedPart } from '@aws-sdk/client-s3';
import type { Zip } from '../core/code';
import type { Connections } from './connections';
import { sdk } from './sdk';
import { repeatable, type Send } from './sender';

/** S3 takes parts of 5 MB to 5 GB, and 10,000 of them (Amazon S3 user guide, multipart upload limits). */
const partBytes = 8 * 1024 * 1024;
const atOnce = 4;

interface Tools {
  readonly connections: Connections;
  readonly send: Send;
}

interface Target {
  readonly Bucket: string;
  readonly Key: string;
  readonly ExpectedBucketOwner: string;
  readonly Metadata: { readonly sha256: string };
}

interface Source {
  readonly zip: Zip;
  /** Hears how many bytes have arrived. */
  readonly told: (bytes: number) => void;
}

/**
 * Uploads in parts, some at once; a part that breaks is sent again alone. What cannot be ended is given up, so that its
 * parts do not stay. Answers the version, in a bucket that has versions.
 */
export async function putInParts(tools: Tools, target: Target, source: Source): Promise<string | undefined> {
  const { Metadata, ...address } = target;
  const name = `s3://${target.Bucket}/${target.Key}`;
  const { s3 } = tools.connections;
  const about = { Metadata: { ...Metadata }, ContentType: 'application/zip', ChecksumAlgorithm } as const;
  const { UploadId } = await tools.send({
    ...repeatable(`CreateMultipartUpload ${name}`, null),
    send: () => s3().send(new (sdk.s3().CreateMultipartUploadCommand)({ ...address, ...about })),
  });
  const upload = { ...address, UploadId };
  try {
    const Parts = await putParts(tools, { upload, name }, source);
    const answer = await tools.send({
      ...repeatable(`CompleteMultipartUpload ${name}`, null),
      send: () =>
        s3().send(new (sdk.s3().CompleteMultipartUploadCommand)({ ...upload, MultipartUpload: { Parts } })),
    });
    return answer.VersionId;
  } catch (error) {
    const abort = () => s3().send(new (sdk.s3().AbortMultipartUploadCommand)(upload));
    await tools
      .send({ ...repeatable(`AbortMultipartUpload ${name}`, null), send: abort })
      .catch(() => undefined);
    throw error;
  }
}

/** Of each part, counted by S3 as it comes. */
const ChecksumAlgorithm = 'CRC32';

interface Upload {
  readonly upload: Omit<Target, 'Metadata'> & { readonly UploadId: string | undefined };
  readonly name: string;
}

async function putParts(
  tools: Tools,
  { upload, name }: Upload,
  { zip, told }: Source,
): Promise<CompletedPart[]> {
  const count = Math.ceil(zip.bytes / partBytes);
  const parts: CompletedPart[] = [];
  let next = 0;
  let arrived = 0;
  const putNext = async (): Promise<void> => {
    const index = next++;
    const from = index * partBytes;
    const to = Math.min(from + partBytes, zip.bytes);
    const Body = await zip.part(from, to);
    const input = { ...upload, PartNumber: index + 1, Body, ChecksumAlgorithm } as const;
    const { ETag, ChecksumCRC32 } = await tools.send({
      ...repeatable(`UploadPart ${index + 1} of ${count} ${name}`, null),
      send: () => tools.connections.s3().send(new (sdk.s3().UploadPartCommand)(input)),
    });
    parts[index] = { PartNumber: index + 1, ETag, ChecksumCRC32 };
    arrived += to - from;
    told(arrived);
  };
  const work = async (): Promise<void> => {
    while (next < count) await putNext();
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, count) }, work));
  return parts;
}
