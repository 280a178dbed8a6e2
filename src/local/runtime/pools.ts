/**
 * Which environment serves which invocation. An invocation takes the environment of its version that was used last; when
 * none is free it waits, and another one is started if the wait is longer than a moment: a process costs more to
 * start than most invocations take. Processes are bounded for a version and for the world; at the bound the one that
 * has been idle longest goes. Idle ones end after some minutes, but for those that are provisioned.
 */
import type { Clock } from '../../core/ports';
import { AwsError } from '../errors';
import type { VersionConfig } from '../lambda/book';
import type { Environment } from './environment';
import type { Provision, RuntimeCall, RuntimeResult } from './pool';
import { createPool, type Pool, perhapsIdlest, sizeOf } from './pool-state';

export interface PoolOptions {
  readonly real: Clock;
  readonly perVersion: number;
  readonly perWorld: number;
  start(pool: Pool, provisioned: boolean): Promise<Environment>;
  /** Environments that a version is to keep, idle or not. */
  kept(functionName: string, version: string): number;
}

const growAfterMs = 25;

/** AWS lets an idle environment live for some minutes; so does this, in real time. */
const sweepEveryMs = 60_000;
const idleForMs = 300_000;

export class Pools {
  private readonly current = new Map<string, Pool>();
  private readonly all = new Set<Pool>();
  /** Starts and ends under way. */
  private readonly pending = new Set<Promise<void>>();
  private closed = false;
  private cancelSweep: (() => void) | null = null;

  constructor(private readonly options: PoolOptions) {}

  run(call: RuntimeCall, config: VersionConfig): Promise<RuntimeResult> {
    if (this.closed) throw shuttingDown();
    const pool = this.poolFor(call, config);
    const idle = pool.idle.pop();
    if (idle) return idle.run(call);
    return new Promise((resolve, reject) => {
      pool.waiters.push({ call, resolve, reject });
      this.grow(pool);
    });
  }

  /** True once every environment that this starts is ready, false when one ended before it was. */
  provision(of: Provision, config: VersionConfig): Promise<boolean> {
    if (this.closed) throw shuttingDown();
    const pool = this.poolFor(of, config);
    return new Promise((resolve) => {
      pool.watchers.push(resolve);
      this.fill(pool);
      this.tellWatchers(pool, true);
    });
  }

  async close(): Promise<void> {
    this.closed = true;
    this.cancelSweep?.();
    for (const pool of this.all) {
      for (const waiter of pool.waiters.splice(0)) waiter.reject(shuttingDown());
      for (const watcher of pool.watchers.splice(0)) watcher(false);
      for (const environment of pool.environments) this.end(pool, environment);
    }
    while (this.pending.size > 0) await Promise.all(this.pending);
  }

  onIdle(pool: Pool, environment: Environment): void {
    const starved = this.starved();
    const spare = starved !== null && (pool.environments.size > 1 || pool.waiters.length === 0);
    const goes = spare && pool.environments.size > this.keptBy(pool);
    const waiter = goes ? undefined : pool.waiters.shift();
    if (waiter) waiter.resolve(environment.run(waiter.call));
    else if (goes || pool.retired || this.closed) this.end(pool, environment);
    else pool.idle.push(environment);
    this.tellWatchers(pool, true);
    if (starved) this.grow(starved);
  }

  onEnd(pool: Pool, environment: Environment): void {
    this.forget(pool, environment);
    if (environment.wasReady) this.fill(pool);
    else {
      this.tellWatchers(pool, false);
      const waiter = pool.waiters.shift();
      if (waiter) waiter.resolve(environment.run(waiter.call));
    }
    this.grow(pool);
    const starved = this.starved();
    if (starved) this.grow(starved);
  }

  private poolFor({ functionName, version }: Provision, config: VersionConfig): Pool {
    const key = `${functionName}:${version.version}`;
    const pool = this.current.get(key);
    if (pool && (pool.config === config || JSON.stringify(pool.config) === JSON.stringify(config)))
      return pool;
    if (pool) this.retire(pool);
    const made = createPool({ key, functionName, version: version.version, config });
    this.current.set(key, made);
    this.all.add(made);
    this.cancelSweep ??= this.options.real.after(sweepEveryMs, () => this.sweep());
    return made;
  }

  private retire(pool: Pool): void {
    pool.retired = true;
    for (const environment of pool.idle.splice(0)) this.end(pool, environment);
  }

  private end(pool: Pool, environment: Environment): void {
    this.forget(pool, environment);
    this.track(environment.end());
  }

  private forget(pool: Pool, environment: Environment): void {
    pool.environments.delete(environment);
    const at = pool.idle.indexOf(environment);
    if (at >= 0) pool.idle.splice(at, 1);
    if (pool.retired && sizeOf(pool) === 0 && pool.waiters.length === 0) this.all.delete(pool);
  }

  private track(work: Promise<void>): void {
    const tracked = work.finally(() => this.pending.delete(tracked));
    this.pending.add(tracked);
  }

  /** Ends what nobody has needed for long, and forgets pools that stand empty. */
  private sweep(): void {
    const untilMs = this.options.real.monotonicMs() - idleForMs;
    for (const pool of this.all) {
      const most = pool.environments.size - this.keptBy(pool);
      const old = pool.idle.filter(({ idleSinceMs }) => idleSinceMs <= untilMs);
      for (const environment of old.slice(0, Math.max(0, most))) this.end(pool, environment);
      this.fill(pool);
      if (sizeOf(pool) > 0 || pool.waiters.length > 0) continue;
      this.all.delete(pool);
      if (this.current.get(pool.key) === pool) this.current.delete(pool.key);
    }
    const again = this.all.size > 0;
    this.cancelSweep = again ? this.options.real.after(sweepEveryMs, () => this.sweep()) : null;
  }

  /** At once when there is no environment at all, else when somebody has waited for a moment. */
  private grow(pool: Pool): void {
    if (this.closed || pool.growing || pool.waiters.length <= pool.starting) return;
    if (sizeOf(pool) === 0) this.startOne(pool, false);
    if (sizeOf(pool) >= this.options.perVersion || pool.waiters.length <= pool.starting) return;
    pool.growing = true;
    this.options.real.after(growAfterMs, () => {
      pool.growing = false;
      if (pool.waiters.length > pool.starting && sizeOf(pool) < this.options.perVersion)
        this.startOne(pool, false);
      this.grow(pool);
    });
  }

  private fill(pool: Pool): void {
    for (let missing = this.keptBy(pool) - sizeOf(pool); missing > 0; missing -= 1) this.startOne(pool, true);
  }

  /** Half of the world at most, so that the other half is there for whoever comes. */
  private keptBy(pool: Pool): number {
    if (pool.retired || this.closed) return 0;
    const { perVersion, perWorld, kept } = this.options;
    let room = Math.floor(perWorld / 2);
    for (const other of this.all) {
      if (other === pool) break;
      if (!other.retired) room -= Math.min(perVersion, kept(other.functionName, other.version));
    }
    return Math.max(0, Math.min(room, perVersion, kept(pool.functionName, pool.version)));
  }

  private startOne(pool: Pool, provisioned: boolean): void {
    if (this.closed || !this.makeRoom()) return;
    pool.starting += 1;
    this.track(
      this.options.start(pool, provisioned).then(
        (environment) => this.onStart(pool, environment),
        (error) => this.onStartFailed(pool, error),
      ),
    );
  }

  private onStart(pool: Pool, environment: Environment): void {
    pool.starting -= 1;
    if (this.closed) this.end(pool, environment);
    else if (!environment.isOver) pool.environments.add(environment);
  }

  private onStartFailed(pool: Pool, error: unknown): void {
    pool.starting -= 1;
    this.tellWatchers(pool, false);
    pool.waiters.shift()?.reject(error);
    this.grow(pool);
  }

  private tellWatchers(pool: Pool, well: boolean): void {
    if (pool.watchers.length === 0) return;
    const allReady = pool.starting === 0 && [...pool.environments].every(({ wasReady }) => wasReady);
    if (allReady || !well) for (const tell of pool.watchers.splice(0)) tell(well);
  }

  /** False when every process of the world is busy or kept. */
  private makeRoom(): boolean {
    let count = 0;
    for (const pool of this.all) count += sizeOf(pool);
    if (count < this.options.perWorld) return true;
    const spare = [...this.all].filter((pool) => pool.environments.size > this.keptBy(pool));
    const oldest = perhapsIdlest(spare);
    if (oldest) this.end(oldest.pool, oldest.environment);
    return oldest !== null;
  }

  /** Somebody waits there, and not one process will ever become free for it. */
  private starved(): Pool | null {
    for (const pool of this.all) if (pool.waiters.length > 0 && sizeOf(pool) === 0) return pool;
    return null;
  }
}

const shuttingDown = (): AwsError => new AwsError('ServiceException', 500, 'The local AWS is shutting down.');
