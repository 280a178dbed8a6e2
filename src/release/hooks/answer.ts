/** What others answered: as a verdict, and in words that may be shown. */
import type { FunctionSpec, Hook } from '../../config/project';
import { Secret } from '../../core/secret';
import { isRecord, parseJson } from './json';
import type { Verdict } from './occasion';

/** The answer of a function that is asked for its verdict: `{ "status": "pass", "because": "..." }`. */
export function readVerdict(text: string): Verdict {
  const answer = parseJson(text)?.value;
  if (!isRecord(answer) || !isStatus(answer.status)) return unreadable(text);
  const { status, because = `it said ${status}` } = answer;
  return typeof because === 'string' ? { status, because } : unreadable(text);
}

type Value = string | Secret;

/** What a function and a hook hold that may be a secret. */
export const valuesOf = (specs: readonly Pick<FunctionSpec, 'config'>[], hook: Hook | null): Value[] => [
  ...specs.flatMap(({ config: { environment = {} } }) => Object.values(environment)),
  ...(hook?.kind === 'http' ? Object.values(hook.headers) : []),
];

/** Foreign text as it may be told: without the secrets among these values, cut to what a person reads. */
export function readable(text: string, values: readonly Value[]): string {
  const clean = withoutSecrets(text, values);
  return clean.length > longest ? `${clean.slice(0, longest - 3)}...` : clean;
}

const longest = 300;

/** Shorter ones would take letters out of words. */
const shortestSecret = 3;

/** Before the text is cut, which could cut one in two. A message within an answer is JSON once more. */
function withoutSecrets(text: string, values: readonly Value[]): string {
  const escaped = (value: string): string => JSON.stringify(value).slice(1, -1);
  const forms = values
    .filter((value) => value instanceof Secret)
    .map(Secret.reveal)
    .filter(({ length }) => length >= shortestSecret)
    .flatMap((secret) => [secret, escaped(secret), escaped(escaped(secret))])
    .sort((one, other) => other.length - one.length);
  return forms.reduce((rest, form) => rest.replaceAll(form, '***'), text);
}

const statuses: readonly unknown[] = ['pass', 'fail', 'inconclusive'] satisfies Verdict['status'][];

const isStatus = (value: unknown): value is Verdict['status'] => statuses.includes(value);

const unreadable = (text: string): Verdict => ({
  status: 'fail',
  because: `answered without a status of pass, fail or inconclusive: ${text === '' ? '(nothing)' : text}`,
});
