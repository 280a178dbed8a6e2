import { relative } from 'node:path';
import { visible } from '../config/characters';
import { ShipitError } from '../core/errors';
import type { FunctionConfig } from '../core/function';

/** One thing that is wrong with an artifact, and the way out. */
export interface Flaw {
  readonly what: string;
  readonly hint: string;
}

/** What is built: whose code it is, where it lies, and how a person finds it. */
export interface Subject {
  /** `functions.api` or `layers.deps`. */
  readonly title: string;
  /** A folder or a .zip file, absolute. */
  readonly code: string;
  readonly root: string;
  /** How a person knows the code, where it was put together in a folder of ours. */
  readonly shown?: string;
  /** `lambda.config.yaml:12:5`; null where nobody knows. */
  readonly where: string | null;
  /** Paths in it that look like secrets and are meant to be there. */
  readonly allow: readonly string[];
  /** What is declared of the function; empty for a layer. */
  readonly config: Partial<FunctionConfig>;
  /** Lambda takes more of an image than it unzips. */
  readonly isImage?: true;
}

const shownFlaws = 20;

/** The code as the project file names it. */
export const codeOf = ({ code, root, shown }: Subject): string => shown ?? (relative(root, code) || '.');

/** `badArtifact` with `lambda.config.yaml:12:5  functions.api: what  (hint)` for each flaw. */
export function badArtifact({ title, where }: Subject, flaws: readonly Flaw[], cause?: unknown): ShipitError {
  const prefix = `${where === null ? '' : `${where}  `}${title}: `;
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
