/** Zips in S3, by the real SDK against the local AWS. */
import { createHash } from 'node:crypto';
import {
  CreateBucketCommand,
  GetObjectCommand,
  GetPublicAccessBlockCommand,
  ListMultipartUploadsCommand,
  PutObjectCommand,
} from '@aws-sdk/client-s3';
import { zipOfBytes } from '../../src/core/code';
import type { DepotPlace } from '../../src/core/stores';
import type { FaultRule } from '../../src/local/faults';
import { account } from '../local/world';
import { onLocal } from './local';

const open = onLocal();
const bucket = 'orders-code';
const run = <T>(work: Promise<T>): Promise<T> => open().local.clock.runUntil(work);
const s3 = () => open().local.s3;
const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const placeOf = (bytes: Uint8Array, change: Partial<DepotPlace> = {}): DepotPlace => {
  const sha256 = sha256Of(bytes);
  return { bucket, key: `orders/${sha256}.zip`, sha256, owner: account, ...change };
};

async function read(place: DepotPlace): Promise<Uint8Array> {
  const { Body } = await s3().send(new GetObjectCommand({ Bucket: place.bucket, Key: place.key }));
  return (await Body?.transformToByteArray()) ?? new Uint8Array();
}

const failing = (rule: Partial<FaultRule> & { readonly action: string }): void =>
  open().local.world.faults.set([{ kind: 'error', rate: 1, ms: 0, times: null, ...rule }], 7);

describe('a depot', () => {
  beforeEach(() => s3().send(new CreateBucketCommand({ Bucket: bucket })));

  test('has nothing at first, and then what was put there', async () => {
    const { depot } = open().aws;
    const bytes = Buffer.from('a zip');
    const place = placeOf(bytes);
    expect(await run(depot.find(place))).toBeNull();
    const told: number[] = [];
    const stored = await run(depot.put(place, zipOfBytes(bytes), (sent) => told.push(sent)));
    expect(stored).toEqual({ bucket, key: place.key, version: null });
    expect(told).toEqual([bytes.length]);
    expect(Buffer.from(await read(place))).toEqual(bytes);
    expect(await run(depot.find(place))).toEqual(stored);
  });

  test('sends what is large in parts, a part that fails alone once more, and tells how far it is', async () => {
    const { depot } = open().aws;
    const bytes = Buffer.alloc(20 * 1024 * 1024, 'not all alike');
    const place = placeOf(bytes);
    failing({ action: 'UploadPart', times: 2 });
    const told: number[] = [];
    await run(depot.put(place, zipOfBytes(bytes), (sent) => told.push(sent)));
    expect(told).toHaveLength(3);
    expect(told.at(-1)).toBe(bytes.length);
    expect(sha256Of(await read(place))).toBe(place.sha256);
    expect(await run(depot.find(place))).toMatchObject({ key: place.key });
  });

  test('leaves no parts behind when it cannot end', async () => {
    const { depot } = open().aws;
    const bytes = Buffer.alloc(20 * 1024 * 1024);
    failing({ action: 'UploadPart' });
    const work = run(depot.put(placeOf(bytes), zipOfBytes(bytes), () => undefined));
    await expect(work).rejects.toMatchObject({ code: 'unavailable' });
    open().local.world.faults.set([], 7);
    const { Uploads = [] } = await s3().send(new ListMultipartUploadsCommand({ Bucket: bucket }));
    expect(Uploads).toEqual([]);
  });

  test('does not take what somebody else put under that key', async () => {
    const place = placeOf(Buffer.from('a zip'));
    await s3().send(new PutObjectCommand({ Bucket: bucket, Key: place.key, Body: 'another' }));
    expect(await run(open().aws.depot.find(place))).toBeNull();
  });

  test('is refused in a bucket of another account, and one that is not there', async () => {
    const { depot } = open().aws;
    const bytes = Buffer.from('a zip');
    const foreign = placeOf(bytes, { owner: '210987654321' });
    await expect(run(depot.find(foreign))).rejects.toMatchObject({ code: 'accessDenied' });
    await expect(run(depot.put(foreign, zipOfBytes(bytes), () => undefined))).rejects.toMatchObject({
      code: 'accessDenied',
    });
    const nowhere = placeOf(bytes, { bucket: 'nowhere-at-all' });
    await expect(run(depot.find(nowhere))).rejects.toMatchObject({ code: 'notFound' });
  });
});

test('a bucket is made once, closed to the public and with versions', async () => {
  const { depot } = open().aws;
  expect(await run(depot.makeBucket('new-code'))).toBe('made');
  expect(await run(depot.makeBucket('new-code'))).toBe('there');
  const block = await s3().send(new GetPublicAccessBlockCommand({ Bucket: 'new-code' }));
  expect(block.PublicAccessBlockConfiguration).toMatchObject({
    BlockPublicAcls: true,
    RestrictPublicBuckets: true,
  });
  const bytes = Buffer.from('a zip');
  const place = placeOf(bytes, { bucket: 'new-code' });
  const stored = await run(depot.put(place, zipOfBytes(bytes), () => undefined));
  expect(stored.version).not.toBeNull();
});
