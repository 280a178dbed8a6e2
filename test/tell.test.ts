import { ShipitError } from '../src/core/errors';
import type { Event } from '../src/core/events';
import { teller } from '../src/tell';
import { FakeClock } from './clock';
import { fakePorts } from './fakes';

describe('what a release tells', () => {
  const event = (message: string): Event => ({ v: 1, type: 'warning', at: 5, message, hint: '' });

  it('is shown and kept', async () => {
    const fakes = fakePorts(new FakeClock(7));
    await teller(fakes, 'R')(event('one'));
    expect(fakes.report.events).toEqual([event('one')]);
    expect(await fakes.journal.read('R')).toEqual([event('one')]);
  });

  it('is heard by those whom the project names, who are done before the last word', async () => {
    const fakes = fakePorts(new FakeClock(7));
    const tell = teller(fakes, 'R');
    const atLast: string[] = [];
    const last = { ...fakes, report: { tell: () => atLast.push(...fakes.notices.did) } };
    await tell(event('one'));
    expect(fakes.notices.heard).toEqual([{ release: 'R', event: event('one') }]);
    const end = { release: 'R', outcome: 'promoted', exitCode: 0, functions: [], problems: [] } as const;
    await teller(last, 'R')({ v: 1, type: 'release.finished', at: 6, ...end });
    expect(atLast).toEqual(['hear warning', 'hear release.finished', 'settled']);
  });

  it('is shown although it cannot be kept, which is said once', async () => {
    const fakes = fakePorts(new FakeClock(7));
    const tell = teller(fakes, 'R');
    for (const _ of [1, 2]) fakes.journal.failNext('append', new Error('no space left'), 'before');
    await tell(event('one'));
    await tell(event('two'));
    await tell(event('three'));
    expect(fakes.report.events.map((told) => 'message' in told && told.message)).toEqual([
      'one',
      'the journal cannot be written: no space left',
      'two',
      'three',
    ]);
    expect(await fakes.journal.read('R')).toEqual([event('three')]);
  });

  it('waits for the journal in the time of this machine, however fast a local AWS runs', async () => {
    const clock = new FakeClock(7);
    const fakes = fakePorts(clock);
    const disk = { takes: (): void => undefined };
    const journal = {
      releases: async () => [],
      read: async () => [],
      append: () =>
        new Promise<void>((resolve) => {
          disk.takes = resolve;
        }),
    };
    let told = false;
    const telling = teller(
      { ...fakes, journal },
      'R',
    )(event('one')).then(() => {
      told = true;
    });
    await clock.advance(3_600_000);
    expect(told).toBe(false);
    disk.takes();
    await telling;
    expect(fakes.report.events).toEqual([event('one')]);
  });

  it('says once that the journal does not answer', async () => {
    const fakes = fakePorts(new FakeClock(7));
    const tell = teller(fakes, 'R');
    const late = new ShipitError('timedOut', 'it does not answer');
    for (const _ of [1, 2]) fakes.journal.failNext('append', late, 'before');
    await tell(event('one'));
    await tell(event('two'));
    expect(fakes.report.events.map((told) => 'message' in told && told.message)).toEqual([
      'one',
      'the journal cannot be written: it does not answer',
      'two',
    ]);
  });
});
