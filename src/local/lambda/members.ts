/** The members that many Lambda operations share, with their constraints in the service model and the Lambda quotas. */
import { Check } from './constraints';
import { functionNamePattern } from './names';

const checks = {
  functionName: [Check.required, Check.pattern(functionNamePattern), Check.length(1, 140)],
  qualifier: [Check.pattern('\\$(LATEST(\\.PUBLISHED)?)|[a-zA-Z0-9-_$]+'), Check.length(1, 128)],
  description: [Check.length(0, 256)],
} as const satisfies { [field: string]: readonly Check[] };

type Field = keyof typeof checks;

/** Every problem with these members, in the order given. */
export function problemsOf(members: { readonly [F in Field]?: unknown }): string[] {
  return Object.entries(members).flatMap(([field, value]) =>
    checks[field as Field]
      .map((check) => check(field, value))
      .filter((problem) => problem !== null)
      .slice(0, 1),
  );
}
