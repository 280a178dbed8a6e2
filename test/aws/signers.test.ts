/** Code that AWS Signer signs, by the real SDK against the local AWS. */
import { createHash } from 'node:crypto';
import { CreateBucketCommand, GetObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { PutSigningProfileCommand } from '@aws-sdk/client-signer';
import { type StoredObject, zipOfBytes } from '../../src/core/code';
import type { UnsignedZip } from '../../src/core/stores';
import { account } from '../local/world';
import { codeOf } from '../local/zip';
import { onLocal } from './local';

const open = onLocal();
const bucket = 'orders-code';
const run = <T>(work: Promise<T>): Promise<T> => open().local.clock.runUntil(work);
const never = new AbortController().signal;
const code = codeOf('one');
const sha256 = createHash('sha256').update(code).digest('hex');
const zip: UnsignedZip = { profile: 'ours', bucket, prefix: 'orders', owner: account, sha256 };

beforeEach(async () => {
  await run(open().aws.depot.makeBucket(bucket));
  const made = { profileName: 'ours', platformId: 'AWSLambda-SHA384-ECDSA' };
  await open().local.signer.send(new PutSigningProfileCommand(made));
});

const uploaded = (bytes: Uint8Array = code): Promise<StoredObject> => {
  const place = { bucket, key: `orders/${sha256}.zip`, sha256, owner: account };
  const { depot } = open().aws;
  // What is no zip has another digest, and is put as a user would.
  if (bytes === code) return run(depot.put(place, zipOfBytes(bytes), () => undefined));
  return open()
    .local.s3.send(new PutObjectCommand({ Bucket: bucket, Key: place.key, Body: bytes }))
    .then(({ VersionId }) => ({ bucket, key: place.key, version: VersionId ?? null }));
};

const record = `orders/${sha256}.ours.signed.json`;

test('what is signed is known by its own digest and version, and found again', async () => {
  const { signers } = open().aws;
  expect(await run(signers.find(zip))).toBeNull();
  const signed = await run(signers.sign(zip, await uploaded(), never));
  expect(signed.object).toMatchObject({ bucket, key: expect.stringMatching(/^orders\/signed\/.*\.zip$/) });
  expect(signed.object.version).not.toBeNull();
  const { Body } = await open().local.s3.send(
    new GetObjectCommand({ Bucket: bucket, Key: signed.object.key }),
  );
  const bytes = (await Body?.transformToByteArray()) ?? new Uint8Array();
  expect(signed.digest).toBe(createHash('sha256').update(bytes).digest('base64'));
  expect(await run(signers.find(zip))).toEqual(signed);
  expect(await run(signers.find({ ...zip, profile: 'theirs' }))).toBeNull();
});

test('where two sign the same at the same moment, the first counts for both', async () => {
  const other = open().with({});
  const source = await uploaded();
  const [one, two] = await run(
    Promise.all([open().aws.signers.sign(zip, source, never), other.signers.sign(zip, source, never)]),
  );
  expect(two).toEqual(one);
  expect(open().local.world.signer.jobs.size).toBe(2);
});

test('functions of the same code wait for one job', async () => {
  const { signers } = open().aws;
  const source = await uploaded();
  const sign = () => signers.sign(zip, source, never);
  const [one, two] = await run(Promise.all([sign(), sign()]));
  expect(two).toEqual(one);
  expect(open().local.world.signer.jobs.size).toBe(1);
});

test('a job that fails is refused with what AWS says, and nothing is kept', async () => {
  const { signers } = open().aws;
  const work = run(signers.sign(zip, await uploaded(Buffer.from('no zip')), never));
  await expect(work).rejects.toMatchObject({
    code: 'invalid',
    message: expect.stringContaining('valid zip'),
  });
  expect(await run(signers.find(zip))).toBeNull();
});

test('nobody waits for a job once it is stopped', async () => {
  const stop = new AbortController();
  const source = await uploaded();
  const work = open().aws.signers.sign(zip, source, stop.signal);
  stop.abort();
  await expect(run(work)).rejects.toMatchObject({ code: 'interrupted' });
});

test('a record that none of us wrote is refused, with the way out', async () => {
  const put = (Body: string) =>
    open().local.s3.send(new PutObjectCommand({ Bucket: bucket, Key: record, Body }));
  const wrong = [
    'no JSON',
    'null',
    '{"v":2}',
    '{"v":1,"object":{"bucket":"b","key":"k","version":null},"digest":"x"}',
  ];
  for (const text of [...wrong, 'x'.repeat(20_000)]) {
    await put(text);
    await expect(run(open().aws.signers.find(zip))).rejects.toMatchObject({ code: 'badArtifact' });
  }
});

test('says what stands in the way of signing', async () => {
  const { signers } = open().aws;
  await open().local.s3.send(new CreateBucketCommand({ Bucket: 'plain-code' }));
  expect(await run(signers.obstacle(zip))).toBeNull();
  expect(await run(signers.obstacle({ ...zip, profile: 'theirs' }))).toBe('noProfile');
  expect(await run(signers.obstacle({ ...zip, bucket: 'plain-code' }))).toBe('noVersions');
  expect(await run(signers.obstacle({ ...zip, bucket: 'nowhere-at-all' }))).toBe('noBucket');
  expect(await run(signers.find({ ...zip, bucket: 'nowhere-at-all' }))).toBeNull();
  const plain = { bucket, key: 'a.zip', version: null };
  await expect(run(signers.sign(zip, plain, never))).rejects.toMatchObject({
    code: 'invalid',
    hint: expect.stringContaining('shipit bootstrap'),
  });
});
