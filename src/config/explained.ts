import { Document, type Scalar, visit, type YAMLMap, type YAMLSeq } from 'yaml';
import type { ValueOrigin } from '../core/events';
import { Secret } from '../core/secret';
import type { Path } from './places';
import { locate } from './problem';
import { standsAsWritten } from './references/places';
import { type Source, sectionAt } from './source';

/** A whole project as one file says it, with everything laid over each other and resolved. */
export interface Explained {
  /** Plain data that shipit reads as the same project. A secret is a text that tells it from others. */
  readonly value: object;
  /** Of every single value, in the order of the file. */
  readonly origins: readonly ValueOrigin[];
}

/** Texts at `waiting` still have their references and are left as they are. */
export function explained(source: Source, waiting: readonly Path[]): Explained {
  const asWritten = new Set(waiting.map(keyOf));
  const origins: ValueOrigin[] = [];
  const walk = (value: unknown, path: Path): unknown => {
    if (isFilled(value)) {
      if (Array.isArray(value)) return value.map((item, index) => walk(item, [...path, index]));
      const entries = Object.entries(value).map(([key, inner]) => [key, walk(inner, [...path, key])]);
      return Object.fromEntries(entries);
    }
    origins.push(originOf(source, path));
    if (value instanceof Secret) return String(value);
    const isText = typeof value === 'string' && !standsAsWritten(path) && !asWritten.has(keyOf(path));
    return isText ? value.replaceAll('${', () => '$${') : value;
  };
  return { value: walk(source.value, []) as object, origins };
}

const keyOf = (path: Path): string => path.join('\0');

/** What has values in it; an empty map or list is a value itself. */
const isFilled = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !(value instanceof Secret) && Object.keys(value).length > 0;

function originOf(source: Source, path: Path): ValueOrigin {
  if (!source.has(path)) return { path: path.join('.'), at: null, section: '' };
  return {
    path: path.join('.'),
    at: locate(source.at(path)),
    section: sectionAt(source.value, path)?.title ?? '',
  };
}

/** YAML; with `origin`, where each value came from stands behind it. */
export function toYaml({ value, origins }: Explained, { origin }: { readonly origin: boolean }): string {
  const document = new Document(value, { aliasDuplicateObjects: false });
  const rest = origins[Symbol.iterator]();
  const comment = (node: Scalar | YAMLMap | YAMLSeq): void => {
    const { at = null, section = '' } = rest.next().value ?? {};
    node.comment = ` ${[at ?? 'not in the file', section].filter((word) => word !== '').join('  ')}`;
  };
  visit(document, {
    Scalar(_key, node) {
      // A block of blanks and line ends alone would lose some of them.
      if (typeof node.value === 'string' && node.value.trim() === '') node.type = 'QUOTE_DOUBLE';
    },
  });
  if (origin) {
    visit(document, {
      Scalar: (key, node) => (key === 'key' ? undefined : comment(node)),
      Collection: (_key, node) => (node.items.length > 0 ? undefined : comment(node)),
    });
  }
  return document.toString({ lineWidth: 0 });
}
