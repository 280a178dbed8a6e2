/** Which files of a folder go into its artifact. */
import { join, relative } from 'node:path';
import ignore from 'ignore';
import type { Packed } from '../config/code';
import type { Files } from '../core/ports';
import { badArtifact, type Subject } from './refuse';

export interface Selection {
  /** Nothing below that folder goes in. */
  skips(folder: string): boolean;
  takes(path: string): boolean;
}

/** Lies in the folder that it speaks of; what it says is no part of the code. */
const ignoreFile = '.lambdaignore';
const maxIgnoreBytes = 1024 * 1024;

/** What shipit keeps, and what it is told, where the code is the project's own folder. */
const ofTheProject = [
  '.shipit',
  'shipit.lock.json',
  'lambda.config.yaml',
  'lambda.config.yml',
  'lambda.config.json',
];

/**
 * Patterns are those of .gitignore, and case counts. A file goes in when `include` matches it, or is absent, and what
 * leaves out does not: first the lines of .lambdaignore, then those of `exclude`, as if they stood below it in one file.
 * The last line that matches decides, and `!` takes back what a line before left out, but as with git, nothing below a
 * folder that is left out can be taken back. `include` cannot bring back what is left out; its own `!` lines take from it.
 */
export async function selectionOf(files: Files, subject: Subject, packed: Packed): Promise<Selection> {
  const left = matcher([...(await ignoredLines(files, subject)), ...packed.exclude]);
  const included = packed.include && matcher(packed.include);
  const ours = new Set([ignoreFile, ...(relative(subject.root, subject.code) === '' ? ofTheProject : [])]);
  return {
    skips: (folder) => ours.has(folder) || (left?.ignores(`${folder}/`) ?? false),
    takes: (path) =>
      !ours.has(path) && !(left?.ignores(path) ?? false) && (included?.ignores(path) ?? !packed.include),
  };
}

/** Null matches nothing. */
const matcher = (lines: readonly string[]) =>
  lines.length === 0 ? null : ignore({ ignorecase: false }).add(lines);

async function ignoredLines(files: Files, subject: Subject): Promise<string[]> {
  const path = join(subject.code, ignoreFile);
  const stat = await files.stat(path);
  if (stat === null) return [];
  if (stat.kind !== 'file' || stat.size > maxIgnoreBytes) {
    const what = `${ignoreFile} is no text file of at most 1 MB`;
    throw badArtifact(subject, [{ what, hint: 'write patterns into it, one a line' }]);
  }
  const text = Buffer.from(await files.read(path)).toString('utf8');
  return text.replace(/^\ufeff/, '').split(/\r?\n/);
}
