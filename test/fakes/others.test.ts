import { Ulid } from '../../src/core/ulid';
import { FakeClock } from '../clock';
import { FakeIds, fakePorts } from '../fakes';

const live = { functionName: 'orders', alias: 'live' };

describe('the fakes of what watches', () => {
  it('leave out alarms that are not there, as CloudWatch does', async () => {
    const { alarms } = fakePorts(new FakeClock(0));
    alarms.set('errors', { state: 'ALARM' });
    alarms.set('errors', { reason: 'breached' });
    alarms.set('slow', {});
    alarms.forget('slow');
    expect(await alarms.read(['errors', 'slow', 'gone'])).toEqual([
      { name: 'errors', state: 'ALARM', reason: 'breached', sinceMs: 0, partial: false, windowMs: 60_000 },
    ]);
  });

  it('sum the counts of one version within the time, the end not included', async () => {
    const { metrics } = fakePorts(new FakeClock(0));
    const [one, two] = [
      { ...live, version: '1' },
      { ...live, version: '2' },
    ];
    metrics.add(two, 0, { invocations: 5, errors: 1 });
    metrics.add(two, 60_000, { invocations: 7 });
    metrics.add(two, 120_000, { invocations: 100 });
    expect(await metrics.counts([two, one], 0, 120_000)).toEqual([
      { invocations: 12, errors: 1 },
      { invocations: 0, errors: 0 },
    ]);
  });

  it('see no traffic around an alias unless told', async () => {
    const { triggers } = fakePorts(new FakeClock(0));
    const none = { bypasses: [], provisioned: false, unread: [] };
    const question = { ...live, provisioned: true };
    expect(await triggers.look([question])).toEqual([none]);
    triggers.set(live, { provisioned: true });
    expect(await triggers.look([question])).toEqual([{ ...none, provisioned: true }]);
    expect(await triggers.look([{ ...live, provisioned: false }])).toEqual([none]);
  });
});

describe('the fake of files', () => {
  it('walks what is below a folder, sorted and relative, and reports links without following', async () => {
    const { files } = fakePorts(new FakeClock(0));
    files.put('/p/b.js', 'bb');
    files.put('/p/a/c.js', 'c');
    files.put('/pp/other.js', '');
    files.putOdd('/p/link', 'link');
    expect((await files.walk('/p')).map(({ path, kind, size }) => `${path} ${kind} ${size}`)).toEqual([
      'a/c.js file 1',
      'b.js file 2',
      'link link 0',
    ]);
    expect((await files.stat('/p/a'))?.kind).toBe('folder');
    expect(await files.stat('/p/none')).toBeNull();
    await expect(files.read('/p/none')).rejects.toMatchObject({ code: 'badArtifact' });
    await expect(files.walk('/none')).rejects.toMatchObject({ code: 'badArtifact' });
  });

  it('gives back what was written', async () => {
    const { files } = fakePorts(new FakeClock(0));
    await files.write('/p/x', 'words');
    expect(Buffer.from(await files.read('/p/x')).toString()).toBe('words');
    expect(files.did).toEqual(['write /p/x', 'read /p/x']);
  });
});

describe('the fakes of journal, invoker, identity and report', () => {
  it('keep and answer what they were given', async () => {
    const { journal, invoker, identity, report } = fakePorts(new FakeClock(0));
    const event = { v: 1, type: 'warning', at: 0, message: 'm', hint: 'h' } as const;
    await journal.append('r', event);
    report.tell(event);
    expect(await journal.read('r')).toEqual([event]);
    expect(await journal.read('other')).toEqual([]);
    expect(report.did).toEqual(['warning']);
    expect(await invoker.invoke('orders', '2', '{}')).toMatchObject({
      executedVersion: '2',
      functionError: null,
    });
    invoker.answer = (_, qualifier) => ({ functionError: qualifier === '2' ? 'Unhandled' : null });
    expect((await invoker.invoke('orders', '2', '{}')).functionError).toBe('Unhandled');
    expect((await identity.whoami()).account).toBe('123456789012');
  });
});

describe('the fake of ids', () => {
  it('gives the same ids for the same seed, and times that can be read back', () => {
    const clock = new FakeClock(1_000_000);
    const [a, b, other] = [new FakeIds(clock, 1), new FakeIds(clock, 1), new FakeIds(clock, 2)];
    const ulid = a.ulid();
    expect(ulid).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/);
    expect(Ulid.timeMs(ulid)).toBe(1_000_000);
    expect(b.ulid()).toBe(ulid);
    expect(other.ulid()).not.toBe(ulid);
    expect(a.nonce()).toMatch(/^[0-9a-f]{8}$/);
    expect(a.jitter()).toBeLessThan(1);
    expect(a.did).toEqual(['ulid', 'nonce', 'jitter']);
  });
});
