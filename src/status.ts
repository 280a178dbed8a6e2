/** What stands on each alias right now. Reads, and never writes. */
import type { FunctionSpec } from './config/project';
import type { EventOf } from './core/events';
import type { AliasState } from './core/lambda';
import type { Clock, Ports } from './core/ports';
import { type OpenRecord, Record } from './core/record';
import type { Whereabouts } from './core/told';
import type { AliasRef } from './core/values';
import { leaseUntilMs } from './plan/holder';
import { leaderOf, type Standing } from './plan/leader';
import { askedFor } from './release/stories';

type Reading = EventOf<'status.read'>;
type Row = Reading['functions'][number];

export async function status(
  ports: Ports,
  functions: readonly FunctionSpec[],
  where: Whereabouts,
): Promise<Reading> {
  const seen = await Promise.all(
    functions.map(async (spec) => seenAs(spec, await ports.aliases.read(refOf(spec)))),
  );
  const reading = statusOf(seen, ports.clock);
  const event = { ...reading, ...(await askedOfHeld(ports, reading)), where };
  ports.report.tell(event);
  return event;
}

/** Whoever approves one that is held has to come to the same steps, from any machine. */
async function askedOfHeld({ journal }: Ports, { functions }: Reading): Promise<Pick<Reading, 'asked'>> {
  const held = functions.flatMap(({ release, wish }) => (wish === 'held' && release ? [release] : []));
  if (held.length === 0) return {};
  const found = await Promise.all(
    [...new Set(held)].map(async (release) => ({ release, how: await askedFor(journal, release) })),
  );
  return { asked: Object.fromEntries(found.flatMap(({ release, how }) => (how ? [[release, how]] : []))) };
}

interface Followed {
  readonly release: string;
  readonly leader: Seen;
}

/** Ports whose readings of a release that is followed say what the command needs that goes on with it: the flags of its deploy. */
export async function explaining(ports: Ports, { release, leader: { record } }: Followed): Promise<Ports> {
  const isToStop =
    record.kind === 'open' && (record.record.until !== null || record.record.wish?.what === 'hold');
  const found = isToStop ? await askedFor(ports.journal, release) : null;
  if (found === null) return ports;
  const asked = { [release]: found };
  const tell: Ports['report']['tell'] = (event) =>
    ports.report.tell(event.type === 'status.read' ? { ...event, asked } : event);
  return { ...ports, report: { tell } };
}

export interface Seen extends Standing {
  readonly spec: FunctionSpec;
  /** Null when there is no such alias. */
  readonly alias: AliasState | null;
}

export const seenAs = (spec: FunctionSpec, alias: AliasState | null): Seen => ({
  spec,
  ref: refOf(spec),
  alias,
  record: Record.parse(alias?.description ?? ''),
});

export function statusOf(seen: readonly Seen[], clock: Clock): Reading {
  return { v: 1, type: 'status.read', at: clock.nowMs(), functions: seen.map((one) => rowOf(one, seen)) };
}

const refOf = ({ name, alias }: FunctionSpec): AliasRef => ({ functionName: name, alias });

const nobody = { release: null, by: null, leaseUntilMs: null } as const;

function rowOf({ spec, alias, record: parsed }: Seen, all: readonly Standing[]): Row {
  const { key, name } = spec;
  const who = { key, name, alias: spec.alias };
  if (alias === null)
    return { ...who, ...nobody, version: null, candidate: null, weight: 0, state: 'absent' };
  const split = {
    version: alias.version,
    candidate: alias.additional?.version ?? null,
    weight: alias.additional?.weight ?? 0,
  };
  if (parsed.kind === 'unreadable') return { ...who, ...nobody, ...split, state: 'unreadable' };
  if (parsed.kind !== 'open') {
    const release = parsed.kind === 'done' ? parsed.record.release : null;
    return { ...who, ...nobody, ...split, release, state: alias.additional ? 'unowned' : 'idle' };
  }
  const { release, by, step, phase } = parsed.record;
  const owner = { release, by, leaseUntilMs: leaseUntilMs(parsed.record, all) };
  const place = { step, phase, ...heldBy(parsed.record, all) };
  return { ...who, ...owner, ...servedOf(alias, parsed.record), ...place, state: 'rollingOut' };
}

const words: { readonly [word: string]: string } = { paused: 'paused', wait: 'waiting', hold: 'held' };

/** Wishes stand on the leader alone, and hold for all of the release; so does the time until which one that was left is kept. */
function heldBy(record: OpenRecord, all: readonly Standing[]): Pick<Row, 'wish' | 'dueMs'> {
  const { wish, dueS } = leaderOf(record, all) ?? record;
  const dueMs = (wish?.what === 'hold' ? dueS : record.dueS) * 1000;
  return { dueMs, wish: wish && (words[wish.what] ?? wish.what) };
}

/** What the alias itself says: a stranger may have moved the weights and left the record as it was. */
function servedOf(
  { version, additional }: AliasState,
  record: OpenRecord,
): Pick<Row, 'version' | 'candidate' | 'weight'> {
  if (version === record.candidate && version !== record.baseline && additional === null)
    return { version: record.baseline, candidate: version, weight: 100 };
  const candidate = additional?.version ?? record.candidate;
  return { version, candidate, weight: additional?.weight ?? 0 };
}
