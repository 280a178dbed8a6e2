/** Keys of a project file that no parser takes, or that is too long to wait for one: by their indentation. */

type Skimmed = { [key: string]: { [name: string]: unknown } | string };

const sections = new Set(['functions', 'stages', 'rollouts', 'defaults']);
const maxKeys = 2000;

/** The keys right below the sections that have names, each without what it holds but for a text `alias`. */
export function skim(text: string): { readonly [key: string]: unknown } {
  const found: Skimmed = {};
  let section: { [name: string]: unknown } | null = null;
  let depth: number | null = null;
  let entry = '';
  let keys = 0;
  for (const { indent, key, value } of linesOf(text)) {
    if (indent === 0) {
      section = sections.has(key) ? {} : null;
      depth = null;
      if (section) found[key] = section;
      else if (key === 'extends') found.extends = value;
      continue;
    }
    if (!section) continue;
    depth ??= indent;
    if (indent === depth) {
      if (++keys > maxKeys) break;
      entry = key;
      define(section, key, key === 'alias' ? value : {});
    } else if (key === 'alias') define(section, entry, { alias: value });
  }
  return found;
}

/** Whatever a key is called, it is a plain one. */
const define = (map: object, key: string, value: unknown): unknown =>
  Object.defineProperty(map, key, { value, enumerable: true, configurable: true, writable: true });

interface KeyLine {
  readonly indent: number;
  readonly key: string;
  readonly value: string;
}

function linesOf(text: string): KeyLine[] {
  return text.split(/\r?\n/).flatMap((line) => {
    const [, blank = '', double, single, plain, value = ''] = keyLine.exec(line) ?? [];
    const key = double ?? single ?? plain;
    return key === undefined ? [] : [{ indent: blank.length, key, value: unquoted(value) }];
  });
}

const keyLine = /^( *)(?:"([^"\\]*)"|'([^']*)'|([^\s"'#&*!|>%@`[\]{},-][^:#]*?))\s*:(?:\s+(.*))?$/;

const unquoted = (value: string): string =>
  /^(?:"([^"\\]*)"|'([^']*)'|([^\s#"']+))/
    .exec(value)
    ?.slice(1)
    .find((part) => part !== undefined) ?? '';
