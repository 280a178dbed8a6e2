import { zipOfBytes } from '../../../src/core/code';
import type { Plan } from '../../../src/plan/plan';
import { preflight } from '../../../src/plan/preflight';
import { check, noOptions, titles } from '../checking';
import { artifact } from '../scene';

const megabyte = 1024 * 1024;

/** The one function of the plan, with a zip of so many megabytes, and what the project says of its bucket. */
async function problemsWith(zipMb: number, bucket: string | null, there: readonly string[] = []) {
  const { fakes, plan } = await check({});
  const zip = { ...zipOfBytes(Buffer.from('two')), bytes: zipMb * megabyte };
  const large = { ...artifact('two'), code: { zip }, bytes: zip.bytes };
  const functions = plan.functions.map((planned) => ({ ...planned, artifact: large }));
  for (const name of there) fakes.depot.buckets.add(name);
  const asked: Plan = { ...plan, functions, artifacts: { ...plan.artifacts, bucket } };
  const checks = await preflight(fakes, asked, noOptions);
  const problems = checks.find(({ title }) => title === titles.depot)?.problems ?? [];
  return { problems, did: fakes.depot.did };
}

describe('code that is too large for a call', () => {
  it('is none up to 50 MB, and then nobody asks S3', async () => {
    expect(await problemsWith(50, 'orders-code')).toEqual({ problems: [], did: [] });
  });

  it('is refused without a bucket, with the way out', async () => {
    const { problems } = await problemsWith(51, null);
    expect(problems).toEqual([
      expect.stringMatching(
        /51\.0 MB, where Lambda takes 50 MB with a call: name a bucket .*shipit bootstrap/,
      ),
    ]);
  });

  it('is refused when its bucket is not there', async () => {
    const { problems } = await problemsWith(51, 'orders-code');
    expect(problems).toEqual([expect.stringContaining('there is no bucket orders-code')]);
  });

  it('goes through a bucket that is there; nothing is written to it before', async () => {
    const { problems, did } = await problemsWith(51, 'orders-code', ['orders-code']);
    expect(problems).toEqual([]);
    expect(did.filter((line) => !line.startsWith('find '))).toEqual([]);
  });
});
