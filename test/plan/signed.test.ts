import type { Signing } from '../../src/artifact/signing';
import { changesOf, codeOf } from '../../src/plan/diff';
import { lookDeeply } from '../../src/plan/look';
import { isServed } from '../../src/plan/served';
import { withSignatures } from '../../src/plan/signed';
import { identityOf, reuseOf, wantedOf } from '../../src/plan/wanted';
import { digestOf } from '../fakes/functions';
import { noBucket } from '../forms';
import { artifact, live, seed, spec, version, world } from './scene';

const place = { ...noBucket, bucket: 'orders-code', signingProfile: 'ours' };
const object = { bucket: 'orders-code', key: 'signed/1.zip', version: 'v1' };
const yetToBe: Signing = { profile: 'ours', signed: null };
const servedNow: Signing = { profile: 'ours', signed: { object, digest: digestOf('one') } };

/** What is live is `one`; built was `source`, whose signed zip it may be. */
async function asked(digest: string, signing: Signing) {
  const fakes = world();
  seed(fakes, [version('one', {})], '');
  const seen = await lookDeeply(fakes, live);
  return { seen, request: { spec: spec({}), digest: digestOf(digest), signing } };
}

describe('signed code', () => {
  it('is served when its signed zip is', async () => {
    const { seen, request } = await asked('source', servedNow);
    expect(isServed(request, seen)).toBe(true);
    expect(changesOf(wantedOf(request, seen), {}, seen)).toEqual([]);
  });

  it('is new as long as it is yet to be signed, even where the same is live unsigned', async () => {
    const { seen, request } = await asked('one', yetToBe);
    expect(isServed(request, seen)).toBe(false);
    const wanted = wantedOf(request, seen);
    expect(reuseOf(wanted, seen)).toBeNull();
    const code = codeOf(digestOf('one'));
    expect(changesOf(wanted, {}, seen)).toEqual([`~ code ${code} -> ${code} signed by ours`]);
  });

  it('is the same before it is signed and after it, and another by another profile', async () => {
    const { seen, request } = await asked('source', yetToBe);
    const identity = (signing: Signing) => identityOf(wantedOf({ ...request, signing }, seen), []);
    expect(identity(servedNow)).toBe(identity(yetToBe));
    expect(identity({ ...yetToBe, profile: 'theirs' })).not.toBe(identity(yetToBe));
  });
});

describe('what was signed before', () => {
  const image = { ...artifact('two'), code: { imageUri: 'orders@sha256:12ab' } };
  const artifacts = new Map([
    ['api', artifact('one')],
    ['image', image],
  ]);

  it('is asked of nobody where no profile is named', async () => {
    const fakes = world();
    expect(await withSignatures(fakes, artifacts, noBucket)).toBe(artifacts);
    expect(fakes.signers.did).toEqual([]);
  });

  it('is known by its record; images are not signed', async () => {
    const fakes = world();
    const before = await withSignatures(fakes, artifacts, place);
    expect(before.get('api')?.signing).toEqual(yetToBe);
    expect(before.get('image')).toEqual(image);
    const sha256 = Buffer.from(artifact('one').digest, 'base64').toString('hex');
    const signed = await fakes.signers.sign({ ...place, profile: 'ours', owner: '123456789012', sha256 });
    const after = await withSignatures(fakes, artifacts, place);
    expect(after.get('api')?.signing).toEqual({ profile: 'ours', signed });
  });

  it('is nothing as long as there is no bucket for it', async () => {
    const fakes = world();
    const planned = await withSignatures(fakes, artifacts, { ...place, bucket: null });
    expect(planned.get('api')?.signing).toEqual(yetToBe);
    expect(fakes.signers.did).toEqual([]);
  });
});
