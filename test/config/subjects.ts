import { valueAt } from '../../src/config/pointer';
import type { Problem } from '../../src/config/problem';
import type { LambdaFunction } from '../../src/config/schema.gen';
import type { Subject } from '../../src/config/subject';

interface Around {
  readonly key?: string;
  readonly name?: string;
  readonly stage?: string | null;
  /** What the defaults say for many functions. */
  readonly defaults?: LambdaFunction;
  /** Settings that stand in the file, and are wrong or not known yet. */
  readonly unknown?: readonly string[];
  readonly layerKeys?: readonly string[];
}

/** A function of a file as the rules see it; each place is told by its name. */
export function subjectOf(own: LambdaFunction, around: Around = {}): Subject {
  const { key = 'api', stage = null, defaults = {}, unknown = [], layerKeys = [] } = around;
  const layered = { ...defaults, ...own };
  const home = (path: readonly (string | number)[]): string =>
    path.length > 0 && valueAt(own, path) === undefined && valueAt(defaults, path) !== undefined
      ? 'defaults'
      : `${stage === null ? '' : `stages.${stage}.`}functions.${key}`;
  const named = (path: readonly (string | number)[]): string => [home(path), ...path].join('.');
  const placed = (text: string) => ({ file: 'lambda.config.yaml', line: 1, column: 1, text });
  return {
    key,
    stage,
    layered,
    name: around.name ?? layered.name ?? `orders-${key}`,
    layerKeys,
    has: (path) => unknown.includes(path.join('.')) || valueAt(layered, path) !== undefined,
    at: (path) => placed(`value of ${named(path)}`),
    keyAt: (path) => placed(`key ${named(path)}`),
    named,
  };
}

/** `functions.api.timeout: <what>  (<hint>)`. */
export const said = (problems: readonly Problem[]): string[] =>
  problems.map(({ what, hint }) => `${what}  (${hint})`);
