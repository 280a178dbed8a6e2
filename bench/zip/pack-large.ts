/** Packs `<root>/large` and says how many bytes of memory the process had at most, and how long it took in ms. */
import { existsSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { packFolder } from '../../src/artifact/pack';
import { createCache } from '../../src/disk/cache';
import { createClock } from '../../src/disk/clock';
import { createFiles } from '../../src/disk/files';
import { createIds } from '../../src/disk/ids';
import { createPacking } from '../../src/disk/packing';

const [root = ''] = process.argv.slice(2);
const clock = createClock();
const ids = createIds(clock);
const files = createFiles(ids);
const room = { bytes: 1e9, keys: 2000, keptMs: 3_600_000 };
const cache = createCache({ clock, ids, files }, room);
const ports = { files, cache, packing: createPacking(availableParallelism()) };
const subject = { title: 'large', code: join(root, 'large'), root, where: null, allow: [], config: {} };

/** What the system counts for a process begins with what its parent had, so on Linux its own mark is asked for. */
function mostMemory(): number {
  const status = existsSync('/proc/self/status') ? readFileSync('/proc/self/status', 'utf8') : '';
  const own = /^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1];
  return 1024 * (own === undefined ? process.resourceUsage().maxRSS : Number(own));
}

async function main(): Promise<void> {
  const startedMs = performance.now();
  await packFolder(ports, subject, { include: null, exclude: [], allow: [] });
  console.log(`${mostMemory()} ${performance.now() - startedMs}`);
}

void main();
