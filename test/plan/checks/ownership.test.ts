import type { Fakes } from '../../fakes';
import { passes, refusedBy, titles } from '../checking';

const tagged = (tags: { [name: string]: string }) => (fakes: Fakes) =>
  fakes.functions.attach('orders-api', { tags });

describe('a function of another project', () => {
  const prepare = tagged({ 'shipit:project': 'billing', 'shipit:stage': 'prod' });

  it('is not released, and the way out is said', async () => {
    const [title, [problem]] = await refusedBy({
      prepare,
      spec: { where: { key: 'lambda.config.yaml:7:3' } },
    });
    expect(title).toBe(titles.ownership);
    expect(problem).toMatch(
      /^lambda\.config\.yaml:7:3: orders-api belongs to project billing, stage prod by its tags: .*another `name`.*shipit:project/,
    );
  });

  it('may still be rolled out where another tool owns it', async () => {
    await passes({ prepare, spec: { manage: 'release' } });
  });
});

it.each([
  ['this project', { 'shipit:project': 'orders' }],
  ['another stage of this project', { 'shipit:project': 'orders', 'shipit:stage': 'dev' }],
  ['nobody', { team: 'orders' }],
])('a function of %s may be released', async (_, tags) => {
  await passes({ prepare: tagged(tags) });
});
