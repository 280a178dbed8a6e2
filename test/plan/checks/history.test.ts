import { ShipitError } from '../../../src/core/errors';
import { type DoneRecord, Record } from '../../../src/core/record';
import { preflight, refusalOf } from '../../../src/plan/preflight';
import { check, noOptions, type Setup } from '../checking';
import { doneRecord, release } from '../records';
import { nowMs } from '../scene';

describe('what was rolled back last time', () => {
  async function rolledBack(options: { retry: boolean; known: boolean; bad: 'this' | 'other' }) {
    const before = await check({});
    const identity = before.plan.functions[0]?.identity ?? '';
    const bad = options.bad === 'this' ? identity : '00000000';
    const record: DoneRecord = { ...doneRecord, bad };
    const { retry } = options;
    const setup: Setup = { description: Record.format(record), options: { retry } };
    if (!options.known) return check(setup);
    const because = 'alarm orders-api-errors is in ALARM';
    const result = { key: 'api', name: 'orders-api', alias: 'live', baseline: '1', candidate: '2' };
    return check({
      ...setup,
      prepare: ({ journal }) => {
        void journal.append(release, {
          v: 1,
          type: 'release.finished',
          at: nowMs,
          release,
          outcome: 'rolledBack',
          exitCode: 3,
          functions: [{ ...result, outcome: 'rolledBack', because }],
          problems: [],
        });
      },
    });
  }

  it('is refused with when and why, until --retry', async () => {
    const refused = refusalOf((await rolledBack({ retry: false, known: true, bad: 'this' })).checks);
    expect(refused?.code).toBe('rolledBackBefore');
    expect(refused?.message).toContain('2026-11-20T11:57:00.000Z (alarm orders-api-errors is in ALARM)');
    expect(refused?.message).toContain('--retry');
    expect(refusalOf((await rolledBack({ retry: true, known: true, bad: 'this' })).checks)).toBeNull();
  });

  it('is refused without the why where another machine kept the journal', async () => {
    const refused = refusalOf((await rolledBack({ retry: false, known: false, bad: 'this' })).checks);
    expect(refused?.message).toMatch(/11:57:00\.000Z: correct it/);
  });

  it('does not stand in the way of other code', async () => {
    expect(refusalOf((await rolledBack({ retry: false, known: true, bad: 'other' })).checks)).toBeNull();
  });

  it('is refused too when the journal cannot be read', async () => {
    const { fakes, plan } = await rolledBack({ retry: false, known: true, bad: 'this' });
    fakes.journal.failNext('read', new ShipitError('journalBroken', 'line 3 is torn'), 'before');
    expect(refusalOf(await preflight(fakes, plan, noOptions))?.code).toBe('rolledBackBefore');
  });
});
