import { dirname, resolve } from 'node:path';
import type { FunctionConfig } from '../core/function';
import type { Files } from '../core/ports';
import type { Duration, Percent } from '../core/values';
import { findProjectFile, shownPath, type Wanted } from './find';
import { badConfig } from './problem';
import { readSource } from './read';
import { problemsOf } from './rules';
import type { ProjectFile } from './schema.gen';
import { type Checked, specsOf } from './specs';
import { percent, strategiesOf } from './strategies';

/** What the project file says: checked, with defaults laid under every function. Paths are absolute. */
export interface Project {
  readonly name: string;
  /** The file it came from. */
  readonly file: string;
  /** The folder of that file; nothing outside of it is read into an artifact. */
  readonly root: string;
  /** Null when the file leaves it to the flag or the environment. */
  readonly region: string | null;
  /** Sorted by key. */
  readonly functions: readonly FunctionSpec[];
  /** By name, as the file gives them. */
  readonly rollouts: Readonly<{ [name: string]: Strategy }>;
  readonly guard: Guard;
  readonly local: { readonly seed: string | null };
}

export interface FunctionSpec {
  readonly key: string;
  /** The Lambda name. */
  readonly name: string;
  readonly alias: string;
  /** A folder or a .zip file. */
  readonly code: string;
  /** Only what was declared; `null` in the file has become AWS's default. */
  readonly config: Partial<FunctionConfig>;
  readonly alarms: readonly string[];
  /** Files of sample events, sorted; they exist. */
  readonly testEvents: readonly string[];
  /** Name in `rollouts`, the function's own or the project's; null when neither names one. */
  readonly rollout: string | null;
  /** `lambda.config.yaml:12:5` of the function (`key`), its settings (`handler`) and its alarms (`alarms.0`). */
  readonly where: Readonly<{ [path: string]: string }>;
}

/** The built-in gate: the candidate's own error rate over a step. */
export interface Guard {
  readonly maxErrorRate: Percent;
  readonly minInvocations: number;
}

/** How a rollout is written down; becomes steps in plan/strategy and exists no further. */
export type Strategy =
  | {
      readonly kind: 'canary';
      readonly weight: Percent;
      readonly bake: Duration | null;
      readonly bakeAfter: Duration;
    }
  | {
      readonly kind: 'linear';
      readonly weight: Percent;
      readonly every: Duration;
      readonly bakeAfter: Duration;
    }
  | { readonly kind: 'steps'; readonly steps: readonly StrategyStep[]; readonly bakeAfter: Duration }
  | { readonly kind: 'allAtOnce'; readonly bakeAfter: Duration };

export interface StrategyStep {
  readonly weight: Percent;
  readonly bake: Duration | null;
}

/**
 * Finds, reads and checks the project file. `noProject` when there is none; `badConfig` with every problem as a line
 * `lambda.config.yaml:12:5  what  (hint)`, the file named as seen from the working directory.
 */
export async function readProject(ports: { files: Files }, request: Wanted): Promise<Project> {
  const path = await findProjectFile(ports.files, request);
  const shown = shownPath(path, request.cwd);
  const source = readSource(shown, await ports.files.read(path));
  const problems = problemsOf(source);
  if (problems.length > 0) throw badConfig(shown, problems);
  const file = source.value as ProjectFile;
  const checked: Checked = { file, source, shown, root: dirname(path) };
  const functions = await specsOf(ports.files, checked);
  if (functions.problems.length > 0) throw badConfig(shown, functions.problems);
  return {
    name: file.project,
    file: path,
    root: checked.root,
    region: file.region ?? null,
    functions: functions.specs,
    rollouts: strategiesOf(file.rollouts ?? {}),
    guard: guardOf(file),
    local: { seed: file.local?.seed === undefined ? null : resolve(checked.root, file.local.seed) },
  };
}

function guardOf({ guard }: ProjectFile): Guard {
  return { maxErrorRate: percent(guard?.maxErrorRate ?? '5%'), minInvocations: guard?.minInvocations ?? 20 };
}
