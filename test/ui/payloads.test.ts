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
      'FUNCTION  ALIAS               SERVES          STATE                             RELEASE  BY',
      'api       orders-api:live     41 90%, 42 10%  rolling out, lease ends in 1m40s  3F7K2M   anna',
      'worker    orders-worker:live  41              at rest                           3F7K2M   -',
    ]);
  });

  it('says so when the owner of a rollout is gone, and how to end it', () => {
    const lines = at({ leaseUntilMs: startMs - 180_000 });
    expect(lines[1]).toContain('rolling out, lease ended 3m ago');
    expect(lines.at(-1)).toBe(
      'api: nobody watches this rollout any more; end it with `shipit rollback api`.',
    );
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
