/** What AWS has of some functions and layers of a project, read before any of it is taken away. */
import type { FunctionSpec, LayerSpec } from '../config/project';
import type { LiveFunction } from '../core/function';
import type { AliasState, LayerVersion, Role } from '../core/lambda';
import type { Ports } from '../core/ports';
import { Record } from '../core/record';
import { AlarmTag } from '../plan/alarm-upkeep';
import type { Standing } from '../plan/leader';
import { OwnAlarmName } from '../plan/own-alarms';

export interface Remains {
  readonly functions: readonly FunctionRemains[];
  readonly layers: readonly LayerRemains[];
}

export interface FunctionRemains {
  readonly spec: FunctionSpec;
  /** Null when there is no such function, which then has no alias either. */
  readonly live: LiveFunction | null;
  /** All of them, for they go with their function: first the one of the project file, then by name. */
  readonly aliases: readonly AliasRemains[];
  /** How many are published. */
  readonly versions: number;
  /** ARNs of the layer versions that $LATEST or a published version has. */
  readonly layers: ReadonlySet<string>;
  /** Names of those that shipit made for it, its aliases and its candidates. */
  readonly alarms: readonly string[];
  /** The one that shipit makes for it; null when the project file describes none, or when it is not there. */
  readonly role: Role | null;
}

export interface AliasRemains extends Standing {
  readonly state: AliasState;
}

export interface LayerRemains {
  readonly spec: LayerSpec;
  readonly versions: readonly LayerVersion[];
}

type Read = Pick<Ports, 'functions' | 'aliases' | 'versions' | 'roles' | 'layers' | 'alarms'>;

export async function readRemains(
  ports: Read,
  { functions, layers }: { functions: readonly FunctionSpec[]; layers: readonly LayerSpec[] },
): Promise<Remains> {
  const [seen, found] = await Promise.all([
    Promise.all(functions.map((spec) => lookAt(ports, spec))),
    Promise.all(layers.map(async (spec) => ({ spec, versions: await ports.layers.versions(spec.name) }))),
  ]);
  return { functions: seen, layers: found };
}

async function lookAt(ports: Read, spec: FunctionSpec): Promise<FunctionRemains> {
  const [live, role] = await Promise.all([
    ports.functions.look(spec.name),
    spec.role === null ? null : ports.roles.read(spec.role.name),
  ]);
  const alarms = await readAlarms(ports, spec, live);
  if (live === null) return { spec, live, aliases: [], versions: 0, layers: new Set(), alarms, role };
  const [aliases, versions] = await Promise.all([readAliases(ports, spec), ports.versions.list(spec.name)]);
  const layers = new Set([live, ...versions].flatMap(({ config }) => config.layers));
  return { spec, live, aliases, versions: versions.length, layers, alarms, role };
}

/** Asked for only where there may be some: whoever never had any needs no right to ask. */
async function readAlarms(
  { alarms }: Read,
  { name, manage, ownAlarms }: FunctionSpec,
  live: LiveFunction | null,
): Promise<string[]> {
  const isTold = Object.keys(live?.tags ?? {}).some(AlarmTag.is);
  if (manage === 'release' || (ownAlarms.length === 0 && !isTold)) return [];
  return (await alarms.named(OwnAlarmName.ofFunction(name))).filter(OwnAlarmName.is);
}

async function readAliases(ports: Read, spec: FunctionSpec): Promise<AliasRemains[]> {
  const found = (await ports.aliases.list(spec.name)).map(({ name, ...state }) => ({
    ref: { functionName: spec.name, alias: name },
    state,
    record: Record.parse(state.description),
  }));
  const isOwn = ({ ref }: AliasRemains) => ref.alias === spec.alias;
  return [...found.filter(isOwn), ...found.filter((one) => !isOwn(one))];
}
