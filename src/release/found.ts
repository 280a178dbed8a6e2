/** What stood on the aliases of a release whose owner was dead: of its last write nobody may have told. Pure. */
import type { Event } from '../core/events';
import type { AliasState } from '../core/lambda';
import { Record } from '../core/record';
import type { FoundAlias } from '../core/told';
import type { AliasRef } from '../core/values';

export interface Standing {
  readonly key: string;
  readonly ref: AliasRef;
  readonly state: AliasState;
}

/** Those whose last write is told in none of these events. */
export function untold(standings: readonly Standing[], events: readonly Event[]): FoundAlias[] {
  const told = new Set(events.flatMap(revisionsIn));
  return standings.filter(({ state }) => !told.has(state.revisionId)).map(foundOn);
}

/** Whether a release was begun, or taken over, and nobody has said how it ended. */
export function isUnfinished(events: readonly Event[]): boolean {
  const types = ['release.started', 'release.takenOver', 'release.finished'];
  const last = events.findLast(({ type }) => types.includes(type));
  return last !== undefined && (last.type !== 'release.finished' || last.outcome === 'waiting');
}

function revisionsIn(event: Event): string[] {
  if (event.type === 'alias.written') return [event.toRevision];
  return event.type === 'release.takenOver' ? (event.found ?? []).map(({ revision }) => revision) : [];
}

function foundOn({ key, ref, state }: Standing): FoundAlias {
  const parsed = Record.parse(state.description);
  const open = parsed.kind === 'open' ? parsed.record : null;
  const place = { weight: open?.weight ?? 0, phase: open?.phase ?? 'done' };
  const { version, revisionId } = state;
  return { key, name: ref.functionName, alias: ref.alias, revision: revisionId, version, ...place };
}
