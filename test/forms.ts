/** What every function, guard and step of a test has that is not about anything special. */
import type { Artifact } from '../src/artifact/artifact';
import type { ArtifactPlace, FilesSource } from '../src/config/code';
import type { Approval, FunctionSpec, Guard, StrategyStep } from '../src/config/project';
import type { Code } from '../src/core/code';
import { Duration, Percent } from '../src/core/values';
import type { DeployRequest, ReleaseRequest } from '../src/deploy';

export const unwatched = {
  ownAlarms: [],
  hooks: { preTraffic: [], afterStep: [], postTraffic: [], onRollback: [] },
  provisionedConcurrency: null,
  keepVersions: 5,
  ecr: null,
  build: null,
} satisfies Pick<
  FunctionSpec,
  'ownAlarms' | 'hooks' | 'provisionedConcurrency' | 'keepVersions' | 'ecr' | 'build'
>;

/** Code in a folder or a ready .zip file, all of it. */
export const filesAt = (path: string): FilesSource => ({
  kind: 'files',
  path,
  include: null,
  exclude: [],
  allow: [],
});

export const noBucket: ArtifactPlace = { bucket: null, prefix: '', signingProfile: null };

export const guardOf = (change: Partial<Guard>): Guard => ({
  maxErrorRate: Percent.of(5),
  minInvocations: 20,
  insufficientData: 'pass',
  ignoreFiring: [],
  onInconclusive: 'promote',
  holdFor: Duration.of(1_800_000),
  ...change,
});

export const strategyStep = (weight: Percent, bake: Duration | null): StrategyStep => ({
  weight,
  bake,
  alarms: [],
  hooks: [],
  approval: null,
});

/** Nothing was typed. */
export const nowhere = { stage: null, alias: null };

/** Of a deploy that asks for nothing special. */
export const allTheWay = {
  from: 'laptop',
  commit: null,
  dirty: null,
  tools: null,
  artifacts: null,
  until: null,
  holdFor: null,
  where: nowhere,
} satisfies Pick<ReleaseRequest, 'from' | 'commit' | 'until' | 'holdFor' | 'where' | 'dirty'> &
  Pick<DeployRequest, 'tools' | 'artifacts'>;

/** A layer as it is sent with a call. */
export function contentOf({ code }: Artifact): Code {
  if ('image' in code) throw new Error('it is yet to be pushed');
  return code;
}

/** Written so that nobody takes it for a promise. */
export const approvalOf = (expires: Duration, then: Approval['then']): Approval => ({ expires, then });
