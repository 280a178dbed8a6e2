import { refusalOf } from '../../../src/plan/preflight';
import type { Fakes } from '../../fakes';
import { allAtOnce, check, checkServed, passes, refusedBy, titles } from '../checking';
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

  it('is refused for an alias with its own where the project file declares some, because Lambda has only one of them', async () => {
    const prepare = (fakes: Fakes) => fakes.triggers.set(live, { provisioned: true });
    const declared = { provisionedConcurrency: 5 };
    const [, [problem]] = await refusedBy({ prepare, spec: declared, choice: allAtOnce });
    expect(problem).toContain(
      'aws lambda delete-provisioned-concurrency-config --function-name orders-api --qualifier live',
    );
    expect(problem).not.toContain('--all-at-once');
    const { checks, fakes } = await checkServed({ prepare, spec: declared });
    expect(checks.flatMap(({ problems }) => problems)).toEqual([problem]);
    expect(fakes.triggers.did).toEqual(['look orders-api:live with provisioned concurrency']);
  });

  it('says of an alias with its own how to move it to the versions', async () => {
    const prepare = (fakes: Fakes) => fakes.triggers.set(live, { provisioned: true });
    const [, [problem]] = await refusedBy({ prepare });
    expect(problem).toContain('write `provisionedConcurrency` into the project file');
  });

  it('is no matter for a version that stays and only gets capacity', async () => {
    const prepare = (fakes: Fakes) => fakes.triggers.set(live, { bypasses: ['function URL x'] });
    const { checks } = await checkServed({ prepare, spec: { provisionedConcurrency: 5 } });
    expect(checks.flatMap(({ warnings }) => warnings)).toEqual([]);
  });

  it('is not asked about where nothing is released', async () => {
    expect((await checkServed({})).fakes.triggers.did).toEqual([]);
  });

  it('is asked for all functions at once, and only for a split about provisioned concurrency', async () => {
    const asked = async (choice?: typeof allAtOnce) =>
      (await check(choice ? { choice } : {})).fakes.triggers.did;
    expect(await asked()).toEqual(['look orders-api:live with provisioned concurrency']);
    expect(await asked(allAtOnce)).toEqual(['look orders-api:live']);
  });
});
