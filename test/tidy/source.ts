/** The files of the house, parsed, and what the rules say about them. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

export interface Source {
  /** From the root of the project, with `/`. */
  readonly path: string;
  readonly text: string;
  readonly tree: ts.SourceFile;
}

export interface Problem {
  readonly rule: string;
  readonly path: string;
  /** From 1. */
  readonly line: number;
  readonly text: string;
}

export type Rule = (source: Source) => Problem[];

const root = join(__dirname, '../..');

/** What git knows or would take in below these folders, so that a file is judged before it is committed. */
export function listFiles(...folders: readonly string[]): string[] {
  const args = ['ls-files', '--cached', '--others', '--exclude-standard', '-z', '--', ...folders];
  const known = execFileSync('git', args, { cwd: root, encoding: 'utf8' }).split('\0');
  return [...new Set(known)].filter((path) => path !== '' && read(path) !== null).sort();
}

/** Null for what was deleted but is still in the index. */
export function read(path: string): string | null {
  try {
    return readFileSync(join(root, path), 'utf8');
  } catch {
    return null;
  }
}

export function parse(path: string, text: string): Source {
  return { path, text, tree: ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true) };
}

export function visit(node: ts.Node, see: (node: ts.Node) => void): void {
  see(node);
  ts.forEachChild(node, (child) => visit(child, see));
}

export function lineOf({ tree }: Source, position: number): number {
  return tree.getLineAndCharacterOfPosition(position).line + 1;
}
