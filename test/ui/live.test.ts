import type { Event } from '../../src/core/events';
import { openUi } from '../../src/ui/choose';
import { widthOf } from '../../src/ui/width';
import { ending, moved, opening, rolledBack, seen, stepped } from './story';
import { screenAfter, terminal } from './streams';

const baking = (keys: string[]): Event[] => [
  ...opening({ keys }),
  ...moved(keys, 10, 9),
  stepped(1, 10, 10),
  seen({ keys, seconds: 50, errors: 1 }),
];

const live = { json: false, plain: false, payload: null, details: false };

describe('a terminal', () => {
  function show(events: readonly Event[], columns: number): { screen: string[]; writes: string[] } {
    const streams = terminal(columns);
    const ui = openUi(streams, live);
    for (const event of events) ui.report.tell(event);
    ui.close();
    expect(ui.mode).toBe('live');
    expect(streams.stdout.writes).toEqual([]);
    return { screen: screenAfter(streams.stderr.writes), writes: streams.stderr.writes };
  }

  it('keeps in its scrollback what happened, the last state, and how it ended', () => {
    const because = 'alarm orders-api-errors is in ALARM: 3 of 3 datapoints were above 5';
    expect(show(rolledBack(['api']), 80).screen).toEqual([
      '02:13:05Z plan: update api by careful: code 1a2b3c4d -> 5e6f7a8b',
      '02:13:05Z plan: careful: 10% for 10m, 100% for 5m; 15m in all',
      '02:13:06Z 3F7K2M release started by anna: api (orders-api:live)',
      '02:13:10Z 3F7K2M api: version 42 published',
      '02:13:14Z 3F7K2M api: 10% to version 42, 90% to version 41',
      '02:13:15Z 3F7K2M careful: step 1 of 2, 10% to the candidates for 10m',
      `02:14:11Z 3F7K2M careful: ROLLING BACK: ${because}`,
      '02:14:12Z 3F7K2M api: 100% back to version 41',
      '02:14:12Z 3F7K2M careful: rolled back',
      'release 3F7K2M by anna  rolled back',
      'api  orders-api:live  41 -> 42                                      rolled back',
      '  ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░    0%',
      '  42   65 requests  9 failed  13.8%',
      '  41  585 requests  0 failed     0%',
      '  errors ▁▁▂█ up to 53.3%',
      'alarms: orders-api-errors ALARM',
      'rolled back: alarm orders-api-errors is in ALARM: 3 of 3 datapoints were above',
      '5',
      `02:14:13Z 3F7K2M api (orders-api:live): rolled back, version 41 serves: ${because}`,
      '02:14:13Z 3F7K2M release: rolled back (exit 3)',
    ]);
  });

  it('never sees an alternate screen, nor a block line wider than itself', () => {
    for (const columns of [40, 61, 80, 200]) {
      const { writes, screen } = show(baking(['api', 'worker', 'mailer']), columns);
      expect(writes.join('')).not.toMatch(/\x1b\[\?(?!2026[hl])/);
      for (const line of screen.filter((text) => !/^\d\d:\d\d/.test(text)))
        expect(widthOf(line)).toBeLessThan(columns);
    }
  });

  it('that becomes narrower than 40 columns gets plain lines from there on', () => {
    const streams = terminal(80);
    const ui = openUi(streams, live);
    for (const event of baking(['api'])) ui.report.tell(event);
    streams.stderr.columns = 39;
    const before = streams.stderr.writes.length;
    ui.report.tell(seen({ keys: ['api'], seconds: 90, errors: 1 }));
    for (const event of ending(['api'], 95)) ui.report.tell(event);
    const rest = streams.stderr.writes.slice(before).join('');
    expect(rest).not.toContain('\x1b');
    expect(rest).toContain('api: 10%, 8m40s left, 42 failed 1 of 90 requests (1.1%)');
    expect(rest).toContain('release: rolled back (exit 3)');
  });

  it('shows a name that carries control characters without obeying it', () => {
    const { screen } = show(baking(['a\x1b[2Jb']), 80);
    expect(screen.find((line) => line.startsWith('a^['))).toContain('a^[[2Jb  orders-a^[[2Jb:live  41 -> 42');
  });
});
