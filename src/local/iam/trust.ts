/**
 * Whether a role trusts whoever has a token of an OIDC provider
 * (docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-wif).
 */

/** What a token says; of `aud` any one. */
export interface Claims {
  /** Without `https://`, as principals and condition keys name it. */
  readonly issuer: string;
  readonly of: Readonly<{ [claim: string]: readonly string[] }>;
}

type Json = Readonly<{ [member: string]: unknown }>;

const action = 'sts:assumerolewithwebidentity';

/** A denial wins, as everywhere in policies. */
export function trusts(document: string, claims: Claims, account: string): boolean {
  const { Statement }: { Statement?: Json | Json[] } = JSON.parse(document);
  const provider = `arn:aws:iam::${account}:oidc-provider/${claims.issuer}`;
  const matching = [Statement ?? []]
    .flat()
    .filter((statement) => isAbout(statement, provider) && holds(statement.Condition, claims));
  return matching.length > 0 && matching.every(({ Effect }) => Effect === 'Allow');
}

function isAbout({ Action, Principal }: Json, provider: string): boolean {
  const acts = textsOf(Action).some((one) => like(one.toLowerCase()).test(action));
  const federated = textsOf((Principal as Json | undefined)?.Federated);
  return acts && (Principal === '*' || federated.includes(provider) || federated.includes('*'));
}

/** Every operator, every key: one of the values. An operator that is not here holds for nobody. */
function holds(condition: unknown, claims: Claims): boolean {
  return Object.entries((condition ?? {}) as { [operator: string]: Json }).every(([operator, keys]) => {
    const [, optional, test] = readOperator(operator);
    return Object.entries(keys).every(([key, wanted]) => {
      const given = claimOf(key, claims);
      if (given.length === 0 && optional) return true;
      return test?.(given, textsOf(wanted)) ?? false;
    });
  });
}

type Test = (given: readonly string[], wanted: readonly string[]) => boolean;

const same = (one: string, other: string): boolean => one === other;
const sameLetters = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();
const matches = (one: string, other: string): boolean => like(other).test(one);
const some =
  (fits: (one: string, other: string) => boolean): Test =>
  (given, wanted) =>
    given.some((one) => wanted.some((other) => fits(one, other)));
const not =
  (test: Test): Test =>
  (given, wanted) =>
    !test(given, wanted);

const tests: ReadonlyMap<string, Test> = new Map([
  ['StringEquals', some(same)],
  ['StringNotEquals', not(some(same))],
  ['StringEqualsIgnoreCase', some(sameLetters)],
  ['StringNotEqualsIgnoreCase', not(some(sameLetters))],
  ['StringLike', some(matches)],
  ['StringNotLike', not(some(matches))],
]);

function readOperator(text: string): [string, boolean, Test | undefined] {
  const [, name = '', optional] = /^(?:ForAnyValue:)?(\w+?)(IfExists)?$/.exec(text) ?? [];
  return [name, optional !== undefined, tests.get(name)];
}

/** Keys are `<issuer>:<claim>`, whatever their case. */
function claimOf(key: string, { issuer, of }: Claims): readonly string[] {
  const prefix = `${issuer}:`.toLowerCase();
  return key.toLowerCase().startsWith(prefix) ? (of[key.slice(prefix.length).toLowerCase()] ?? []) : [];
}

const textsOf = (value: unknown): string[] => [value ?? []].flat().map(String);

/** `*` for anything, `?` for one character. */
const like = (pattern: string): RegExp =>
  new RegExp(
    `^${pattern
      .replace(/[.+^${}()|[\]\\]/g, '\\$&')
      .replaceAll('*', '[^]*')
      .replaceAll('?', '[^]')}$`,
  );
