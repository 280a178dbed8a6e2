/** How a release ended for one alias, as whoever only looks on can tell from what stands there: pure. */
import type { AliasState } from '../core/lambda';
import { type OpenRecord, Record } from '../core/record';

export type Ended = 'promoted' | 'rolledBack' | 'lost';

/** Its release, and its record as it was seen last while it was open; null when nobody saw it so. */
export interface Before {
  readonly release: string;
  readonly last: OpenRecord | null;
}

/** Null while it is open. Gone with its alias, it is lost. */
export function endOf(alias: AliasState | null, { release, last }: Before): Ended | null {
  if (alias === null) return 'lost';
  const parsed = Record.parse(alias.description);
  if (parsed.kind === 'open' && parsed.record.release === release) return null;
  const own = parsed.kind === 'done' && parsed.record.release === release ? parsed.record : null;
  // The next release may have begun meanwhile: its baseline is what this one left.
  const isSettled = alias.additional === null || parsed.kind === 'open';
  if (!isSettled || (own !== null && own.version !== alias.version)) return 'lost';
  const { version } = alias;
  if (last === null)
    return own !== null && own.bad === null && own.previous !== null ? 'promoted' : 'rolledBack';
  if (version === last.baseline) return 'rolledBack';
  const isCandidate = last.candidate === null ? own?.previous === last.baseline : version === last.candidate;
  return isCandidate && (own !== null || parsed.kind !== 'none') ? 'promoted' : 'lost';
}
