/** A check that cannot fail is no check: each invariant is shown a small violation, and must see it. */
import type { Event } from '../../../src/core/events';
import type { AliasTarget } from '../../../src/core/lambda';
import { type DoneRecord, type OpenRecord, Record } from '../../../src/core/record';
import { Digest, type Percent } from '../../../src/core/values';
import { type Cast, type Facts, type Invariant, type Played, Plays, type Role } from '../played';
import { aliasKey, approvedAfter, releaseOf, startMs, stepsOf } from '../release';
import { actorIn, newCode, noFaults, type Scene, secretValue, setScene } from '../scene';
import { neverLost, onlyTheSilent, ownerAlive, ownerKilled } from './alive';
import { violations } from './all';
import { neverBlocked, rollbackTarget } from './back';
import { failClosed, oneFate } from './closed';
import { itEnds, noOrphans, sameFates } from './ends';
import { boundedExposure, everyStepBakes, evidenceFirst } from './exposure';
import { everyGateAsked } from './gates';
import { keptVersions, sameDigest } from './made';
import { everyWriteTold, refusalsAreSilent, secretsStayIn } from './told';
import { foreignWins, singleWriter } from './writer';

const ulid = (letter: string): string => `01KQ${letter.repeat(22)}`;
const minute = 60_000;

const open = (change: Partial<OpenRecord>): OpenRecord => ({
  state: 'open',
  release: ulid('A'),
  epoch: 100,
  owner: '0000000a',
  leader: Digest.short(aliasKey('api')),
  baseline: '1',
  candidate: '2',
  previous: null,
  step: 1,
  weight: 10,
  phase: 'bake',
  dueS: 0,
  leaseUntilS: Math.floor(startMs / 1000) + 120,
  leaseS: 120,
  until: null,
  plan: 'abcdef01',
  wish: null,
  by: 'ann',
  ...change,
});

const done = (change: Partial<DoneRecord>): DoneRecord => ({
  state: 'done',
  release: ulid('A'),
  epoch: 100,
  version: '1',
  previous: null,
  bad: null,
  ...change,
});

const split = (weight: number, record: OpenRecord | DoneRecord): AliasTarget => ({
  version: '1',
  additional: weight === 0 ? null : { version: '2', weight: weight as Percent },
  description: Record.format(record),
});

const whole = (version: string, record: OpenRecord | DoneRecord | null): AliasTarget => ({
  version,
  additional: null,
  description: record ? Record.format(record) : '',
});

/** What was played, told from outside: every write, event and reading is put there by hand. */
class Story {
  readonly scene: Scene = setScene(
    1,
    releaseOf(['api', 'worker'], stepsOf([10, minute], [100, 0]), {}),
    new Map(),
  );
  readonly cast: Cast[] = [];
  readonly outcomes = new Map<string, string>();
  readonly endedMs = new Map<string, number>();
  ended = true;
  facts: Facts = {
    calm: true,
    faultRate: 0,
    alarmAtMs: null,
    alarmOf: null,
    refused: false,
    blind: false,
    skewed: false,
    crippled: false,
    guarded: true,
    quietFromMs: 0,
  };

  constructor() {
    for (const [name, found] of this.scene.world.functions) {
      const two = { ...found.latest, version: '2', digest: Digest.of(newCode) };
      this.scene.world.setFunction(name, { ...found, versions: [...found.versions, two] });
    }
  }

  member(name: string, role: Role): Cast {
    const actor = actorIn(this.scene, name, noFaults);
    const member = { ...actor, role };
    this.cast.push(member);
    return member;
  }

  async pass(ms: number): Promise<void> {
    const { scheduler } = this.scene;
    let over = false;
    scheduler.after(ms, () => {
      over = true;
    });
    await scheduler.run(() => over, Number.POSITIVE_INFINITY);
  }

  write(by: string, key: string, target: AliasTarget): string {
    return this.scene.world.writeAlias(aliasKey(key), target, { by, revisionId: null }).revisionId;
  }

  tell({ trace }: Cast, event: object): void {
    trace.events.push({ atMs: this.scene.scheduler.nowMs(), event: event as Event });
  }

  /** The claim and the first step of both functions, by the book. */
  async begin(owner: Cast): Promise<void> {
    for (const key of ['api', 'worker']) {
      this.write(owner.name, key, split(0, open({ candidate: null, step: 0, weight: 0, phase: 'claim' })));
      this.write(owner.name, key, split(10, open({})));
    }
    this.tell(owner, { type: 'release.started', release: ulid('A') });
    await this.pass(1000);
  }

  played(): Played {
    const { scene, cast, outcomes, endedMs, ended, facts } = this;
    return { world: scene.world, release: scene.release, cast, outcomes, endedMs, ended, facts };
  }

  /** The names of what an invariant says. */
  sees(invariant: Invariant): string[] {
    return [...new Set(invariant(this.played()).map((sentence) => sentence.slice(0, sentence.indexOf(':'))))];
  }
}

async function begun(): Promise<{ story: Story; owner: Cast }> {
  const story = new Story();
  const owner = story.member('owner', 'owner');
  await story.begin(owner);
  return { story, owner };
}

test('a release that goes by the book breaks nothing', async () => {
  const { story, owner } = await begun();
  await story.pass(minute);
  for (const key of ['api', 'worker']) {
    story.write('owner', key, whole('2', open({ step: 2, weight: 100, phase: 'promoted' })));
    story.write('owner', key, whole('2', done({ version: '2', previous: '1' })));
  }
  for (const { after } of story.scene.world.history.filter(Plays.ours))
    story.scene.world.journals.set(after?.revisionId ?? '', [
      { type: 'alias.written', toRevision: after?.revisionId } as Event,
    ]);
  story.tell(owner, { type: 'rollout.ended' });
  story.outcomes.set('owner', 'promoted');
  expect(violations(story.played())).toEqual([]);
});

describe('who writes', () => {
  test('S1: after somebody with a newer epoch', async () => {
    const { story } = await begun();
    story.write('heir', 'api', split(10, open({ epoch: 200, owner: '0000000b' })));
    expect(story.sees(singleWriter)).toEqual([]);
    story.write('owner', 'api', split(10, open({})));
    expect(story.sees(singleWriter)).toEqual(['S1']);
  });

  test('S6: after a stranger', async () => {
    const { story } = await begun();
    story.write('foreign', 'api', { ...whole('1', null), description: 'mine' });
    expect(story.sees(foreignWins)).toEqual([]);
    story.write('owner', 'api', whole('1', done({})));
    expect(story.sees(foreignWins)).toEqual(['S6']);
  });

  test('L3: over somebody who is not silent', async () => {
    const { story } = await begun();
    await story.pass(90_000);
    story.write('heir', 'api', split(10, open({ epoch: 200, owner: '0000000b' })));
    expect(story.sees(onlyTheSilent)).toEqual(['L3']);
  });

  test('L3: lost, where nobody took anything', async () => {
    const { story } = await begun();
    story.outcomes.set('owner', 'lost');
    expect(story.sees(neverLost)).toEqual(['L3']);
    story.write('foreign', 'api', whole('1', null));
    expect(story.sees(neverLost)).toEqual([]);
  });
});

describe('how much traffic', () => {
  test.each([
    ['more than the record says', split(25, open({}))],
    ['all of it before the last phase', whole('2', open({ weight: 100 }))],
    ['a step is jumped', split(10, open({ step: 3 }))],
    ['a version of nobody', whole('7', open({}))],
    ['closed with the candidate at once', whole('2', done({ version: '2', previous: '1' }))],
  ])('S2: %s', async (_what, target) => {
    const { story } = await begun();
    expect(story.sees(boundedExposure)).toEqual([]);
    const found = story.scene.world.functions.get('orders-api');
    if (found?.versions[0]) {
      const seven = { ...found.versions[0], version: '7' };
      story.scene.world.setFunction('orders-api', { ...found, versions: [...found.versions, seven] });
    }
    story.write('owner', 'api', target);
    expect(story.sees(boundedExposure)).toEqual(['S2']);
  });

  test('S2: a jump is fine once somebody wished for it', async () => {
    const { story } = await begun();
    const wish = { what: 'promote', step: 1, nonce: '1' };
    story.write('asker', 'api', split(10, open({ wish })));
    story.write('owner', 'api', whole('2', open({ step: 3, weight: 100, phase: 'promoted', wish })));
    expect(story.sees(boundedExposure)).toEqual([]);
    expect(story.sees(everyStepBakes)).toEqual([]);
  });

  test('S2: a step is left before its bake is over', async () => {
    const { story } = await begun();
    await story.pass(30_000);
    story.write('owner', 'api', whole('2', open({ step: 2, weight: 100, phase: 'promoted' })));
    expect(story.sees(everyStepBakes)).toEqual(['S2']);
  });

  const gated = (
    story: Story,
    { until = null, then = null }: { until?: Percent | null; then?: 'rollback' | 'continue' | null },
  ) => {
    const steps = stepsOf([10, minute], [100, 0]);
    const release = releaseOf(['api'], then ? approvedAfter(steps, 1, then) : steps, { until });
    return everyGateAsked({ ...story.played(), release }).map((sentence) => sentence.slice(0, 4));
  };

  test('S14: a step that waits for a person is left by nobody', async () => {
    const { story } = await begun();
    await story.pass(minute);
    const last = { step: 2, weight: 100, phase: 'promoted' } as const;
    story.write('owner', 'api', whole('2', open(last)));
    expect(gated(story, {})).toEqual([]);
    expect(gated(story, { until: 10 as Percent })).toEqual(['S14:']);
    expect(gated(story, { then: 'continue' })).toEqual(['S14:']);
    expect(gated(story, { then: 'rollback' })).toEqual(['S14:']);
  });

  test.each([
    ['approved', 1000, 'approve', []],
    ['hurried', 1000, 'promote', []],
    ['paused', 1000, 'pause', ['S14:']],
    ['over its time', 11 * minute, null, []],
  ])('S14: but a step that is %s may be left', async (_what, ms, what, seen) => {
    const { story } = await begun();
    const wish = what === null ? null : { what, step: 1, nonce: '01234567' };
    story.write('ann', 'api', split(10, open({ wish })));
    await story.pass(ms);
    story.write('owner', 'api', whole('2', open({ step: 2, weight: 100, phase: 'promoted' })));
    expect(gated(story, { then: 'continue' })).toEqual(seen);
  });

  const raise = async (wrong: string, ageMs: number): Promise<Story> => {
    const { story, owner } = await begun();
    const { scheduler, world } = story.scene;
    owner.trace.readings.push({ atMs: scheduler.nowMs(), asked: ['api-errors', 'worker-errors'], wrong });
    await story.pass(ageMs);
    const onRevision = world.aliases.get(aliasKey('api'))?.revisionId ?? '';
    const target = split(50, open({ step: 2, weight: 50 }));
    owner.trace.issued.push({ atMs: scheduler.nowMs(), key: aliasKey('api'), target, onRevision });
    return story;
  };

  test.each([
    ['fresh and clear', '', 9000, []],
    ['old', '', 11_000, ['S4']],
    ['incomplete', 'api-errors was not answered', 1000, ['S4']],
    ['bad', 'api-errors was in ALARM', 1000, ['S4']],
  ])('S4: raised on evidence that is %s', async (_what, wrong, ageMs, seen) => {
    expect((await raise(wrong, ageMs)).sees(evidenceFirst)).toEqual(seen);
  });

  test('S5: nothing was seen for too long', async () => {
    const { story, owner } = await begun();
    story.tell(owner, { type: 'rollout.observed' });
    await story.pass(5 * minute);
    expect(story.sees(failClosed)).toEqual([]);
    await story.pass(2 * minute);
    expect(story.sees(failClosed)).toEqual(['S5']);
  });
});

describe('going back', () => {
  test('S3: to another version', async () => {
    const { story } = await begun();
    expect(story.sees(rollbackTarget)).toEqual([]);
    story.write('owner', 'api', split(10, open({ baseline: '2' })));
    expect(story.sees(rollbackTarget)).toEqual(['S3']);
  });

  test('S7: late', async () => {
    const { story, owner } = await begun();
    story.tell(owner, { type: 'rollout.restoring', rollout: 'careful' });
    await story.pass(2 * minute);
    expect(story.sees(neverBlocked)).toEqual(['S7']);
  });

  test('S7: said, and not done', async () => {
    const { story } = await begun();
    story.outcomes.set('owner', 'rolledBack');
    story.endedMs.set('owner', story.scene.scheduler.nowMs());
    expect(story.sees(neverBlocked)).toEqual(['S7']);
  });

  test('S7: given up without a refusal', async () => {
    const { story } = await begun();
    story.outcomes.set('owner', 'stuck');
    expect(story.sees(neverBlocked)).toEqual(['S7']);
    story.facts = { ...story.facts, refused: true };
    expect(story.sees(neverBlocked)).toEqual([]);
  });

  test('S13: one promoted, one restored; one left split', async () => {
    const { story } = await begun();
    expect(oneFate(story.played())).toEqual(['S13: api ended split', 'S13: worker ended split']);
    story.write('owner', 'api', whole('2', done({ version: '2', previous: '1' })));
    story.write('owner', 'worker', whole('1', done({})));
    expect(oneFate(story.played())).toEqual([
      'S13: one release ended in two ways: api promoted, worker restored',
    ]);
  });
});

describe('versions', () => {
  test('S8: one that was not built', async () => {
    const { story } = await begun();
    expect(story.sees(sameDigest)).toEqual([]);
    story.write('owner', 'api', split(0, open({ candidate: '1', weight: 0 })));
    expect(story.sees(sameDigest)).toEqual(['S8']);
  });

  test.each([
    ['that its alias names', '2', (story: Story) => story],
    [
      'that was just left',
      '1',
      (story: Story) => story.write('owner', 'api', whole('2', done({ version: '2', previous: '1' }))),
    ],
  ])('S9: one is removed %s', async (_what, version, change) => {
    const { story } = await begun();
    change(story);
    const atMs = story.scene.scheduler.nowMs();
    story.scene.world.changes.push({ atMs, by: 'owner', what: `remove orders-api:${version}` });
    expect(story.sees(keptVersions)).toEqual(['S9']);
  });
});

describe('what is told', () => {
  test('S10: a write is missing from the journal, or is there twice', async () => {
    const { story, owner } = await begun();
    const revision = story.write('owner', 'api', split(10, open({ leaseUntilS: 9 })));
    const event = { type: 'alias.written', toRevision: revision } as Event;
    const { journals } = story.scene.world;
    owner.trace.answered.push(revision);
    expect(everyWriteTold(story.played())).toContain(
      `S10: owner wrote ${revision} and the journal does not have it`,
    );
    journals.set('r', [event]);
    expect(everyWriteTold(story.played()).join()).not.toContain(revision);
    journals.set('r', [event, event]);
    expect(everyWriteTold(story.played())).toContain(`S10: the journal has ${revision} 2 times`);
  });

  test('S11: refused, and yet something moved', async () => {
    const { story } = await begun();
    story.outcomes.set('owner', 'refused');
    expect(story.sees(refusalsAreSilent)).toEqual(['S11']);
  });

  test('S12: a secret', async () => {
    const { story, owner } = await begun();
    expect(story.sees(secretsStayIn)).toEqual([]);
    story.tell(owner, { type: 'warning', message: `AWS does not like ${secretValue}` });
    expect(story.sees(secretsStayIn)).toEqual(['S12']);
  });
});

describe('how soon, and whether', () => {
  test('L1: an alarm, and the candidate stays', async () => {
    const { story } = await begun();
    story.facts = { ...story.facts, alarmAtMs: story.scene.scheduler.nowMs(), alarmOf: 'api' };
    await story.pass(minute);
    expect(story.sees(ownerAlive)).toEqual(['L1']);
  });

  test('L2: an owner dies, and nobody comes in time', async () => {
    const { story, owner } = await begun();
    story.member('watcher', 'watcher');
    owner.process.die();
    await story.pass(170_000);
    expect(story.sees(ownerKilled)).toEqual(['L2']);
  });

  test('L2: or somebody does', async () => {
    const { story, owner } = await begun();
    story.member('watcher', 'watcher');
    owner.process.die();
    await story.pass(140_000);
    story.write('watcher', 'api', split(10, open({ epoch: 200, owner: '0000000b' })));
    expect(story.sees(ownerKilled)).toEqual([]);
  });

  test('L4: a split without an owner, under the eyes of a watcher', async () => {
    const { story } = await begun();
    story.member('watcher', 'watcher');
    await story.pass(10 * minute);
    expect(story.sees(noOrphans)).toEqual(['L4']);
  });

  test('L5: somebody does not end', async () => {
    const { story } = await begun();
    story.ended = false;
    expect(story.sees(itEnds)).toEqual(['L5']);
  });

  test('L6: an end that is none without a crash', async () => {
    const { story } = await begun();
    expect(sameFates(story.played(), new Set(['1', '2']))).toEqual([
      'L6: it ended split, and without the crash 1 or 2',
    ]);
  });
});
