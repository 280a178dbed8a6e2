import { relative } from 'node:path';
import { visible } from '../config/characters';
import type { FunctionSpec } from '../config/project';
import { ShipitError } from '../core/errors';

/** One thing that is wrong with an artifact, and the way out. */
export interface Flaw {
  readonly what: string;
  readonly hint: string;
}

/** What is built, for whom, and how a person would name it. */
export interface Subject {
  readonly spec: FunctionSpec;
  readonly root: string;
}

const shownFlaws = 20;

/** The code as the project file names it. */
export const codeOf = ({ spec, root }: Subject): string => relative(root, spec.code) || '.';

/** `badArtifact` with `lambda.config.yaml:12:5  functions.api: what  (hint)` for each flaw. */
export function badArtifact({ spec }: Subject, flaws: readonly Flaw[], cause?: unknown): ShipitError {
  const where = spec.where.code ?? spec.where.key;
  const prefix = `${where === undefined ? '' : `${where}  `}functions.${spec.key}: `;
  const lines = flaws
    .slice(0, shownFlaws)
    .map(({ what, hint }) => `${prefix}${visible(what)}  (${visible(hint)})`);
  if (flaws.length > shownFlaws) lines.push(`${prefix}and ${flaws.length - shownFlaws} more`);
  const [first] = flaws;
  return new ShipitError('badArtifact', lines[0] ?? prefix, {
    problems: lines,
    ...(first === undefined ? {} : { hint: first.hint }),
    ...(cause === undefined ? {} : { cause }),
  });
}
