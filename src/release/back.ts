/** Where an alias goes when somebody says back: pure, from its own record, never from the version number minus one. */
import type { AliasState, AliasTarget } from '../core/lambda';
import { type Parsed, Record } from '../core/record';
import { AliasTargets } from './alias';

export interface Destination {
  readonly release: string;
  readonly epoch: number;
  /** What it serves after the write. */
  readonly version: string;
  readonly target: AliasTarget;
}

export interface Membership {
  readonly release: string;
  readonly open: boolean;
  /** Closed with the candidate in place, not with the baseline restored. */
  readonly promoted: boolean;
}

/** The release an alias is in, or was in last; null without a record. */
export function releaseOf(alias: AliasState): Membership | null {
  const parsed = Record.parse(alias.description);
  if (parsed.kind !== 'open' && parsed.kind !== 'done') return null;
  const promoted = parsed.kind === 'done' && parsed.record.bad === null && parsed.record.previous !== null;
  return { release: parsed.record.release, open: parsed.kind === 'open', promoted };
}

/** A sentence when there is nowhere to go. `to` names a version by hand; `spare` is a release id for an alias without one. */
export function decideBack(alias: AliasState, to: string | null, spare: string): Destination | string {
  const parsed = Record.parse(alias.description);
  if (to !== null) return away(parsed, to, spare);
  if (parsed.kind === 'unreadable') return `${parsed.why}: use the shipit that wrote it`;
  if (parsed.kind === 'none') return noRecord(alias);
  if (parsed.kind === 'open') return away(parsed, parsed.record.baseline, spare);
  const { previous, version } = parsed.record;
  if (previous === null) return `its record names no good version before ${version}`;
  return away(parsed, previous, spare);
}

/** Somebody else brought it there meanwhile, its owner or another rollback by hand: once more would be one version too far. */
export function isThere(alias: AliasState, { release, version }: Destination): boolean {
  const parsed = Record.parse(alias.description);
  if (parsed.kind !== 'done' || alias.additional) return false;
  return parsed.record.release === release && alias.version === version;
}

/**
 * Same release, higher epoch: its owner, if it lives, knows that this was done by hand. No version before is kept: a
 * second rollback in the same minute would go one version too far.
 */
function away(parsed: Parsed, version: string, spare: string): Destination {
  const known =
    parsed.kind === 'open' || parsed.kind === 'done' ? parsed.record : { release: spare, epoch: 0 };
  const text = parsed.kind === 'unreadable' ? '' : parsed.text;
  const record = { release: known.release, epoch: known.epoch + 1, version, previous: null, bad: null };
  return { release: record.release, epoch: record.epoch, version, target: AliasTargets.done(record, text) };
}

const noRecord = (alias: AliasState): string =>
  alias.additional
    ? `it is split between ${alias.version} and ${alias.additional.version} and no release owns it`
    : 'shipit has not released it yet, so no good version before is known';
