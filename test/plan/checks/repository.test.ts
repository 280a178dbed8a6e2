import { createHash } from 'node:crypto';
import type { Artifact } from '../../../src/artifact/artifact';
import type { Ecr } from '../../../src/config/code';
import type { Digest } from '../../../src/core/values';
import { repository } from '../../../src/plan/checks/repository';
import { check, noOptions } from '../checking';

const ecr: Ecr = { repository: 'orders/api', create: false, failOn: null, keep: null };
const bytes = Buffer.from('{}');
const hex = createHash('sha256').update(bytes).digest('hex');
const manifest = { mediaType: 'application/json', bytes, digest: `sha256:${hex}` };
const image: Artifact = {
  code: { image: { manifest, blobs: [] } },
  digest: hex as Digest,
  files: 1,
  bytes: 2,
  unzippedBytes: 0,
  reused: false,
};

/** What the check says of one function whose image would be pushed. */
async function problems(change: Partial<Ecr> | null, region: string | null): Promise<readonly string[]> {
  const { fakes, plan } = await check({});
  if (region !== null) fakes.repositories.put('orders/api', { region });
  const functions = plan.functions.map((planned) => {
    const spec = { ...planned.spec, ecr: change && { ...ecr, ...change } };
    return { ...planned, spec, artifact: image };
  });
  return (await repository.run({ ports: fakes, plan: { ...plan, functions }, options: noOptions })).problems;
}

describe('the repository of an image', () => {
  it('is there, or may be made', async () => {
    expect(await problems({}, 'eu-west-1')).toEqual([]);
    expect(await problems({ create: true }, null)).toEqual([]);
  });

  it('is asked for where there is none, and where it belongs to somebody else', async () => {
    expect(await problems({}, null)).toEqual([expect.stringContaining('there is no repository orders/api')]);
    expect(await problems(null, null)).toEqual([expect.stringContaining('its image has no repository')]);
    const arn = 'arn:aws:ecr:eu-west-1:210987654321:repository/orders/api';
    expect(await problems({ repository: arn, create: true }, null)).toEqual([
      expect.stringContaining('is made by whom it belongs to'),
    ]);
  });

  it('is in the region of the function', async () => {
    expect(await problems({}, 'us-east-1')).toEqual([
      expect.stringContaining('Lambda takes images from its own region, eu-west-1, alone'),
    ]);
  });
});
