/** Where each alias stands, and how what should not be there is ended. */
import type { FunctionSpec } from '../../config/project';
import type { Finding } from '../../core/checkup';
import { placedCommand } from '../../core/command';
import type { Aliases, AliasState } from '../../core/lambda';
import { type OpenRecord, Record } from '../../core/record';
import type { Whereabouts } from '../../core/told';
import { describeHolder, leaseUntilMs } from '../../plan/holder';
import type { Standing } from '../../plan/leader';

interface Seen extends Standing {
  readonly spec: FunctionSpec;
  readonly alias: AliasState | null;
}

interface Scope {
  readonly nowMs: number;
  /** Flags by which the aliases are meant here. */
  readonly where: Whereabouts;
}

export async function checkAliases(
  aliases: Aliases,
  functions: readonly FunctionSpec[],
  scope: Scope,
): Promise<Finding[]> {
  const seen = await Promise.all(
    functions.map(async (spec): Promise<Seen> => {
      const ref = { functionName: spec.name, alias: spec.alias };
      const alias = await aliases.read(ref);
      return { spec, ref, alias, record: Record.parse(alias?.description ?? '') };
    }),
  );
  const found = seen.map((one) => findingOf(one, seen, scope));
  const idle = found.filter(({ because }) => because === resting).length;
  const rest = found.filter(({ because }) => because !== resting);
  const what = idle === 1 ? '1 alias rests on one version' : `${idle} aliases rest on one version each`;
  return [...(idle > 0 ? [{ area, what, state: 'ok', because: '', hint: '' } as const] : []), ...rest];
}

const area = 'aliases';
const resting = 'rests';

function findingOf(one: Seen, all: readonly Seen[], scope: Scope): Finding {
  const { spec, alias, record } = one;
  const name = `${spec.key} (${spec.name}:${spec.alias})`;
  const decide = `${placedCommand('rollback', scope.where)} --to ${spec.key}@${alias?.version}`;
  if (alias === null)
    return {
      area,
      what: `${name} is not there yet`,
      state: 'ok',
      because: 'the first deploy makes it',
      hint: '',
    };
  if (record.kind === 'unreadable')
    return {
      area,
      what: `${name} has a record that this shipit cannot read`,
      state: 'bad',
      because: 'a newer shipit wrote it, or somebody changed the description of the alias',
      hint: `Use the newest shipit; else decide for one version: ${decide}`,
    };
  if (record.kind === 'open') return { area, ...moving(name, record.record, { one, all, scope }) };
  if (alias.additional === null) return { area, what: name, state: 'ok', because: resting, hint: '' };
  const { version, weight } = alias.additional;
  return {
    area,
    what: `${name} is split: ${weight}% to version ${version}, the rest to version ${alias.version}`,
    state: 'bad',
    because: 'no shipit moves it, and none will',
    hint: `Decide for one version: ${decide}`,
  };
}

interface Around {
  readonly one: Seen;
  readonly all: readonly Seen[];
  readonly scope: Scope;
}

function moving(name: string, record: OpenRecord, { one, all, scope }: Around): Omit<Finding, 'area'> {
  const { nowMs, where } = scope;
  const leaseMs = leaseUntilMs(record, all);
  const isDead = leaseMs !== null && leaseMs <= nowMs;
  const attach = placedCommand('attach', where);
  const rollback = `${placedCommand('rollback', where)} ${one.spec.key}`;
  const because = describeHolder(record, all, { nowMs, where, rollback });
  const hint = isDead
    ? `${attach} goes on with it or takes it back; ${rollback} ends it`
    : `Let it come to its end; ${attach} follows it.`;
  return { what: `${name} is rolling out`, state: isDead ? 'bad' : 'warn', because, hint };
}
