import { expected } from './expected';
import { forms } from './forms';
import { didYouMean, nearest } from './nearest';
import { pathOf, valueAt } from './pointer';
import type { Problem } from './problem';
import type { Path, Source } from './read';
import { chooseBranches } from './unions';
import { type SchemaError, validate } from './validate.gen';

export interface Finding extends Problem {
  readonly path: Path;
  /** The legal key that an unknown one was probably meant to be. */
  readonly meant?: Path;
}

/** What the schema says against a file: one finding a place, for people. Empty when nothing is wrong. */
export function check(source: Source): Finding[] {
  if (validate(source.value)) return [];
  const errors = chooseBranches(validate.errors ?? [], source.value);
  const misspelt = new Set(errors.flatMap((error) => meantKeys(error)));
  const findings: Finding[] = [];
  const seen = new Set<string>();
  for (const error of errors) {
    if (error.keyword === 'propertyNames' || misspelt.has(missingKey(error))) continue;
    const finding = findingOf(error, source);
    // A value of the wrong type breaks other rules too; the first one is said.
    const place = JSON.stringify(finding.path);
    if (error.keyword !== 'required' && seen.has(place)) continue;
    seen.add(place);
    findings.push(finding);
  }
  return findings;
}

const missingKey = (error: SchemaError): string =>
  error.keyword === 'required' ? `${error.instancePath}/${error.params.missingProperty}` : '';

/** A misspelt required key is reported once, as misspelt and not as missing too. */
function meantKeys(error: SchemaError): string[] {
  if (error.keyword !== 'additionalProperties') return [];
  const meant = nearest(String(error.params.additionalProperty), legalAt(error));
  return meant === null ? [] : [`${error.instancePath}/${meant}`];
}

const legalAt = (error: SchemaError): readonly string[] => Object.keys(error.parentSchema.properties ?? {});

function findingOf(error: SchemaError, source: Source): Finding {
  const path = pathOf(error.instancePath);
  if (error.propertyName !== undefined) return wrongKey(error, [...path, error.propertyName], source);
  if (error.keyword === 'additionalProperties') {
    return unknownKey(error, [...path, String(error.params.additionalProperty)], source);
  }
  if (error.keyword === 'required') return missing(error, path, source);
  return wrongValue(error, path, source);
}

function missing(error: SchemaError, path: Path, source: Source): Finding {
  const key = String(error.params.missingProperty);
  const example = JSON.stringify(error.parentSchema.properties?.[key]?.examples?.[0]);
  const hint = example === undefined ? 'add it' : `such as ${key}: ${example}`;
  return { path, at: source.keyAt(path), what: `${dotted(path)}\`${key}\` is missing`, hint };
}

function wrongKey(error: SchemaError, path: Path, source: Source): Finding {
  const what = `${dotted(path.slice(0, -1))}${shown(path.at(-1))} is not ${expected[placeOf(error)] ?? 'a legal key'}`;
  return { path, at: source.keyAt(path), what, hint: null };
}

function unknownKey(error: SchemaError, path: Path, source: Source): Finding {
  const key = String(path.at(-1));
  const around = path.slice(0, -1);
  const what = `${dotted(around)}unknown key ${shown(key)}`;
  const finding = { path, at: source.keyAt(path), what, hint: didYouMean(key, legalAt(error)) };
  const meant = nearest(key, legalAt(error));
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
    return { path, at, what: `${dotted(path)}${shown(text)} ${reason.what}`, hint: reason.hint };
  }
  // The value of an environment variable may be a secret and is not repeated.
  const said = place.startsWith('environment') ? `a ${kindOf(value)}` : describe(value, written);
  const what = `${dotted(path)}${said} is not ${expected[place] ?? 'what belongs here'}`;
  return { path, at, what, hint: hintFor(error, value, written) };
}

/** Texts of any form: a number becomes right by quotes alone. */
const quotable = new Set([
  'alarmName',
  'code',
  'environmentValue',
  'path',
  'project',
  'rolloutName',
  'testEvents',
]);

function hintFor(error: SchemaError, value: unknown, written: string | null): string | null {
  if (error.keyword === 'enum' && typeof value === 'string') {
    return didYouMean(value, error.params.allowedValues as string[]);
  }
  const isPlain = typeof value === 'number' || typeof value === 'boolean';
  if (!isPlain || !quotable.has(placeOf(error))) return null;
  return placeOf(error) === 'environmentValue'
    ? 'put quotes around it'
    : `put quotes around it: "${written ?? value}"`;
}

/** The definition or the key whose rule was broken. */
const placeOf = (error: SchemaError): string => error.parentSchema.$comment ?? '';

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

const dotted = (path: Path): string => (path.length === 0 ? '' : `${path.join('.')}: `);
