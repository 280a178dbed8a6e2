import { lstatSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  CreateBucketCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
} from '@aws-sdk/client-s3';
import { byKey } from '../../src/local/objects/keys';
import fc from '../property';
import { type LocalAws, openLocalAws, refusalOf } from './world';

let aws: LocalAws;

beforeAll(async () => {
  aws = await openLocalAws();
  await aws.s3.send(new CreateBucketCommand({ Bucket: 'depot' }));
});

afterAll(() => aws.close());

const isWellFormed = (text: string): boolean => Buffer.from(text).toString('utf8') === text;

const piece = fc.oneof(
  fc.constantFrom(
    '..',
    '.',
    '',
    '/',
    '//',
    '\\',
    '%2e%2e',
    '%2F',
    'a',
    ' ',
    '+',
    '?',
    '#',
    '&amp;',
    '\u0000',
  ),
  fc.constantFrom('../../../../etc/passwd', 'C:\\x', '\u{1F600}', '\uffff', '\r\n', '__proto__', 'null', '~'),
  fc.string({ unit: 'binary', maxLength: 12 }),
);

const anyKey = fc
  .array(piece, { minLength: 1, maxLength: 12 })
  .map((pieces) => pieces.join('/'))
  .filter((key) => key !== '' && isWellFormed(key) && Buffer.byteLength(key) <= 1024);

const longKey = fc
  .constantFrom('x', '../', 'é', '\u{10000}')
  .map((unit) => unit.repeat(1024 / Buffer.byteLength(unit)).slice(0, 1024));

describe('a key of any shape', () => {
  it('is read back exactly, and nothing is written outside the folder of objects', async () => {
    const around = readdirSync(dirname(aws.folder)).filter((name) => name.includes('..')).length;
    await fc.assert(
      fc.asyncProperty(
        fc.oneof({ weight: 9, arbitrary: anyKey }, longKey),
        fc.uint8Array({ maxLength: 40 }),
        roundTrip,
      ),
      { numRuns: 150 },
    );
    const inside = join(aws.folder, 'objects');
    expect(readdirSync(aws.folder)).toEqual(['objects']);
    expect(statSync(inside).mode & 0o777).toBe(0o700);
    for (const name of readdirSync(inside)) {
      expect(name).toMatch(/^[0-9a-f]{64}$/);
      expect(lstatSync(join(inside, name)).isFile()).toBe(true);
      expect(statSync(join(inside, name)).mode & 0o777).toBe(0o600);
    }
    expect(readdirSync(dirname(aws.folder)).filter((name) => name.includes('..'))).toHaveLength(around);
  });

  it('is in a list once, and found by itself as a prefix', async () => {
    await fc.assert(
      fc.asyncProperty(anyKey, async (Key) => {
        await aws.s3.send(new PutObjectCommand({ Bucket: 'depot', Key, Body: 'x' }));
        const listed = await aws.s3.send(
          new ListObjectsV2Command({ Bucket: 'depot', Prefix: Key, EncodingType: 'url' }),
        );
        const keys = (listed.Contents ?? []).map((one) => decodeURIComponent(one.Key ?? ''));
        expect(keys.filter((key) => key === Key)).toEqual([Key]);
        expect(keys).toEqual([...keys].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))));
      }),
      { numRuns: 60 },
    );
  });

  it('comes before or after another as their bytes do', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => {
        const order = Buffer.compare(Buffer.from(a), Buffer.from(b));
        expect(Math.sign(byKey(a, b))).toBe(order);
      }),
    );
  });

  it('is refused above 1024 bytes', async () => {
    const put = aws.s3.send(new PutObjectCommand({ Bucket: 'depot', Key: 'é'.repeat(513), Body: 'x' }));
    expect(await refusalOf(put)).toMatchObject({ name: 'KeyTooLongError', status: 400 });
  });

  it('can be deleted', async () => {
    const Key = '../up & <away>/"';
    await aws.s3.send(new PutObjectCommand({ Bucket: 'depot', Key, Body: 'x' }));
    await aws.s3.send(new DeleteObjectsCommand({ Bucket: 'depot', Delete: { Objects: [{ Key }] } }));
    const got = aws.s3.send(new GetObjectCommand({ Bucket: 'depot', Key }));
    expect(await refusalOf(got)).toMatchObject({ name: 'NoSuchKey' });
  });
});

async function roundTrip(Key: string, bytes: Uint8Array): Promise<void> {
  await aws.s3.send(new PutObjectCommand({ Bucket: 'depot', Key, Body: bytes }));
  const { Body } = await aws.s3.send(new GetObjectCommand({ Bucket: 'depot', Key }));
  expect(Buffer.from((await Body?.transformToByteArray()) ?? [])).toEqual(Buffer.from(bytes));
  expect(aws.world.objects.buckets.get('depot')?.objects.has(Key)).toBe(true);
}
