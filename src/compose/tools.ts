/** Versions of what makes artifacts. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { version } from '../../package.json';
import type { Tools } from '../core/built';

/** Of the project's own esbuild, where it has one. */
export function toolsOf(root: string): Tools {
  const theirs = createRequire(join(root, 'package.json'));
  const esbuild = versionIn(theirs, 'esbuild/package.json');
  return { shipit: version, node: process.version, ...(esbuild === null ? {} : { esbuild }) };
}

function versionIn(theirs: NodeJS.Require, path: string): string | null {
  try {
    const { version } = theirs(path) as { readonly version?: unknown };
    return typeof version === 'string' ? version : null;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return null;
  }
}
