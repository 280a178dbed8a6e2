/** The data plane of Lambda on this machine: real processes, real time. */
import { createHash } from 'node:crypto';
import type { Clock } from '../../core/ports';
import { AwsError } from '../errors';
import type { VersionConfig } from '../lambda/book';
import type { CodeStore } from '../lambda/code';
import { Environment } from './environment';
import type { Runtime, RuntimeCall } from './pool';
import { type Pool, Pools } from './pools';

export interface RuntimeOptions {
  /** The environment from which function processes get PATH and the like; never credentials. */
  readonly env: Readonly<{ [name: string]: string | undefined }>;
  /** Real time, also in a simulated world: code takes the time it takes. */
  readonly real: Clock;
  readonly code: CodeStore;
  readonly account: string;
  readonly region: string;
  /** The node that runs function code, whatever Node.js version the function names. */
  readonly nodePath: string;
}

/** Lambda has no such bounds, but a thousand processes would not fit this machine. */
const perVersion = 10;
const perWorld = 24;

export function createRuntime(options: RuntimeOptions): Runtime {
  const { real, code, region, nodePath, env: outer } = options;
  let born = 0;
  const start = async (call: RuntimeCall, config: VersionConfig, pool: Pool): Promise<Environment> => {
    const { functionName } = call;
    const { version } = call.version;
    born += 1;
    const arn = `arn:aws:lambda:${region}:${options.account}:function:${functionName}`;
    const logStream = logStreamOf(version, `${arn}:${version}:${born}`, real.nowMs());
    const codeFolder = await code.folder(config.CodeSha256);
    return Environment.start({
      nodePath,
      outer,
      real,
      region,
      functionName,
      version,
      config,
      codeFolder,
      logStream,
      idle: (environment) => pools.onIdle(pool, environment),
      ended: (environment) => pools.onEnd(pool, environment),
    });
  };
  const pools = new Pools({ real, perVersion, perWorld, start });
  return {
    async run(call) {
      const config = call.version.serving ?? call.version.config;
      if (!/^nodejs\d/.test(config.Runtime)) throw unsupported(config.Runtime);
      return pools.run(call, config);
    },
    close: () => pools.close(),
  };
}

/** `YYYY/MM/DD/[version]` and 32 hex digits. */
function logStreamOf(version: string, identity: string, nowMs: number): string {
  const day = new Date(nowMs).toISOString().slice(0, 10).replaceAll('-', '/');
  const hex = createHash('sha256').update(`${identity}:${nowMs}`).digest('hex').slice(0, 32);
  return `${day}/[${version}]${hex}`;
}

const unsupported = (runtime: string): AwsError =>
  new AwsError(
    'InvalidRuntimeException',
    502,
    `The local AWS runs Node.js functions; it cannot run the runtime ${runtime} yet.`,
  );
