/** Own layers: which version has the content that is wanted. A version is known by the mark in its description. */
import type { Artifact } from '../artifact/artifact';
import { type FunctionSpec, type LayerSpec, OwnLayer } from '../config/project';
import { canonicalJson } from '../core/canonical';
import type { Layers, LayerVersion } from '../core/lambda';
import { Digest } from '../core/values';
import type { Ground } from './ground';
import type { LayerPlan } from './plan';

/** Keys of the own layers that these functions name, sorted. */
export function layersUsed(functions: readonly FunctionSpec[]): string[] {
  const keys = functions
    .flatMap(({ config }) => config.layers ?? [])
    .flatMap((one) => OwnLayer.keyOf(one) ?? []);
  return [...new Set(keys)].sort();
}

export async function planLayer(
  layers: Layers,
  {
    spec,
    artifact,
    ground,
    signer,
  }: { spec: LayerSpec; artifact: Artifact; ground: Ground; signer: string | null },
): Promise<LayerPlan> {
  const mark = markOf(spec, artifact, signer);
  const versions = await layers.versions(spec.name);
  const found = versions.find(({ description }) => isMarked(description, mark));
  const layerArn = `arn:${ground.partition}:lambda:${ground.region}:${ground.account}:layer:${spec.name}`;
  const version = found?.version ?? null;
  return { spec, artifact, mark, layerArn, version, surplus: surplusOf(spec, versions, version) };
}

/** `<arn>:<version>`, or `<arn>:new` for one that is yet to be published. */
export const layerArnOf = ({ layerArn, version }: LayerPlan): string => `${layerArn}:${version ?? 'new'}`;

/** Others may publish under the same name; what they did is not ours to take away. */
export const isPublishedByShipit = ({ description }: LayerVersion): boolean =>
  description.startsWith('shipit ');

/** The beginning of a description; what the user says follows. */
function markOf(
  { runtimes, architectures, license, description }: LayerSpec,
  { digest }: Artifact,
  signer: string | null,
): string {
  const parts = [digest, [...runtimes].sort(), [...architectures].sort(), license, description];
  const what = canonicalJson(signer === null ? parts : [...parts, signer]);
  return `shipit ${Digest.short(what)}${Digest.short(`more of ${what}`)}`;
}

const isMarked = (description: string, mark: string): boolean =>
  description === mark || description.startsWith(`${mark} `);

/** Never the version that is used; a new one counts among those that stay. */
function surplusOf({ keep }: LayerSpec, versions: readonly LayerVersion[], used: number | null): number[] {
  if (keep === null) return [];
  return versions
    .filter(isPublishedByShipit)
    .map(({ version }) => version)
    .sort((a, b) => b - a)
    .slice(used === null ? Math.max(0, keep - 1) : keep)
    .filter((version) => version !== used);
}
