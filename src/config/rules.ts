import { stageProblems } from './conflicts';
import { functionProblems } from './function-rules';
import { escapes } from './inside';
import { layerProblems } from './layer-rules';
import { isPlain, type Plain } from './overlay';
import { gather, maxProblems, type Problem } from './problem';
import { asMeant, type Draft, prune } from './prune';
import type { Path } from './read';
import { standsAsWritten } from './references/places';
import { referenceProblems } from './references/resolve';
import { releaseProblems } from './release-rules';
import { rolloutProblems } from './rollout-rules';
import { type Source, sourceOf } from './source';
import { check, checkOpen, type Finding } from './validate';
import { type Document, stagesOf, type View, viewOf, viewOfFlat } from './view';

/** More would be no stages. */
const maxStages = 100;
/** Every rule is asked for each function in each stage. */
const maxSubjects = 10_000;
/** Deeper than anything required stands in something required. */
const maxRounds = 8;

export interface Examined {
  readonly problems: readonly Problem[];
  /** Without a stage, then each stage. */
  readonly views: readonly View[];
}

/** What is wrong in a file and in each of its stages, as far as it is known before references are resolved. */
export function examine(source: Source): Examined {
  const { findings } = checkOpen(source);
  // The rules hold for what is right, and here nobody knows what is.
  if (findings.length >= maxProblems) return { problems: findings, views: [] };
  const document = documentOf(source, findings);
  const tooMany = tooManyProblems(document.draft, source);
  if (tooMany.length > 0) return { problems: [...findings, ...tooMany], views: [] };
  const views: View[] = [];
  const rules = gather([null, ...stagesOf(document.draft)], (stage) => {
    const view = viewOf(document, stage);
    views.push(view);
    return ruleProblems(view);
  });
  const references = referenceProblems({ value: source.value, at: source.at, exempt: standsAsWritten });
  const conflicts = rules.length < maxProblems ? stageProblems(views) : [];
  return { problems: [...findings, ...references, ...rules, ...conflicts], views };
}

function tooManyProblems(draft: Draft, source: Source): Problem[] {
  const stages = Object.values(draft.stages ?? {});
  const at = source.keyAt(['stages']);
  if (stages.length > maxStages)
    return [{ at, what: `stages: ${stages.length} stages`, hint: `a project has at most ${maxStages}` }];
  const { functions = {} } = draft;
  const own = stages.flatMap((stage) => Object.keys(stage.functions ?? {}));
  const others = own.filter((key) => !Object.hasOwn(functions, key));
  const count = Object.keys(functions).length * (stages.length + 1) + others.length;
  if (count <= maxSubjects) return [];
  const what = `stages: ${count} functions in all stages together`;
  return [{ at, what, hint: `a project has at most ${maxSubjects}` }];
}

/**
 * The same for what one stage sees once references are resolved; those at `waiting` are still as they are written.
 * What is `usable` has none of them where they could not stand.
 */
export function settledProblems(
  source: Source,
  { stage, waiting }: { stage: string | null; waiting: readonly Path[] },
): { problems: Problem[]; usable: View } {
  const { findings, open } = waiting.length > 0 ? checkOpen(source) : { findings: check(source), open: [] };
  const top = source.at([]);
  const whole = source.value as Plain;
  const draft = prune(whole, [...findings.map(({ path }) => path), ...waiting]);
  const rules = findings.length < maxProblems ? ruleProblems(viewOfFlat({ whole, draft, top }, stage)) : [];
  const problems = [...findings, ...rules];
  return { problems, usable: viewOfFlat({ whole, draft: usableOf(source, open), top }, stage) };
}

/** What is cut out may have been required, so what it stands in goes too. */
function usableOf(source: Source, open: readonly Path[]): Plain {
  let value = source.value as Plain;
  let cut = open;
  for (let round = 0; cut.length > 0 && round < maxRounds; round++) {
    value = prune(value, cut);
    cut = checkOpen(sourceOf(value, source.at([]))).findings.map(({ path }) => path);
  }
  return value;
}

function documentOf(source: Source, findings: readonly Finding[]): Document {
  const misspelt = findings.flatMap(({ path, meant }) => (meant ? [{ path, meant }] : []));
  const draft = prune(
    source.value,
    findings.map(({ path }) => path),
  );
  const whole = misspelt.length > 0 ? asMeant(source.value, misspelt) : source.value;
  return { draft, whole: isPlain(whole) ? whole : {}, top: source.at([]) };
}

function ruleProblems(view: View): Problem[] {
  return [
    ...view.problems,
    ...functionProblems(view.subjects),
    ...layerProblems(view),
    ...rolloutProblems(view),
    ...releaseProblems(view),
    ...seedProblems(view),
  ];
}

function seedProblems({ draft, source }: View): Problem[] {
  const seed = draft.local?.seed;
  const wrong = seed === undefined ? null : escapes(seed);
  if (wrong === null) return [];
  const what = `local.seed: ${JSON.stringify(seed)} ${wrong}`;
  return [{ at: source.at(['local', 'seed']), what, hint: 'name a path below the project file' }];
}
