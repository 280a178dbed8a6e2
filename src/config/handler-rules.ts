import { basename, extname } from 'node:path';
import { isMadeOfImage } from './kind';
import type { CodeMap } from './made-of';
import type { Problem } from './problem';
import { valueProblem } from './rule';
import type { Subject } from './subject';

/** A bundle is one file, named after its module; a handler with a path lies in a package or in a layer. */
export function handlerProblems(subject: Subject): Problem[] {
  const { code, handler } = subject.layered;
  if (handler === undefined || typeof code !== 'object' || isMadeOfImage(subject)) return [];
  const { bundle: entry }: CodeMap = code;
  if (entry === undefined || handler.includes('/')) return [];
  const file = basename(entry, extname(entry));
  const [module, ...rest] = handler.split('.');
  if (module === file) return [];
  const what = `\`${handler}\` is not in the bundle of ${JSON.stringify(entry)}`;
  const hint = `write \`handler: ${file}.${rest.join('.') || 'handler'}\` for \`${subject.key}\``;
  return [valueProblem(subject, ['handler'], { what, hint })];
}
