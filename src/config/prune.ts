import type { ProjectFile } from './schema.gen';
import type { Finding } from './validate';

/** A project file without the parts that are wrong: the rules can still look at the rest. */
export type Draft = Partial<ProjectFile>;

/** A copy without the values that have a finding, so that all problems of a file are said at once. */
export function prune(value: unknown, findings: readonly Finding[]): Draft {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {};
  const copy = structuredClone(value);
  for (const { path } of findings) remove(copy, path);
  return copy;
}

/** A list with a wrong item goes as a whole: without it, the others would have other places. */
function remove(value: object, path: Finding['path']): void {
  let here: { [key: string]: unknown } = { root: value };
  let key = 'root';
  for (const part of path) {
    const next = here[key];
    if (typeof next !== 'object' || next === null) return;
    if (Array.isArray(next)) break;
    here = next as { [key: string]: unknown };
    key = String(part);
  }
  delete here[key];
}
