/** Lists in pages, with common prefixes (docs.aws.amazon.com/AmazonS3/latest/userguide/using-prefixes.html). */
import { refusal } from './errors';
import { byKey } from './keys';

interface ListRequest {
  readonly Prefix?: string | undefined;
  readonly Delimiter?: string | undefined;
  readonly EncodingType?: string | undefined;
}

export interface Entry<T> {
  readonly key: string;
  readonly item: T;
}

export interface Page<T> {
  readonly entries: readonly Entry<T>[];
  readonly prefixes: readonly string[];
  /** The last key or common prefix of a page that is not the last one. */
  readonly next: string | null;
}

const most = 1000;

/** `after`: nothing up to this key; entries themselves begin where the caller says. */
export function pageOf<T>(
  entries: Iterable<Entry<T>>,
  { Prefix = '', Delimiter = '' }: ListRequest,
  { after, max }: { readonly after: string; readonly max: number },
): Page<T> {
  const items: Entry<T>[] = [];
  const prefixes = new Set<string>();
  let last: string | null = null;
  for (const entry of entries) {
    if (!entry.key.startsWith(Prefix)) continue;
    const common = commonPrefix(entry.key, Prefix, Delimiter);
    if (common !== null && (prefixes.has(common) || byKey(common, after) <= 0)) continue;
    if (items.length + prefixes.size >= max)
      return { entries: items, prefixes: [...prefixes], next: max === 0 ? null : last };
    if (common !== null) prefixes.add(common);
    else items.push(entry);
    last = common ?? entry.key;
  }
  return { entries: items, prefixes: [...prefixes], next: null };
}

function commonPrefix(key: string, prefix: string, delimiter: string): string | null {
  const end = delimiter === '' ? -1 : key.indexOf(delimiter, prefix.length);
  return end < 0 ? null : key.slice(0, end + delimiter.length);
}

/** At most a thousand, however many are asked for. */
export function sizeOf(member: string, asked: number | undefined): number {
  if (asked !== undefined && !(Number.isInteger(asked) && asked >= 0))
    throw refusal.argument(`Argument ${member} must be an integer between 0 and 2147483647`, {
      ArgumentName: member,
      ArgumentValue: String(asked),
    });
  return Math.min(asked ?? most, most);
}

/** Texts of a list as they were asked for: XML cannot hold every character that a key can. */
export function encoder({ EncodingType }: ListRequest): (text: string) => string {
  if (EncodingType === undefined) return (text) => text;
  if (EncodingType !== 'url')
    throw refusal.argument('Invalid Encoding Method specified in Request', {
      ArgumentName: 'encoding-type',
      ArgumentValue: EncodingType,
    });
  return (text) =>
    encodeURIComponent(text)
      .replaceAll('%2F', '/')
      .replace(/[!'()]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** What every kind of list says of itself. */
export function listView(
  input: ListRequest,
  { prefixes, next }: Pick<Page<unknown>, 'prefixes' | 'next'>,
): object {
  const encoded = encoder(input);
  return {
    IsTruncated: next !== null,
    Prefix: encoded(input.Prefix ?? ''),
    ...(input.Delimiter ? { Delimiter: encoded(input.Delimiter) } : {}),
    ...(input.EncodingType ? { EncodingType: input.EncodingType } : {}),
    ...(prefixes.length > 0 ? { CommonPrefixes: prefixes.map((one) => ({ Prefix: encoded(one) })) } : {}),
  };
}
