import { functionProblems } from './function-rules';
import { escapes } from './inside';
import type { Problem } from './problem';
import { type Draft, prune } from './prune';
import type { Source } from './read';
import { rolloutProblems } from './rollout-rules';
import { check, type Finding } from './validate';

/** Everything that is wrong in a file, by the schema and by what a schema cannot say. */
export function problemsOf(source: Source): Problem[] {
  const findings = check(source);
  const draft = prune(source.value, findings);
  const meant = asMeant(source, findings);
  return [
    ...findings,
    ...functionProblems(draft, meant),
    ...rolloutProblems(draft, meant),
    ...seedProblems(draft, meant),
  ];
}

/** A misspelt key counts as there, so that it is reported once and not as missing too. */
function asMeant(source: Source, findings: readonly Finding[]): Source {
  const meant = new Set(findings.flatMap((finding) => (finding.meant ? [finding.meant.join('/')] : [])));
  return { ...source, has: (path) => source.has(path) || meant.has(path.join('/')) };
}

function seedProblems(draft: Draft, source: Source): Problem[] {
  const seed = draft.local?.seed;
  const wrong = seed === undefined ? null : escapes(seed);
  if (wrong === null) return [];
  const what = `local.seed: ${JSON.stringify(seed)} ${wrong}`;
  return [{ at: source.at(['local', 'seed']), what, hint: 'name a path below the project file' }];
}
