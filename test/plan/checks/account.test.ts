import { ShipitError } from '../../../src/core/errors';
import { refusalOf } from '../../../src/plan/preflight';
import type { Fakes } from '../../fakes';
import { allAtOnce, check, passes, refusedBy, titles } from '../checking';
import { nowMs } from '../scene';

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
