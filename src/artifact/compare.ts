import type { Content } from './inspect';

/** What AWS Signer adds to a zip, and nobody's file. */
export const isSignature = (path: string): boolean => /^META-INF\/aws_signer_signature[^/]*$/.test(path);

/** One line a file that differs: `~ index.js`, `+ lib/new.js`, `- lib/old.js`, by path; a signature is none. */
export function changedFiles(from: Content, to: Content): string[] {
  const paths = [...new Set([...from.keys(), ...to.keys()])].filter((path) => !isSignature(path)).sort();
  return paths.flatMap((path) => {
    const [before, after] = [from.get(path), to.get(path)];
    if (before === undefined) return [`+ ${path}`];
    if (after === undefined) return [`- ${path}`];
    return before === after ? [] : [`~ ${path}`];
  });
}
