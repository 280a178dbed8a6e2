/** The story of a plan, beyond what the plan itself is. */
import { foresee } from '../src/plan';
import { check, noOptions, type Setup } from './plan/checking';

async function foreseen(setup: Setup): Promise<string[]> {
  const { fakes, plan } = await check(setup);
  fakes.report.events.length = 0;
  await foresee(fakes, plan, noOptions);
  return fakes.report.events.map((event) => (event.type === 'warning' ? event.message : event.type));
}

describe('what a deploy would be refused for', () => {
  it('is nothing when nothing speaks against it', async () => {
    expect(await foreseen({})).toEqual([]);
  });

  it('is warned of by the plan, and refuses nothing', async () => {
    const [warning, ...more] = await foreseen({ spec: { config: { tenancy: 'PER_TENANT' } } });
    expect(warning).toMatch(/^deploy would refuse this: .*Lambda takes this only when it makes a function/);
    expect(more).toEqual([]);
  });
});
