/** What every command has of this machine, whatever the environment says. */
import { availableParallelism } from 'node:os';
import { createBundler } from '../bundle/esbuild';
import { createCache } from '../disk/cache';
import { createClock } from '../disk/clock';
import { createFiles } from '../disk/files';
import { createIds } from '../disk/ids';
import { createPacking } from '../disk/packing';
import { createStaging } from '../disk/staging';

const clock = createClock();
const ids = createIds(clock);

const files = createFiles(ids);
const megabyte = 1024 * 1024;

/** Of one project. A zip that somebody may be about to upload stays. */
const room = { bytes: 512 * megabyte, keys: 2_000, keptMs: 60 * 60_000 };

export const disk = {
  clock,
  ids,
  files,
  packing: createPacking(availableParallelism()),
  bundler: createBundler(),
  staging: createStaging(clock),
  cache: createCache({ clock, ids, files }, room),
};
