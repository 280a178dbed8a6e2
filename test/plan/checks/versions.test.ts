import { preflight, refusalOf } from '../../../src/plan/preflight';
import type { Fakes } from '../../fakes';
import { someConfig } from '../../fakes/functions';
import { allAtOnce, noOptions, passes, refusedBy, titles } from '../checking';
import { live, noChoice, planScene, spec, world } from '../scene';

describe('both versions behind one alias', () => {
  const role = 'arn:aws:iam::123456789012:role/other';

  it('must have the same role, unless the alias changes over at once', async () => {
    const [title, [problem]] = await refusedBy({ spec: { config: { role } } });
    expect(title).toBe(titles.versions);
    expect(problem).toContain(`different values of role (${someConfig.role} -> ${role})`);
    expect(problem).toContain('--all-at-once');
    await passes({ spec: { config: { role } }, choice: allAtOnce });
  });

  it('must have the same dead-letter queue', async () => {
    const deadLetterQueue = 'arn:aws:sqs:eu-west-1:123456789012:dead';
    const prepare = (fakes: Fakes) =>
      fakes.functions.touch('orders-api', { config: { ...someConfig, deadLetterQueue } });
    const [title, [problem]] = await refusedBy({ prepare });
    expect(title).toBe(titles.versions);
    expect(problem).toContain(`dead-letter queue (none -> ${deadLetterQueue})`);
    await passes({ prepare, choice: allAtOnce });
  });

  it('need a numbered version to return to', async () => {
    const prepare = (fakes: Fakes) => {
      fakes.aliases.put(live, { version: '$LATEST', additional: null, description: '' });
    };
    const [title, [problem]] = await refusedBy({ prepare, choice: allAtOnce });
    expect(title).toBe(titles.versions);
    expect(problem).toContain('shipit rollback --to orders-api@1');
  });
});

describe('a function that cannot be updated now', () => {
  it.each([
    { lastUpdate: 'InProgress' },
    { state: 'Pending', lastUpdate: null },
    { state: 'Failed', because: 'no role' },
  ])('%j is refused', async (change) => {
    const prepare = (fakes: Fakes) => {
      fakes.functions.touch('orders-api', change);
      fakes.functions.busyFor('orders-api', 5);
    };
    const [title, [problem]] = await refusedBy({ prepare });
    expect(title).toBe(titles.readiness);
    expect(problem).toContain('orders-api');
  });

  it('is one that does not exist yet and is described in half', async () => {
    const fakes = world();
    const specs = [spec({ config: { handler: 'index.handler' } })];
    const plan = await planScene({ fakes, specs, rollouts: {}, choice: noChoice, gated: true, code: 'one' });
    const refused = refusalOf(await preflight(fakes, plan, noOptions));
    expect(refused?.message).toContain('gives no `runtime`, `role` for api');
  });

  it('is not one whose last update failed: another update mends it', () =>
    passes({ prepare: (fakes) => fakes.functions.touch('orders-api', { lastUpdate: 'Failed' }) }));
});
