/** Who plays, and how they come and go. */
import { ShipitError } from '../../src/core/errors';
import type { Ports } from '../../src/core/ports';
import { Record } from '../../src/core/record';
import type { FaultPlan } from '../../src/simulation/faults';
import { askFor } from './ask';
import type { Cast, Role } from './played';
import { type Actor, actorIn, type Scene } from './scene';
import type { Script, WishWord } from './script';
import { byHand, deployOnce, deployUntilHeard, type Ended, neverStopped, watchAndInherit } from './takeover';

/** When somebody comes who found the owner dead, longer than any lease. */
const rescueMs = 200_000;
/** When somebody comes to a release that stopped. */
const answerMs = 60_000;
/** When the same pipeline starts again. */
const againMs = 5000;

type Member = Actor & Cast;

export class Stage {
  readonly cast: Member[] = [];
  readonly outcomes = new Map<string, string>();
  readonly endedMs = new Map<string, number>();
  readonly failures: unknown[] = [];
  private readonly stop = new AbortController();
  /** Those that are not over, and reasons to wait for somebody who is yet to come. */
  readonly pending = new Set<string>();
  private names = 0;

  constructor(
    readonly scene: Scene,
    readonly script: Script,
  ) {}

  /** No two have the same name. */
  named(role: string): string {
    this.names += 1;
    return `${role} ${this.names}`;
  }

  get owner(): Member | null {
    return this.cast.find(({ role }) => role === 'owner') ?? null;
  }

  start(name: string, role: Role, work: (actor: Actor) => Promise<Ended>): void {
    const { scheduler } = this.scene;
    const actor = actorIn(this.scene, name, this.faultsOf(role));
    actor.process.wallOffsetMs = this.script.skewsMs[this.cast.length] ?? 0;
    this.cast.push({ ...actor, role });
    this.pending.add(name);
    work({ ...actor, ports: this.blinded(actor.ports) })
      .then(({ outcome }) => {
        if (!actor.process.alive) return;
        this.outcomes.set(name, outcome);
        this.endedMs.set(name, scheduler.nowMs());
      })
      .catch((error) => this.failures.push(error))
      .finally(() => this.pending.delete(name));
  }

  deploy(name: string, role: Role): void {
    const signal = role === 'owner' ? this.stop.signal : neverStopped.signal;
    this.start(name, role, (actor) => deployOnce(actor, this.scene, { signal, exitCode: () => null }));
  }

  /** Ctrl-C. */
  abort(): void {
    this.stop.abort();
  }

  goBack(name: string): void {
    this.start(name, 'hand', (actor) => byHand(actor, this.scene));
  }

  /** Another machine looks on from the beginning, and for as long as anything may be left. */
  watch(name: string): void {
    const isOver = () =>
      [...this.pending].every((one) => one.startsWith('watcher')) &&
      (!this.hasOpen() || this.waitsFor() === 'approve');
    this.start(name, 'watcher', (actor) => watchAndInherit(actor, this.scene, isOver));
  }

  /** The owner is gone for good, and others notice in their time. */
  ownerDied(): void {
    const { owner } = this;
    if (!owner || !this.pending.has(owner.name)) return;
    owner.process.die();
    this.pending.delete(owner.name);
    const { takeover } = this.script;
    if (takeover === 'hand') this.comeLater('rescuer', rescueMs, (name) => this.goBack(name));
    if (takeover === 'deploy')
      this.comeLater('again', againMs, (name) =>
        this.start(name, 'again', (actor) => deployUntilHeard(actor, this.scene)),
      );
  }

  comeLater(name: string, ms: number, come: (name: string) => void): void {
    this.pending.add(`before ${name}`);
    this.scene.scheduler.after(ms, () => {
      come(name);
      this.pending.delete(`before ${name}`);
    });
  }

  /** Somebody who can, for those whose credentials ended or who came too late. */
  help(): void {
    this.comeLater('bystander', rescueMs, (name) => this.goBack(name));
  }

  /** What was paused or waits is not forgotten: somebody comes back to it. */
  remind(everyMs: number): void {
    this.scene.scheduler.after(everyMs, () => {
      if (this.pending.size === 0) return;
      const waits = this.waitsFor();
      if (waits !== null)
        this.start(this.named('asker'), 'asker', (actor) => askFor(actor, this.scene, waits));
      this.remind(everyMs);
    });
  }

  /** To a release that stopped where it was asked to. */
  answerLater(what: WishWord): void {
    this.comeLater(this.named('asker'), answerMs, (name) =>
      this.start(name, 'asker', (actor) => askFor(actor, this.scene, what)),
    );
  }

  waitsFor(): WishWord | null {
    for (const { description } of this.scene.world.aliases.values()) {
      const parsed = Record.parse(description);
      const what = parsed.kind === 'open' ? parsed.record.wish?.what : undefined;
      if (what === 'paused' || what === 'pause') return 'resume';
      if (what === 'wait' || what === 'hold') return 'approve';
    }
    return null;
  }

  hasOpen(): boolean {
    return [...this.scene.world.aliases.values()].some(
      ({ description }) => Record.parse(description).kind === 'open',
    );
  }

  private faultsOf(role: Role): FaultPlan {
    const { faults, refusals, cut, quietFromMs } = this.script;
    const { startMs } = this.scene.scheduler;
    const span = { fromMs: startMs + faults.fromMs, untilMs: startMs + quietFromMs };
    if (role !== 'owner') return { ...faults, ...span, refusals: [], cut: null };
    const spans = refusals.map((one) => ({
      ...one,
      fromMs: startMs + one.fromMs,
      untilMs: startMs + one.untilMs,
    }));
    return { ...faults, ...span, refusals: spans, cut };
  }

  private blinded(ports: Ports): Ports {
    const { scheduler } = this.scene;
    const { blindAtMs } = this.script;
    if (blindAtMs === null) return ports;
    const unless = <T>(read: () => Promise<T>): Promise<T> =>
      scheduler.nowMs() - scheduler.startMs < blindAtMs
        ? read()
        : Promise.reject(new ShipitError('unavailable', 'CloudWatch is away'));
    return {
      ...ports,
      alarms: { ...ports.alarms, read: (names) => unless(() => ports.alarms.read(names)) },
      metrics: {
        counts: (questions, fromMs, toMs) => unless(() => ports.metrics.counts(questions, fromMs, toMs)),
      },
    };
  }
}
