import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Event, EventOf } from '../../src/core/events';
import type { Outcome } from '../../src/core/outcome';
import { Percent } from '../../src/core/values';
import { noticeOf } from '../../src/release/notice';
import { learn, opening, type Scene } from '../../src/release/scene';

const noonMs = Date.UTC(2026, 10, 20, 12, 0, 0);
const release = '01JD3B6E9GQX2K5V7N8M4T0R1A';
const api = { key: 'api', name: 'orders-api', alias: 'live' };

const started: EventOf<'release.started'> = {
  ...{ v: 1, type: 'release.started', at: noonMs, release, by: 'ann@laptop' },
  ...{ ungated: null, reason: null, functions: [{ ...api, description: '' }], commit: '1a2b3c4' },
};
const published: Event = {
  ...{ v: 1, type: 'version.published', at: noonMs, key: 'api', version: '42', digest: 'd', reused: false },
};
const written: EventOf<'alias.written'> = {
  ...{ v: 1, type: 'alias.written', at: noonMs, ...api, fromRevision: null, toRevision: 'r' },
  ...{ baseline: '41', candidate: '42', weight: 10, phase: 'bake', epoch: 1 },
};
type Waiting = EventOf<'rollout.waiting'>;

const waiting = (reason: Waiting['for'], otherwise: Waiting['then']): Waiting => ({
  ...{ v: 1, type: 'rollout.waiting', at: noonMs, rollout: 'all', step: 1, weight: 10 },
  ...{ for: reason, expiresMs: noonMs + 1_800_000 },
  then: otherwise,
});

const sceneOf = (stage: string | null, ...events: readonly Event[]): Scene =>
  events.reduce(learn, opening({ project: 'orders', stage, release }));

const prod = sceneOf('prod', started, published, written);

const finished = (
  outcome: Outcome,
  because: string,
  problems: readonly string[] = [],
): EventOf<'release.finished'> => ({
  ...{ v: 1, type: 'release.finished', at: noonMs, release, outcome, exitCode: 0, problems },
  functions: [{ ...api, baseline: '41', candidate: '42', outcome, because }],
});

describe('what is known of a release', () => {
  it('grows with what it tells: who began it, its functions, and the versions between which they move', () => {
    expect(prod).toEqual({
      ...{ project: 'orders', stage: 'prod', release, by: 'ann@laptop', commit: '1a2b3c4' },
      ...{ where: null, asked: null },
      functions: [{ ...api, baseline: '41', candidate: '42' }],
    });
  });

  it('is enough for whoever takes a release over and has heard nothing of its beginning', () => {
    const taken: Event = {
      ...{
        v: 1,
        type: 'release.takenOver',
        at: 0,
        release,
        by: 'bob@ci',
        from: 'ann',
        epoch: 2,
        because: '',
      },
    };
    const back: Event = { ...written, candidate: null, weight: 0 };
    expect(sceneOf(null, taken, written, back)).toMatchObject({
      by: 'bob@ci',
      functions: [{ key: 'api', baseline: '41', candidate: '42' }],
    });
  });
});

describe('a notice', () => {
  it('of a beginning says who releases what, and why nothing watches', () => {
    const ungated = { ...started, ungated: 'no alarms yet', reason: 'no alarms yet' };
    const notice = noticeOf(prod, ungated);
    expect(notice).toMatchObject({
      occasions: ['started'],
      subject: 'orders (prod): release started',
      detail: { v: 1, occasion: 'started', weight: 0, because: 'nothing watches: no alarms yet' },
    });
    expect(notice?.lines).toContain(`release ${release} by ann@laptop, commit 1a2b3c4`);
  });

  it('of a step says how much the candidate gets', () => {
    const stepped: Event = {
      ...{
        v: 1,
        type: 'rollout.stepped',
        at: noonMs,
        rollout: 'all',
        step: 2,
        steps: 4,
        weight: 25,
        bakeMs: 1,
      },
    };
    expect(noticeOf(prod, stepped)).toMatchObject({
      occasions: ['step'],
      subject: 'orders (prod): 25% to the candidate, step 2 of 4',
      lines: ['orders-api:live 41 -> 42', `release ${release} by ann@laptop, commit 1a2b3c4`],
      detail: { rollout: 'all', step: 2, steps: 4, weight: 25, outcome: null, approve: null },
    });
  });

  it('of a wait gives the whole command that lets it go on, and says what happens without', () => {
    const notice = noticeOf(prod, waiting('approval', 'rollback'));
    expect(notice).toMatchObject({
      subject: 'orders (prod): waits for approval at 10%',
      detail: {
        occasion: 'waiting',
        at: '2026-11-20T12:00:00.000Z',
        because: 'step 1 waits for approval',
        approve: {
          command: `shipit approve --stage prod --release ${release} --step 1`,
          expires: '2026-11-20T12:30:00.000Z',
          otherwise: 'rollback',
        },
      },
    });
    expect(notice?.lines).toContain('until 2026-11-20T12:30:00.000Z, then it goes back by itself');
    expect(notice?.lines).toContain(`go on: shipit approve --stage prod --release ${release} --step 1`);
  });

  it('gives the flags of whoever took it over, when that one waits', () => {
    const where = { stage: 'prod', alias: 'beta', region: 'eu-west-1' };
    const taken: Event = {
      ...{ v: 1, type: 'release.takenOver', at: 0, release, by: 'bob@ci', from: 'ann@laptop' },
      ...{ epoch: 2, because: 'its owner is gone', where },
    };
    expect(noticeOf(sceneOf('prod', taken), waiting('approval', 'rollback'))?.detail.approve?.command).toBe(
      `shipit approve --stage prod --alias beta --region eu-west-1 --release ${release} --step 1`,
    );
  });

  it('names the alias in that command when it was typed for the release, and no stage where there is none', () => {
    const choice = { strategy: { kind: 'canary', weight: Percent.of(10), bake: null } };
    const asked = { functions: ['api'], stage: null, alias: 'beta', choice, gated: true };
    const scene = sceneOf(null, { ...started, asked });
    expect(noticeOf(scene, waiting('until', 'continue'))).toMatchObject({
      title: 'orders: stopped at 10%',
      detail: {
        approve: {
          command: `shipit approve --alias beta --canary 10% --release ${release} --step 1`,
          otherwise: 'continue',
        },
      },
    });
  });

  it.each([
    ['promoted', ['promoted'], 100],
    ['rolledBack', ['rolledBack'], 0],
    ['aborted', ['rolledBack'], 0],
    ['failed', ['rolledBack'], 0],
    ['lost', ['rolledBack', 'stuck'], null],
    ['stuck', ['stuck'], null],
  ] as const)('of the end `%s` is for whoever wants %j', (outcome, occasions, weight) => {
    const notice = noticeOf(prod, finished(outcome, 'api-errors is in ALARM'));
    expect(notice).toMatchObject({
      occasions,
      detail: {
        occasion: occasions[0],
        ...{ outcome, weight, because: 'api-errors is in ALARM', release, project: 'orders', stage: 'prod' },
        functions: [{ ...api, baseline: '41', candidate: '42', outcome }],
      },
    });
  });

  it('says why it went back, and what to do when it could not', () => {
    const back = noticeOf(prod, finished('rolledBack', 'api-errors is in ALARM'));
    expect(back?.lines[0]).toBe('orders-api:live 41 -> 42 rolled back: api-errors is in ALARM');
    const stuck = noticeOf(prod, finished('stuck', 'AccessDenied', ['Run `shipit rollback`.']));
    expect(stuck?.subject).toBe('orders (prod): STUCK on the candidate, act now');
    expect(stuck?.lines).toContain('Run `shipit rollback`.');
  });

  it('takes the problems of the release for its reason when no function has one', () => {
    const notice = noticeOf(prod, finished('failed', '', ['the role is not there', 'Check it.']));
    expect(notice?.detail.because).toBe('the role is not there; Check it.');
  });

  it.each(['unchanged', 'refused', 'waiting'] as const)('is not made of the end `%s`', (outcome) => {
    expect(noticeOf(prod, finished(outcome, ''))).toBeNull();
  });

  it('is not made of what happens in between', () => {
    expect(noticeOf(prod, written)).toBeNull();
  });

  it('has the members that docs/notifications.md shows, in that order', () => {
    const page = readFileSync(join(__dirname, '..', '..', 'docs', 'notifications.md'), 'utf8');
    const shown = JSON.parse(/```json\n([\s\S]*?)```/.exec(page)?.[1] ?? '');
    const detail = noticeOf(prod, waiting('approval', 'rollback'))?.detail;
    expect(JSON.stringify({ ...shown, rollout: 'all' })).toBe(JSON.stringify(detail));
  });

  it('has a subject that SNS takes, whatever the project is called', () => {
    const scene = { ...prod, project: `Größe\n${'x'.repeat(200)}` };
    const subject = noticeOf(scene, started)?.subject ?? '';
    expect(subject).toMatch(/^Gr\?\?e\?x+\.\.\.$/);
    expect(subject).toHaveLength(99);
  });

  it('stays short: twenty functions for people, all of them for machines, and reasons of a thousand characters', () => {
    const functions = Array.from({ length: 30 }, (_, at) => ({ ...api, key: `f${at}`, description: '' }));
    const many = { ...started, functions, reason: 'because '.repeat(1000) };
    const notice = noticeOf(sceneOf('prod', many), many);
    expect(notice?.lines).toHaveLength(23);
    expect(notice?.lines).toContain('and 10 more functions');
    expect(notice?.detail.functions).toHaveLength(30);
    expect(notice?.detail.because).toHaveLength(1000);
  });
});
