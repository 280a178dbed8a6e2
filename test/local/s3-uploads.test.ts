import { createHash } from 'node:crypto';
import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CopyObjectCommand,
  CreateBucketCommand,
  CreateMultipartUploadCommand,
  type CreateMultipartUploadCommandInput,
  GetObjectCommand,
  HeadObjectCommand,
  ListMultipartUploadsCommand,
  type ListMultipartUploadsCommandOutput,
  ListPartsCommand,
  PutObjectCommand,
  UploadPartCommand,
  UploadPartCopyCommand,
} from '@aws-sdk/client-s3';
import { crc32c, crc64nvme } from '../../src/local/objects/crc';
import { type LocalAws, openLocalAws, refusalOf } from './world';

let aws: LocalAws;
const where = { Bucket: 'depot', Key: 'big file' };
const five = 5 * 1024 * 1024;
const bytesOf = (letter: string, size: number): Buffer => Buffer.alloc(size, letter);
const md5 = (bytes: Uint8Array): Buffer => createHash('md5').update(bytes).digest();

beforeEach(async () => {
  aws = await openLocalAws();
  await aws.s3.send(new CreateBucketCommand({ Bucket: 'depot' }));
});

afterEach(() => aws.close());

async function begin(more: Partial<CreateMultipartUploadCommandInput> = {}): Promise<string> {
  const { UploadId } = await aws.s3.send(new CreateMultipartUploadCommand({ ...where, ...more }));
  return UploadId ?? '';
}

const part = async (UploadId: string, PartNumber: number, Body: Uint8Array) => {
  const { ETag, ChecksumCRC32 } = await aws.s3.send(
    new UploadPartCommand({ ...where, UploadId, PartNumber, Body }),
  );
  return { PartNumber, ETag, ChecksumCRC32 };
};

const complete = (UploadId: string, Parts: object[], more: object = {}) =>
  aws.s3.send(
    new CompleteMultipartUploadCommand({ ...where, UploadId, MultipartUpload: { Parts }, ...more }),
  );

const body = async (more: object = {}): Promise<Buffer> => {
  const { Body } = await aws.s3.send(new GetObjectCommand({ ...where, ...more }));
  return Buffer.from((await Body?.transformToByteArray()) ?? []);
};

describe('an upload in parts', () => {
  it('becomes one object, whose ETag tells of the parts', async () => {
    const [first, second] = [bytesOf('a', five), bytesOf('b', 10)];
    const id = await begin({
      ContentType: 'text/plain',
      Metadata: { by: 'parts' },
      ChecksumAlgorithm: 'CRC32',
    });
    const parts = [await part(id, 2, second), await part(id, 7, first)];
    const swapped = await refusalOf(complete(id, [...parts].reverse()));
    expect(swapped).toMatchObject({ name: 'InvalidPartOrder', status: 400 });
    expect(await refusalOf(complete(id, parts))).toMatchObject({ name: 'EntityTooSmall', status: 400 });
    const right = [await part(id, 2, first), await part(id, 7, second)];
    const done = await complete(id, right);
    const etag = createHash('md5')
      .update(Buffer.concat([md5(first), md5(second)]))
      .digest('hex');
    expect(done).toMatchObject({
      ETag: `"${etag}-2"`,
      Bucket: 'depot',
      Key: 'big file',
      ChecksumType: 'COMPOSITE',
    });
    expect(done.ChecksumCRC32).toMatch(/==-2$/);
    expect(Buffer.concat([first, second]).equals(await body())).toBe(true);
    const head = await aws.s3.send(new HeadObjectCommand({ ...where, PartNumber: 7 }));
    expect(head).toMatchObject({ PartsCount: 2, ContentLength: 10, ContentType: 'text/plain' });
    expect(await body({ Range: `bytes=${five - 2}-${five + 1}` })).toEqual(Buffer.from('aabb'));
    expect(await refusalOf(complete(id, right))).toMatchObject({ name: 'NoSuchUpload', status: 404 });
  });

  it('that is large goes out piece by piece', async () => {
    const pieces = [bytesOf('a', five), bytesOf('b', five), bytesOf('c', 1)];
    const id = await begin();
    const parts = [];
    for (const [index, bytes] of pieces.entries()) parts.push(await part(id, index + 1, bytes));
    await complete(id, parts);
    expect(Buffer.concat(pieces).equals(await body())).toBe(true);
  });

  it('is refused for a part that is not there, or not as it is told', async () => {
    const id = await begin();
    const one = await part(id, 1, Buffer.from('one'));
    for (const wrong of [
      { ...one, PartNumber: 2 },
      { ...one, ETag: '"other"' },
    ])
      expect(await refusalOf(complete(id, [wrong]))).toMatchObject({ name: 'InvalidPart', status: 400 });
    expect(await refusalOf(complete(id, []))).toMatchObject({ name: 'MalformedXML', status: 400 });
    expect(await refusalOf(complete(id, [one], { MpuObjectSize: 99 }))).toMatchObject({
      name: 'InvalidRequest',
    });
    await expect(complete(id, [one])).resolves.toBeDefined();
  });

  it('is summed as a whole when that is asked for', async () => {
    const pieces = [bytesOf('a', five), bytesOf('b', 7)];
    const sum = crc64nvme();
    for (const bytes of pieces) sum.update(bytes);
    const value = sum.digest().toString('base64');
    const id = await begin({ ChecksumAlgorithm: 'CRC64NVME', ChecksumType: 'FULL_OBJECT' });
    const parts = [];
    for (const [index, Body] of pieces.entries()) {
      const { ETag } = await aws.s3.send(
        new UploadPartCommand({
          ...where,
          UploadId: id,
          PartNumber: index + 1,
          Body,
          ChecksumAlgorithm: 'CRC64NVME',
        }),
      );
      parts.push({ PartNumber: index + 1, ETag });
    }
    expect(await refusalOf(complete(id, parts, { ChecksumCRC64NVME: 'AAAAAAAAAAA=' }))).toMatchObject({
      name: 'BadDigest',
    });
    expect(await complete(id, parts)).toMatchObject({
      ChecksumCRC64NVME: value,
      ChecksumType: 'FULL_OBJECT',
    });
  });

  it('takes parts with sums of its own algorithm only', async () => {
    const id = await begin({ ChecksumAlgorithm: 'CRC32C' });
    expect(await refusalOf(part(id, 1, Buffer.from('one')))).toMatchObject({ name: 'InvalidRequest' });
    const sum = crc32c();
    sum.update(Buffer.from('one'));
    const told = { ChecksumCRC32C: sum.digest().toString('base64') };
    const sent = new UploadPartCommand({ ...where, UploadId: id, PartNumber: 1, Body: 'one', ...told });
    expect(await aws.s3.send(sent)).toMatchObject(told);
  });

  it('is listed with its parts until it is aborted', async () => {
    const id = await begin();
    for (const number of [1, 2, 3]) await part(id, number, Buffer.from(`part ${number}`));
    const { Uploads } = await aws.s3.send(new ListMultipartUploadsCommand({ Bucket: 'depot' }));
    expect(Uploads).toMatchObject([{ Key: 'big file', UploadId: id }]);
    const first = await aws.s3.send(new ListPartsCommand({ ...where, UploadId: id, MaxParts: 2 }));
    expect(first).toMatchObject({ IsTruncated: true, NextPartNumberMarker: '2' });
    expect(first.Parts?.map(({ PartNumber, Size }) => [PartNumber, Size])).toEqual([
      [1, 6],
      [2, 6],
    ]);
    await aws.s3.send(new AbortMultipartUploadCommand({ ...where, UploadId: id }));
    expect(await refusalOf(part(id, 1, Buffer.from('late')))).toMatchObject({
      name: 'NoSuchUpload',
      status: 404,
    });
    const after = await aws.s3.send(new ListMultipartUploadsCommand({ Bucket: 'depot' }));
    expect(after.Uploads).toBeUndefined();
  });

  it('may be listed in pages, several to a key', async () => {
    const ids = [await begin(), await begin(), await begin({ Key: 'zebra' })];
    const seen: (string | undefined)[] = [];
    let marker: object | null = {};
    for (let page = 0; page < 5 && marker; page += 1) {
      const answer: ListMultipartUploadsCommandOutput = await aws.s3.send(
        new ListMultipartUploadsCommand({ Bucket: 'depot', MaxUploads: 1, ...marker }),
      );
      seen.push(answer.Uploads?.[0]?.UploadId);
      const { NextKeyMarker: KeyMarker, NextUploadIdMarker: UploadIdMarker } = answer;
      marker = answer.IsTruncated ? { KeyMarker, UploadIdMarker } : null;
    }
    expect([...seen].sort()).toEqual([...ids].sort());
    expect(seen[2]).toBe(ids[2]);
  });

  it('can have parts of other objects, and when copied becomes one piece', async () => {
    await aws.s3.send(new PutObjectCommand({ Bucket: 'depot', Key: 'source', Body: '0123456789' }));
    const id = await begin();
    const copy = (CopySourceRange: string) =>
      aws.s3.send(
        new UploadPartCopyCommand({
          ...where,
          UploadId: id,
          PartNumber: 1,
          CopySource: 'depot/source',
          CopySourceRange,
        }),
      );
    expect(await refusalOf(copy('bytes=5-50'))).toMatchObject({ name: 'InvalidArgument' });
    const { CopyPartResult } = await copy('bytes=3-5');
    await complete(id, [{ PartNumber: 1, ETag: CopyPartResult?.ETag }]);
    expect((await body()).toString()).toBe('345');
    const { CopyObjectResult } = await aws.s3.send(
      new CopyObjectCommand({ Bucket: 'depot', Key: 'copy', CopySource: 'depot/big%20file' }),
    );
    expect(CopyObjectResult?.ETag).toBe(`"${md5(Buffer.from('345')).toString('hex')}"`);
  });

  it('does not take the place of an object that must not be there', async () => {
    await aws.s3.send(new PutObjectCommand({ ...where, Body: 'first' }));
    const id = await begin();
    const parts = [await part(id, 1, Buffer.from('second'))];
    expect(await refusalOf(complete(id, parts, { IfNoneMatch: '*' }))).toMatchObject({
      name: 'PreconditionFailed',
      status: 412,
    });
    expect((await body()).toString()).toBe('first');
  });

  it('outlives the process', async () => {
    const id = await begin();
    const parts = [await part(id, 1, Buffer.from('kept'))];
    const { objects } = aws.world;
    for (let save = 0; save < 3; save += 1) objects.load(JSON.parse(JSON.stringify(objects.dump())));
    await complete(id, parts);
    expect((await body()).toString()).toBe('kept');
  });
});
