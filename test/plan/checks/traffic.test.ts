import { refusalOf } from '../../../src/plan/preflight';
import type { Fakes } from '../../fakes';
import { allAtOnce, check, passes, refusedBy, titles } from '../checking';
import { live } from '../scene';

describe('traffic around the alias', () => {
  it('is warned about, with the way to mend it', async () => {
    const prepare = (fakes: Fakes) =>
      fakes.triggers.set(live, { bypasses: ['event source sqs:orders calls the unqualified function'] });
    const { checks } = await check({ prepare });
    expect(refusalOf(checks)).toBeNull();
    expect(checks.flatMap(({ warnings }) => warnings)).toEqual([
      'api: event source sqs:orders calls the unqualified function: this traffic goes around alias live and no rollout moves it; point it at orders-api:live',
    ]);
  });

  it('is warned about when it cannot be seen', async () => {
    const prepare = (fakes: Fakes) => fakes.triggers.set(live, { unread: ['lambda:GetPolicy'] });
    const { checks } = await check({ prepare });
    expect(checks.flatMap(({ warnings }) => warnings).join()).toContain('allow lambda:GetPolicy');
  });

  it('is refused for a split of an alias with provisioned concurrency, not for a change at once', async () => {
    const prepare = (fakes: Fakes) => fakes.triggers.set(live, { provisioned: true });
    const [title, [problem]] = await refusedBy({ prepare });
    expect(title).toBe(titles.traffic);
    expect(problem).toContain('--all-at-once');
    await passes({ prepare, choice: allAtOnce });
  });

  it('is asked for all functions at once, and only for a split about provisioned concurrency', async () => {
    const asked = async (choice?: typeof allAtOnce) =>
      (await check(choice ? { choice } : {})).fakes.triggers.did;
    expect(await asked()).toEqual(['look orders-api:live with provisioned concurrency']);
    expect(await asked(allAtOnce)).toEqual(['look orders-api:live']);
  });
});
