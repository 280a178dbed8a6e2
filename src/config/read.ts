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
import { type Place, type Places, withPlaces } from './places';
import { badConfig, type Problem } from './problem';
import { type Source, sourceOf } from './source';
import { decode, type Text } from './text';

export type { Path } from './places';
export type { Source } from './source';

const maxAliases = 10_000;
const maxNodes = 250_000;
const coreTag = /^tag:yaml\.org,2002:(str|int|float|bool|null|map|seq)$/;
const keysOfPrototypes = new Set(['__proto__', 'constructor', 'prototype']);

/** YAML or JSON (by the file's name) as a plain value; `badConfig` for what is not strict, plain data. */
export function readSource(file: string, bytes: Uint8Array): Source {
  const text = decode(file, bytes);
  const document = parseDocument(text);
  if (file.endsWith('.json')) requireJson(text);
  const reader = new Reader(text);
  const { value } = reader.read(document.contents);
  if (reader.problems.length > 0) {
    const problems = reader.problems.map(({ index, ...rest }) => ({ ...rest, at: text.position(index) }));
    throw badConfig(problems);
  }
  return sourceOf(value, text.position(0));
}

function requireJson({ text, position }: Text): void {
  try {
    JSON.parse(text);
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    const index = Number(/position (\d+)/.exec(cause.message)?.[1] ?? 0);
    throw badConfig([{ at: position(index), what: 'not valid JSON', hint: 'or name the file .yaml' }]);
  }
}

interface Entry {
  readonly value: unknown;
  /** Nodes of the value when every alias is written out. */
  readonly size: number;
}

/** One walk that makes the value, notes the places, and refuses what YAML allows and a project file does not. */
class Reader {
  readonly problems: (Omit<Problem, 'at'> & { index: number })[] = [];
  private readonly anchors = new Map<string, Entry>();
  private readonly open = new Set<string>();
  private aliases = 0;

  constructor(private readonly text: Text) {}

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
      places.set(key, this.place(pair.key, pair.value));
    }
    return { value: withPlaces(value, places), size };
  }

  private list(node: YAMLSeq): Entry {
    const value: unknown[] = [];
    const places = new Map<string, Place>();
    let size = 1;
    for (const item of node.items as Node[]) {
      const entry = this.read(item);
      size += entry.size;
      places.set(String(value.length), this.place(item, item));
      value.push(entry.value);
    }
    return { value: withPlaces(value, places), size };
  }

  /** The key as text; null when it is refused. */
  private key(node: Node, seen: Places): string | null {
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

  private place(key: Node, value: Node | null): Place {
    const plain = value !== null && isScalar(value) && typeof value.value !== 'string';
    return {
      text: this.text,
      key: indexOf(key),
      value: indexOf(value ?? key),
      written: plain && value.source !== undefined ? value.source : null,
      section: null,
    };
  }

  private refuse(node: Node, what: string, hint: string): null {
    this.problems.push({ index: indexOf(node), what, hint });
    return null;
  }
}

const indexOf = (node: Node): number => node.range?.[0] ?? 0;
