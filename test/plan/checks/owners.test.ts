import { type OpenRecord, Record } from '../../../src/core/record';
import { AliasRef, Digest, Percent } from '../../../src/core/values';
import { preflight, refusalOf } from '../../../src/plan/preflight';
import type { Fakes } from '../../fakes';
import { check, noOptions } from '../checking';
import { openRecord, release } from '../records';
import { live, noChoice, nowMs, planScene, seed, spec, version, world } from '../scene';

describe('somebody else has the alias', () => {
  const open = (change: Partial<OpenRecord>): string => Record.format({ ...openRecord, ...change });

  it('with a living lease: who, which release, since when, until when', async () => {
    const { checks } = await check({ description: open({}) });
    const refused = refusalOf(checks);
    expect(refused?.code).toBe('owned');
    expect(refused?.message).toBe(
      `orders-api:live: ann@laptop rolls out release ${release.slice(-6)}, begun 3m ago, lease until 2026-11-20T12:01:00.000Z: wait, or end it with \`shipit rollback\``,
    );
  });

  it('and the way out is a command for where the release was to go', async () => {
    const options = { where: { stage: 'prod', alias: null, local: { port: 4581 } } };
    const flags = '--stage prod --local --port 4581';
    const told = async (change: Partial<OpenRecord>) =>
      (await check({ description: open(change), options })).checks
        .flatMap(({ problems, warnings }) => [...problems, ...warnings])
        .join();
    expect(await told({})).toContain(`end it with \`shipit rollback ${flags}\``);
    expect(await told({ leaseUntilS: nowMs / 1000 - 1 })).toContain(
      `\`shipit attach ${flags}\` take it over`,
    );
    const leader = Digest.short(AliasRef.key(live));
    const wish = { what: 'hold', step: 1, nonce: 'abcdef01' };
    expect(await told({ leader, wish, dueS: nowMs / 1000 + 60 })).toContain(
      `\`shipit approve ${flags} --release ${release.slice(-6)}\`, or end it with \`shipit abort ${flags}`,
    );
  });

  it('with a lease that is over: its owner seems dead, and whoever deploys takes it over', async () => {
    const { checks } = await check({ description: open({ leaseUntilS: nowMs / 1000 - 1 }) });
    expect(refusalOf(checks)).toBeNull();
    const warnings = checks.flatMap((one) => one.warnings);
    expect(warnings.join()).toContain('its owner seems dead: deploy and `shipit attach` take it over');
  });

  it('as a follower, whose own lease says nothing', async () => {
    const elsewhere = { leader: Digest.short(AliasRef.key({ functionName: 'far', alias: 'live' })) };
    const { checks } = await check({ description: open({ ...elsewhere, leaseUntilS: nowMs / 1000 - 1 }) });
    expect(refusalOf(checks)?.message).toContain('another alias of that release holds its lease');
  });

  it('even when the alias still serves the very code that is to be released', async () => {
    const fakes = world();
    seed(fakes, [version('two', {})], open({}));
    // Whoever rolls out something new has changed $LATEST.
    fakes.functions.touch('orders-api', version('theirs', {}));
    const plan = await planScene({
      fakes,
      specs: [spec({})],
      rollouts: {},
      choice: noChoice,
      gated: true,
      code: 'two',
    });
    expect(refusalOf(await preflight(fakes, plan, noOptions))?.code).toBe('owned');
  });

  it('without a record: a split that nobody owns', async () => {
    const prepare = (fakes: Fakes) => {
      fakes.functions.seed('orders-api', [version('one', {}), version('x', {})]);
      const additional = { version: '2', weight: Percent.of(30) };
      fakes.aliases.put(live, { version: '1', additional, description: 'by hand' });
    };
    const refused = refusalOf((await check({ prepare })).checks);
    expect(refused?.code).toBe('unownedSplit');
    expect(refused?.message).toContain('sends 30% to version 2 and the rest to 1');
    expect(refused?.message).toContain('shipit rollback --to orders-api@1');
  });

  it.each(['shipit/2 something new', 'shipit/1 torn'])(
    'with the record "%s" that cannot be read',
    async (description) => {
      const refused = refusalOf((await check({ description })).checks);
      expect(refused?.code).toBe('newerRecord');
      expect(refused?.message).toContain('orders-api:live: its record');
    },
  );
});
