import type { Content } from './inspect';

/** One line a file that differs: `~ index.js`, `+ lib/new.js`, `- lib/old.js`, by path. */
export function changedFiles(from: Content, to: Content): string[] {
  const paths = [...new Set([...from.keys(), ...to.keys()])].sort();
  return paths.flatMap((path) => {
    const [before, after] = [from.get(path), to.get(path)];
    if (before === undefined) return [`+ ${path}`];
    if (after === undefined) return [`- ${path}`];
    return before === after ? [] : [`~ ${path}`];
  });
}
