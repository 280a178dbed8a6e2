import { Digest } from '../core/values';
import { flatten } from './flatten';
import { known, type PlainFacts } from './known';
import { isPlain, type Plain } from './overlay';
import { valueAt } from './pointer';
import type { Position, Problem } from './problem';
import { type Draft, prune } from './prune';
import type { LambdaFunction } from './schema.gen';
import { nameAt, type Source, sourceOf } from './source';
import type { Subject } from './subject';
import { check, type Finding } from './validate';

/** The files as one stage sees them. */
export interface View {
  /** Null when no stage was chosen. */
  readonly stage: string | null;
  /** What is right and known; each function with all that holds for it. */
  readonly draft: Draft;
  /** With what is wrong or not yet known, and where everything stands. */
  readonly source: Source;
  readonly subjects: readonly Subject[];
  /** What is wrong with texts that only this stage makes what they are. */
  readonly problems: readonly Problem[];
}

/** Two states of the same files. */
export interface Document {
  /** With what is wrong; misspelt keys under the names that were meant. */
  readonly whole: Plain;
  /** Without what is wrong. */
  readonly draft: Plain;
  readonly top: Position;
}

/** Null for no stage. Texts that refer to what is not known yet are left out of the draft. */
export function viewOf(document: Document, stage: string | null): View {
  const { top } = document;
  const written = flatten(document.draft, stage);
  const now = known(written, factsOf(written, stage));
  const problems = now === written ? [] : wrongTexts(written, sourceOf(now, top));
  const paths = problems.map(({ path }) => path);
  const draft = now === written ? written : prune(now, paths);
  const whole = document.whole === document.draft ? written : flatten(document.whole, stage);
  return { ...viewOfFlat({ whole, draft, top }, stage), problems };
}

/** What the schema says against texts that were written out. */
function wrongTexts(written: Plain, now: Source): Finding[] {
  return check(now).filter(({ path }) => {
    const text = valueAt(written, path);
    return typeof text === 'string' && text.includes('${');
  });
}

/** The same for files that are flat already: without stages, each function with all that holds for it. */
export function viewOfFlat({ whole, draft, top }: Document, stage: string | null): View {
  const source = sourceOf(whole, top);
  const right = draft as Draft;
  const context = { draft: right, source, stage };
  const subjects = Object.entries(right.functions ?? {}).map(([key, layered]) =>
    subjectOf(context, key, layered),
  );
  return { stage, draft: right, source, subjects, problems: [] };
}

/** The names of the stages of a document. */
export function stagesOf(document: Plain): string[] {
  const { stages } = document;
  return isPlain(stages) ? Object.keys(stages) : [];
}

function factsOf(draft: Plain, stage: string | null): PlainFacts {
  const text = (value: unknown): string | null =>
    typeof value === 'string' && !value.includes('${') ? value : null;
  const { project, account, region } = draft;
  return { stage, project: text(project), account: text(account), region: text(region) };
}

function subjectOf(
  { draft, source, stage }: { draft: Draft; source: Source; stage: string | null },
  key: string,
  layered: LambdaFunction,
): Subject {
  const home = ['functions', key];
  const named = source.has([...home, 'name']);
  return {
    key,
    stage,
    layered,
    name: layered.name ?? (named ? unknownName(source.value, key) : defaultName(draft.project, stage, key)),
    layerKeys: Object.keys((source.value as Draft).layers ?? {}),
    has: (path) => source.has([...home, ...path]),
    at: (path) => source.at([...home, ...path]),
    keyAt: (path) => source.keyAt([...home, ...path]),
    named: (path) => nameAt(source.value, [...home, ...path]),
  };
}

/** The name at AWS of a function or layer that has none of its own. */
export const defaultName = (project: string | undefined, stage: string | null, key: string): string =>
  [project, stage, key].filter((part) => part != null).join('-');

/** Stands for a name that is wrong or not known: the same text leads to the same name. */
function unknownName(value: unknown, key: string): string {
  const { name } = (value as { functions: { [key: string]: { name: unknown } } }).functions[key] ?? {};
  return `\${${Digest.short(JSON.stringify(name ?? key))}}`;
}
