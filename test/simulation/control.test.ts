/** What is asked of a release from outside, and what becomes of one whose owner is gone, in the simulated world. */
import type { Project } from '../../src/config/project';
import { Record } from '../../src/core/record';
import { Duration, Percent } from '../../src/core/values';
import { type Finished, type ReleaseRequest, releasePlan } from '../../src/deploy';
import { inherit } from '../../src/inherit';
import type { Step } from '../../src/plan/step';
import { allTheWay, nowhere } from '../forms';
import { noChoice, projectOf } from './project';
import { judge, judgedAt, memberOf, type Release, releaseOf, stepsOf } from './release';
import { type Actor, actorIn, noFaults, planFor, type Scene, setScene } from './scene';
import { neverStopped as never } from './takeover';

const minute = 60_000;
const hour = 60 * minute;
const canary = stepsOf([10, 10 * minute], [50, 10 * minute], [100, 5 * minute]);

type Ending = Pick<Finished, 'exitCode' | 'problems' | 'functions'> & { readonly outcome: string };

interface Running {
  readonly actor: Actor;
  readonly ending: () => Ending | null;
}

class Play {
  readonly scene: Scene;

  constructor(
    release: Release,
    readonly change: Partial<Project>,
  ) {
    this.scene = setScene(1, release, new Map());
  }

  get project(): Project {
    return { ...this.scene.project, ...this.change };
  }

  private start(name: string, work: (actor: Actor) => Promise<Ending>): Running {
    const actor = actorIn(this.scene, name, noFaults);
    let ending: Ending | null = null;
    work(actor).then(
      (ended) => {
        ending = ended;
      },
      (error) => {
        ending = {
          outcome: error.code ?? String(error),
          exitCode: -1,
          problems: [error.stack],
          functions: [],
        };
      },
    );
    return { actor, ending: () => ending };
  }

  deploy(name: string, change: Partial<ReleaseRequest> = {}): Running {
    const { project } = this;
    const plan = async () => planFor({ ...this.scene, project });
    return this.start(name, ({ ports }) =>
      releasePlan(ports, plan, {
        project,
        choice: noChoice,
        by: name,
        ...allTheWay,
        retry: false,
        ignoreFiring: [],
        expect: { region: null, account: null },
        protection: null,
        reason: null,
        confirm: null,
        typed: null,
        stop: never,
        ...change,
      }),
    );
  }

  take(name: string, wish: 'approve' | 'promote' | 'abort' | null, project = this.project): Running {
    const release = this.record().release;
    const rest = {
      choice: noChoice,
      gated: null,
      where: nowhere,
      by: name,
      from: name,
      watched: null,
      wanted: null,
      until: null,
    };
    return this.start(name, ({ ports }) => inherit(ports, { project, release, wish, ...rest, stop: never }));
  }

  alias(key = 'api') {
    const alias = this.scene.world.aliases.get(`orders-${key}:live`);
    if (!alias) throw new Error(`no alias of ${key}`);
    return alias;
  }

  record(key = 'api') {
    const parsed = Record.parse(this.alias(key).description);
    if (parsed.kind !== 'open') throw new Error(`the record of ${key} is ${parsed.kind}`);
    return parsed.record;
  }

  /** Writes a wish into the leader's mailbox, as another machine would. */
  wish(what: string): void {
    const alias = this.alias();
    const record = this.record();
    const wish = { what, step: record.step, nonce: `w${this.scene.scheduler.nowMs() % 1_000_000}` };
    const description = Record.format({ ...record, wish }, 'ours');
    this.scene.world.writeAlias(
      'orders-api:live',
      { ...alias, description },
      { by: 'ann', revisionId: null },
    );
  }

  /** The alarm of a function, after so long. */
  fires(key: string, ms: number): void {
    const { world, scheduler } = this.scene;
    const turns = [{ atMs: scheduler.nowMs() + ms, says: 'ALARM' }] as const;
    world.alarms.set(`${key}-errors`, { windowMs: minute, turns });
  }

  async until(over: () => boolean, ms: number): Promise<boolean> {
    const { scheduler } = this.scene;
    return scheduler.run(over, scheduler.nowMs() + ms);
  }

  async pass(ms: number): Promise<void> {
    const { scheduler } = this.scene;
    let over = false;
    scheduler.after(ms, () => {
      over = true;
    });
    await scheduler.run(() => over, scheduler.nowMs() + ms + 1);
  }

  async outcome(running: Running, ms = 4 * hour): Promise<string> {
    await this.until(() => running.ending() !== null, ms);
    return running.ending()?.outcome ?? 'not over';
  }

  served(key = 'api'): string {
    const { version, additional } = this.alias(key);
    return additional ? `${version}+${additional.weight}%` : version;
  }
}

const playOf = (keys: readonly string[], steps: readonly Step[], change: Partial<Project> = {}): Play =>
  new Play(releaseOf(keys, steps, {}), change);

describe('a wish', () => {
  test('pauses the rollout where it is, and lets it go on', async () => {
    const play = playOf(['api', 'worker'], canary);
    const owner = play.deploy('owner');
    await play.pass(5 * minute);
    play.wish('pause');
    await play.pass(40 * minute);
    expect([play.served(), play.record().wish?.what]).toEqual(['1+10%', 'paused']);
    play.wish('resume');
    expect(await play.outcome(owner)).toBe('promoted');
  });

  test('to promote goes straight to all of the traffic, and bakes after it', async () => {
    const play = playOf(['api', 'worker'], canary);
    const owner = play.deploy('owner');
    await play.pass(5 * minute);
    play.wish('promote');
    await play.pass(minute);
    expect([play.served(), play.served('worker')]).toEqual(['2', '2']);
    expect(play.record()).toMatchObject({ step: 3, phase: 'promoted' });
    expect(await play.outcome(owner)).toBe('promoted');
    expect(play.scene.scheduler.nowMs() - play.scene.scheduler.startMs).toBeLessThan(12 * minute);
  });

  test('to abort brings everything back', async () => {
    const play = playOf(['api', 'worker'], canary);
    const owner = play.deploy('owner');
    await play.pass(5 * minute);
    play.wish('abort');
    expect(await play.outcome(owner, minute)).toBe('aborted');
    expect([play.served(), play.served('worker')]).toEqual(['1', '1']);
  });

  test('does not stop the watching: an alarm brings a paused rollout back', async () => {
    const play = playOf(['api'], canary);
    const owner = play.deploy('owner');
    await play.pass(5 * minute);
    play.wish('pause');
    play.fires('api', 30 * minute);
    expect(await play.outcome(owner)).toBe('rolledBack');
    expect(play.served()).toBe('1');
  });
});

describe('a step that waits for approval', () => {
  const approval = (then: 'rollback' | 'continue'): Step[] =>
    canary.map((step, index) =>
      index === 0 ? { ...step, approval: { expires: Duration.of(2 * hour), then } } : step,
    );

  test('says so in the record, and goes on once it is approved', async () => {
    const play = playOf(['api', 'worker'], approval('rollback'));
    const owner = play.deploy('owner');
    await play.pass(30 * minute);
    expect([play.served(), play.record().wish]).toMatchObject(['1+10%', { what: 'wait', step: 1 }]);
    play.wish('approve');
    expect(await play.outcome(owner, hour)).toBe('promoted');
  });

  test.each([
    ['rollback', 'rolledBack'],
    ['continue', 'promoted'],
  ] as const)('without one, does a %s when its time is over', async (then, outcome) => {
    const play = playOf(['api'], approval(then));
    const owner = play.deploy('owner');
    await play.pass(2 * hour);
    expect(play.served()).toBe('1+10%');
    expect(await play.outcome(owner, hour)).toBe(outcome);
  });
});

describe('a release that stops at a step', () => {
  const stopped = async (change: Partial<Project> = {}) => {
    const play = playOf(['api', 'worker'], canary, change);
    const owner = play.deploy('owner', { until: Percent.of(10) });
    expect(await play.outcome(owner)).toBe('waiting');
    expect(owner.ending()?.exitCode).toBe(6);
    expect([play.served(), play.served('worker')]).toEqual(['1+10%', '1+10%']);
    expect(play.record().wish?.what).toBe('hold');
    return play;
  };

  test('is driven to its end by whoever approves it', async () => {
    const play = await stopped();
    await play.pass(hour);
    expect(await play.outcome(play.take('approver', 'approve'))).toBe('promoted');
    expect([play.served(), play.served('worker')]).toEqual(['2', '2']);
  });

  test('is driven to its end by one approval, also where its rollouts stand at steps of other numbers', async () => {
    const members = [memberOf('api', {}), memberOf('worker', { rollout: 'gentle' })];
    const gentle = stepsOf([1, 2 * minute], [10, 10 * minute], [100, 5 * minute]);
    const play = new Play(
      { ...releaseOf([], canary, {}), members, courses: { careful: canary, gentle } },
      {},
    );
    expect(await play.outcome(play.deploy('owner', { until: Percent.of(10) }))).toBe('waiting');
    expect([play.record().step, play.record('worker').step]).toEqual([1, 2]);
    expect(await play.outcome(play.take('approver', 'approve'))).toBe('promoted');
    expect([play.served(), play.served('worker')]).toEqual(['2', '2']);
  });

  test('goes back when it is aborted', async () => {
    const play = await stopped();
    expect(await play.outcome(play.take('aborter', 'abort'))).toBe('aborted');
    expect([play.served(), play.served('worker')]).toEqual(['1', '1']);
  });

  test('goes back when somebody comes after its time', async () => {
    const play = await stopped();
    await play.pass(3 * hour);
    expect(await play.outcome(play.take('approver', 'approve'))).toBe('rolledBack');
    expect(play.served()).toBe('1');
  });

  test('is not approved along another course, but promoted where all of it is asked for', async () => {
    const other = {
      rollouts: projectOf(releaseOf(['api'], stepsOf([20, minute], [100, 0]), {}), []).rollouts,
    };
    const play = await stopped();
    const project = { ...play.project, ...other };
    expect(await play.outcome(play.take('approver', 'approve', project))).toBe('refused');
    expect(play.served()).toBe('1+10%');
    const again = await stopped();
    expect(await again.outcome(again.take('promoter', 'promote', { ...again.project, ...other }))).toBe(
      'promoted',
    );
  });

  test('is left alone by a deploy until its time is over, which then takes it back first', async () => {
    const play = await stopped();
    expect(await play.outcome(play.deploy('early'))).toBe('refused');
    expect(play.served()).toBe('1+10%');
    await play.pass(3 * hour);
    expect(await play.outcome(play.deploy('late'))).toBe('rolledBack');
    expect(play.served()).toBe('1');
    expect(await play.outcome(play.deploy('again'))).toBe('promoted');
    expect(play.served()).toBe('2');
  });
});

describe('a release whose owner dies', () => {
  const killed = async (atMs: number) => {
    const play = playOf(['api', 'worker'], canary);
    const owner = play.deploy('owner');
    await play.pass(atMs);
    owner.actor.process.die();
    return play;
  };

  test.each([12_000, 30_000, 5 * minute, 12 * minute, 21 * minute, 24 * minute])(
    'after %d ms goes on with whoever takes it over',
    async (atMs) => {
      const play = await killed(atMs);
      expect(await play.outcome(play.take('heir', null))).toBe('promoted');
      expect([play.served(), play.served('worker')]).toEqual(['2', '2']);
    },
  );

  test('goes on at the pace of each of its rollouts, however far the one is ahead of the other', async () => {
    const slow = stepsOf([10, 20 * minute], [50, 20 * minute], [100, 0]);
    const quick = stepsOf([5, 2 * minute], [10, 2 * minute], [20, 2 * minute], [40, 9 * minute], [100, 0]);
    const play = new Play(
      {
        ...releaseOf([], slow, {}),
        courses: { careful: slow, bold: quick },
        members: [memberOf('api', {}), memberOf('worker', { rollout: 'bold' })],
      },
      {},
    );
    const owner = play.deploy('owner');
    await play.pass(8 * minute);
    expect([play.served(), play.served('worker')]).toEqual(['1+10%', '1+40%']);
    owner.actor.process.die();
    const heir = play.take('heir', null);
    await play.pass(5 * minute);
    expect([play.served(), play.served('worker')]).toEqual(['1+10%', '1+40%']);
    expect(await play.outcome(heir)).toBe('promoted');
  });

  test('leaves an alias alone that a stranger moved meanwhile, and takes the others back', async () => {
    const play = await killed(5 * minute);
    const { world } = play.scene;
    const moved = { ...play.alias(), additional: { version: '2', weight: Percent.of(33) } };
    world.writeAlias('orders-api:live', moved, { by: 'foreign', revisionId: null });
    const heir = play.take('heir', null);
    expect(await play.outcome(heir)).toBe('lost');
    expect([play.served(), play.served('worker')]).toEqual(['1+33%', '1']);
    expect(heir.ending()?.functions.map(({ outcome }) => outcome)).toEqual(['lost', 'lost']);
  });

  test('goes back before anything was published', async () => {
    const play = await killed(2000);
    expect(await play.outcome(play.take('heir', null))).toBe('rolledBack');
    expect(play.served()).toBe('1');
  });

  test('is not taken from an owner who lives', async () => {
    const play = playOf(['api'], canary);
    const owner = play.deploy('owner');
    await play.pass(5 * minute);
    expect(await play.outcome(play.take('heir', null))).toBe('owned');
    expect(await play.outcome(owner)).toBe('promoted');
  });

  test('is taken over by the next deploy of the same, once its lease is over', async () => {
    const play = await killed(5 * minute);
    expect(await play.outcome(play.deploy('early'))).toBe('refused');
    await play.pass(3 * minute);
    expect(await play.outcome(play.deploy('late'))).toBe('unchanged');
    expect([play.served(), play.served('worker')]).toEqual(['2', '2']);
  });

  test('that published nothing is taken back by the next deploy, which then makes its own', async () => {
    const play = await killed(2000);
    await play.pass(3 * minute);
    expect(await play.outcome(play.deploy('late'))).toBe('promoted');
    expect([play.served(), play.served('worker')]).toEqual(['2', '2']);
  });

  test('is taken back by a deploy that is refused then, and that says what it has written', async () => {
    const play = await killed(2000);
    const gone = play.record().release;
    await play.pass(3 * minute);
    const refused = play.deploy('late', { until: Percent.of(20) });
    expect(await play.outcome(refused)).toBe('refused');
    expect(refused.ending()).toMatchObject({ exitCode: 2 });
    expect(refused.ending()?.problems).toEqual([
      expect.stringMatching(/^--until 20%: /),
      `before that, release ${gone.slice(-6)}, whose owner was gone, was taken back`,
      'Name a step to stop at, or leave --until out.',
    ]);
    const other = await killed(2000);
    await other.pass(3 * minute);
    const unsure = other.deploy('unsure', { confirm: async () => false });
    expect(await other.outcome(unsure)).toBe('refused');
    expect(unsure.ending()?.problems).toContainEqual(expect.stringMatching(/whose owner was gone/));
  });

  test('does not get it back when it was only asleep', async () => {
    const play = playOf(['api', 'worker'], canary);
    const owner = play.deploy('owner');
    await play.pass(5 * minute);
    owner.actor.process.freeze(10 * minute);
    const heir = play.take('heir', null);
    expect(await play.outcome(owner)).toBe('lost');
    expect(await play.outcome(heir)).toBe('promoted');
  });
});

describe('functions that go back one by one', () => {
  test('are held at --until without the one that went back, which is named; the release ends as rolled back', async () => {
    const play = playOf(['api', 'worker'], canary, { rollbackScope: 'function' });
    play.fires('worker', 5 * minute);
    const owner = play.deploy('owner', { until: Percent.of(10) });
    expect(await play.outcome(owner)).toBe('waiting');
    expect(owner.ending()).toMatchObject({ exitCode: 6 });
    expect(owner.ending()?.problems).toEqual([
      expect.stringMatching(/^worker went back, and is not held with the others: .*worker-errors/),
    ]);
    expect([play.served(), play.served('worker')]).toEqual(['1+10%', '1']);
    const rest = play.take('approver', 'approve');
    expect(await play.outcome(rest)).toBe('rolledBack');
    expect([play.served(), play.served('worker')]).toEqual(['2', '1']);
  });

  test('are approved although their leader went back before its first step', async () => {
    const members = [memberOf('api', { hooks: judgedAt('preTraffic') }), memberOf('worker', {})];
    const play = new Play({ ...releaseOf([], canary, {}), members }, { rollbackScope: 'function' });
    play.scene.world.answers.set(judge, () => JSON.stringify({ status: 'fail', because: 'no' }));
    const owner = play.deploy('owner', { until: Percent.of(10) });
    expect(await play.outcome(owner)).toBe('waiting');
    expect([play.served(), play.served('worker')]).toEqual(['1', '1+10%']);
    expect(play.record()).toMatchObject({ step: 0, phase: 'back', wish: { what: 'hold', step: 1 } });
    expect(await play.outcome(play.take('approver', 'approve'))).toBe('rolledBack');
    expect([play.served(), play.served('worker')]).toEqual(['1', '2']);
  });

  test.each(['api', 'worker'])('leave the others alone when %s fails', async (bad) => {
    const play = playOf(['api', 'mailer', 'worker'], canary, { rollbackScope: 'function' });
    play.fires(bad, 5 * minute);
    const owner = play.deploy('owner');
    expect(await play.outcome(owner)).toBe('rolledBack');
    for (const key of ['api', 'mailer', 'worker']) expect(play.served(key)).toBe(key === bad ? '1' : '2');
  });
});
