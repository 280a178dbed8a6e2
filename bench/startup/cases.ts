/** What is started, and what shows that it has begun. */
export interface Case {
  readonly title: string;
  /** Null for Node.js alone. */
  readonly words: readonly string[] | null;
  /** Where there is no project file, a command ends where it would have begun to work. */
  readonly where: 'project' | 'nowhere';
  readonly until: 'end' | 'request' | 'line';
  /** Times `node -e 0`; null for that itself, and for what is told beside it. */
  readonly goal: number | null;
}

const light = 1.6;
const inProject = { where: 'project', until: 'end', goal: null } as const;
const upToWork = { where: 'nowhere', until: 'end', goal: light } as const;

/** Node.js alone comes first. */
export const cases: readonly Case[] = [
  { ...inProject, title: 'node -e 0', words: null },
  { ...inProject, title: 'shipit --version', words: ['--version'], goal: 1.15 },
  { ...inProject, title: 'shipit --help', words: ['--help'], goal: light },
  { ...upToWork, title: 'shipit validate, up to the project file', words: ['validate'] },
  { ...upToWork, title: 'shipit status, up to the project file', words: ['status'] },
  {
    ...inProject,
    title: 'shipit deploy, up to its first line',
    words: ['deploy', '--canary', '10%'],
    until: 'line',
    goal: 2.6,
  },
  { ...inProject, title: 'beside: validate of two functions', words: ['validate'] },
  { ...inProject, title: 'beside: status, to its first request', words: ['status'], until: 'request' },
];
