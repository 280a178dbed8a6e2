/** What stands on each alias right now. Reads, and never writes. */
import type { FunctionSpec } from './config/project';
import type { EventOf } from './core/events';
import type { AliasState } from './core/lambda';
import type { Ports } from './core/ports';
import { type OpenRecord, Record } from './core/record';
import { leaseUntilMs, type Standing } from './plan/holder';

type Reading = EventOf<'status.read'>;
type Row = Reading['functions'][number];

export async function status(ports: Ports, functions: readonly FunctionSpec[]): Promise<Reading> {
  const seen = await Promise.all(functions.map((spec) => lookAt(ports, spec)));
  const rows = seen.map((one) => rowOf(one, seen));
  const event: Reading = { v: 1, type: 'status.read', at: ports.clock.nowMs(), functions: rows };
  ports.report.tell(event);
  return event;
}

interface Seen extends Standing {
  readonly spec: FunctionSpec;
  /** Null when there is no such alias. */
  readonly alias: AliasState | null;
}

async function lookAt(ports: Ports, spec: FunctionSpec): Promise<Seen> {
  const ref = { functionName: spec.name, alias: spec.alias };
  const alias = await ports.aliases.read(ref);
  return { spec, ref, alias, record: Record.parse(alias?.description ?? '') };
}

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
  const { release, by } = parsed.record;
  const owner = { release, by, leaseUntilMs: leaseUntilMs(parsed.record, all) };
  return { ...who, ...owner, ...servedOf(alias, parsed.record), state: 'rollingOut' };
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
