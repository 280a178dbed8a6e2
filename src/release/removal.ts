/** What of a project's remains goes and what stays, and why nothing may go: pure, so that the list is what is done. */
import type { Project } from '../config/project';
import { placedCommand } from '../core/command';
import type { Kept, Removable } from '../core/events';
import type { Whereabouts } from '../core/told';
import { AliasRef } from '../core/values';
import { describeHolder } from '../plan/holder';
import { ownerOf, ownerWords } from '../plan/ownership';
import type { AliasRemains, FunctionRemains, Remains } from './remains';
import { layersOf, staysOf } from './stays';

/** One thing that goes, with what must still be true of it when its turn comes. */
export type Going = Removable & { readonly about: string } & (
    | { readonly kind: 'alias'; readonly ref: AliasRef; readonly revisions: Revisions }
    | {
        readonly kind: 'alarm';
        readonly names: readonly string[];
        readonly functionName: string;
        readonly revisions: Revisions;
      }
    | { readonly kind: 'function'; readonly revisions: Revisions }
    | { readonly kind: 'role'; readonly usedBy: readonly string[] }
    | { readonly kind: 'layer'; readonly usedBy: readonly string[]; readonly versions: readonly number[] }
  );

/** Of every alias of a function, by the name of the alias, as they were when the list was made. */
export type Revisions = ReadonlyMap<string, string>;

export interface Removal {
  /** In the order in which it goes: all aliases and alarms before their function, roles and layers when nothing uses them any more. */
  readonly goes: readonly Going[];
  readonly absent: readonly Removable[];
  readonly stays: readonly Kept[];
  /** Any of them, and nothing goes. */
  readonly problems: readonly Problem[];
}

export interface Problem {
  /** `notOurs` gives way to force, and nothing else does. */
  readonly kind: 'notOurs' | 'managed' | 'owned' | 'newerRecord';
  readonly text: string;
}

export interface Scope {
  readonly project: Project;
  /** No functions were named: layers go too, and what belongs to somebody else stays without a word of protest. */
  readonly whole: boolean;
  /** Functions without our tags go all the same. */
  readonly force: boolean;
  readonly nowMs: number;
  /** Flags by which the project is meant here. */
  readonly where: Whereabouts;
}

export function decideRemoval(remains: Remains, scope: Scope): Removal {
  const ours = remains.functions.filter(({ spec }) => spec.manage === 'all');
  const foreign = remains.functions.filter(({ spec }) => spec.manage === 'release');
  const functions = ours.flatMap((one) => goingOf(one, scope.project));
  const roles = rolesOf(ours, scope.project);
  const layers = layersOf(scope.whole ? remains.layers : [], remains.functions);
  return {
    goes: [...functions, ...roles.goes, ...layers.goes],
    absent: [...ours.flatMap(absentOf), ...roles.absent, ...layers.absent],
    stays: [
      ...(scope.whole ? foreign.flatMap(managedElsewhere) : []),
      ...roles.stays,
      ...layers.stays,
      ...staysOf(ours),
    ],
    problems: [
      ...(scope.whole ? [] : foreign.map(managedHere)),
      ...ours.flatMap((one) => problemsOf(one, { remains, scope })),
    ],
  };
}

function goingOf(
  { spec: { key, name }, live, aliases, alarms, versions }: FunctionRemains,
  project: Project,
): Going[] {
  const revisions = new Map(aliases.map(({ ref, state }) => [ref.alias, state.revisionId]));
  const watching = alarmsOf({ key, functionName: name, names: alarms, revisions });
  if (live === null) return watching;
  const tags = live.tags ?? {};
  const forced = ownerOf(tags, project) === 'ours' ? '' : `; by force: it belongs to ${ownerWords(tags)}`;
  const whole = `with ${versions} published version${versions === 1 ? '' : 's'} and all of its aliases${forced}`;
  return [
    ...aliases.map((one) => {
      const { ref } = one;
      return { kind: 'alias' as const, key, name: AliasRef.key(ref), about: aboutAlias(one), ref, revisions };
    }),
    ...watching,
    { kind: 'function', key, name, about: whole, revisions },
  ];
}

/** All of a function at once: AWS takes many names a call, and few calls a second. */
function alarmsOf(
  of: Pick<Going & { kind: 'alarm' }, 'key' | 'functionName' | 'names' | 'revisions'>,
): Going[] {
  const name = of.names.join(', ');
  return of.names.length === 0 ? [] : [{ kind: 'alarm', ...of, name, about: `made by shipit for ${of.key}` }];
}

function aboutAlias({ state: { version, additional }, record }: AliasRemains): string {
  const split = additional ? `, ${additional.weight}% version ${additional.version}` : '';
  const by =
    'record' in record ? `last moved by release ${record.record.release.slice(-6)}` : 'never moved by shipit';
  return `serves version ${version}${split}, ${by}`;
}

function absentOf({ spec: { key, name, alias }, live, aliases }: FunctionRemains): Removable[] {
  if (live === null) return [{ kind: 'function', key, name }];
  if (aliases.some(({ ref }) => ref.alias === alias)) return [];
  return [{ kind: 'alias', key, name: AliasRef.key({ functionName: name, alias }) }];
}

function problemsOf(one: FunctionRemains, { remains, scope }: { remains: Remains; scope: Scope }): Problem[] {
  const ownership = ownershipProblem(one, scope);
  const standings = remains.functions.flatMap(({ aliases }) => aliases);
  return [
    ...(ownership === null || scope.force ? [] : [{ kind: 'notOurs' as const, text: ownership }]),
    ...one.aliases.flatMap(({ ref, record }): Problem[] => {
      const name = AliasRef.key(ref);
      if (record.kind === 'open') {
        // Without the flag it would roll back the alias of the project file, which nobody asked for.
        const alias = ref.alias === one.spec.alias ? null : ref.alias;
        const where = { ...scope.where, alias };
        const words = { nowMs: scope.nowMs, where, rollback: placedCommand('rollback', where) };
        return [{ kind: 'owned', text: `${name}: ${describeHolder(record.record, standings, words)}` }];
      }
      if (record.kind !== 'unreadable') return [];
      const way = "use the shipit that wrote it, or correct the alias's description by hand";
      return [{ kind: 'newerRecord', text: `${name}: ${record.why}: ${way}` }];
    }),
  ];
}

function ownershipProblem({ spec: { key, name }, live }: FunctionRemains, { project }: Scope): string | null {
  if (live === null) return null;
  if (live.tags === null) return `${key}: the tags of ${name} may not be read, so nobody can say whose it is`;
  if (ownerOf(live.tags, project) === 'ours') return null;
  return `${key}: ${name} belongs to ${ownerWords(live.tags)}`;
}

const managedHere = ({ spec: { key, name } }: FunctionRemains): Problem => ({
  kind: 'managed',
  text: `${key}: ${name} is released here and made elsewhere (manage: release): remove it with what made it`,
});

const managedElsewhere = ({ spec, live }: FunctionRemains): Kept[] =>
  live === null
    ? []
    : [{ what: 'function', names: [spec.name], because: 'manage: release, so it belongs to what made it' }];

/** A role is made for one function, and goes with it. */
function rolesOf(
  functions: readonly FunctionRemains[],
  project: Project,
): Pick<Removal, 'goes' | 'absent' | 'stays'> {
  const goes: Going[] = [];
  const absent: Removable[] = [];
  const stays: Kept[] = [];
  for (const { spec, role } of functions) {
    if (spec.role === null) continue;
    const thing = { kind: 'role' as const, key: spec.key, name: spec.role.name };
    if (role === null) absent.push(thing);
    else if (ownerOf(role.tags, project) === 'ours')
      goes.push({ ...thing, about: `made for ${spec.key}`, usedBy: [spec.name] });
    else stays.push({ what: 'role', names: [thing.name], because: `it belongs to ${ownerWords(role.tags)}` });
  }
  return { goes, absent, stays };
}
