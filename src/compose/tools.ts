/** Versions of what makes artifacts. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Tools } from '../core/built';

/** Of the project's own esbuild, where it has one. */
export function toolsOf(root: string): Tools {
  const own = createRequire(join(__dirname, 'tools.js'));
  const theirs = createRequire(join(root, 'package.json'));
  const esbuild = versionIn(theirs, 'esbuild/package.json');
  const shipit = versionIn(own, '../../package.json') ?? versionIn(own, '../../../package.json') ?? 'unknown';
  return { shipit, node: process.version, ...(esbuild === null ? {} : { esbuild }) };
}

function versionIn(require: NodeJS.Require, path: string): string | null {
  try {
    const { version } = require(path) as { readonly version?: unknown };
    return typeof version === 'string' ? version : null;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return null;
  }
}
