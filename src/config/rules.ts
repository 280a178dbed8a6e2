import { functionProblems } from './function-rules';
import { escapes } from './inside';
import type { Problem } from './problem';
import { type Draft, prune } from './prune';
import type { Source } from './read';
import { rolloutProblems } from './rollout-rules';
import { check } from './validate';

/** Everything that is wrong in a file, by the schema and by what a schema cannot say. */
export function problemsOf(source: Source): Problem[] {
  const findings = check(source);
  const draft = prune(source.value, findings);
  return [
    ...findings,
    ...functionProblems(draft, source),
    ...rolloutProblems(draft, source),
    ...seedProblems(draft, source),
  ];
}

function seedProblems(draft: Draft, source: Source): Problem[] {
  const seed = draft.local?.seed;
  const wrong = seed === undefined ? null : escapes(seed);
  if (wrong === null) return [];
  const what = `local.seed: ${JSON.stringify(seed)} ${wrong}`;
  return [{ at: source.at(['local', 'seed']), what, hint: 'name a path below the project file' }];
}
