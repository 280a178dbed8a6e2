/** Own layers: published when their content is new, and the versions beyond those to keep taken away at the end. */
import type { Code } from '../core/code';
import type { Layers } from '../core/lambda';
import type { LayerPlan } from '../plan/plan';
import { untilThere } from './made';

/** Lambda API reference, PublishLayerVersion. */
const longestDescription = 256;

/** Answers the ARN of the new version. */
export async function publishLayer(
  layers: Layers,
  { spec, mark }: LayerPlan,
  content: Code,
): Promise<string> {
  if ('imageUri' in content) throw new RangeError(`layer ${spec.key} is no zip`);
  const { name, runtimes, architectures, license } = spec;
  const description = `${mark} ${spec.description}`.trimEnd().slice(0, longestDescription);
  const made = { name, content, description, runtimes, architectures, license };
  const there = await untilThere({
    make: () => layers.publish(made),
    find: async () => {
      const versions = await layers.versions(name);
      return versions.find((version) => version.description === description) ?? null;
    },
  });
  return there.arn;
}

/** Functions that have such a version keep it; only new ones can no longer take it. */
export async function removeSurplus(layers: Layers, plans: readonly LayerPlan[]): Promise<void> {
  const gone = plans.flatMap(({ spec, surplus }) => surplus.map((version) => ({ name: spec.name, version })));
  await Promise.all(gone.map(({ name, version }) => layers.remove(name, version)));
}
