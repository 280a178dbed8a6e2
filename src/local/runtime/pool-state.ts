/** What is known of the environments of one version with one code and configuration. */
import type { VersionConfig } from '../lambda/book';
import type { Environment } from './environment';
import type { RuntimeCall, RuntimeResult } from './pool';

export interface Waiter {
  readonly call: RuntimeCall;
  readonly resolve: (result: RuntimeResult | Promise<RuntimeResult>) => void;
  readonly reject: (error: unknown) => void;
}

interface PoolOf {
  readonly key: string;
  readonly functionName: string;
  readonly version: string;
  readonly config: VersionConfig;
}

export interface Pool extends PoolOf {
  readonly environments: Set<Environment>;
  /** Last used last. */
  readonly idle: Environment[];
  readonly waiters: Waiter[];
  /** Hear true when nothing is starting any more, false when something could not start. */
  readonly watchers: ((well: boolean) => void)[];
  starting: number;
  growing: boolean;
  /** Another code or configuration has taken its place. */
  retired: boolean;
}

export const createPool = (of: PoolOf): Pool => ({
  ...of,
  environments: new Set(),
  idle: [],
  waiters: [],
  watchers: [],
  starting: 0,
  growing: false,
  retired: false,
});

export const sizeOf = (pool: Pool): number => pool.environments.size + pool.starting;

/** The environment that has been idle longest; null when none is. */
export function perhapsIdlest(
  pools: readonly Pool[],
): { readonly pool: Pool; readonly environment: Environment } | null {
  let oldest: { pool: Pool; environment: Environment } | null = null;
  for (const pool of pools) {
    const environment = pool.idle[0];
    const sinceMs = oldest?.environment.idleSinceMs ?? Number.POSITIVE_INFINITY;
    if (environment && environment.idleSinceMs < sinceMs) oldest = { pool, environment };
  }
  return oldest;
}
