import { createHash } from 'node:crypto';

/** A share of requests in percent, 0 to 100, with a resolution of 0.1 (what a Lambda alias can hold is finer; people cannot). */
export type Percent = number & { readonly unit: 'percent' };

export const Percent = {
  /** Reads `10%` or `0.5%`. Anything else, also `10`, `10abc%` and `101%`, gives null: a typo never becomes a weight. */
  parse(text: string): Percent | null {
    if (!/^\d{1,3}(\.\d)?%$/.test(text)) return null;
    const value = Number(text.slice(0, -1));
    return value <= 100 ? (value as Percent) : null;
  },
  of(value: number): Percent {
    if (!(value >= 0 && value <= 100)) throw new RangeError(`${value} is not between 0 and 100 percent`);
    return (Math.round(value * 10) / 10) as Percent;
  },
  /** What AWS takes: 0 to 1. Rounded, because 0.1 % of a binary fraction must not become 0.0010000000000000002. */
  toFraction: (percent: Percent): number => Math.round(percent * 10) / 1000,
  ofFraction: (fraction: number): Percent => Percent.of(fraction * 100),
  format: (percent: Percent): string => `${percent}%`,
};

/** A length of time in milliseconds. */
export type Duration = number & { readonly unit: 'ms' };

const units = { h: 3_600_000, m: 60_000, s: 1000, ms: 1 } as const;

export const Duration = {
  /** Reads `500ms`, `90s`, `10m`, `1h30m`; the parts fall in size. Anything else gives null. */
  parse(text: string): Duration | null {
    const parts = /^(?:(\d{1,4})h)?(?:(\d{1,5})m(?!s))?(?:(\d{1,6})s)?(?:(\d{1,7})ms)?$/.exec(text);
    if (!parts || text === '') return null;
    const [h, m, s, ms] = parts.slice(1).map((part) => Number(part ?? 0));
    return ((h ?? 0) * units.h + (m ?? 0) * units.m + (s ?? 0) * units.s + (ms ?? 0)) as Duration;
  },
  of: (ms: number): Duration => Math.round(ms) as Duration,
  format(duration: Duration): string {
    let rest = Math.round(duration);
    let text = '';
    for (const [unit, size] of Object.entries(units)) {
      const count = Math.floor(rest / size);
      if (count > 0) text += `${count}${unit}`;
      rest -= count * size;
    }
    return text === '' ? '0s' : text;
  },
};

/** Base64 of a SHA-256, the form in which Lambda reports CodeSha256. */
export type Digest = string & { readonly unit: 'sha256' };

export const Digest = {
  of: (bytes: string | Uint8Array): Digest => createHash('sha256').update(bytes).digest('base64') as Digest,
  /** As 64 hex digits, which that of an image is already. */
  hex: (digest: Digest): string =>
    /^[0-9a-f]{64}$/.test(digest) ? digest : Buffer.from(digest, 'base64').toString('hex'),
  /** Eight hex digits, for records that have 256 characters for everything. */
  short: (text: string | Uint8Array): string => createHash('sha256').update(text).digest('hex').slice(0, 8),
};

/** One alias of one function; the only thing that is moved. */
export interface AliasRef {
  /** The Lambda name, not the key in the project file. */
  readonly functionName: string;
  readonly alias: string;
}

export const AliasRef = {
  /** Also the sort key: claims are taken in this order by everybody, so that two releases cannot hold half each. */
  key: (ref: AliasRef): string => `${ref.functionName}:${ref.alias}`,
};
