import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { findHidden } from './characters';
import { parseDocument } from './parse';
import { badConfig, type Position, type Problem } from './problem';
import { decode, type Text } from './text';

export type Path = readonly (string | number)[];

/** The value of a file, and where each part of it stands. */
export interface Source {
  readonly value: unknown;
  has(path: Path): boolean;
  /** Where the value stands; for a path that is not there, the nearest thing around it. */
  at(path: Path): Position;
  /** The same for the key of the last step. */
  keyAt(path: Path): Position;
  /** How a plain number or word is written in the file: `010`. Null for anything else. */
  written(path: Path): string | null;
}

interface Place {
  /** Indices into the text. */
  readonly key: number;
  readonly value: number;
  readonly written: string | null;
}

const maxAliases = 10_000;
const maxNodes = 250_000;
/** In one map or list; the schema's validator takes time that grows with the square of it. */
const maxEntries = 10_000;
const coreTag = /^tag:yaml\.org,2002:(str|int|float|bool|null|map|seq)$/;
const keysOfPrototypes = new Set(['__proto__', 'constructor', 'prototype']);

/** YAML or JSON (by the file's name) as a plain value; `badConfig` for what is not strict, plain data. */
export function readSource(file: string, bytes: Uint8Array): Source {
  const text = decode(file, bytes);
  const document = parseDocument(file, text);
  if (file.endsWith('.json')) requireJson(file, text);
  const reader = new Reader();
  const { value } = reader.read(document.contents);
  if (reader.problems.length > 0) {
    const problems = reader.problems.map(({ index, ...rest }) => ({ ...rest, at: text.position(index) }));
    throw badConfig(file, problems);
  }
  return sourceOf(value, reader.places, text);
}

function requireJson(file: string, { text, position }: Text): void {
  try {
    JSON.parse(text);
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    const index = Number(/position (\d+)/.exec(cause.message)?.[1] ?? 0);
    throw badConfig(file, [{ at: position(index), what: 'not valid JSON', hint: 'or name the file .yaml' }]);
  }
}

interface Entry {
  readonly value: unknown;
  /** Nodes of the value when every alias is written out. */
  readonly size: number;
}

type Places = WeakMap<object, Map<string, Place>>;

/** One walk that makes the value, notes the places, and refuses what YAML allows and a project file does not. */
class Reader {
  readonly places: Places = new WeakMap();
  readonly problems: (Omit<Problem, 'at'> & { index: number })[] = [];
  private readonly anchors = new Map<string, Entry>();
  private readonly open = new Set<string>();
  private aliases = 0;

  read(node: Node | null): Entry {
    if (node === null) return { value: null, size: 1 };
    if (isAlias(node)) return this.alias(node.source, indexOf(node));
    if (node.tag !== undefined && !coreTag.test(node.tag))
      this.refuse(node, `the tag ${node.tag}`, 'use plain data');
    const anchor = 'anchor' in node ? node.anchor : undefined;
    if (anchor !== undefined) this.open.add(anchor);
    const entry = this.content(node);
    if (anchor !== undefined) {
      this.open.delete(anchor);
      this.anchors.set(anchor, entry);
    }
    if (entry.size > maxNodes && this.problems.length === 0) {
      this.refuse(node, `more than ${maxNodes} values when aliases are written out`, 'use fewer aliases');
    }
    return entry;
  }

  private content(node: Node): Entry {
    if ((isMap(node) || isSeq(node)) && node.items.length > maxEntries) {
      this.refuse(node, `${node.items.length} entries`, `one map or list has at most ${maxEntries}`);
      return { value: null, size: 1 };
    }
    if (isMap(node)) return this.map(node);
    if (isSeq(node)) return this.list(node);
    return { value: isScalar(node) ? this.scalar(node) : null, size: 1 };
  }

  private alias(name: string, index: number): Entry {
    this.aliases += 1;
    if (this.aliases === maxAliases + 1) {
      this.problems.push({ index, what: `more than ${maxAliases} aliases`, hint: 'use `defaults:`' });
    }
    const entry = this.open.has(name) ? undefined : this.anchors.get(name);
    if (entry) return entry;
    const what = this.open.has(name)
      ? `\`*${name}\` contains itself`
      : `there is no anchor \`&${name}\` before`;
    this.problems.push({ index, what, hint: null });
    return { value: null, size: 1 };
  }

  private map(node: YAMLMap): Entry {
    const value: { [key: string]: unknown } = {};
    const places = new Map<string, Place>();
    let size = 1;
    for (const pair of node.items as Pair<Node, Node | null>[]) {
      const key = this.key(pair.key, places);
      const entry = this.read(pair.value);
      size += entry.size;
      if (key === null) continue;
      value[key] = entry.value;
      places.set(key, placeOf(pair.key, pair.value));
    }
    this.places.set(value, places);
    return { value, size };
  }

  private list(node: YAMLSeq): Entry {
    const value: unknown[] = [];
    const places = new Map<string, Place>();
    let size = 1;
    for (const item of node.items as Node[]) {
      const entry = this.read(item);
      size += entry.size;
      places.set(String(value.length), placeOf(item, item));
      value.push(entry.value);
    }
    this.places.set(value, places);
    return { value, size };
  }

  /** The key as text; null when it is refused. */
  private key(node: Node, seen: ReadonlyMap<string, Place>): string | null {
    if (!isScalar(node))
      return this.refuse(node, 'a key that is not a word', 'write a plain word before the colon');
    const key = this.scalar(node);
    if (typeof key !== 'string') {
      return this.refuse(node, `the key \`${node.source}\` is not a string`, 'put quotes around it');
    }
    if (key === '<<') return this.refuse(node, 'a merge key `<<`', 'use `defaults:`, or write the keys out');
    if (keysOfPrototypes.has(key))
      return this.refuse(node, `the key \`${key}\` is reserved`, 'choose another word');
    if (/[\r\n]/.test(key)) return this.refuse(node, 'a key of several lines', 'write it on one line');
    if (seen.has(key)) return this.refuse(node, `the key \`${key}\` stands here a second time`, 'delete one');
    return key;
  }

  private scalar(node: Scalar): unknown {
    const { value } = node;
    const hidden = typeof value === 'string' ? findHidden(value) : null;
    if (hidden) this.refuse(node, `the text contains the hidden character ${hidden.name}`, 'delete it');
    if (typeof value === 'number' && !Number.isFinite(value)) {
      this.refuse(node, `\`${node.source}\` is not a number`, 'write a finite one, or quotes around it');
    }
    return value;
  }

  private refuse(node: Node, what: string, hint: string): null {
    this.problems.push({ index: indexOf(node), what, hint });
    return null;
  }
}

const indexOf = (node: Node): number => node.range?.[0] ?? 0;

function placeOf(key: Node, value: Node | null): Place {
  const plain = value !== null && isScalar(value) && typeof value.value !== 'string';
  return {
    key: indexOf(key),
    value: indexOf(value ?? key),
    written: plain && value.source !== undefined ? value.source : null,
  };
}

function sourceOf(value: unknown, places: Places, text: Text): Source {
  /** The places along a path, as far as it goes. */
  const along = (path: Path): Place[] => {
    const found: Place[] = [];
    let here: unknown = value;
    for (const part of path) {
      const place =
        typeof here === 'object' && here !== null ? places.get(here)?.get(String(part)) : undefined;
      if (!place) break;
      found.push(place);
      here = (here as { [key: string | number]: unknown })[part];
    }
    return found;
  };
  const position = (path: Path, part: 'key' | 'value'): Position => {
    const found = along(path);
    const last = found.at(-1);
    if (!last) return text.position(0);
    return text.position(found.length === path.length ? last[part] : last.key);
  };
  return {
    value,
    has: (path) => along(path).length === path.length,
    at: (path) => position(path, 'value'),
    keyAt: (path) => position(path, 'key'),
    written: (path) => (along(path).length === path.length ? (along(path).at(-1)?.written ?? null) : null),
  };
}
