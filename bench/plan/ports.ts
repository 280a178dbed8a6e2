/** What a release is made with, at the endpoint of a local AWS. */
import { createAws } from '../../src/aws/clients';
import { createBundler } from '../../src/bundle/esbuild';
import type { Clock, Journal, Ports } from '../../src/core/ports';
import { createCache } from '../../src/disk/cache';
import { createClock } from '../../src/disk/clock';
import { createFiles } from '../../src/disk/files';
import { createIds } from '../../src/disk/ids';
import { createPacking } from '../../src/disk/packing';
import { createProcesses } from '../../src/disk/processes';
import { createStaging } from '../../src/disk/staging';
import { createRegistries } from '../../src/registry/registries';
import { createWeb } from '../../src/web/http';
import { here } from './world';

/** A world's second is a millisecond while the functions are made: no disk is as fast. */
export const forgetful: Journal = {
  append: async () => undefined,
  read: async () => [],
  releases: async () => [],
};

export interface Around {
  readonly clock: Clock;
  readonly journal: Journal;
}

export function portsAt(endpoint: string, { clock, journal }: Around): Ports {
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';
  const ids = createIds(clock);
  const files = createFiles(ids);
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const nobody = { profile: null, assumeRole: null, webIdentity: null, inCi: false, warn: () => {} };
  const connection = { region: here.region, endpoint, credentials, ...nobody };
  return {
    ...createAws({ ...connection, requestTimeoutMs: 10_000, release: () => null, trace: null, clock, ids }),
    journal,
    files,
    packing: createPacking(1),
    // Times of files are those of this machine.
    cache: createCache({ clock: createClock(), ids, files }, { bytes: 1e8, keys: 1000, keptMs: 60_000 }),
    bundler: createBundler(),
    staging: createStaging(clock),
    processes: createProcesses({}, clock),
    web: createWeb(clock),
    registries: createRegistries({ clock, ids, login: async () => null, silenceMs: 10_000 }),
    notices: { hear: () => undefined, settled: async () => undefined },
    clock,
    ids,
    report: { tell: () => undefined },
  };
}
