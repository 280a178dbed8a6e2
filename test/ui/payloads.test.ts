import { statusText } from '../../src/ui/status';
import { type Line, plainText } from '../../src/ui/style';
import { table } from '../../src/ui/tables';
import { examples, later, startMs } from './examples';

const words = (lines: readonly Line[]): string[] => lines.map(plainText);

describe('the text of the status', () => {
  const [running] = examples['status.read'].functions;
  if (!running) throw new Error('the example has no function');
  const at = (change: Partial<typeof running>) =>
    words(statusText(later('status.read', 0, { functions: [{ ...running, ...change }] })));
  const idle = { state: 'idle', candidate: null, weight: 0, leaseUntilMs: null } as const;

  it('has a row a function', () => {
    const functions = [running, { ...running, ...idle, key: 'worker', name: 'orders-worker', by: null }];
    expect(words(statusText(later('status.read', 0, { functions })))).toEqual([
      'FUNCTION  ALIAS               SERVES          STATE                             STEP                RELEASE  BY',
      'api       orders-api:live     41 90%, 42 10%  rolling out, lease ends in 1m40s  step 1, 9m30s left  3F7K2M   anna',
      'worker    orders-worker:live  41              at rest                           -                   3F7K2M   -',
    ]);
  });

  it('names the flags by which it was asked in every command that it gives', () => {
    const where = {
      config: 'a b.yaml',
      stage: 'prod',
      alias: null,
      region: null,
      profile: null,
      local: null,
    };
    const flags = "--config 'a b.yaml' --stage prod";
    const said = (change: object): string =>
      words(statusText(later('status.read', 0, { functions: [{ ...running, ...change }], where }))).join(
        '\n',
      );
    expect(said({ wish: 'held', leaseUntilMs: null })).toContain(
      `\`shipit approve ${flags} --release 3F7K2M\` goes on (with the strategy flags of its deploy, if it had any), \`shipit abort ${flags} --release 3F7K2M\` goes back`,
    );
    expect(said({ leaseUntilMs: startMs - 1000 })).toContain(
      `\`shipit attach ${flags} --release 3F7K2M\` takes it over, \`shipit rollback ${flags} api\` ends it`,
    );
    expect(said({ state: 'unowned' })).toContain(`\`shipit rollback ${flags} --to api@<version>\``);
  });

  it('says so when the owner of a rollout is gone, and how to end it', () => {
    const lines = at({ leaseUntilMs: startMs - 180_000 });
    expect(lines[1]).toContain('rolling out, lease ended 3m ago');
    expect(lines.at(-1)).toBe(
      'api: nobody watches this rollout any more: `shipit attach` takes it over, `shipit rollback api` ends it.',
    );
  });

  it.each<[object, string, string | null]>([
    [{ step: 0, phase: 'claim' }, 'being published', null],
    [{ phase: 'shift' }, 'step 1, being moved', null],
    [{ phase: 'back' }, 'going back', null],
    [{ dueMs: startMs - 1 }, 'step 1, bake is over', null],
    [
      { wish: 'pause' },
      'step 1, 9m30s left, pause asked for',
      'release 3F7K2M: pause was asked for, and is not obeyed yet.',
    ],
    [
      { wish: 'paused' },
      'step 1, paused',
      'release 3F7K2M: it is paused: `shipit resume` goes on, `shipit abort` goes back.',
    ],
    [
      { wish: 'waiting' },
      'step 1, waits for approval',
      'release 3F7K2M: it waits for approval: `shipit approve` goes on, `shipit abort` goes back.',
    ],
    [
      { wish: 'held', leaseUntilMs: startMs - 60_000, dueMs: startMs + 7_200_000 },
      'step 1, held until 04:13:05Z',
      'release 3F7K2M: it is held until 04:13:05Z, and nobody watches it meanwhile: `shipit approve` goes on (with the strategy flags of its deploy, if it had any), `shipit abort` goes back.',
    ],
    [
      { wish: 'held', leaseUntilMs: startMs - 60_000, dueMs: startMs - 1000 },
      'step 1, held until 02:13:04Z',
      'release 3F7K2M: it was held until 02:13:04Z, and nobody came: `shipit attach` takes it back.',
    ],
  ])('says where a release is, and how to go on: %j', (change, step, advice) => {
    const lines = at(change);
    expect(lines[1]).toContain(`  ${step}  `);
    expect(lines.at(-1)).toBe(advice ?? lines[1]);
  });

  it('gives the same advice for all functions of a release once', () => {
    const functions = ['api', 'worker'].map((key) => ({ ...running, key, wish: 'paused' }));
    expect(words(statusText(later('status.read', 0, { functions }))).slice(3)).toHaveLength(2);
  });

  it('tells the way out of a split that nobody owns, and of a record it cannot read', () => {
    expect(at({ state: 'unowned' }).at(-1)).toBe(
      'api: decide for one version with `shipit rollback --to api@<version>`.',
    );
    expect(at({ state: 'unreadable' }).at(-1)).toContain('a newer shipit');
  });

  it('shows what is not deployed, and a candidate that serves all', () => {
    expect(at({ ...idle, state: 'absent', version: null, release: null, by: null })[1]).toMatch(
      /^api +orders-api:live +- +not deployed +- +-$/,
    );
    expect(at({ weight: 100 })[1]).toMatch(/live +42 +rolling out/);
    expect(at({ weight: 0.1 })[1]).toContain('41 99.9%, 42 0.1%');
  });
});

describe('a table', () => {
  it('sets numbers to the right and counts wide letters as two', () => {
    const columns = [
      { title: 'name', align: 'left' },
      { title: 'requests', align: 'right' },
    ] as const;
    expect(words(table(columns, [['注文', '12'], ['api', '1234'], ['short']]))).toEqual([
      'name   requests',
      '注文         12',
      'api        1234',
      'short',
    ]);
  });
});
