import type { Artifact } from '../../src/artifact/artifact';
import type { ArtifactPlace } from '../../src/config/code';
import { type Zip, zipOfBytes } from '../../src/core/code';
import type { Event } from '../../src/core/events';
import { Digest } from '../../src/core/values';
import { deliver } from '../../src/release/deliver';
import { noBucket } from '../forms';
import { artifact, world } from '../plan/scene';

const hex = (zip: string): string => Buffer.from(Digest.of(Buffer.from(zip)), 'base64').toString('hex');
const place = { ...noBucket, bucket: 'orders-code', prefix: 'orders' };

/** As large as it says, whatever it holds. */
const large: Zip = { ...zipOfBytes(Buffer.from('two')), bytes: 60 * 1024 * 1024 };

async function delivered(made: Artifact, fakes = world(), at: ArtifactPlace = place) {
  fakes.depot.buckets.add('orders-code');
  const told: Event[] = [];
  const tell = async (event: Event) => void told.push(event);
  const { signal: stop } = new AbortController();
  const delivery = { key: 'api', artifact: made, place: at, images: null, tell, stop };
  const { code, digest } = await deliver(fakes, delivery);
  return { code, digest, told, fakes };
}

describe('delivering an artifact', () => {
  it('sends a zip along with the call, and the address of an image', async () => {
    const one = artifact('one');
    const { code, fakes } = await delivered(one);
    expect(code).toEqual(one.code);
    const imageUri = 'orders@sha256:12ab';
    expect((await delivered({ ...artifact('one'), code: { imageUri } })).code).toEqual({ imageUri });
    expect(fakes.depot.did).toEqual([]);
  });

  it('uploads what is too large under the digest of it, and only once', async () => {
    const made: Artifact = { ...artifact('two'), code: { zip: large } };
    const first = await delivered(made);
    const key = `orders/${hex('two')}.zip`;
    expect(first.code).toEqual({ object: { bucket: 'orders-code', key, version: null } });
    expect(first.told).toMatchObject([
      { type: 'artifact.sent', key: 'api', to: `s3://orders-code/${key}`, sentBytes: large.bytes },
    ]);
    expect(first.fakes.report.events).toMatchObject([
      { type: 'artifact.sending', sentBytes: large.bytes, bytes: large.bytes },
    ]);
    const second = await delivered(made, first.fakes);
    expect(second.code).toEqual(first.code);
    expect(second.told).toMatchObject([{ type: 'artifact.sent', sentBytes: 0 }]);
    expect(first.fakes.depot.did.filter((line) => line.startsWith('put'))).toHaveLength(1);
  });

  it('signs it where a profile is named, in its bucket, and only once', async () => {
    const signed = { ...place, signingProfile: 'ours' };
    const first = await delivered(artifact('one'), world(), signed);
    const object = { bucket: 'orders-code', key: 'signed/1.zip', version: 'v1' };
    expect(first.code).toEqual({ object });
    expect(first.digest).not.toBe(artifact('one').digest);
    expect(first.told).toMatchObject([
      { type: 'artifact.sent', to: `s3://orders-code/orders/${hex('one')}.zip` },
      { type: 'artifact.signed', key: 'api', profile: 'ours', to: 's3://orders-code/signed/1.zip' },
    ]);
    const second = await delivered(artifact('one'), first.fakes, signed);
    expect(second).toMatchObject({ code: first.code, digest: first.digest, told: [] });
    const imageUri = 'orders@sha256:12ab';
    const image = await delivered({ ...artifact('one'), code: { imageUri } }, first.fakes, signed);
    expect(image.code).toEqual({ imageUri });
    expect(first.fakes.signers.did.filter((line) => line.startsWith('sign '))).toHaveLength(1);
  });
});
