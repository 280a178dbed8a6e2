import type { Position } from './problem';
import type { Path } from './read';
import type { LambdaFunction } from './schema.gen';

/** One function as one stage sees it: defaults, function and stage laid over each other, and where each part stands. */
export interface Subject {
  readonly key: string;
  /** The Lambda name, its own or the one that follows from project, stage and key. */
  readonly name: string;
  /** Null when no stage was chosen. */
  readonly stage: string | null;
  readonly layered: LambdaFunction;
  /** Keys of `layers:` that this stage knows. */
  readonly layerKeys: readonly string[];
  /** True for a setting, or a part of one such as `['logging', 'group']`, that stands in one of the files. */
  has(path: Path): boolean;
  /** Where the value of a setting stands: in the stage, at the function, in the defaults. Else where the function does. */
  at(path: Path): Position;
  /** The same for its key. */
  keyAt(path: Path): Position;
  /** How people find it: `functions.api.logging.group`, `stages.prod.defaults.timeout`. */
  named(path: Path): string;
}
