/**
 * Which environment serves which invocation. An invocation takes the environment of its version that was used last; when
 * none is free it waits, and another one is started if the wait is longer than a moment: a process costs more to
 * start than most invocations take. Processes are bounded for a version and for the world; at the bound the one that
 * has been idle longest goes.
 */
import type { Clock } from '../../core/ports';
import { AwsError } from '../errors';
import type { VersionConfig } from '../lambda/book';
import type { Environment } from './environment';
import type { RuntimeCall, RuntimeResult } from './pool';

export interface PoolOptions {
  readonly real: Clock;
  readonly perVersion: number;
  readonly perWorld: number;
  start(call: RuntimeCall, config: VersionConfig, pool: Pool): Promise<Environment>;
}

interface Waiter {
  readonly call: RuntimeCall;
  readonly resolve: (result: RuntimeResult | Promise<RuntimeResult>) => void;
  readonly reject: (error: unknown) => void;
}

/** The environments of one version with one code and configuration. */
export interface Pool {
  readonly config: VersionConfig;
  readonly environments: Set<Environment>;
  /** Last used last. */
  readonly idle: Environment[];
  readonly waiters: Waiter[];
  starting: number;
  growing: boolean;
  /** Another code or configuration has taken its place. */
  retired: boolean;
}

const growAfterMs = 25;
const maxWaiting = 1000;

export class Pools {
  private readonly current = new Map<string, Pool>();
  private readonly all = new Set<Pool>();
  /** Starts and ends under way. */
  private readonly pending = new Set<Promise<void>>();
  private closed = false;

  constructor(private readonly options: PoolOptions) {}

  run(call: RuntimeCall, config: VersionConfig): Promise<RuntimeResult> {
    if (this.closed) throw shuttingDown();
    const pool = this.poolFor(`${call.functionName}:${call.version.version}`, config);
    const idle = pool.idle.pop();
    if (idle) return idle.run(call);
    if (pool.waiters.length >= maxWaiting) throw throttled();
    return new Promise((resolve, reject) => {
      pool.waiters.push({ call, resolve, reject });
      this.grow(pool);
    });
  }

  async close(): Promise<void> {
    this.closed = true;
    for (const pool of this.all) {
      for (const waiter of pool.waiters.splice(0)) waiter.reject(shuttingDown());
      for (const environment of pool.environments) this.end(pool, environment);
    }
    while (this.pending.size > 0) await Promise.all(this.pending);
  }

  onIdle(pool: Pool, environment: Environment): void {
    const starved = this.starved();
    const spare = starved !== null && (pool.environments.size > 1 || pool.waiters.length === 0);
    const waiter = spare ? undefined : pool.waiters.shift();
    if (waiter) waiter.resolve(environment.run(waiter.call));
    else if (spare || pool.retired || this.closed) this.end(pool, environment);
    else pool.idle.push(environment);
    if (starved) this.grow(starved);
  }

  onEnd(pool: Pool, environment: Environment): void {
    this.forget(pool, environment);
    if (!environment.wasReady) {
      const waiter = pool.waiters.shift();
      if (waiter) waiter.resolve(environment.run(waiter.call));
    }
    this.grow(pool);
    const starved = this.starved();
    if (starved) this.grow(starved);
  }

  private poolFor(key: string, config: VersionConfig): Pool {
    const pool = this.current.get(key);
    if (pool && (pool.config === config || JSON.stringify(pool.config) === JSON.stringify(config)))
      return pool;
    if (pool) this.retire(pool);
    const made: Pool = {
      config,
      environments: new Set(),
      idle: [],
      waiters: [],
      starting: 0,
      growing: false,
      retired: false,
    };
    this.current.set(key, made);
    this.all.add(made);
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

  /** At once when there is no environment at all, else when somebody has waited for a moment. */
  private grow(pool: Pool): void {
    if (this.closed || pool.growing || pool.waiters.length <= pool.starting) return;
    if (sizeOf(pool) === 0) this.startOne(pool);
    if (sizeOf(pool) >= this.options.perVersion || pool.waiters.length <= pool.starting) return;
    pool.growing = true;
    this.options.real.after(growAfterMs, () => {
      pool.growing = false;
      if (pool.waiters.length > pool.starting && sizeOf(pool) < this.options.perVersion) this.startOne(pool);
      this.grow(pool);
    });
  }

  private startOne(pool: Pool): void {
    const first = pool.waiters[0];
    if (!first || this.closed || !this.makeRoom()) return;
    pool.starting += 1;
    this.track(
      this.options.start(first.call, pool.config, pool).then(
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
    pool.waiters.shift()?.reject(error);
    this.grow(pool);
  }

  /** False when every process of the world is busy. */
  private makeRoom(): boolean {
    let count = 0;
    let oldest: { pool: Pool; environment: Environment } | null = null;
    for (const pool of this.all) {
      count += sizeOf(pool);
      const environment = pool.idle[0];
      if (
        environment &&
        environment.idleSinceMs < (oldest?.environment.idleSinceMs ?? Number.POSITIVE_INFINITY)
      )
        oldest = { pool, environment };
    }
    if (count < this.options.perWorld) return true;
    if (oldest) this.end(oldest.pool, oldest.environment);
    return oldest !== null;
  }

  /** Somebody waits there, and not one process will ever become free for it. */
  private starved(): Pool | null {
    for (const pool of this.all) if (pool.waiters.length > 0 && sizeOf(pool) === 0) return pool;
    return null;
  }
}

const sizeOf = (pool: Pool): number => pool.environments.size + pool.starting;

const throttled = (): AwsError =>
  new AwsError('TooManyRequestsException', 429, {
    message: 'Rate Exceeded.',
    members: {
      Reason: 'ConcurrentInvocationLimitExceeded',
      Type: 'User',
    },
  });

const shuttingDown = (): AwsError => new AwsError('ServiceException', 500, 'The local AWS is shutting down.');
