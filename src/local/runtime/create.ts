/** The data plane of Lambda on this machine: real processes, real time. */
import type { VersionConfig, VersionEntry } from '../lambda/book';
import type { Environment } from './environment';
import type { Runtime } from './pool';
import type { Pool } from './pool-state';
import { Pools } from './pools';
import { insistOnRunnable } from './programs';
import { createStarter, type StarterOptions } from './start';

export interface RuntimeOptions extends StarterOptions {
  /** Environments that a version is to keep because they are provisioned. */
  readonly kept: (functionName: string, version: string) => number;
}

/** Lambda has no such bounds, but a thousand processes would not fit this machine. */
const perVersion = 10;
const perWorld = 24;

export function createRuntime(options: RuntimeOptions): Runtime {
  const { real, kept } = options;
  const starter = createStarter(options);
  const start = (pool: Pool, provisioned: boolean): Promise<Environment> =>
    starter.start({
      functionName: pool.functionName,
      version: pool.version,
      config: pool.config,
      provisioned,
      idle: (environment) => pools.onIdle(pool, environment),
      ended: (environment) => pools.onEnd(pool, environment),
    });
  const pools = new Pools({ real, perVersion, perWorld, start, kept });
  return {
    async run(call) {
      return pools.run(call, runnableOf(call.version));
    },
    async provision(of) {
      return pools.provision(of, runnableOf(of.version));
    },
    async close() {
      await pools.close();
      await starter.settled();
    },
  };
}

/** What runs: while an update is in progress that is the code and configuration from before. */
function runnableOf({ serving, config }: VersionEntry): VersionConfig {
  const runs = serving ?? config;
  insistOnRunnable(runs);
  return runs;
}
