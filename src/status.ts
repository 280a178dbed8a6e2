/** What stands on each alias right now. Reads, and never writes. */
import type { FunctionSpec } from './config/project';
import type { EventOf } from './core/events';
import type { AliasState, Ports } from './core/ports';
import { Record } from './core/record';

type Reading = EventOf<'status.read'>;
type Row = Reading['functions'][number];

export async function status(ports: Ports, functions: readonly FunctionSpec[]): Promise<Reading> {
  const rows = await Promise.all(
    functions.map(async (spec) =>
      rowOf(spec, await ports.aliases.read({ functionName: spec.name, alias: spec.alias })),
    ),
  );
  const event: Reading = { v: 1, type: 'status.read', at: ports.clock.nowMs(), functions: rows };
  ports.report.tell(event);
  return event;
}

const nobody = { release: null, by: null, leaseUntilMs: null } as const;

function rowOf(spec: FunctionSpec, alias: AliasState | null): Row {
  const { key, name } = spec;
  const who = { key, name, alias: spec.alias };
  if (alias === null)
    return { ...who, ...nobody, version: null, candidate: null, weight: 0, state: 'absent' };
  const parsed = Record.parse(alias.description);
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
  const { release, by, leaseUntilS, baseline, candidate, weight } = parsed.record;
  const owner = { release, by, leaseUntilMs: leaseUntilS * 1000 };
  return { ...who, ...owner, version: baseline, candidate, weight, state: 'rollingOut' };
}
