import { describe as describeEvent, emptyMemory, remember } from '../../src/ui/describe';
import { Mask } from '../../src/ui/mask';
import { PlainReport } from '../../src/ui/plain';
import { Sink } from '../../src/ui/sink';
import { allEvents, later } from './examples';
import { opening, rolledBack, seen, stepped } from './story';
import { KeptStream } from './streams';

function linesOf(events: Parameters<PlainReport['tell']>[0][]): string[] {
  const stream = new KeptStream();
  const report = new PlainReport(new Sink({ stream, colour: false, mask: new Mask(), actions: false }));
  for (const event of events) report.tell(event);
  return stream.lines;
}

describe('the lines of a release in a CI log', () => {
  it('say at three in the morning what went wrong, who said so, and what serves now', () => {
    expect(linesOf(rolledBack(['api']))).toEqual([
      '02:13:05Z plan: update api by careful: code 1a2b3c4d -> 5e6f7a8b',
      '02:13:05Z plan: careful: 10% for 10m, 100% for 5m; 15m in all',
      '02:13:06Z 3F7K2M release started by anna: api (orders-api:live)',
      '02:13:10Z 3F7K2M api: version 42 published',
      '02:13:14Z 3F7K2M api: 10% to version 42, 90% to version 41',
      '02:13:15Z 3F7K2M careful: step 1 of 2, 10% to the candidates for 10m',
      '02:13:25Z 3F7K2M alarm orders-api-errors: OK',
      '02:13:25Z 3F7K2M api: 10%, 9m50s left, 42 failed 0 of 20 requests (0%), 41 failed 0 of 180 requests (0%), pass',
      '02:13:25Z 3F7K2M careful: pass: 1 alarm quiet',
      '02:13:55Z 3F7K2M api: 10%, 9m20s left, 42 failed 1 of 50 requests (2%), 41 failed 0 of 450 requests (0%), pass',
      '02:14:10Z 3F7K2M alarm orders-api-errors: OK -> ALARM',
      '02:14:10Z 3F7K2M api: 10%, 9m5s left, 42 failed 9 of 65 requests (13.8%), 41 failed 0 of 585 requests (0%), fail',
      '02:14:10Z 3F7K2M careful: FAIL: alarm orders-api-errors is in ALARM: 3 of 3 datapoints were above 5',
      '02:14:11Z 3F7K2M careful: ROLLING BACK: alarm orders-api-errors is in ALARM: 3 of 3 datapoints were above 5',
      '02:14:12Z 3F7K2M api: 100% back to version 41',
      '02:14:12Z 3F7K2M careful: rolled back',
      '02:14:13Z 3F7K2M api (orders-api:live): rolled back, version 41 serves: alarm orders-api-errors is in ALARM: 3 of 3 datapoints were above 5',
      '02:14:13Z 3F7K2M release: rolled back (exit 3)',
    ]);
  });

  it('say what is made beside versions, and that no alias moves for it', () => {
    expect(
      linesOf([
        later('release.started', 1, { functions: [] }),
        later('role.kept', 2, {}),
        later('layer.published', 3, {}),
        later('function.changed', 4, { what: 'settings' }),
      ]),
    ).toEqual([
      '02:13:06Z 3F7K2M release started by anna, no alias moves',
      '02:13:07Z 3F7K2M role orders-api-role: changed',
      '02:13:08Z 3F7K2M layer arn:aws:lambda:eu-west-1:123456789012:layer:orders-deps:3 published',
      '02:13:09Z 3F7K2M api: settings updated',
    ]);
  });

  it('give the numbers every 30 seconds of event time, and at once when something turned', () => {
    const keys = ['api'];
    const quiet = [20, 25, 35, 49, 50, 79, 80].map((seconds) => seen({ keys, seconds, errors: 0 }));
    const alarmed = seen({
      keys,
      seconds: 81,
      errors: 0,
      change: { alarms: [{ name: 'orders-api-errors', state: 'INSUFFICIENT_DATA' }] },
    });
    const undecided = seen({
      keys,
      seconds: 82,
      errors: 0,
      change: { alarms: alarmed.type === 'rollout.observed' ? alarmed.alarms : [], verdict: 'inconclusive' },
    });
    const lines = linesOf([...opening({ keys }), stepped(1, 10, 10), ...quiet, alarmed, undecided]);
    const times = lines.filter((line) => line.includes(' api: 10%')).map((line) => line.slice(0, 9));
    expect(times).toEqual(['02:13:25Z', '02:13:55Z', '02:14:25Z', '02:14:26Z', '02:14:27Z']);
    expect(lines).toContain('02:14:26Z 3F7K2M alarm orders-api-errors: OK -> INSUFFICIENT_DATA');
    expect(lines).toContain('02:14:27Z 3F7K2M careful: inconclusive: 1 alarm quiet');
  });

  it('are silent about writes of the alias that move no traffic', () => {
    const beat = later('alias.written', 50, { key: 'api', weight: 10 });
    expect(linesOf([later('alias.written', 9, { key: 'api', weight: 10 }), beat, beat])).toHaveLength(1);
    expect(linesOf([later('alias.written', 9, { key: 'api', weight: 0, phase: 'claim' })])).toEqual([]);
  });

  it('tell a rollback by hand, which is one write and nothing before it', () => {
    const because = 'back to 41 by hand; undo with `shipit rollback --to api@42`';
    const result = {
      key: 'api',
      name: 'orders-api',
      alias: 'live',
      baseline: '42',
      candidate: '41',
      because,
    };
    const lines = linesOf([
      later('alias.written', 0, { baseline: '41', candidate: null, weight: 0, phase: 'done' }),
      later('release.finished', 1, { exitCode: 0, functions: [{ ...result, outcome: 'rolledBack' }] }),
    ]);
    expect(lines).toEqual([
      '02:13:05Z api: 100% to version 41',
      `02:13:06Z 3F7K2M api (orders-api:live): rolled back, version 41 serves: ${because}`,
      '02:13:06Z 3F7K2M release: rolled back (exit 0)',
    ]);
  });

  it('do not say which version serves when nobody knows', () => {
    const result = { key: 'api', name: 'orders-api', alias: 'live', baseline: '41', candidate: '42' };
    const told = (outcome: 'stuck' | 'lost' | 'failed' | 'promoted') =>
      linesOf([later('release.finished', 1, { functions: [{ ...result, outcome, because: 'why' }] })])[0];
    expect(told('stuck')).toContain('stuck: could not restore, version 42 may still serve: why');
    expect(told('lost')).toContain('(orders-api:live): lost to another writer: why');
    expect(told('failed')).toContain('(orders-api:live): failed: why');
    expect(told('promoted')).toContain('released, version 42 serves: why');
  });

  it('tell the functions that fail, and only a sum of the others, when there are many', () => {
    const keys = Array.from({ length: 40 }, (_, index) => `f${index}`);
    const event = seen({ keys, seconds: 50, errors: 0 });
    if (event.type !== 'rollout.observed') throw new Error('not an observation');
    const functions = event.functions.map((counts, index) =>
      index === 7 ? { ...counts, candidate: { ...counts.candidate, errors: 4 } } : counts,
    );
    expect(linesOf([{ ...event, functions, alarms: [] }])).toEqual([
      '02:13:55Z f7: 10%, 9m20s left, 42 failed 4 of 50 requests (8%), 41 failed 0 of 450 requests (0%), pass',
      '02:13:55Z careful: 10%, 9m20s left, 39 other functions without an error in 1950 requests to the candidates, pass',
      '02:13:55Z careful: pass: 1 alarm quiet',
    ]);
  });

  it('never call one error in a hundred thousand none', () => {
    const counts = (requests: number, errors: number) => ({
      key: 'api',
      baseline: { version: '41', requests: 0, errors: 0 },
      candidate: { version: '42', requests, errors },
    });
    const told = (requests: number, errors: number) =>
      linesOf([later('rollout.observed', 0, { functions: [counts(requests, errors)], alarms: [] })])[0];
    expect(told(100_000, 1)).toContain('(under 0.01%), 41 had no requests');
    expect(told(1000, 1)).toContain('(0.1%)');
    expect(told(400, 1)).toContain('(0.25%)');
    expect(told(3, 1)).toContain('42 failed 1 of 3 requests (33.3%)');
  });

  it('tell a problem once, though a refusal repeats it at its end', () => {
    const problem = 'alarm orders-api-errors is in ALARM since 02:10:00Z';
    const lines = linesOf([
      later('preflight.checked', 0, { title: 'alarms are quiet', ok: false, problems: [problem] }),
      later('release.finished', 1, {
        release: null,
        outcome: 'refused',
        exitCode: 2,
        functions: [],
        problems: [problem, 'no credentials'],
      }),
    ]);
    expect(lines).toEqual([
      '02:13:05Z preflight: alarms are quiet: FAILED',
      `02:13:05Z   ${problem}`,
      '02:13:06Z no credentials',
      '02:13:06Z release: refused (exit 2)',
    ]);
  });

  it('say when nothing was there to release, however many functions there are', () => {
    const functions = Array.from({ length: 498 }, (_, index) => ({
      key: `f${index}`,
      name: `orders-f${index}`,
      alias: 'live',
      baseline: '7',
      candidate: null,
      outcome: 'unchanged' as const,
      because: 'same code and configuration',
    }));
    const finished = later('release.finished', 0, { outcome: 'unchanged', exitCode: 0, functions });
    expect(linesOf([finished])).toEqual([
      '02:13:05Z 3F7K2M 498 unchanged',
      '02:13:05Z 3F7K2M release: nothing to release (exit 0)',
    ]);
  });

  it('hold no cursor codes and no colour for any event', () => {
    const lines = linesOf([...allEvents]);
    expect(lines.length).toBeGreaterThan(20);
    for (const line of lines) expect(line).toMatch(/^\d\d:\d\d:\d\dZ [\x20-\x7e]+$/);
  });

  it('come from the event and what was told before alone', () => {
    const memory = allEvents.reduce((known, event) => remember(event, known), emptyMemory);
    for (const event of allEvents) expect(describeEvent(event, memory)).toEqual(describeEvent(event, memory));
    expect(describeEvent(later('rollout.held', 0), memory)).toEqual([
      'careful: waiting: too little traffic to judge',
    ]);
  });
});
