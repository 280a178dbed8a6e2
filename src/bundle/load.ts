/** esbuild is the project's own: shipit brings none. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type * as Esbuild from 'esbuild';

export type Loaded = typeof Esbuild;

/** That of the project, else one that is installed beside shipit; null without. */
export function loadEsbuild(root: string): Loaded | null {
  for (const from of [join(root, 'package.json'), __filename]) {
    const found = tryRequire(createRequire(from));
    if (found !== null) return found;
  }
  return null;
}

function tryRequire(require: NodeJS.Require): Loaded | null {
  try {
    return require('esbuild') as Loaded;
  } catch (error) {
    const { code, requireStack = [] } = error as NodeJS.ErrnoException & { requireStack?: string[] };
    // One that is there and lacks something of its own has to say so.
    if (code === 'MODULE_NOT_FOUND' && requireStack.length < 2) return null;
    throw error;
  }
}
