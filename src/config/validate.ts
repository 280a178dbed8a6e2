import { Secret } from '../core/secret';
import { expected } from './expected';
import { forms } from './forms';
import { didYouMean, nearest, suggest } from './nearest';
import { pathOf, valueAt } from './pointer';
import { maxProblems, type Problem } from './problem';
import type { Path, Source } from './read';
import { spoken } from './spoken';
import { strays } from './strays';
import { meantForms } from './unions';
import { type SchemaError, validate } from './validate.gen';

export interface Finding extends Problem {
  readonly path: Path;
  /** The legal key that an unknown one was probably meant to be. */
  readonly meant?: Path;
}

/** What is wrong in a file whose references are not resolved yet, and where nothing can be said before they are. */
export interface OpenCheck {
  readonly findings: readonly Finding[];
  readonly open: readonly Path[];
}

/**
 * What the schema says against a file: one finding a place, for people. Empty when nothing is wrong; with `maxProblems`
 * of them, there may be others.
 */
export function check(source: Source): Finding[] {
  return findingsOf(source, () => false);
}

/** The same for texts as they are written: one with a reference may become anything that a text can be. */
export function checkOpen(source: Source): OpenCheck {
  const open = new Map<string, Path>();
  const findings = findingsOf(source, (error) => {
    if (!isOpen(error, source)) return false;
    open.set(error.instancePath, pathOf(error.instancePath));
    return true;
  });
  return { findings, open: [...open.values()] };
}

function findingsOf(source: Source, isPassed: (error: SchemaError) => boolean): Finding[] {
  if (validate(source.value)) return [];
  const errors = validate.errors ?? [];
  const isMeant = meantForms(errors, source.value);
  const misspelt = new Misspelt(errors);
  const findings: Finding[] = [];
  const seen = new Set<string>();
  for (const error of errors) {
    if (findings.length >= maxProblems) break;
    if (error.keyword === 'propertyNames' || !isMeant(error)) continue;
    if (isSecret(error, source) || isPassed(error) || misspelt.has(error)) continue;
    // A value of the wrong type breaks other rules too; the first one is said.
    const place = JSON.stringify(placeInFile(error));
    if (error.keyword !== 'required' && seen.has(place)) continue;
    seen.add(place);
    findings.push(findingOf(error, source));
  }
  return findings;
}

/** Where a secret may stand is asked where references are resolved; for a schema it is a text. */
const isSecret = ({ instancePath }: SchemaError, { value }: Source): boolean =>
  valueAt(value, pathOf(instancePath)) instanceof Secret;

/** Keys in which no reference is resolved. */
const literal = new Set(['$schema', 'project', 'extends', 'envName']);

/** Of no use where no text may stand, such as for a number. */
const isOpen = (error: SchemaError, { value }: Source): boolean =>
  error.keyword !== 'type' &&
  error.propertyName === undefined &&
  !literal.has(placeOf(error)) &&
  refers(valueAt(value, pathOf(error.instancePath)));

/** `$${` is a literal `${`. */
const refers = (value: unknown): boolean => typeof value === 'string' && /(?<!\$)\$\{/.test(value);

/** A misspelt required key is reported once, as misspelt and not as missing too. */
class Misspelt {
  /** By the map in which they stand; made when somebody asks. */
  private unknown: Map<string, SchemaError[]> | null = null;

  constructor(private readonly errors: readonly SchemaError[]) {}

  has({ keyword, instancePath, params }: SchemaError): boolean {
    if (keyword !== 'required') return false;
    this.unknown ??= this.unknownKeys();
    const others = this.unknown.get(instancePath) ?? [];
    return others.some((other) => meantKey(other) === params.missingProperty);
  }

  private unknownKeys(): Map<string, SchemaError[]> {
    const unknown = new Map<string, SchemaError[]>();
    for (const error of this.errors) {
      if (error.keyword !== 'additionalProperties') continue;
      const others = unknown.get(error.instancePath) ?? [];
      unknown.set(error.instancePath, others);
      if (others.length < maxProblems) others.push(error);
    }
    return unknown;
  }
}

const meantKey = (error: SchemaError): string | null =>
  nearest(String(error.params.additionalProperty), legalAt(error));

const legalAt = (error: SchemaError): readonly string[] => Object.keys(error.parentSchema.properties ?? {});

/** Where the finding is: the value that is wrong, or the key. */
function placeInFile({ keyword, instancePath, propertyName, params }: SchemaError): Path {
  const path = pathOf(instancePath);
  if (propertyName !== undefined) return [...path, propertyName];
  return keyword === 'additionalProperties' ? [...path, String(params.additionalProperty)] : path;
}

function findingOf(error: SchemaError, source: Source): Finding {
  const path = placeInFile(error);
  if (error.propertyName !== undefined) return wrongKey(error, path, source);
  if (error.keyword === 'additionalProperties') return unknownKey(error, path, source);
  if (error.keyword === 'required') return missing(error, path, source);
  return wrongValue(error, path, source);
}

function missing(error: SchemaError, path: Path, source: Source): Finding {
  const key = String(error.params.missingProperty);
  const example = JSON.stringify(error.parentSchema.properties?.[key]?.examples?.[0]);
  const hint = example === undefined ? 'add it' : `such as ${key}: ${example}`;
  return { path, at: source.keyAt(path), what: `${dotted(path, source)}\`${key}\` is missing`, hint };
}

function wrongKey(error: SchemaError, path: Path, source: Source): Finding {
  const what = `${dotted(path.slice(0, -1), source)}${shown(path.at(-1))} is not ${wordsFor(error) ?? 'a legal key'}`;
  return { path, at: source.keyAt(path), what, hint: null };
}

function unknownKey(error: SchemaError, path: Path, source: Source): Finding {
  const key = String(path.at(-1));
  const around = path.slice(0, -1);
  const what = `${dotted(around, source)}unknown key ${shown(key)}`;
  const stray = strays[`${error.parentSchema.$comment?.replace('defaults', 'function')}.${key}`];
  const meant = stray === undefined ? meantKey(error) : null;
  const finding = { path, at: source.keyAt(path), what, hint: stray ?? suggest(meant, legalAt(error)) };
  return meant === null ? finding : { ...finding, meant: [...around, meant] };
}

function wrongValue(error: SchemaError, path: Path, source: Source): Finding {
  const place = placeOf(error);
  const value = valueAt(source.value, path);
  const written = source.written(path);
  const at = source.at(path);
  const text =
    typeof value === 'string' ? value : typeof value === 'number' ? (written ?? String(value)) : null;
  const form = forms[place];
  if (form && text !== null) {
    const reason = form(text);
    return { path, at, what: `${dotted(path, source)}${shown(text)} ${reason.what}`, hint: reason.hint };
  }
  const said = mayHide(place) ? `a ${kindOf(value)}` : describe(value, written);
  const what = `${dotted(path, source)}${said} is not ${wordsFor(error) ?? 'what belongs here'}`;
  return { path, at, what, hint: hintFor(error, value, written) };
}

function hintFor(error: SchemaError, value: unknown, written: string | null): string | null {
  if (refers(value)) return 'a reference gives a text, and here belongs none: write the value itself';
  if (error.keyword === 'enum' && typeof value === 'string') {
    const words = (error.params.allowedValues as unknown[]).filter((word) => typeof word === 'string');
    return didYouMean(value, words);
  }
  const isPlain = typeof value === 'number' || typeof value === 'boolean';
  // What is no map there is the name of an alarm, and that may be any text.
  const isText = placeOf(error) === 'alarm' || isTextFor(error, written ?? String(value));
  if (!isPlain || !isText) return null;
  return mayHide(placeOf(error)) ? 'put quotes around it' : `put quotes around it: "${written ?? value}"`;
}

/** True when a text of these letters would be right where something else stands. */
function isTextFor({ keyword, parentSchema }: SchemaError, text: string): boolean {
  const { type, enum: words, pattern, minLength = 0, maxLength = Number.POSITIVE_INFINITY } = parentSchema;
  if (keyword !== 'type' || !(type === 'string' || type?.includes('string'))) return false;
  if (words !== undefined && !words.includes(text)) return false;
  if (text.length < minLength || text.length > maxLength) return false;
  return pattern === undefined || new RegExp(pattern, 'u').test(text);
}

/** The definition or the key whose rule was broken. */
const placeOf = (error: SchemaError): string => error.parentSchema.$comment?.split('.').at(-1) ?? '';

const wordsFor = (error: SchemaError): string | undefined =>
  expected[error.parentSchema.$comment ?? ''] ?? expected[placeOf(error)];

/** The value of an environment variable, of a header, an address or a build argument may be a secret and is not repeated. */
const mayHide = (place: string): boolean => /^(environment|header)|^(channelUrl|argValue)$/.test(place);

function describe(value: unknown, written: string | null): string {
  if (typeof value === 'string') return shown(value);
  if (value === null) return 'nothing (null)';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : `a list of ${value.length}`;
  if (typeof value === 'object') return Object.keys(value).length === 0 ? 'an empty map' : 'a map';
  return shown(written ?? String(value));
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'list';
  return typeof value === 'object' ? 'map' : typeof value;
}

/** A word of the file, short and on one line. */
function shown(value: unknown): string {
  const text = JSON.stringify(String(value)).slice(1, -1);
  return `\`${text.length > 60 ? `${text.slice(0, 60)}...` : text}\``;
}

const dotted = (path: Path, { value }: Source): string =>
  path.length === 0 ? '' : `${spoken(value, path, path)}: `;
