import { Secret } from '../../core/secret';
import { maxProblems, type Position, type Problem } from '../problem';
import type { Path } from '../read';
import { type Asks, allAsks, type Facts, type Outside, plainAsks, type Remote } from './asks';
import { type Part, type PlacedFlaw, parseReferences } from './parse';
import { mayBeSecret, mayChangeCommand, positionIn } from './places';
import { resolveText, type TextResult } from './text';

interface Texts {
  /** Maps, lists and single values, with the sections of the project file at its top: `defaults`, `functions`, `stages`. */
  readonly value: unknown;
  readonly at: (path: Path) => Position;
  /** Such texts are left as they are: see `standsAsWritten`. */
  readonly exempt: (path: Path) => boolean;
}

export interface PlainInput extends Texts {
  readonly facts: Facts;
  readonly outside: Outside;
}

export interface Resolving {
  /** Plain data, with no secret in it. What waits for AWS, is a secret or is wrong stands as it is written. */
  readonly value: unknown;
  readonly problems: readonly Problem[];
  /** What `resolveAll` will do; whoever needs less leaves some out, and it stays as it is written. */
  readonly waiting: readonly Waiting[];
  readonly asks: Asks;
}

/** One text that is not resolved yet. */
export interface Waiting {
  readonly path: Path;
  readonly at: Position;
  readonly text: string;
  readonly parts: readonly Part[];
}

export interface Resolved {
  /** With a `Secret` wherever any part of a text is one. */
  readonly value: unknown;
  readonly problems: readonly Problem[];
  /** All of them, and the parts of texts that are: nothing may show any of these. */
  readonly secrets: readonly Secret[];
}

/** What is wrong with references whatever they lead to: their form, and secrets where none may stand. */
export function referenceProblems({ value, at, exempt }: Texts): Problem[] {
  const { texts, problems } = textsIn({ value, at, exempt });
  return [...problems, ...texts.flatMap((text) => misplaced(text, nothing))];
}

/** Resolves what needs no AWS, and finds what is wrong with any reference as far as that can be seen without. */
export async function resolvePlain({ value, at, exempt, facts, outside }: PlainInput): Promise<Resolving> {
  const asks = plainAsks(facts, outside);
  const { texts, problems } = textsIn({ value, at, exempt });
  const results = await inTurn(texts, ({ parts }) => resolveText(parts, asks));
  const done = new Map<string, string>();
  const waiting: Waiting[] = [];
  for (const [text, result] of results) {
    const wrong = [...problemsOf(text, result.flaws), ...misplaced(text, result)];
    problems.push(...wrong);
    if (typeof result.value === 'string') done.set(keyOf(text.path), result.value);
    else if (wrong.length === 0) waiting.push(text);
  }
  return { value: replace(value, done), problems, waiting, asks };
}

/** The texts with references that have the form of such, and what is wrong with the others. */
function textsIn({ value, at, exempt }: Texts): { texts: Waiting[]; problems: Problem[] } {
  const texts: Waiting[] = [];
  const problems: Problem[] = [];
  walk(value, [], (text, path) => {
    if (problems.length >= maxProblems || !text.includes('${') || exempt(path)) return text;
    const { parts, flaws } = parseReferences(text);
    const here = { path, at: at(path), text, parts };
    if (flaws.length > 0) problems.push(...problemsOf(here, flaws));
    else texts.push(here);
    return text;
  });
  return { texts, problems };
}

/**
 * Resolves the rest. Everything that is missing is told at once; `noCredentials`, `expiredCredentials`, `noRegion` and
 * `wrongEndpoint` are thrown.
 */
export async function resolveAll(plain: Resolving, remote: Remote): Promise<Resolved> {
  const asks = allAsks(plain.asks, remote);
  const results = await inTurn(plain.waiting, ({ parts }) => resolveText(parts, asks));
  const done = new Map<string, string | Secret>();
  const problems: Problem[] = [];
  const secrets = new Map<string, Secret>();
  for (const [text, result] of results) {
    problems.push(...problemsOf(text, result.flaws), ...misplaced(text, result));
    if (result.value !== null) done.set(keyOf(text.path), result.value);
    const whole = result.value instanceof Secret ? [result.value] : [];
    for (const secret of [...result.secrets, ...whole]) secrets.set(Secret.reveal(secret), secret);
  }
  return { value: replace(plain.value, done), problems, secrets: [...secrets.values()] };
}

/** A reference to a secret is one before anybody knows what it leads to; one in a command may not stand there either. */
function misplaced(text: Waiting, { secrets }: TextResult): Problem[] {
  const references = text.parts.filter((part) => typeof part !== 'string');
  const loose = references.find(({ kind }) => mayChangeCommand(text.path, kind));
  if (loose) {
    const what = `${loose.written}: what it leads to could change the command`;
    const hint =
      'write program and arguments as a list, one of which may refer to it; a shell reads variables itself';
    return [{ at: text.at, what, hint }];
  }
  const named = references.find(({ kind }) => kind === 'secret');
  if (mayBeSecret(text.path) || (secrets.length === 0 && !named)) return [];
  const what = 'secrets may stand in `environment`, in `notifications` and in `headers` of hooks alone';
  return [{ at: text.at, what, hint: 'let the function read it, or refer to something that is no secret' }];
}

function problemsOf({ at, text }: Waiting, flaws: readonly PlacedFlaw[]): Problem[] {
  return flaws.map(({ what, hint, offset }) => ({ at: positionIn(at, text, offset), what, hint }));
}

/** A few at once, for AWS limits the questions of an account; the first error ends it. */
async function inTurn(
  texts: readonly Waiting[],
  work: (text: Waiting) => Promise<TextResult>,
): Promise<Map<Waiting, TextResult>> {
  const results = new Map<Waiting, TextResult>(texts.map((text) => [text, nothing]));
  // Whoever leaves the loop with an error ends the queue for all of them.
  const queue = (function* () {
    yield* texts;
  })();
  const take = async (): Promise<void> => {
    for (const text of queue) results.set(text, await work(text));
  };
  await Promise.all(Array.from({ length: 8 }, take));
  return results;
}

const nothing: TextResult = { value: null, flaws: [], secrets: [] };

function replace(value: unknown, done: ReadonlyMap<string, string | Secret>): unknown {
  return walk(value, [], (text, path) => (text.includes('${') ? (done.get(keyOf(path)) ?? text) : text));
}

const keyOf = (path: Path): string => path.join('\0');

/** A copy with other texts; keys stay. */
function walk(value: unknown, path: Path, change: (text: string, path: Path) => unknown): unknown {
  if (typeof value === 'string') return change(value, path);
  if (Array.isArray(value)) return value.map((one, index) => walk(one, [...path, index], change));
  if (typeof value !== 'object' || value === null || value instanceof Secret) return value;
  const entries = Object.entries(value).map(([key, one]) => [key, walk(one, [...path, key], change)]);
  return Object.fromEntries(entries);
}
