/** The command. Which version it is is said before anything else is read. */
import { writeSync } from 'node:fs';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { isVersion, versionText } from '../commands/base/version';
import type { start } from '../commands/start';
import { CodeCache } from './code-cache';
import { Modules } from './modules';

/** Written in when the bundle is made: what it holds, in short, and the names of its commands. */
declare const bundleDigest: string;
declare const commandNames: readonly string[];

/**
 * A rollout of hundreds of functions waits for hours in little memory, and what making them took is slow to be given back: the heap
 * grows by a quarter at most before it is swept, instead of up to fourfold. What V8 compiled is kept with its flags, so they are
 * set before any of it is read.
 */
setFlagsFromString('--heap-growing-percent=25');

const argv = process.argv.slice(2);
if (isVersion(argv)) writeSync(1, `${versionText()}\n`);
else startWith(cacheFor(argv)).catch(fail);

async function startWith(cache: CodeCache | null): Promise<void> {
  const { start: run } = new Modules(__dirname, cache).load('#core/commands/start.ts') as {
    start: typeof start;
  };
  await run(argv);
}

function fail(error: unknown): void {
  process.exitCode = 1;
  throw error;
}

/** Commands go different ways: what one of them compiled is of little use to another, nor what a local AWS needs to the rest. */
function cacheFor([word = '', ...rest]: readonly string[]): CodeCache | null {
  if (process.env.NODE_DISABLE_COMPILE_CACHE) return null;
  const folder = cacheFolder();
  if (folder === null) return null;
  const command = word === '__complete' || commandNames.includes(word) ? word : 'front';
  const name = command !== '__complete' && rest.includes('--local') ? `${command}-local` : command;
  return new CodeCache(folder, `${bundleDigest}-${process.version}-${process.arch}`, name);
}

/** Null without a place of the user's own: what lies in the working directory may be anybody's, and would be run. */
function cacheFolder(): string | null {
  const { XDG_CACHE_HOME: xdg, LOCALAPPDATA: local } = process.env;
  const given = [xdg, process.platform === 'win32' ? local : undefined].find(
    (path) => path && isAbsolute(path),
  );
  const home = given ? null : homeFolder();
  const own = process.platform === 'darwin' ? ['Library', 'Caches'] : ['.cache'];
  const base = given ?? (home === null ? null : join(home, ...own));
  return base === null ? null : join(base, 'shipit', 'code');
}

function homeFolder(): string | null {
  try {
    const home = homedir();
    return isAbsolute(home) ? home : null;
  } catch {
    return null;
  }
}
