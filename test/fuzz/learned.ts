/** What answers have said: ids, tokens and digests, by the names of their members, so that later requests can name what is there. */

export interface Learned {
  of(member: string): readonly unknown[];
  read(text: string, headers: { readonly [name: string]: unknown }): void;
}

const each = 12;
const longest = 1000;
const deepest = 8;

/** What an answer calls otherwise than the request that takes it. */
const aliases: { readonly [name: string]: string } = {
  nextmarker: 'marker',
  nextforwardtoken: 'nexttoken',
  nextbackwardtoken: 'nexttoken',
  nextcontinuationtoken: 'continuationtoken',
  'x-amz-version-id': 'versionid',
  etag: 'ifmatch',
};

export function createLearned(): Learned {
  const seen = new Map<string, unknown[]>();
  const learn = (name: string, value: unknown): void => {
    const lower = name.toLowerCase();
    const key = aliases[lower] ?? lower;
    const values = seen.get(key) ?? [];
    if (values.includes(value) || String(value).length > longest) return;
    seen.set(key, [...values.slice(1 - each), value]);
  };
  const walk = (value: unknown, depth: number): void => {
    if (typeof value !== 'object' || value === null || depth > deepest) return;
    for (const [name, inside] of Object.entries(value).slice(0, 50))
      if (typeof inside === 'string' || typeof inside === 'number') {
        learn(name, inside);
        // A row of Insights has its pointer as the value of a field.
        if (Object.values(value).includes('@ptr')) learn('logRecordPointer', inside);
      } else walk(inside, depth + 1);
  };
  return {
    of: (member) => seen.get(member.toLowerCase()) ?? [],
    read(text, headers) {
      for (const name of ['etag', 'x-amz-version-id', 'docker-upload-uuid'])
        if (typeof headers[name] === 'string') learn(name, headers[name]);
      if (text.startsWith('{') && text.length < 1_000_000) walk(parsed(text), 0);
      else if (text.startsWith('<'))
        for (const [, name = '', inside = ''] of text.slice(0, 20_000).matchAll(/<(\w+)>([^<]+)<\/\1>/g))
          learn(name, inside);
    },
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
