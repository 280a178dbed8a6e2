/** One key of a project file made different, and the lines on which that is seen. */
import {
  type Document,
  isMap,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
} from 'yaml';
import { documentOf, type Plain, yamlOf } from './projects';

type Steps = readonly (string | number)[];

export interface Mutant {
  readonly text: string;
  /** What was done, for people. */
  readonly what: string;
  /** What is wrong then may stand elsewhere. */
  readonly isNeeded: boolean;
  /** Lines, counted from 1: of the mutated key and its value, or of the map that lost it. */
  readonly from: number;
  readonly to: number;
}

interface Kind {
  readonly what: string;
  /** Changes the pair, or what is around it; false when it cannot. */
  readonly apply: (pair: Pair<{ value: string }, Node>, around: Around, document: Document) => boolean;
}

interface Around {
  readonly items: unknown[];
  readonly index: number;
}

const setTo = (what: string, make: (old: Node) => unknown): Kind => ({
  what,
  apply(pair, _around, document) {
    pair.value = document.createNode(make(pair.value as Node)) as Node;
    return true;
  },
});

const rename = (what: string, change: (key: string) => string): Kind => ({
  what,
  apply(pair, { items }) {
    const name = change(pair.key.value);
    if (items.some((other) => isPair(other) && isScalar(other.key) && other.key.value === name)) return false;
    pair.key.value = name;
    return true;
  },
});

const json = (node: Node): unknown => (node as unknown as { toJSON(): unknown }).toJSON();

const values: readonly unknown[] = [
  null,
  5,
  -1,
  1.5,
  12,
  true,
  '',
  'x',
  'a b',
  '010',
  '${',
  '${stage',
  '${nope:x}',
  [],
  {},
  ['x'],
  ['x', 'x'],
  [5],
  { x: 1 },
  { x: { y: [{}] } },
];

export const kinds: readonly Kind[] = [
  {
    what: 'deleted',
    apply(_pair, { items, index }) {
      items.splice(index, 1);
      return true;
    },
  },
  {
    what: 'twice',
    apply(pair, { items, index }) {
      items.splice(index + 1, 0, (pair as unknown as Pair).clone());
      return true;
    },
  },
  rename('with a letter too many', (key) => `${key}x`),
  rename('with a letter too few', (key) => key.slice(1)),
  rename('with a blank', (key) => `${key} `),
  rename('in capitals', (key) => key.toUpperCase()),
  rename('as a prototype', () => '__proto__'),
  rename('with a hidden character', (key) => `${key}\u200b`),
  ...values.map((value) => setTo(`as ${JSON.stringify(value)}`, () => value)),
  setTo('one level deeper', (old) => ({ inner: json(old) })),
  setTo('in a list', (old) => [json(old)]),
  setTo('with a hidden character in it', (old) => (isScalar(old) ? `${old.value}\u202e` : '\u0007')),
  setTo('with something after it', (old) => (isScalar(old) ? `${old.value}!` : 'x!')),
  setTo('as a text', (old) => (isScalar(old) ? String(old.value) : JSON.stringify(json(old)))),
  setTo('as a number', (old) => (isScalar(old) ? Number.parseInt(String(old.value), 10) || 7 : 7)),
];

/** All keys of all maps, those in lists too. */
export function pathsOf(value: unknown): Steps[] {
  if (Array.isArray(value))
    return value.flatMap((item, index) => pathsOf(item).map((rest) => [index, ...rest]));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [
    [key],
    ...pathsOf(inner).map((rest) => [key, ...rest]),
  ]);
}

/** Null where this key cannot be mutated so. */
export function mutate(file: Plain, path: Steps, kind: Kind): Mutant | null {
  const document = documentOf(file);
  const { items, index } = pairAt(document.contents as Node, path);
  const pair = items[index] as Pair<{ value: string }, Node>;
  if (!kind.apply(pair, { items, index }, document)) return null;
  const text = yamlOf(document);
  // Of two, the second is the one too many.
  const place = items[index] !== pair ? null : kind.what === 'twice' ? index + 1 : index;
  return {
    text,
    what: `${path.join('.')} ${kind.what}`,
    isNeeded: isNeeded(path, kind),
    ...linesOf(text, path, place),
  };
}

/**
 * What others name or are laid over: a layer, a rollout, a function or its code of which a stage says more; and a runtime,
 * which its code is for; and settings without which another one is wrong, or shows one that they were laid over.
 */
function isNeeded(path: Steps, { what }: Kind): boolean {
  const [section, ...rest] = path[0] === 'stages' ? path.slice(2) : path;
  if (['functions', 'layers', 'rollouts'].includes(String(section)) && rest.length < 2) return true;
  if (['code', 'runtime'].includes(String(path.at(-1)))) return true;
  const isSetting =
    ['capacityProvider', 'testEvents', 'handler'].includes(String(path.at(-1))) || path.at(-2) === 'logging';
  return isSetting && ['deleted', 'as null'].includes(what);
}

/** The entries of the map that the last step leads into, and which of them it is. */
function pairAt(top: Node, path: Steps): Around {
  let here: Node = top;
  for (const [depth, step] of path.entries()) {
    if (isSeq(here)) {
      here = here.items[Number(step)] as Node;
      continue;
    }
    if (!isMap(here)) break;
    const index = here.items.findIndex(({ key }) => isScalar(key) && key.value === step);
    if (depth === path.length - 1) return { items: here.items, index };
    here = here.items[index]?.value as Node;
  }
  throw new Error(`nothing stands at ${path.join('.')}`);
}

/** Read by the library itself, so that nothing of ours says where a key is. */
function linesOf(text: string, path: Steps, index: number | null): { from: number; to: number } {
  const lines = new LineCounter();
  const { contents } = parseDocument(text, { uniqueKeys: false, lineCounter: lines });
  const lineAt = (offset: number): number => lines.linePos(offset).line;
  const home = path.slice(0, -1);
  const map = nodeAt(contents as Node, home);
  if (index === null) {
    const from = home.length === 0 ? 1 : lineAt(lastKey(contents as Node, home));
    return { from, to: lineAt(Math.max(0, (map.range?.[1] ?? 1) - 1)) };
  }
  const pair = isMap(map) ? (map.items[index] as Pair<Node, Node | null>) : null;
  const [start = 0] = pair?.key.range ?? [];
  const end = pair?.value?.range?.[1] ?? start + 1;
  return { from: lineAt(start), to: lineAt(end - 1) };
}

function nodeAt(top: Node, path: Steps): Node {
  let here = top;
  for (const step of path) {
    const next = isSeq(here) ? here.items[Number(step)] : isMap(here) ? here.get(step, true) : null;
    here = next as Node;
  }
  return here;
}

/** Where the nearest key of a path begins. */
function lastKey(top: Node, path: Steps): number {
  const keys = path.map((step, index) => ({ step, home: nodeAt(top, path.slice(0, index)) }));
  for (const { step, home } of keys.reverse()) {
    const pair = isMap(home) ? home.items.find(({ key }) => isScalar(key) && key.value === step) : undefined;
    const [start] = (pair?.key as Node | undefined)?.range ?? [];
    if (start !== undefined) return start;
  }
  return 0;
}
