/** What a spec leaves open until somebody has looked: the versions of its own layers, the ARN of the role that shipit makes. */
import { type FunctionSpec, OwnLayer } from '../config/project';
import type { Ground } from './ground';
import { layerArnOf } from './layers';
import type { LayerPlan } from './plan';

export function settle(
  spec: FunctionSpec,
  { layers, ground }: { layers: readonly LayerPlan[]; ground: Ground | null },
): FunctionSpec {
  const arns = spec.config.layers?.map((layer) => arnOf(layer, layers));
  const config = {
    ...spec.config,
    ...(arns === undefined ? {} : { layers: arns }),
    ...(spec.role === null || ground === null
      ? {}
      : {
          role: `arn:${ground.partition}:iam::${ground.account}:role${spec.role.path}${spec.role.name}`,
        }),
  };
  return { ...spec, config };
}

function arnOf(layer: string, layers: readonly LayerPlan[]): string {
  const key = OwnLayer.keyOf(layer);
  if (key === null) return layer;
  const found = layers.find(({ spec }) => spec.key === key);
  if (!found) throw new RangeError(`nobody looked at layer ${key}`);
  return layerArnOf(found);
}
