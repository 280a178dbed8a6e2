/** What people call a release: the last characters of its id, or the commit that it was made of. */
import { ShipitError } from '../core/errors';

/** Fewer would be a version number, mistyped. */
const leastSuffix = 4;

export function mayBeRelease(text: string): boolean {
  return new RegExp(`^[0-9A-Za-z]{${leastSuffix},26}$`).test(text);
}

/** Ids that end so; of a whole id, that one alone. */
export function releasesEndingIn(ids: readonly string[], text: string): string[] {
  if (!mayBeRelease(text)) return [];
  const end = text.toUpperCase();
  return ids.filter((id) => id.toUpperCase().endsWith(end));
}

/** The one release that is meant; `unknownRelease` for none and for several. */
export function theRelease(ids: readonly string[], text: string): string {
  const [only, another] = releasesEndingIn(ids, text);
  if (only === undefined) throw new ShipitError('unknownRelease', `no release is known as ${text}`);
  if (another === undefined) return only;
  throw severalFor(text, releasesEndingIn(ids, text));
}

export function severalFor(text: string, meanings: readonly string[]): ShipitError {
  const hint = 'Write more of it.';
  return new ShipitError('unknownRelease', `${text} may be ${meanings.join(' or ')}`, { hint });
}
