/** A release in the simulated world, and everything that people may do to it, at any time and in any order. */
import type { AliasState } from '../../src/core/lambda';
import { Percent } from '../../src/core/values';
import { askFor } from './ask';
import { violations } from './invariants/all';
import { type Cast, type Facts, type Played, Plays } from './played';
import { alarmName, aliasKey, approvedAfter, baselineOf, type Release, releaseOf, stepsOf } from './release';
import { setScene } from './scene';
import { hourMs, quietScript, type WishWord } from './script';
import { Stage } from './stage';
import { watchAndInherit } from './takeover';

const minute = 60_000;
const canary = (bakeMs: number) => stepsOf([10, bakeMs], [50, minute], [100, 2 * minute]);

/** What holds the first step: nothing, somebody who approves or is late, or that it was to stop there. */
const gates = {
  nothing: (bakeMs: number) => ({ steps: canary(bakeMs), until: null }),
  'approval or back': (bakeMs: number) => ({
    steps: approvedAfter(canary(bakeMs), 1, 'rollback'),
    until: null,
  }),
  'approval or on': (bakeMs: number) => ({
    steps: approvedAfter(canary(bakeMs), 1, 'continue'),
    until: null,
  }),
  'until 10%': (bakeMs: number) => ({ steps: canary(bakeMs), until: Percent.of(10) }),
} as const;
export const gateNames = Object.keys(gates) as (keyof typeof gates)[];

export interface Setting {
  readonly functions: 1 | 2;
  readonly gate: keyof typeof gates;
  /** Of the first step. */
  readonly bakeS: number;
  /** How long the journal takes for each event. */
  readonly journalMs: number;
}

export type Deed = WishWord | 'deploy' | 'attach' | 'rollback' | 'kill' | 'alarm' | 'wait';

/** What may come about in a while, and whether anybody is there at all. */
export interface Asked {
  readonly deeds: ReadonlySet<Deed>;
  readonly alive: boolean;
  /** The wish that was heard that it was obeyed, if nobody wished for anything else. */
  readonly got: Deed | null;
}

/** Where a release is, as its leader's record tells. */
export type Place = 'nothing' | 'moving' | 'waiting' | 'paused' | 'back' | 'restored' | 'promoted';

const wishes: readonly Deed[] = ['pause', 'resume', 'approve', 'promote', 'abort'];
const isWishWord = (what: Deed): what is WishWord => wishes.includes(what);
/** Somebody comes back to what was paused or waits. */
const remindMs = 25 * minute;
const neglectMs = 35_000;
const longestMs = 12 * hourMs;

export class Commanded {
  readonly stage: Stage;
  alarmAtMs: number | null = null;
  /** Its owner died when some function had no candidate yet: nobody can go on with that. */
  isUnborn = false;
  /** Whether the first owner was at work when the alarm fired: only then is it measured how soon he goes back. */
  private isSeenByOwner = false;
  /** Who was asked what, as far as it may still come about. */
  private readonly asked = new Map<string, Deed>();
  private readonly sinceMs = new Map<string, number>();

  constructor({ functions, gate, bakeS, journalMs }: Setting) {
    const { steps, until } = gates[gate](bakeS * 1000);
    const release = releaseOf(['api', 'worker'].slice(0, functions), steps, { until });
    const scene = setScene(1, release, new Map());
    scene.world.journalMs = journalMs;
    this.stage = new Stage(scene, { ...quietScript(release), journalMs });
    this.stage.deploy('owner', 'owner');
    this.asked.set('owner', 'deploy');
  }

  get nowMs(): number {
    return this.stage.scene.scheduler.nowMs();
  }

  private get release(): Release {
    return this.stage.scene.release;
  }

  /** Something is done, and so much time passes. Answers what was asked for meanwhile. */
  async does(what: Deed, ms: number): Promise<Asked> {
    const wasAlive = this.stage.pending.size > 0;
    const name = this.stage.named(what === 'attach' ? 'watcher' : what);
    this.sinceMs.set(name, this.nowMs);
    this.asked.set(name, what);
    this.begin(what, name);
    const deeds = new Set(this.asked.values());
    const alive = wasAlive || this.stage.pending.size > 0;
    await this.pass(ms);
    const isObeyed = this.stage.outcomes.get(name) === 'asked, 0';
    const isAlone = [...deeds].filter(isWishWord).length === 1;
    this.forget();
    return { deeds, alive, got: isObeyed && isAlone ? what : null };
  }

  private begin(what: Deed, name: string): void {
    const { stage } = this;
    if (what === 'deploy') stage.deploy(name, 'again');
    if (what === 'attach') stage.watch(name);
    if (what === 'rollback') stage.goBack(name);
    if (what === 'kill') this.kill();
    if (what === 'alarm') this.fire();
    if (isWishWord(what)) stage.start(name, 'asker', (actor) => askFor(actor, stage.scene, what));
  }

  private async pass(ms: number): Promise<void> {
    const { scheduler } = this.stage.scene;
    let over = false;
    scheduler.after(ms, () => {
      over = true;
    });
    await scheduler.run(() => over, this.nowMs + ms + 1);
    for (const failure of this.stage.failures) throw failure;
  }

  /** Whoever drives the release, wherever that is. */
  private get driver(): Cast | null {
    const { pending, cast, scene } = this.stage;
    const last = scene.world.history.findLast((write) => Plays.openOf(write.after) && !Plays.isWish(write));
    const name = last?.by ?? 'owner';
    return pending.has(name) ? (cast.find((one) => one.name === name) ?? null) : null;
  }

  /** Somebody has driven for two polls and their calls since an alarm fires, and the candidate has traffic all the same. */
  get isNeglected(): boolean {
    const { driver, alarmAtMs } = this;
    if (!driver || alarmAtMs === null || !['moving', 'waiting', 'paused'].includes(this.place)) return false;
    const first = this.stage.scene.world.history.find(({ by }) => by === driver.name);
    const fromMs = Math.max(alarmAtMs, first?.atMs ?? 0);
    return this.nowMs - fromMs > neglectMs && this.exposures.some((percent) => percent > 0);
  }

  private kill(): void {
    const { driver } = this;
    if (!driver) return;
    driver.process.die();
    this.stage.pending.delete(driver.name);
    this.isUnborn ||= this.release.members.some(({ key }) => !Plays.openOf(this.alias(key))?.candidate);
  }

  /** Comes once, and stays. */
  private fire(): void {
    const { world } = this.stage.scene;
    if (this.alarmAtMs !== null) return;
    this.alarmAtMs = this.nowMs;
    this.isSeenByOwner = this.stage.pending.has('owner');
    world.alarms.set(alarmName('api'), {
      windowMs: minute,
      turns: [{ atMs: this.nowMs, says: 'ALARM' }],
    });
  }

  get place(): Place {
    const record = Plays.recordOf(this.alias('api'));
    if (record.kind === 'done')
      return record.record.version === baselineOf(this.release) ? 'restored' : 'promoted';
    if (record.kind !== 'open') return 'nothing';
    if (record.record.phase === 'back') return 'back';
    const word = record.record.wish?.what;
    if (word === 'paused') return 'paused';
    return word === 'wait' || word === 'hold' ? 'waiting' : 'moving';
  }

  private alias(key: string): AliasState | null {
    return this.stage.scene.world.aliases.get(aliasKey(key)) ?? null;
  }

  /** Percent of each function that is not at its baseline. */
  get exposures(): number[] {
    return this.release.members.map(
      ({ key }) => 100 - Plays.exposure(this.alias(key), baselineOf(this.release)),
    );
  }

  /** Who is over has had what he asked for, or was refused; who got no answer may get it yet, and a hurry lasts. */
  private forget(): void {
    const { pending, outcomes } = this.stage;
    for (const [name, what] of this.asked) {
      const outcome = outcomes.get(name);
      const lasts = outcome === 'asked, 6' || (outcome === 'asked, 0' && what === 'promote');
      if (!pending.has(name) && !(lasts && this.stage.hasOpen())) this.asked.delete(name);
    }
  }

  /** What is not true of all that was done so far. */
  broken(ended: boolean): string[] {
    // What has just turned back has its time for that; if it took longer, that is seen at the end too.
    return violations(this.played(ended)).filter((one) => ended || !one.startsWith('S7:'));
  }

  private played(ended: boolean): Played {
    const { scene, cast, outcomes, endedMs } = this.stage;
    const { world, release } = scene;
    const diedMs = cast[0]?.process.diedMs ?? null;
    const facts: Facts = {
      calm: true,
      faultRate: 0,
      alarmAtMs: this.isSeenByOwner ? this.alarmAtMs : null,
      alarmOf: this.isSeenByOwner ? 'api' : null,
      refused: false,
      blind: false,
      skewed: false,
      crippled: false,
      // Until the end it may be split, and wait for somebody.
      guarded: ended,
      quietFromMs: scene.scheduler.startMs,
    };
    const known = cast.map((one) => (this.isLate(one, diedMs) ? { ...one, role: 'again' as const } : one));
    return { world, release, cast: known, outcomes, endedMs, ended: true, facts };
  }

  /** A watcher is measured by the death of the owner only if he was there. */
  private isLate({ name, role }: Cast, diedMs: number | null): boolean {
    if (role !== 'watcher' || diedMs === null) return false;
    const { endedMs, pending } = this.stage;
    const leftMs = endedMs.get(name) ?? (pending.has(name) ? Number.POSITIVE_INFINITY : 0);
    return (this.sinceMs.get(name) ?? 0) > diedMs || leftMs < diedMs;
  }

  /** Somebody looks after it until nothing is left: takes over, resumes, approves. Answers what was asked for meanwhile. */
  async attend(): Promise<Asked> {
    const { stage } = this;
    const { scheduler } = stage.scene;
    const name = stage.named('watcher');
    this.sinceMs.set(name, this.nowMs);
    // Unlike whoever attaches, he does not leave what waits for approval.
    const isLeft = () => [...stage.pending].every((one) => one.startsWith('watcher'));
    const isOver = () => isLeft() && !stage.hasOpen();
    stage.start(name, 'watcher', (actor) => watchAndInherit(actor, stage.scene, isOver));
    stage.remind(remindMs);
    const ended = await scheduler.run(() => stage.pending.size === 0, this.nowMs + longestMs);
    for (const failure of stage.failures) throw failure;
    if (!ended) throw new Error(`${[...stage.pending].join(', ')} did not end`);
    return {
      deeds: new Set([...this.asked.values(), 'resume', 'approve', 'attach']),
      alive: true,
      got: null,
    };
  }
}
