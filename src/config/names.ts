import { dirname, resolve } from 'node:path';
import { ShipitError } from '../core/errors';
import type { Files } from '../core/ports';
import { findHidden } from './characters';
import { findProjectFile, type Wanted } from './find';
import { defaultAlias } from './function-rules';
import { readSource } from './read';
import { skim } from './skim';

/** What a project file names. */
export interface Names {
  /** The folder of the project; null when there is none. */
  readonly root: string | null;
  /** With what is said of each. */
  readonly functions: ReadonlyMap<string, string>;
  readonly stages: ReadonlyMap<string, string>;
  readonly rollouts: ReadonlyMap<string, string>;
  readonly aliases: readonly string[];
}

type Plain = { readonly [key: string]: unknown };

/** A file and what it extends. */
const maxFiles = 6;
/** What is longer is skimmed: whoever presses Tab does not wait for a parser. */
const parsedBytes = 32 * 1024;

/**
 * As far as it can be read: a file that is broken, half typed or not there names less, and nothing is thrown. What cannot
 * be seen or would be taken for a flag is no name.
 */
export async function namesOf(files: Files, wanted: Wanted, stage: string | null): Promise<Names> {
  const file = await orNull(findProjectFile(files, wanted));
  const chain = file === null ? [] : await chainOf(files, file);
  const staged = stage === null ? [] : chain.map((one) => mapIn(mapIn(one, 'stages'), stage));
  const parts = [...staged, ...chain];
  const entries = (key: string): Plain[] => parts.map((part) => mapIn(part, key));
  const functions = entries('functions');
  return {
    root: file === null ? null : dirname(file),
    functions: named(functions, (value) => textIn(value, 'description') ?? textIn(value, 'name') ?? ''),
    stages: named(entries('stages'), (value) =>
      mapOf(value).protected === true ? 'protected stage' : 'stage',
    ),
    rollouts: named(entries('rollouts'), rolloutText),
    aliases: aliasesIn([...functions.flatMap(Object.values), ...entries('defaults')]),
  };
}

async function chainOf(files: Files, file: string): Promise<Plain[]> {
  const chain: Plain[] = [];
  const seen = new Set<string>();
  for (let next: string | null = file; next !== null && chain.length < maxFiles && !seen.has(next); ) {
    seen.add(next);
    const value: Plain = await read(files, next);
    chain.push(value);
    const base: string | null = textIn(value, 'extends');
    next = base === null ? null : resolve(dirname(next), base);
  }
  return chain;
}

async function read(files: Files, path: string): Promise<Plain> {
  const bytes = await orNull(files.read(path));
  if (bytes === null) return {};
  const text = Buffer.from(bytes).toString('utf8');
  if (bytes.length > parsedBytes && !path.endsWith('.json')) return skim(text);
  try {
    return mapOf(readSource(path, bytes).value);
  } catch (error) {
    if (!(error instanceof ShipitError)) throw error;
    return path.endsWith('.json') ? mapOf(jsonOrNull(text)) : skim(text);
  }
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

async function orNull<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof ShipitError) return null;
    throw error;
  }
}

const mapOf = (value: unknown): Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Plain) : {};

const mapIn = (value: unknown, key: string): Plain => {
  const map = mapOf(value);
  return Object.hasOwn(map, key) ? mapOf(map[key]) : {};
};

/** A text that can be shown; one with a reference says nothing yet. */
function textIn(value: unknown, key: string): string | null {
  const text = mapOf(value)[key];
  return typeof text === 'string' && isName(text) && !text.includes('${') ? text : null;
}

const isName = (text: string): boolean =>
  text.length > 0 &&
  text.length <= 200 &&
  !text.startsWith('-') &&
  !/[\t\r\n]/.test(text) &&
  !findHidden(text);

function named(maps: readonly Plain[], say: (value: unknown) => string): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of maps.flatMap((map) => Object.entries(map)))
    if (isName(key) && !found.has(key)) found.set(key, say(value));
  return found;
}

/** In one line, as it is written. */
function rolloutText(value: unknown): string {
  const said = Object.entries(mapOf(value)).filter(([, part]) => typeof part === 'string');
  const text = said.map(([key, part]) => `${key} ${part}`).join(', ');
  return isName(text) ? text : 'rollout';
}

function aliasesIn(functions: readonly unknown[]): string[] {
  const written = functions.map((each) => textIn(each, 'alias'));
  return [...new Set([...written.filter((alias) => alias !== null), defaultAlias])];
}
