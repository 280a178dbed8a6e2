/** In this order they are shown; those of the command itself come first. */
export const groups = ['rollout', 'source', 'safety', 'project', 'AWS', 'local AWS', 'output'] as const;

/** The same flags, shown by help under one heading. */
export function grouped<T extends object>(group: (typeof groups)[number], flags: T): T {
  const entries = Object.entries(flags).map(([name, flag]) => [name, { ...flag, helpGroup: group }]);
  return Object.fromEntries(entries) as T;
}
