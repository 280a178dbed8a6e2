import { createHash } from 'node:crypto';
import {
  CopyObjectCommand,
  CreateBucketCommand,
  DeleteBucketCommand,
  DeleteBucketLifecycleCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  DeleteObjectTaggingCommand,
  GetBucketEncryptionCommand,
  GetBucketLifecycleConfigurationCommand,
  GetBucketLocationCommand,
  GetBucketPolicyCommand,
  GetBucketTaggingCommand,
  GetBucketVersioningCommand,
  GetObjectAttributesCommand,
  GetObjectCommand,
  GetObjectTaggingCommand,
  GetPublicAccessBlockCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  ListBucketsCommand,
  ListObjectsCommand,
  ListObjectsV2Command,
  ListObjectVersionsCommand,
  PutBucketLifecycleConfigurationCommand,
  PutBucketPolicyCommand,
  PutBucketTaggingCommand,
  PutBucketVersioningCommand,
  PutObjectCommand,
  type PutObjectCommandInput,
  PutObjectTaggingCommand,
  PutPublicAccessBlockCommand,
  waitUntilBucketExists,
  waitUntilObjectNotExists,
} from '@aws-sdk/client-s3';
import { type LocalAws, openLocalAws, refusalOf, region } from './world';

let aws: LocalAws;

beforeEach(async () => {
  aws = await openLocalAws();
  await aws.s3.send(new CreateBucketCommand({ Bucket: 'depot' }));
});

afterEach(() => aws.close());

const put = (Key: string, Body: string | Uint8Array, more: Partial<PutObjectCommandInput> = {}) =>
  aws.s3.send(new PutObjectCommand({ Bucket: 'depot', Key, Body, ...more }));

const text = async (Key: string, more: object = {}): Promise<string> => {
  const { Body } = await aws.s3.send(new GetObjectCommand({ Bucket: 'depot', Key, ...more }));
  return (await Body?.transformToString('utf8')) ?? '';
};

const versioned = () =>
  aws.s3.send(
    new PutBucketVersioningCommand({ Bucket: 'depot', VersioningConfiguration: { Status: 'Enabled' } }),
  );

const md5 = (body: string): string => createHash('md5').update(body).digest('hex');

describe('buckets', () => {
  it('are made once, listed, located and waited for', async () => {
    await aws.s3.send(new CreateBucketCommand({ Bucket: 'another' }));
    const { Buckets } = await aws.s3.send(new ListBucketsCommand({}));
    expect(Buckets?.map(({ Name }) => Name)).toEqual(['another', 'depot']);
    const { LocationConstraint } = await aws.s3.send(new GetBucketLocationCommand({ Bucket: 'depot' }));
    expect(LocationConstraint).toBe(region);
    const { BucketRegion } = await aws.s3.send(new HeadBucketCommand({ Bucket: 'depot' }));
    expect(BucketRegion).toBe(region);
    await expect(
      waitUntilBucketExists({ client: aws.s3, maxWaitTime: 30 }, { Bucket: 'depot' }),
    ).resolves.toMatchObject({ state: 'SUCCESS' });
    expect(await refusalOf(aws.s3.send(new CreateBucketCommand({ Bucket: 'depot' })))).toMatchObject({
      name: 'BucketAlreadyOwnedByYou',
      status: 409,
    });
  });

  it.each(['De', 'UPPER', '192.168.0.1', 'a..b', 'xn--x', 'trailing-', 'x-s3alias', 'under_score'])(
    'have names as the rules say: not %s',
    async (Bucket) => {
      expect(await refusalOf(aws.s3.send(new CreateBucketCommand({ Bucket })))).toMatchObject({
        name: 'InvalidBucketName',
        status: 400,
      });
    },
  );

  it('are not made for another region', async () => {
    const made = aws.s3.send(
      new CreateBucketCommand({
        Bucket: 'elsewhere',
        CreateBucketConfiguration: { LocationConstraint: 'us-west-2' },
      }),
    );
    expect(await refusalOf(made)).toMatchObject({ name: 'IllegalLocationConstraintException', status: 400 });
  });

  it('are deleted only when they are empty', async () => {
    await put('one', '1');
    expect(await refusalOf(aws.s3.send(new DeleteBucketCommand({ Bucket: 'depot' })))).toMatchObject({
      name: 'BucketNotEmpty',
      status: 409,
    });
    await aws.s3.send(new DeleteObjectCommand({ Bucket: 'depot', Key: 'one' }));
    await aws.s3.send(new DeleteBucketCommand({ Bucket: 'depot' }));
    expect(await refusalOf(put('one', '1'))).toMatchObject({ name: 'NoSuchBucket', status: 404 });
    expect(await refusalOf(aws.s3.send(new HeadBucketCommand({ Bucket: 'depot' })))).toMatchObject({
      name: 'NotFound',
      status: 404,
    });
  });

  it('belong to the account of the world and to no other', async () => {
    await expect(put('a', '1', { ExpectedBucketOwner: aws.world.account })).resolves.toBeDefined();
    expect(await refusalOf(put('a', '1', { ExpectedBucketOwner: '999999999999' }))).toMatchObject({
      name: 'AccessDenied',
      status: 403,
    });
  });

  it('give back the configurations that they were given', async () => {
    const Bucket = 'depot';
    expect(await refusalOf(aws.s3.send(new GetBucketPolicyCommand({ Bucket })))).toMatchObject({
      name: 'NoSuchBucketPolicy',
      status: 404,
    });
    await aws.s3.send(new PutBucketPolicyCommand({ Bucket, Policy: '{"Statement":[]}' }));
    expect((await aws.s3.send(new GetBucketPolicyCommand({ Bucket }))).Policy).toBe('{"Statement":[]}');
    const block = { BlockPublicAcls: true, IgnorePublicAcls: false };
    await aws.s3.send(new PutPublicAccessBlockCommand({ Bucket, PublicAccessBlockConfiguration: block }));
    const { PublicAccessBlockConfiguration } = await aws.s3.send(new GetPublicAccessBlockCommand({ Bucket }));
    expect(PublicAccessBlockConfiguration).toEqual(block);
    await aws.s3.send(
      new PutBucketTaggingCommand({ Bucket, Tagging: { TagSet: [{ Key: 'a', Value: 'b' }] } }),
    );
    expect((await aws.s3.send(new GetBucketTaggingCommand({ Bucket }))).TagSet).toEqual([
      { Key: 'a', Value: 'b' },
    ]);
    const { ServerSideEncryptionConfiguration: sse } = await aws.s3.send(
      new GetBucketEncryptionCommand({ Bucket }),
    );
    expect(sse?.Rules?.[0]?.ApplyServerSideEncryptionByDefault?.SSEAlgorithm).toBe('AES256');
  });

  it('keep lifecycle rules with their dates over a restart', async () => {
    const Bucket = 'depot';
    const rule = {
      ID: 'old',
      Status: 'Enabled' as const,
      Filter: { Prefix: 'logs/' },
      Expiration: { Date: new Date(Date.UTC(2030, 0, 1)) },
    };
    await aws.s3.send(
      new PutBucketLifecycleConfigurationCommand({ Bucket, LifecycleConfiguration: { Rules: [rule] } }),
    );
    aws.world.objects.load(JSON.parse(JSON.stringify(aws.world.objects.dump())));
    const { Rules } = await aws.s3.send(new GetBucketLifecycleConfigurationCommand({ Bucket }));
    expect(Rules).toEqual([rule]);
    await aws.s3.send(new DeleteBucketLifecycleCommand({ Bucket }));
    expect(
      await refusalOf(aws.s3.send(new GetBucketLifecycleConfigurationCommand({ Bucket }))),
    ).toMatchObject({
      name: 'NoSuchLifecycleConfiguration',
    });
  });
});

describe('objects', () => {
  it('come back as they went, with what was said about them', async () => {
    const written = await put('greetings/hello.txt', 'hello', {
      ContentType: 'text/plain',
      CacheControl: 'no-cache',
      Metadata: { colour: 'blue', size: '5' },
      Tagging: 'team=a&stage=b',
    });
    expect(written).toMatchObject({ ETag: `"${md5('hello')}"`, ChecksumCRC32: 'NhCmhg==' });
    const head = await aws.s3.send(new HeadObjectCommand({ Bucket: 'depot', Key: 'greetings/hello.txt' }));
    expect(head).toMatchObject({
      ContentLength: 5,
      ContentType: 'text/plain',
      CacheControl: 'no-cache',
      Metadata: { colour: 'blue', size: '5' },
      ETag: `"${md5('hello')}"`,
      LastModified: new Date(aws.clock.nowMs()),
    });
    expect(head.VersionId).toBeUndefined();
    expect(await text('greetings/hello.txt')).toBe('hello');
  });

  it('are missed with the right error', async () => {
    expect(await refusalOf(text('nothing'))).toMatchObject({
      name: 'NoSuchKey',
      status: 404,
      message: 'The specified key does not exist.',
    });
    const headed = aws.s3.send(new HeadObjectCommand({ Bucket: 'depot', Key: 'nothing' }));
    expect(await refusalOf(headed)).toMatchObject({ name: 'NotFound', status: 404 });
  });

  it('are read in ranges', async () => {
    await put('digits', '0123456789');
    const part = await aws.s3.send(
      new GetObjectCommand({ Bucket: 'depot', Key: 'digits', Range: 'bytes=2-4' }),
    );
    expect(part).toMatchObject({
      ContentLength: 3,
      ContentRange: 'bytes 2-4/10',
      $metadata: { httpStatusCode: 206 },
    });
    expect(await part.Body?.transformToString()).toBe('234');
    expect(await text('digits', { Range: 'bytes=-3' })).toBe('789');
    expect(await text('digits', { Range: 'bytes=7-' })).toBe('789');
    expect(await text('digits', { Range: 'bytes=5-99' })).toBe('56789');
    expect(await text('digits', { Range: 'rows=1-2' })).toBe('0123456789');
    expect(await refusalOf(text('digits', { Range: 'bytes=10-' }))).toMatchObject({
      name: 'InvalidRange',
      status: 416,
    });
  });

  it('are read only when they are, or are no longer, what the reader knows', async () => {
    await put('a', '1');
    const etag = `"${md5('1')}"`;
    const earlier = new Date(aws.clock.nowMs() - 60_000);
    const now = new Date(aws.clock.nowMs());
    expect(await text('a', { IfMatch: etag, IfNoneMatch: '"other"', IfModifiedSince: now })).toBe('1');
    expect(await refusalOf(text('a', { IfMatch: '"other"' }))).toMatchObject({
      name: 'PreconditionFailed',
      status: 412,
    });
    expect(await refusalOf(text('a', { IfUnmodifiedSince: earlier }))).toMatchObject({ status: 412 });
    expect(await refusalOf(text('a', { IfNoneMatch: etag }))).toMatchObject({ status: 304 });
    expect(await refusalOf(text('a', { IfModifiedSince: now }))).toMatchObject({ status: 304 });
    expect(await text('a', { IfModifiedSince: earlier })).toBe('1');
  });

  it('are written only where nothing is, or over what the writer knows', async () => {
    await put('a', '1', { IfNoneMatch: '*' });
    expect(await refusalOf(put('a', '2', { IfNoneMatch: '*' }))).toMatchObject({
      name: 'PreconditionFailed',
      status: 412,
    });
    expect(await refusalOf(put('a', '2', { IfMatch: '"other"' }))).toMatchObject({ status: 412 });
    expect(await refusalOf(put('b', '2', { IfMatch: '"other"' }))).toMatchObject({
      name: 'NoSuchKey',
      status: 404,
    });
    await put('a', '2', { IfMatch: `"${md5('1')}"` });
    expect(await text('a')).toBe('2');
  });

  it.each([
    ['CRC32', { ChecksumCRC32: 'AAAAAA==' }],
    ['SHA256', { ChecksumSHA256: createHash('sha256').update('other').digest('base64') }],
    ['CRC64NVME', { ChecksumCRC64NVME: 'AAAAAAAAAAA=' }],
    ['Content-MD5', { ContentMD5: createHash('md5').update('other').digest('base64') }],
  ])('whose %s is wrong are refused', async (_name, wrong) => {
    expect(await refusalOf(put('a', '123456789', wrong))).toMatchObject({ name: 'BadDigest', status: 400 });
    expect(await refusalOf(text('a'))).toMatchObject({ name: 'NoSuchKey' });
  });

  it.each([
    ['CRC32', 'y/Q5Jg=='],
    ['CRC32C', '4waSgw=='],
    ['CRC64NVME', 'rosUhgp5mIg='],
    ['SHA1', createHash('sha1').update('123456789').digest('base64')],
    ['SHA256', createHash('sha256').update('123456789').digest('base64')],
  ])('have the %s of their bytes', async (algorithm, value) => {
    await put('a', '123456789', { [`Checksum${algorithm}`]: value });
    const { [`Checksum${algorithm}`]: told, ChecksumType } = (await aws.s3.send(
      new HeadObjectCommand({ Bucket: 'depot', Key: 'a', ChecksumMode: 'ENABLED' }),
    )) as unknown as { [member: string]: string };
    expect({ told, ChecksumType }).toEqual({ told: value, ChecksumType: 'FULL_OBJECT' });
  });

  it('arrive in signed chunks with a checksum behind them', async () => {
    const send = (crc: string) =>
      fetch(`${aws.served.endpoint}/depot/chunked`, {
        method: 'PUT',
        headers: {
          authorization: `AWS4-HMAC-SHA256 Credential=local/20261120/${region}/s3/aws4_request, SignedHeaders=host, Signature=0`,
          'content-encoding': 'aws-chunked',
          'x-amz-content-sha256': 'STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER',
          'x-amz-decoded-content-length': '9',
          'x-amz-trailer': 'x-amz-checksum-crc32',
        },
        body: `4;chunk-signature=aa\r\n1234\r\n5;chunk-signature=bb\r\n56789\r\n0;chunk-signature=cc\r\nx-amz-checksum-crc32:${crc}\r\n\r\n`,
      });
    expect((await send('AAAAAA==')).status).toBe(400);
    expect((await send('y/Q5Jg==')).status).toBe(200);
    expect(await text('chunked')).toBe('123456789');
    const { ContentEncoding } = await aws.s3.send(new HeadObjectCommand({ Bucket: 'depot', Key: 'chunked' }));
    expect(ContentEncoding).toBeUndefined();
  });

  it('are asked for in XML that can be read', async () => {
    const answer = await fetch(`${aws.served.endpoint}/depot?delete`, {
      method: 'POST',
      headers: { authorization: `AWS4-HMAC-SHA256 Credential=local/20261120/${region}/s3/aws4_request` },
      body: '<Delete><Object>',
    });
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('<Code>MalformedXML</Code>');
  });

  it('are had by whoever has an address that is signed', async () => {
    await put('a', 'text');
    for (const signed of [
      `X-Amz-Credential=local%2F20261120%2F${region}%2Fs3%2Faws4_request&X-Amz-Signature=0`,
      'AWSAccessKeyId=local&Signature=0&Expires=1',
    ]) {
      const answer = await fetch(`${aws.served.endpoint}/depot/a?${signed}&response-content-type=text%2Fx`);
      expect([answer.headers.get('content-type'), await answer.text()]).toEqual(['text/x', 'text']);
    }
  });

  it('that are packed stay packed', async () => {
    const bytes = Buffer.from([0x1f, 0x8b, 1, 2, 3]);
    await put('packed', bytes, { ContentEncoding: 'gzip' });
    const { Body, ContentEncoding } = await aws.s3.send(
      new GetObjectCommand({ Bucket: 'depot', Key: 'packed' }),
    );
    expect(ContentEncoding).toBe('gzip');
    expect(Buffer.from((await Body?.transformToByteArray()) ?? [])).toEqual(bytes);
  });

  it('are copied with or without what is said about them', async () => {
    await put('from it', 'x', { ContentType: 'text/plain', Metadata: { a: '1' }, Tagging: 't=1' });
    const copy = (Key: string, more: object = {}) =>
      aws.s3.send(
        new CopyObjectCommand({
          Bucket: 'depot',
          Key,
          CopySource: `depot/${encodeURIComponent('from it')}`,
          ...more,
        }),
      );
    const { CopyObjectResult } = await copy('to');
    expect(CopyObjectResult?.ETag).toBe(`"${md5('x')}"`);
    const same = await aws.s3.send(new HeadObjectCommand({ Bucket: 'depot', Key: 'to' }));
    expect(same).toMatchObject({ ContentType: 'text/plain', Metadata: { a: '1' }, TagCount: 1 });
    await copy('to', { MetadataDirective: 'REPLACE', Metadata: { b: '2' } });
    const other = await aws.s3.send(new HeadObjectCommand({ Bucket: 'depot', Key: 'to' }));
    expect(other).toMatchObject({ ContentType: 'binary/octet-stream', Metadata: { b: '2' } });
    expect(await refusalOf(copy('from it'))).toMatchObject({ name: 'InvalidRequest', status: 400 });
    expect(await refusalOf(copy('to', { CopySourceIfMatch: '"other"' }))).toMatchObject({ status: 412 });
    expect(await refusalOf(copy('to', { CopySource: 'depot/nothing' }))).toMatchObject({ name: 'NoSuchKey' });
  });

  it('have tags', async () => {
    const where = { Bucket: 'depot', Key: 'a' };
    await put('a', '1');
    await aws.s3.send(
      new PutObjectTaggingCommand({ ...where, Tagging: { TagSet: [{ Key: 'k', Value: 'v' }] } }),
    );
    expect((await aws.s3.send(new GetObjectTaggingCommand(where))).TagSet).toEqual([
      { Key: 'k', Value: 'v' },
    ]);
    const TagSet = Array.from({ length: 11 }, (_, index) => ({ Key: `k${index}`, Value: '' }));
    expect(
      await refusalOf(aws.s3.send(new PutObjectTaggingCommand({ ...where, Tagging: { TagSet } }))),
    ).toMatchObject({ name: 'BadRequest', status: 400 });
    await aws.s3.send(new DeleteObjectTaggingCommand(where));
    expect((await aws.s3.send(new GetObjectTaggingCommand(where))).TagSet).toEqual([]);
  });

  it('tell their attributes', async () => {
    await put('a', '123');
    const asked = await aws.s3.send(
      new GetObjectAttributesCommand({
        Bucket: 'depot',
        Key: 'a',
        ObjectAttributes: ['ETag', 'ObjectSize', 'Checksum'],
      }),
    );
    expect(asked).toMatchObject({
      ETag: md5('123'),
      ObjectSize: 3,
      Checksum: { ChecksumType: 'FULL_OBJECT' },
    });
    expect(asked.StorageClass).toBeUndefined();
  });

  it('are deleted together, and again without complaint', async () => {
    await put('a', '1');
    await put('b & c', '2');
    const { Deleted, Errors } = await aws.s3.send(
      new DeleteObjectsCommand({
        Bucket: 'depot',
        Delete: { Objects: [{ Key: 'a' }, { Key: 'b & c' }, { Key: 'never' }] },
      }),
    );
    expect(Deleted?.map(({ Key }) => Key)).toEqual(['a', 'b & c', 'never']);
    expect(Errors).toBeUndefined();
    await expect(
      waitUntilObjectNotExists({ client: aws.s3, maxWaitTime: 30 }, { Bucket: 'depot', Key: 'a' }),
    ).resolves.toMatchObject({ state: 'SUCCESS' });
  });

  it('are written and read by the world itself', async () => {
    const { objects } = aws.world;
    await objects.write('depot', 'from/inside', Buffer.from('inside'));
    expect(await text('from/inside')).toBe('inside');
    await put('from/outside', 'outside');
    expect(Buffer.from(await objects.read('depot', 'from/outside', null)).toString()).toBe('outside');
    await expect(objects.read('depot', 'none', null)).rejects.toMatchObject({ name: 'NoSuchKey' });
    await expect(objects.read('nowhere', 'none', null)).rejects.toMatchObject({ name: 'NoSuchBucket' });
    await expect(objects.read('depot', 'from/inside', 'abc')).rejects.toMatchObject({
      name: 'NoSuchVersion',
    });
  });

  it('outlive the process, and their bytes go when nothing refers to them any more', async () => {
    const { objects } = aws.world;
    await put('kept', 'kept bytes');
    await put('gone', 'gone bytes');
    await aws.s3.send(new DeleteObjectCommand({ Bucket: 'depot', Key: 'gone' }));
    objects.dump();
    const dump = JSON.parse(JSON.stringify(objects.dump()));
    objects.clear();
    expect((await aws.s3.send(new ListBucketsCommand({}))).Buckets).toEqual([]);
    objects.load(dump);
    expect(await text('kept')).toBe('kept bytes');
    const sha256 = createHash('sha256').update('gone bytes').digest('hex');
    await expect(objects.blobs.read([{ sha256, size: 10 }])).rejects.toMatchObject({ code: 'ENOENT' });
  });
});

describe('versions', () => {
  it('are kept, hidden by a delete marker, and removed one by one', async () => {
    await versioned();
    const first = await put('a', '1');
    const second = await put('a', '2');
    expect(await text('a')).toBe('2');
    expect(await text('a', { VersionId: first.VersionId })).toBe('1');
    const marker = await aws.s3.send(new DeleteObjectCommand({ Bucket: 'depot', Key: 'a' }));
    expect(marker.DeleteMarker).toBe(true);
    expect(await refusalOf(text('a'))).toMatchObject({ name: 'NoSuchKey', status: 404 });
    expect(await refusalOf(text('a', { VersionId: marker.VersionId }))).toMatchObject({
      name: 'MethodNotAllowed',
      status: 405,
    });
    expect(await refusalOf(text('a', { VersionId: 'unknown' }))).toMatchObject({ name: 'NoSuchVersion' });
    const all = await aws.s3.send(new ListObjectVersionsCommand({ Bucket: 'depot' }));
    expect(all.Versions?.map(({ VersionId }) => VersionId)).toEqual([second.VersionId, first.VersionId]);
    expect(all.DeleteMarkers).toMatchObject([{ Key: 'a', VersionId: marker.VersionId, IsLatest: true }]);
    await aws.s3.send(new DeleteObjectCommand({ Bucket: 'depot', Key: 'a', VersionId: marker.VersionId }));
    expect(await text('a')).toBe('2');
    await aws.s3.send(new DeleteObjectCommand({ Bucket: 'depot', Key: 'a', VersionId: second.VersionId }));
    expect(await text('a')).toBe('1');
  });

  it('have no id of their own where versioning is not, or no longer, enabled', async () => {
    await put('a', 'before');
    await versioned();
    const { VersionId } = await put('a', 'during');
    await aws.s3.send(
      new PutBucketVersioningCommand({ Bucket: 'depot', VersioningConfiguration: { Status: 'Suspended' } }),
    );
    expect((await aws.s3.send(new GetBucketVersioningCommand({ Bucket: 'depot' }))).Status).toBe('Suspended');
    expect(await put('a', 'after')).toMatchObject({ VersionId: 'null' });
    const { Versions } = await aws.s3.send(new ListObjectVersionsCommand({ Bucket: 'depot' }));
    expect(Versions?.map((version) => version.VersionId)).toEqual(['null', VersionId]);
    expect(await text('a', { VersionId: 'null' })).toBe('after');
  });

  it('are listed in pages', async () => {
    await versioned();
    for (const key of ['a', 'a', 'a', 'b', 'b']) await put(key, key);
    const seen: (string | undefined)[] = [];
    let marker: { KeyMarker?: string | undefined; VersionIdMarker?: string | undefined } | null = {};
    for (let page = 0; page < 9 && marker; page += 1) {
      const answer: Awaited<ReturnType<typeof list>> = await list(marker);
      seen.push(...(answer.Versions ?? []).map(({ VersionId }) => VersionId));
      marker = answer.IsTruncated
        ? { KeyMarker: answer.NextKeyMarker, VersionIdMarker: answer.NextVersionIdMarker }
        : null;
    }
    const whole = await aws.s3.send(new ListObjectVersionsCommand({ Bucket: 'depot' }));
    expect(seen).toEqual(whole.Versions?.map(({ VersionId }) => VersionId));
    expect(new Set(seen).size).toBe(5);
  });

  const list = (marker: object) =>
    aws.s3.send(new ListObjectVersionsCommand({ Bucket: 'depot', MaxKeys: 2, ...marker }));
});

describe('lists', () => {
  const keys = ['a/1', 'a/2', 'b', 'c/x/1', 'c/y', 'd', 'e&<f>', 'z z'];

  beforeEach(async () => {
    for (const key of keys) await put(key, key);
  });

  it('show keys in the order of their bytes, with their sizes', async () => {
    const all = await aws.s3.send(new ListObjectsV2Command({ Bucket: 'depot' }));
    expect(all.Contents?.map(({ Key }) => Key)).toEqual(keys);
    expect(all.Contents?.[2]).toMatchObject({ Size: 1, ETag: `"${md5('b')}"`, StorageClass: 'STANDARD' });
    expect(all).toMatchObject({ KeyCount: 8, IsTruncated: false, MaxKeys: 1000, Name: 'depot' });
  });

  it.each([1, 2, 3, 5])('come in pages of %d, with what lies below a delimiter in one', async (MaxKeys) => {
    const seen: (string | undefined)[] = [];
    let token: string | undefined = '';
    for (let page = 0; page < 20 && token !== undefined; page += 1) {
      const answer = await listFrom(token, MaxKeys);
      expect(answer.KeyCount).toBeLessThanOrEqual(MaxKeys);
      seen.push(...(answer.CommonPrefixes ?? []).map(({ Prefix }) => Prefix));
      seen.push(...(answer.Contents ?? []).map(({ Key }) => Key));
      token = answer.NextContinuationToken;
    }
    expect([...seen].sort()).toEqual(['a/', 'b', 'c/', 'd', 'e&<f>', 'z z']);
  });

  const listFrom = (token: string, MaxKeys: number) =>
    aws.s3.send(
      new ListObjectsV2Command({
        Bucket: 'depot',
        Delimiter: '/',
        MaxKeys,
        ...(token === '' ? {} : { ContinuationToken: token }),
      }),
    );

  it('can be asked for in part', async () => {
    const below = await aws.s3.send(
      new ListObjectsV2Command({ Bucket: 'depot', Prefix: 'c/', Delimiter: '/' }),
    );
    expect(below.CommonPrefixes).toEqual([{ Prefix: 'c/x/' }]);
    expect(below.Contents?.map(({ Key }) => Key)).toEqual(['c/y']);
    const later = await aws.s3.send(new ListObjectsV2Command({ Bucket: 'depot', StartAfter: 'c/y' }));
    expect(later.Contents?.map(({ Key }) => Key)).toEqual(['d', 'e&<f>', 'z z']);
    const coded = await aws.s3.send(
      new ListObjectsV2Command({ Bucket: 'depot', Prefix: 'z', EncodingType: 'url' }),
    );
    expect(coded.Contents?.map(({ Key }) => Key)).toEqual(['z%20z']);
    const none = await aws.s3.send(new ListObjectsV2Command({ Bucket: 'depot', MaxKeys: 0 }));
    expect(none).toMatchObject({ KeyCount: 0, IsTruncated: false });
  });

  it('of the first kind go on after a marker', async () => {
    const first = await aws.s3.send(new ListObjectsCommand({ Bucket: 'depot', Delimiter: '/', MaxKeys: 3 }));
    expect(first).toMatchObject({ IsTruncated: true, NextMarker: 'c/' });
    const second = await aws.s3.send(
      new ListObjectsCommand({ Bucket: 'depot', Delimiter: '/', Marker: first.NextMarker }),
    );
    expect(second.Contents?.map(({ Key }) => Key)).toEqual(['d', 'e&<f>', 'z z']);
    expect(second.CommonPrefixes).toBeUndefined();
  });
});
