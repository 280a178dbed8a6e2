/** What stays when functions go: shipit takes away what it made, and names what it leaves. */
import type { Kept, Removable } from '../core/events';
import type { LayerVersion } from '../core/lambda';
import { defaultLogGroup } from '../core/normal';
import { isPublishedByShipit, layersUsed } from '../plan/layers';
import type { FunctionRemains, LayerRemains } from './remains';
import type { Going, Removal } from './removal';

/** A layer goes when no function uses it any more; versions that somebody else published are not ours to remove. */
export function layersOf(
  layers: readonly LayerRemains[],
  functions: readonly FunctionRemains[],
): Pick<Removal, 'goes' | 'absent' | 'stays'> {
  const goes: Going[] = [];
  const absent: Removable[] = [];
  const stays: Kept[] = [];
  for (const layer of layers) {
    const { key, name } = layer.spec;
    const thing = { kind: 'layer' as const, key, name };
    const keep = (versions: readonly LayerVersion[], because: string) =>
      stays.push({ what: 'layer', names: versions.map(({ version }) => `${name}:${version}`), because });
    const ours = layer.versions.filter(isPublishedByShipit);
    const others = layer.versions.filter((one) => !isPublishedByShipit(one));
    const users = functions.filter((one) => isUsedBy(layer, one));
    const staying = users.filter(({ spec }) => spec.manage === 'release').map(({ spec }) => spec.name);
    if (layer.versions.length === 0) absent.push(thing);
    if (others.length > 0) keep(others, 'shipit did not publish it');
    if (ours.length > 0 && staying.length > 0) keep(ours, `used by ${staying.join(', ')}, which stays`);
    else if (ours.length > 0) goes.push(goingLayer(thing, ours, users));
  }
  return { goes, absent, stays };
}

function goingLayer(
  thing: Removable & { readonly kind: 'layer' },
  ours: readonly LayerVersion[],
  users: readonly FunctionRemains[],
): Going {
  const versions = ours.map(({ version }) => version);
  const about = `version${versions.length === 1 ? '' : 's'} ${versions.join(', ')}`;
  return { ...thing, about, versions, usedBy: users.map(({ spec }) => spec.name) };
}

/** By what it has at AWS, or by the project file, for versions that cannot be read. */
const isUsedBy = (
  { spec: layer, versions }: LayerRemains,
  { spec, live, layers }: FunctionRemains,
): boolean =>
  live !== null && (versions.some(({ arn }) => layers.has(arn)) || layersUsed([spec]).includes(layer.key));

export function staysOf(functions: readonly FunctionRemains[]): Kept[] {
  const there = functions.filter(({ live }) => live !== null);
  const logGroups = there.map(({ spec, live }) => live?.config.logGroup ?? defaultLogGroup(spec.name));
  const alarms = there.flatMap(({ spec }) => spec.alarms);
  const images = there.flatMap(({ spec }) => (spec.image?.kind === 'there' ? spec.image.uri : []));
  const kept: Kept[] = [
    { what: 'log group', names: unique(logGroups), because: 'logs outlive their function' },
    { what: 'alarm', names: unique(alarms), because: 'shipit did not make it' },
    { what: 'image', names: unique(images), because: 'shipit did not push it' },
  ];
  const rest: Kept = {
    what: 'anything else, such as',
    names: ['event sources', 'permissions elsewhere', 'S3 objects', 'the journal in .shipit'],
    because: 'not part of a function',
  };
  return there.length === 0 ? [] : [...kept.filter(({ names }) => names.length > 0), rest];
}

const unique = (names: readonly string[]): string[] => [...new Set(names)].sort();
