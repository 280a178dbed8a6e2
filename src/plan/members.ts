/** The functions of a project that take part in one release, read off their aliases. */
import type { FunctionSpec } from '../config/project';
import { placedCommand } from '../core/command';
import { ShipitError } from '../core/errors';
import type { PublishedVersion } from '../core/function';
import type { Aliases, AliasState, Functions } from '../core/lambda';
import { type OpenRecord, type Parsed, Record } from '../core/record';
import type { Whereabouts } from '../core/told';
import { AliasRef } from '../core/values';
import { leaderAmong } from './leader';

/** One function of a release, open or closed. */
export interface Member {
  readonly spec: FunctionSpec;
  readonly ref: AliasRef;
  readonly alias: AliasState;
  readonly record: Parsed;
  /** What it rolls out; null before it was published, and when it is gone. */
  readonly candidate: PublishedVersion | null;
}

/** One whose record is open still. */
export interface OpenMember extends Member {
  readonly open: OpenRecord;
}

type Ports = { readonly aliases: Aliases; readonly functions: Functions };

export async function membersOf(
  ports: Ports,
  specs: readonly FunctionSpec[],
  release: string,
): Promise<Member[]> {
  const found = await Promise.all(specs.map((spec) => memberOf(ports, spec, release)));
  return found.flatMap((member) => member ?? []);
}

/** Null when the alias is no part of the release. */
async function memberOf(ports: Ports, spec: FunctionSpec, release: string): Promise<Member | null> {
  const ref = { functionName: spec.name, alias: spec.alias };
  const alias = await ports.aliases.read(ref);
  const record = Record.parse(alias?.description ?? '');
  if (alias === null || (record.kind !== 'open' && record.kind !== 'done')) return null;
  if (record.record.release !== release) return null;
  const version = record.kind === 'open' ? record.record.candidate : alias.version;
  const candidate = version === null ? null : await ports.functions.look(spec.name, version);
  return { spec, ref, alias, record, candidate };
}

/** In the order in which aliases are claimed. */
export function openOf(members: readonly Member[]): OpenMember[] {
  return members
    .flatMap((member) => (member.record.kind === 'open' ? [{ ...member, open: member.record.record }] : []))
    .sort((a, b) => (AliasRef.key(a.ref) < AliasRef.key(b.ref) ? -1 : 1));
}

/** The alias that carries the lease; when it is closed already, any that is still open. `refused` when none is. */
export function anchorOf(members: readonly Member[], release: string, where: Whereabouts): OpenMember {
  const open = openOf(members);
  const [first] = open;
  const anchor = first && (leaderAmong(first.open, open) ?? first);
  if (anchor) return anchor;
  throw new ShipitError('refused', `release ${release.slice(-6)} is over, or none of this project`, {
    hint: `Nothing was written. \`${placedCommand('status', where)}\` shows what moves.`,
  });
}

/** Its alias was made by this release, closed from the start: it says nothing of how the others go. A rollback by hand is later. */
export function isFirst({ record }: Member, { open }: OpenMember): boolean {
  if (record.kind !== 'done') return false;
  const { previous, bad, epoch } = record.record;
  return previous === null && bad === null && epoch <= open.epoch;
}
