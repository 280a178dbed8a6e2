/** What a person reads when a release is held, waits, or is taken over. */
import type { Event } from '../../src/core/events';
import { Duration, Percent } from '../../src/core/values';
import { openUi } from '../../src/ui/choose';
import { fold } from '../../src/ui/fold';
import { frame } from '../../src/ui/frame';
import { plainText } from '../../src/ui/style';
import { emptyView } from '../../src/ui/view';
import { nowhere } from '../forms';
import { examples, later, startMs } from './examples';
import { moved, opening, stepped } from './story';
import { pipes } from './streams';

function linesOf(events: readonly Event[], env: Record<string, string> = {}): string[] {
  const streams = pipes(env);
  const ui = openUi(streams, { json: false, plain: true, payload: null, details: false });
  for (const event of events) ui.report.tell(event);
  return streams.stderr.lines;
}

/** Without the time and the release. */
const words = (events: readonly Event[]): string[] =>
  linesOf(events).map((line) => line.replace(/^\S+Z (3F7K2M )?/, ''));

const baking = [...opening({ keys: ['api'] }), ...moved(['api'], 10, 9), stepped(1, 10, 10)];

/** The lines of the live view, for a window of eighty columns. */
const screen = (events: readonly Event[]): string[] => {
  const view = [...baking, ...events].reduce(fold, emptyView);
  return frame(view, { columns: 80, rows: 40, nowMs: startMs + 60_000, unicode: false, footer: [] }).map(
    plainText,
  );
};

const asked = {
  functions: ['api'],
  stage: 'prod',
  alias: null,
  choice: {
    strategy: {
      kind: 'canary',
      weight: Percent.of(10),
      bake: Duration.of(300_000),
      bakeAfter: Duration.of(0),
    },
    rollout: null,
    bake: null,
  },
  gated: true,
};

describe('a line about control', () => {
  it.each<[string, Event, string]>([
    [
      'a pause',
      examples['rollout.paused'],
      'careful: PAUSED at step 1, 10%; alarms stay watched; `shipit resume` goes on, `shipit abort` goes back',
    ],
    ['its end', examples['rollout.resumed'], 'careful: goes on from step 1, 10%'],
    [
      'an approval that is waited for',
      examples['rollout.waiting'],
      'careful: WAITS for approval of step 1, 10%, until 04:13:05Z (2h), then rolls back by itself; alarms stay watched; `shipit approve --step 1` goes on, `shipit abort` goes back',
    ],
    ['an approval', examples['rollout.approved'], 'careful: step 1 is approved'],
    ['a wish', examples['control.sent'], 'pause asked for, at step 1'],
    ['what came of it', examples['wish.obeyed'], 'asked from outside, and obeyed: pause at step 1'],
    [
      'a take-over',
      examples['release.takenOver'],
      'ben takes it over from anna: the same course comes out of the project file',
    ],
    [
      'a hook',
      examples['hook.ran'],
      'careful: hook orders-check of api after step 1: passed in 2s: 12 orders went through',
    ],
    [
      'a hook that fails for all',
      later('hook.ran', 0, { key: null, when: 'preTraffic', status: 'fail', because: 'exit code 1' }),
      'careful: hook orders-check before traffic: FAILED in 2s: exit code 1',
    ],
    ['capacity', examples['capacity.changed'], 'api: version 42 has provisioned concurrency 5, ready'],
    [
      'capacity that is awaited',
      later('capacity.changed', 0, { ready: false }),
      'api: version 42 is to get provisioned concurrency 5',
    ],
    [
      'capacity given back',
      later('capacity.changed', 0, { amount: 0 }),
      'api: version 42 gave its provisioned concurrency back',
    ],
    ['an alarm', examples['alarm.kept'], 'alarm shipit-orders-api.live.errors: made'],
    ['old versions', examples['versions.pruned'], 'api: 2 old versions removed: 34, 35'],
  ])('tells of %s', (_, event, line) => {
    expect(words([event])).toEqual([line]);
  });

  it('of --until says that nobody watches, until when, and the exact command that goes on', () => {
    const lines = words([
      later('release.started', 0, { asked }),
      later('rollout.waiting', 10, { for: 'until' }),
      later('release.finished', 11, { outcome: 'waiting', exitCode: 6, functions: [], problems: [] }),
    ]);
    expect(lines.slice(1)).toEqual([
      'careful: LEFT at step 1, 10%, as --until says, and kept until 04:13:05Z (1h59m50s); after that, whoever comes next takes it back',
      'careful: nobody watches it meanwhile: no alarm sends it back',
      'careful: from any machine, `shipit approve --stage prod --canary 10%/5m --release 3F7K2M` goes on, `shipit abort --stage prod --release 3F7K2M` goes back',
      'release: waiting for a person (exit 6)',
    ]);
  });

  it.each<[object, string]>([
    [{ strategy: { kind: 'linear', weight: 10, every: 60_000 } }, '--linear 10%/1m'],
    [
      {
        strategy: {
          kind: 'steps',
          steps: [
            { weight: 1, bake: null },
            { weight: 25, bake: 60_000 },
          ],
        },
      },
      '--steps 1%,25%/1m',
    ],
    [{ strategy: { kind: 'allAtOnce' }, bake: 60_000 }, '--all-at-once --bake 1m'],
    [{ strategy: null, rollout: 'careful', bake: null }, '--rollout careful'],
  ])('names the flags of %j', (choice, flags) => {
    const started = later('release.started', 0, { asked: { ...asked, choice, alias: 'blue', gated: false } });
    expect(words([started, later('rollout.waiting', 10, { for: 'until' })]).at(-1)).toContain(
      `\`shipit approve --stage prod --alias blue ${flags} --no-gate --release 3F7K2M\``,
    );
  });

  it('repeats the flags by which a release was meant, for whoever types the command elsewhere', () => {
    const where = {
      stage: 'prod',
      alias: 'blue',
      region: 'eu-west-1',
      profile: 'my team',
      config: 'ops/l.yaml',
    };
    const flags = "--config ops/l.yaml --stage prod --alias blue --region eu-west-1 --profile 'my team'";
    const sent = later('control.sent', 0, { where });
    const lines = words([sent, examples['rollout.waiting'], examples['rollout.paused']]);
    expect(lines.at(-2)).toContain(
      `\`shipit approve ${flags} --release 3F7K2M --step 1\` goes on, \`shipit abort ${flags} --release 3F7K2M\` goes back`,
    );
    expect(lines.at(-1)).toContain(`\`shipit resume ${flags} --release 3F7K2M\` goes on`);
    const taken = later('release.takenOver', 0, { where: { ...where, local: { port: 4581 } } });
    expect(words([taken, examples['rollout.waiting']]).at(-1)).toContain('--local --port 4581 --release');
    expect(screen([sent, examples['rollout.waiting']]).join(' ').replace(/\s+/g, ' ')).toContain(
      `\`shipit abort ${flags}\` goes back`,
    );
  });

  it('stands beside a run of CI too when somebody has to do something', () => {
    const lines = linesOf([examples['rollout.waiting']], { GITHUB_ACTIONS: 'true' });
    expect(lines[1]).toMatch(
      /^::warning title=shipit::careful: WAITS for approval .*`shipit approve --step 1`/,
    );
  });
});

describe('the lines of a release that is followed', () => {
  const [row] = examples['status.read'].functions;
  if (!row) throw new Error('the example has no function');
  const at = (seconds: number, change: Partial<typeof row>, keys = ['api']) =>
    later('status.read', seconds, { functions: keys.map((key) => ({ ...row, key, ...change })) });

  it('say what changed, for all functions at the same place in one line', () => {
    const keys = ['api', 'worker'];
    expect(
      words([
        at(0, {}, keys),
        at(15, { wish: 'paused' }, keys),
        at(30, { wish: 'paused' }, keys),
        at(45, { phase: 'back' }, keys),
        at(60, { state: 'idle', version: '41', candidate: null, weight: 0, step: undefined }, keys),
      ]),
    ).toEqual([
      'api, worker: step 1, 9m30s left; 10% to version 42',
      'api, worker: step 1; 10% to version 42; it is paused: `shipit resume` goes on, `shipit abort` goes back',
      'api, worker: going back; 10% to version 42',
    ]);
  });

  it('name commands with the flags that say where', () => {
    const where = { ...nowhere, stage: 'prod', local: { port: 4600 } };
    const told = { ...at(0, { wish: 'paused' }), where };
    const here = '--stage prod --local --port 4600';
    expect(words([told])).toEqual([
      `api: step 1; 10% to version 42; it is paused: \`shipit resume ${here} --release 3F7K2M\` goes on, \`shipit abort ${here} --release 3F7K2M\` goes back`,
    ]);
    expect(words([told, { ...told, at: told.at + 15_000 }])).toHaveLength(1);
  });

  it('say when its owner is silent', () => {
    expect(words([at(0, { leaseUntilMs: startMs })])).toEqual([
      'api: step 1, 9m30s left; 10% to version 42; its owner does not answer; `shipit attach` takes it over, `shipit rollback` ends it',
    ]);
  });

  it('name no more than a handful', () => {
    const keys = Array.from({ length: 500 }, (_, index) => `f${index}`);
    expect(words([at(0, {}, keys)])).toEqual(['500 functions: step 1, 9m30s left; 10% to version 42']);
  });
});

describe('the live view', () => {
  it('shows a pause, and that it is over', () => {
    expect(screen([examples['rollout.paused']]).slice(1)).toEqual([
      expect.stringMatching(/^api .* 41 -> 42 +step 1, paused$/),
      expect.stringContaining(' 10%'),
      'paused at step 1, alarms stay watched: `shipit resume` goes on, `shipit abort`',
      'goes back',
    ]);
    expect(screen([examples['rollout.paused'], examples['rollout.resumed']]).join('\n')).not.toContain(
      'pause',
    );
  });

  it('shows that it waits for approval, until when, and what then', () => {
    const lines = screen([examples['rollout.waiting']]).slice(3).join(' ');
    expect(lines).toBe(
      'waits for approval of step 1 until 04:13:05Z, then rolls back; alarms stay watched: `shipit approve` goes on, `shipit abort` goes back',
    );
    expect(screen([examples['rollout.waiting'], examples['rollout.approved']])[3]).toMatch(
      /^next: 100% for 5m in/,
    );
  });

  it('shows that it was left, and that nobody watches', () => {
    expect(
      screen([later('rollout.waiting', 0, { for: 'until' })])
        .slice(3)
        .join(' '),
    ).toContain('left at step 1, kept until 04:13:05Z, and nobody watches it: `shipit approve` goes on');
  });

  it('shows what hooks said in this step, with the reason of those that did not pass', () => {
    const failed = later('hook.ran', 1, {
      hook: 'ledger',
      key: null,
      status: 'inconclusive',
      because: 'no answer',
    });
    const lines = screen([examples['hook.ran'], failed]);
    expect(lines.slice(3, -1)).toEqual([
      'hook orders-check of api: passed',
      'hook ledger: inconclusive: no answer',
    ]);
    expect(screen([failed, stepped(2, 100, 70)]).join('\n')).not.toContain('ledger');
  });

  it('shows who took it over, and why', () => {
    const lines = screen([examples['release.takenOver']]);
    expect(lines[0]).toMatch(/^release 3F7K2M by ben/);
    expect(lines).toContain('taken over from anna: the same course comes out of the project file');
  });

  it('shows a release that is only looked at', () => {
    const view = fold(emptyView, later('status.read', 0, {}));
    const lines = frame(view, { columns: 80, rows: 40, nowMs: startMs, unicode: false, footer: [] }).map(
      plainText,
    );
    expect(lines[0]).toMatch(/^release 3F7K2M by anna/);
    expect(lines[1]).toMatch(/^api .*41 -> 42 +step 1, 9m30s left$/);
    expect(lines[2]).toContain(' 10%');
  });
});
