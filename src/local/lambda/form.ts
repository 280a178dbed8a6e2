/** Everything in an input that the service model does not allow, found by a table of rules. */
import type { Check } from './constraints';

/**
 * Rules by the model's own paths, which begin every name with a small letter: `vpcConfig.subnetIds`. `member` stands for
 * every item of a list. A rule below something that is absent asks for nothing.
 */
export type Rules = { readonly [path: string]: readonly Check[] };

interface Place {
  /** As AWS names it: `filterCriteria.filters.1.member.pattern`. */
  readonly field: string;
  readonly value: unknown;
}

/** One problem a place at most, in the order of the rules. */
export function problemsIn(input: object, rules: Rules): string[] {
  return Object.entries(rules).flatMap(([path, checks]) =>
    placesAt({ field: '', value: input }, path.split('.')).flatMap((place) => firstProblem(place, checks)),
  );
}

function firstProblem({ field, value }: Place, checks: readonly Check[]): string[] {
  for (const check of checks) {
    const problem = check(field, value);
    if (problem !== null) return [problem];
  }
  return [];
}

function placesAt(place: Place, path: readonly string[]): Place[] {
  const [step, ...rest] = path;
  if (step === undefined) return [place];
  if (typeof place.value !== 'object' || place.value === null) return [];
  if (step === 'member') return itemsOf(place).flatMap((item) => placesAt(item, rest));
  const name = `${step.charAt(0).toUpperCase()}${step.slice(1)}`;
  const field = place.field === '' ? step : `${place.field}.${step}`;
  return placesAt({ field, value: (place.value as { [name: string]: unknown })[name] }, rest);
}

function itemsOf({ field, value }: Place): Place[] {
  const items = Array.isArray(value) ? value : [];
  return items.map((item, index) => ({ field: `${field}.${index + 1}.member`, value: item }));
}
