import { ShipitError } from '../../../src/core/errors';
import { Duration, Percent } from '../../../src/core/values';
import type { StrategyChoice } from '../../../src/plan/choose';
import { refusalOf } from '../../../src/plan/preflight';
import type { Fakes } from '../../fakes';
import { allAtOnce, check, passes, refusedBy, type Setup, titles } from '../checking';
import { noChoice, nowMs } from '../scene';

const hours = (count: number): StrategyChoice => ({
  ...noChoice,
  strategy: {
    kind: 'canary',
    weight: Percent.of(10),
    bake: Duration.of(count * 3_600_000),
    approval: null,
    bakeAfter: Duration.of(0),
  },
});

async function warningsOf(setup: Setup): Promise<readonly string[]> {
  const { checks } = await check(setup);
  return checks.find(({ title }) => title === titles.account)?.warnings ?? [];
}

describe('account, region and credentials', () => {
  const caller = (fakes: Fakes, change: Partial<Fakes['identity']['caller']>) => {
    fakes.identity.caller = { ...fakes.identity.caller, ...change };
  };

  it('refuses credentials that end before the rollout does, with five minutes to spare', async () => {
    const ends = (minutes: number) => (fakes: Fakes) =>
      caller(fakes, { expiresAtMs: nowMs + minutes * 60_000 });
    const [title, [problem]] = await refusedBy({ prepare: ends(14) });
    expect(title).toBe(titles.account);
    expect(problem).toContain('end at 2026-11-20T12:14:00.000Z');
    expect(problem).toContain('until 2026-11-20T12:15:00.000Z: log in again');
    await passes({ prepare: ends(15) });
    await passes({ prepare: ends(6), choice: allAtOnce });
  });

  it('warns of a session of which nobody says when it ends, before a rollout of more than an hour', async () => {
    const prepare = (fakes: Fakes) => caller(fakes, { worry: 'endUnknown' });
    expect(await warningsOf({ prepare, choice: hours(2) })).toEqual([
      expect.stringMatching(
        /^nobody says when the session of .* ends, and the rollout needs it for 2h\d*m?; .* SHIPIT_ROLE_TO_ASSUME/,
      ),
    ]);
    expect(await warningsOf({ prepare })).toEqual([]);
    expect(await warningsOf({ choice: hours(2) })).toEqual([]);
  });

  it('warns of it in CI before a rollout of more than half an hour', async () => {
    const inCi = (fakes: Fakes) => caller(fakes, { worry: 'endUnknownInCi' });
    const atDesk = (fakes: Fakes) => caller(fakes, { worry: 'endUnknown' });
    const choice = hours(0.6);
    expect(await warningsOf({ prepare: inCi, choice })).toEqual([
      expect.stringContaining('needs it for 41m'),
    ]);
    expect(await warningsOf({ prepare: inCi, choice: hours(0.3) })).toEqual([]);
    expect(await warningsOf({ prepare: atDesk, choice })).toEqual([]);
  });

  it('warns of keys that others can read in CI, whatever is released', async () => {
    const prepare = (fakes: Fakes) => caller(fakes, { worry: 'longLivedInCi' });
    expect(await warningsOf({ prepare, choice: allAtOnce })).toEqual([
      expect.stringMatching(/long-lived access key.*role-to-assume/),
    ]);
  });

  it('refuses another region than the one asked for', async () => {
    const [title, [problem]] = await refusedBy({
      options: { expect: { region: 'us-east-1', account: null } },
    });
    expect(title).toBe(titles.account);
    expect(problem).toContain('meant for us-east-1, but the calls go to eu-west-1');
    await passes({ options: { expect: { region: 'eu-west-1', account: null } } });
    await passes({ options: { expect: { region: null, account: null } } });
  });

  it('refuses another account than the one the project file is for', async () => {
    const options = (own: string) => ({ options: { expect: { region: null, account: own } } });
    const [title, [problem]] = await refusedBy(options('999999999999'));
    expect(title).toBe(titles.account);
    expect(problem).toContain('is for account 999999999999');
    expect(problem).toContain('calls for account 123456789012');
    await passes(options('123456789012'));
  });

  it('refuses a role of another account', async () => {
    const role = 'arn:aws:iam::999999999999:role/orders';
    const [title, problems] = await refusedBy({ spec: { config: { role } }, choice: allAtOnce });
    expect(title).toBe(titles.account);
    expect(problems[0]).toContain('api: its role belongs to account 999999999999');
  });

  it('refuses when nobody is logged in, and still reports the other checks', async () => {
    const { checks } = await check({
      prepare: (fakes) =>
        fakes.identity.failNext(
          'whoami',
          new ShipitError('noCredentials', 'no credentials were found'),
          'before',
        ),
    });
    expect(checks).toHaveLength(Object.keys(titles).length);
    expect(refusalOf(checks)?.code).toBe('noCredentials');
    expect(refusalOf(checks)?.message).toContain('no credentials were found. Set AWS_PROFILE');
  });

  it('does not hide a bug behind a problem', async () => {
    const prepare = (fakes: Fakes) =>
      fakes.identity.failNext('whoami', new TypeError('x is undefined'), 'before');
    await expect(check({ prepare })).rejects.toThrow(TypeError);
  });
});
