import type { Problem } from './problem';
import type { Path } from './read';
import type { Subject } from './subject';

interface Said {
  readonly what: string;
  readonly hint: string;
}

/** Where the settings of a function or layer stand. */
export type Spot = Pick<Subject, 'has' | 'at' | 'keyAt' | 'named'>;

/** A problem with a value of a function: `functions.api.timeout: <what>`. */
export const valueProblem = (subject: Spot, path: Path, { what, hint }: Said): Problem => ({
  at: subject.at(path),
  what: `${subject.named(path)}: ${what}`,
  hint,
});

/** A problem with a key, or with the function itself. */
export const keyProblem = (subject: Spot, path: Path, { what, hint }: Said): Problem => ({
  at: subject.keyAt(path),
  what: `${subject.named(path)}: ${what}`,
  hint,
});

/** True for what a function or a stage's function says itself; false for what the defaults say for many. */
export const isOwn = (subject: Spot, setting: string): boolean =>
  subject.has([setting]) && /^(stages\.[^.]+\.)?functions\./.test(subject.named([setting]));

/** Keys that a map must have once all that is laid over each other is there. */
export function missingParts(
  subject: Subject,
  setting: keyof Subject['layered'],
  examples: Readonly<{ [key: string]: string }>,
): Problem[] {
  const map = subject.layered[setting];
  if (typeof map !== 'object' || map === null) return [];
  return Object.entries(examples)
    .filter(([key]) => !Object.hasOwn(map, key) && !subject.has([setting, key]))
    .map(([key, example]) =>
      keyProblem(subject, [setting], { what: `\`${key}\` is missing`, hint: `such as ${key}: ${example}` }),
    );
}
