/** What the post step may take back, of what it heard of its step and of where the aliases stand. */
import { typedOf } from '../../action/inputs';
import { keysOf, leftOf, mayHaveLeft } from '../../action/leftover';
import { nothingTold, type Told } from '../../action/told';
import { actorOf } from '../../src/compose/actor';
import type { Row } from '../../src/ui/standing';

const byOf = (run: string): string => actorOf({ GITHUB_ACTOR: 'release-bot-of-octo', GITHUB_RUN_ID: run }).by;
/** As much as a record of an alias keeps. */
const kept = (by: string): string => by.slice(0, 24);

const row = (change: Partial<Row>): Row =>
  ({
    key: 'api',
    state: 'rollingOut',
    release: 'R1',
    phase: 'claim',
    wish: null,
    by: null,
    ...change,
  }) as Row;
const planned = {
  ...nothingTold,
  view: { ...nothingTold.view, plan: { functions: [{ key: 'api', action: 'update' }] } },
} as unknown as Told;
const started = (...argv: string[]) => ({ argv, cwd: '/', folder: '/', log: '/x', fromByte: 0 });

test('a claim of another run is not taken back, however long the login is that both have', () => {
  const [own, other] = [byOf('12345678901'), byOf('12345678902')];
  expect(leftOf(planned, [row({ by: kept(own) })], own)).not.toBeNull();
  expect(leftOf(planned, [row({ by: kept(other) })], own)).toBeNull();
  expect(leftOf(planned, [row({ by: 'release-bot-of-octo@run-1' })], own)).toBeNull();
  expect(leftOf(planned, [row({ by: kept(own), phase: 'bake' })], own)).toBeNull();
});

test('a run whose id begins like that of another is another', () => {
  expect(leftOf(planned, [row({ by: kept(byOf('123')) })], byOf('12'))).toBeNull();
  expect(leftOf(planned, [row({ by: kept(byOf('12')) })], byOf('123'))).toBeNull();
});

test('a step that told nothing may have left whatever its run has under way', () => {
  const own = byOf('12345678901');
  const deploy = started('deploy', 'api', 'worker', '--stage=prod', 'late');
  expect(mayHaveLeft(deploy, nothingTold)).toBe(true);
  expect(mayHaveLeft(started('plan'), nothingTold)).toBe(false);
  expect(keysOf(deploy, nothingTold)).toEqual(['api', 'worker']);
  expect(keysOf(started('deploy'), nothingTold)).toEqual([]);
  expect(leftOf(nothingTold, [row({ by: kept(own), phase: 'bake' })], own)).not.toBeNull();
  expect(leftOf(nothingTold, [row({ by: kept(own), phase: 'bake', wish: 'held' })], own)).toBeNull();
  expect(leftOf(nothingTold, [row({ by: 'ann@desk', phase: 'bake' })], own)).toBeNull();
});

test('a value that was typed may hold more than one =', () => {
  expect(typedOf(['deploy', '--log-file=run=7.jsonl'], 'log-file')).toBe('run=7.jsonl');
  expect(typedOf(['deploy', '--log-file', 'a=b'], 'log-file')).toBe('a=b');
  expect(typedOf(['deploy'], 'log-file')).toBeNull();
});
