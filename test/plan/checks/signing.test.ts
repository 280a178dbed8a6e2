import type { Artifact } from '../../../src/artifact/artifact';
import type { ArtifactPlace } from '../../../src/config/code';
import type { Signers } from '../../../src/core/stores';
import type { Plan } from '../../../src/plan/plan';
import { preflight } from '../../../src/plan/preflight';
import { check, noOptions, titles } from '../checking';
import { artifact } from '../scene';

interface Asked {
  readonly place?: Partial<ArtifactPlace>;
  readonly made?: Artifact;
  readonly hindered?: Awaited<ReturnType<Signers['obstacle']>>;
}

/** The one function of the plan, whose project names a signing profile. */
async function found({ place = {}, made = artifact('two'), hindered = null }: Asked) {
  const { fakes, plan } = await check({});
  fakes.signers.hindered = hindered;
  const named = { ...plan.artifacts, bucket: 'orders-code', signingProfile: 'ours', ...place };
  const functions = plan.functions.map((planned) => ({ ...planned, artifact: made }));
  const asked: Plan = { ...plan, functions, artifacts: named };
  const checks = await preflight(fakes, asked, noOptions);
  const { problems, warnings } = checks.find(({ title }) => title === titles.signing) ?? {};
  return { problems, warnings, did: fakes.signers.did };
}

describe('code that is to be signed', () => {
  it('is none where no profile is named', async () => {
    const nothing = await found({ place: { signingProfile: null } });
    expect(nothing).toEqual({ problems: [], warnings: [], did: [] });
  });

  it('goes on where bucket and profile are there', async () => {
    expect(await found({})).toEqual({ problems: [], warnings: [], did: ['obstacle ours'] });
  });

  it('is refused without a bucket, with the way out', async () => {
    const { problems } = await found({ place: { bucket: null } });
    expect(problems).toEqual([expect.stringMatching(/signingProfile ours: .*`shipit bootstrap`/)]);
  });

  it.each([
    ['noProfile', /no active profile/],
    ['noBucket', /no bucket orders-code .*shipit bootstrap/],
    ['noVersions', /keeps no versions/],
  ] as const)('is refused when there is %s', async (hindered, words) => {
    expect((await found({ hindered })).problems).toEqual([expect.stringMatching(words)]);
  });

  it('is no image, and that is said', async () => {
    const image = { ...artifact('two'), code: { imageUri: 'orders@sha256:12ab' } };
    const { problems, warnings, did } = await found({ made: image });
    expect({ problems, did }).toEqual({ problems: [], did: [] });
    expect(warnings).toEqual([expect.stringMatching(/^api is not signed: .* no images$/)]);
  });
});
