import { createHash } from 'node:crypto';
import type { Ecr } from '../../src/config/code';
import type { BuiltImage, ImageBlob } from '../../src/core/code';
import { ShipitError } from '../../src/core/errors';
import type { Event } from '../../src/core/events';
import type { Digest } from '../../src/core/values';
import { isOnlyFor, tagsOf } from '../../src/release/image-tags';
import { pruneImages, unneeded } from '../../src/release/prune-images';
import { pushImage } from '../../src/release/push';
import { FakeClock } from '../clock';
import { fakePorts } from '../fakes';
import { spec } from '../plan/scene';

const digestOf = (text: string): string => `sha256:${createHash('sha256').update(text).digest('hex')}`;
const blob = (text: string): ImageBlob => ({
  digest: digestOf(text),
  bytes: text.length,
  from: null,
  async *read(from) {
    yield Buffer.from(text).subarray(from);
  },
});
const imageOf = (text: string): BuiltImage => ({
  manifest: { mediaType: 'application/json', bytes: Buffer.from(text), digest: digestOf(text) },
  blobs: [blob('config'), blob(text), blob(text)],
});
const ecr: Ecr = { repository: 'orders/api', create: true, failOn: null, keep: null };

function scene() {
  const clock = new FakeClock(0);
  const fakes = fakePorts(clock);
  const told: Event[] = [];
  const push = (text: string, change: Partial<Ecr> = {}, commit: string | null = 'c0ffee1') => {
    const { signal } = new AbortController();
    const place = { ecr: { ...ecr, ...change }, functionName: 'orders-api', commit, tags: {}, stop: signal };
    const tell = async (event: Event) => void told.push(event);
    return clock.runUntil(pushImage(fakes, { key: 'api', image: imageOf(text), place, tell }));
  };
  return { fakes, told, push };
}

const host = '123456789012.dkr.ecr.eu-west-1.amazonaws.com';

describe('pushing an image', () => {
  it('makes the repository, sends each blob once, and answers the address with the digest', async () => {
    const { fakes, told, push } = scene();
    expect(await push('one')).toBe(`${host}/orders/api@${digestOf('one')}`);
    expect(fakes.repositories.did).toEqual([
      'find orders/api',
      'create orders/api',
      'letLambdaPull orders/api',
    ]);
    expect(fakes.registries.did.filter((line) => line.startsWith('push'))).toHaveLength(2);
    expect(told).toMatchObject([{ type: 'artifact.sent', sentBytes: 'config'.length + 'one'.length }]);
    await push('one');
    expect(fakes.registries.did.filter((line) => line.startsWith('push'))).toHaveLength(2);
    expect(told[1]).toMatchObject({ type: 'artifact.sent', sentBytes: 0 });
  });

  it('takes a second tag where the first names another image, and goes on where it may not write the policy', async () => {
    const { fakes, push } = scene();
    fakes.registries.failNext('tag', new ShipitError('alreadyExists', 'immutable'), 'before');
    fakes.repositories.failNext('letLambdaPull', new ShipitError('accessDenied', 'no'), 'before');
    await push('one');
    const short = digestOf('one').slice(7, 19);
    expect(fakes.registries.did.filter((line) => line.startsWith('tag'))).toEqual([
      `tag ${host}/orders/api sha-c0ffee1`,
      `tag ${host}/orders/api sha-c0ffee1-${short}`,
      `tag ${host}/orders/api for-orders-api-${short}`,
    ]);
  });

  it('takes the repository that somebody else made at the same moment', async () => {
    const { fakes, push } = scene();
    fakes.repositories.failNext('create', new ShipitError('alreadyExists', 'there'), 'after');
    expect(await push('one')).toContain('orders/api@');
    await expect(push('one', { repository: 'nowhere', create: false })).rejects.toMatchObject({
      code: 'notFound',
    });
  });

  it('is refused by what the scan found, by a scan that fails, and by one that does not end', async () => {
    const { fakes, told, push } = scene();
    const found = [
      { name: 'CVE-1', severity: 'MEDIUM', about: '' },
      { name: 'CVE-2', severity: 'CRITICAL', about: 'zlib' },
      { name: 'CVE-3', severity: 'UNDEFINED', about: '' },
    ];
    fakes.repositories.scans.set(digestOf('one'), { status: 'COMPLETE', found });
    await expect(push('one', { failOn: 'HIGH' })).rejects.toMatchObject({
      code: 'refused',
      problems: ['api: CRITICAL CVE-2 zlib'],
    });
    expect(told.at(-1)).toMatchObject({ type: 'image.scanned', findings: [{ name: 'CVE-2' }] });
    fakes.repositories.scans.set(digestOf('two'), { status: 'UNSUPPORTED_IMAGE', found: [] });
    await expect(push('two', { failOn: 'HIGH' })).rejects.toMatchObject({ code: 'refused' });
    fakes.repositories.scans.set(digestOf('three'), null);
    await expect(push('three', { failOn: 'HIGH' })).rejects.toMatchObject({
      message: expect.stringContaining('no end after 15 minutes'),
    });
    expect(await push('four', { failOn: 'LOW' })).toContain(digestOf('four'));
  });
});

describe('images that nothing runs any more', () => {
  const tagged = (text: string, functionName: string, pushedMs: number, more: readonly string[] = []) => {
    const { first, user } = tagsOf(digestOf(text), { functionName, commit: null });
    return { digest: digestOf(text), tags: [first, user, ...more], pushedMs };
  };
  const images = [
    tagged('new', 'orders-api', 5),
    tagged('kept', 'orders-api', 4),
    tagged('used', 'orders-api', 3),
    tagged('old', 'orders-api', 2),
    tagged('shared', 'orders-api', 1, [
      tagsOf(digestOf('shared'), { functionName: 'other', commit: null }).user,
    ]),
    tagged('theirs', 'other', 1),
    tagged('pinned', 'orders-api', 1, ['release-1']),
    { digest: digestOf('bare'), tags: [], pushedMs: 0 },
  ];

  it('are those of the function alone, beyond the newest', () => {
    const used = new Set([digestOf('used'), digestOf('new')]);
    const asked = { functionName: 'orders-api', used, keep: 1 };
    expect(unneeded(images, asked)).toEqual([digestOf('old')]);
    expect(isOnlyFor(['latest'], digestOf('old'), 'orders-api')).toBe(false);
  });

  it('go after a release, and a failure to remove them fails nothing', async () => {
    const { fakes } = scene();
    fakes.repositories.put('orders/api');
    fakes.repositories.stored.set('orders/api', [...images]);
    const told: Event[] = [];
    const one = spec({
      image: { kind: 'append', base: 'b', add: '/p', to: '/', include: null, exclude: [], allow: [] },
      ecr: { ...ecr, keep: 0 },
    });
    const prune = () => pruneImages(fakes, [one], async (event) => void told.push(event));
    const digest = createHash('sha256').update('used').digest('hex') as Digest;
    fakes.functions.seed(one.name, [{ digest }]);
    await prune();
    expect(told).toMatchObject([
      { type: 'images.pruned', images: [digestOf('new'), digestOf('kept'), digestOf('old')] },
    ]);
    fakes.repositories.failNext('images', new ShipitError('accessDenied', 'no'), 'before');
    await prune();
    expect(told.at(-1)).toMatchObject({ type: 'warning', message: 'some old images stay: no' });
  });
});
