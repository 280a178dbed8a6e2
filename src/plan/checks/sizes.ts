import { maxUnzippedBytes, megabytes } from '../../artifact/limits';
import { layerArnOf } from '../layers';
import type { FunctionPlan, LayerPlan } from '../plan';
import { type Check, Plans } from './check';

/** Lambda counts the layers of a function along with its code (AWS Lambda quotas). Layers of others have sizes that nobody told. */
export const sizes: Check = {
  title: 'code and layers fit together',
  code: 'badArtifact',
  run: ({ plan }) => ({
    problems: Plans.changing(plan).flatMap((planned) => problemsOf(planned, plan.layers)),
    warnings: [],
  }),
};

function problemsOf({ spec, artifact, config }: FunctionPlan, layers: readonly LayerPlan[]): string[] {
  if (artifact === null) return [];
  const own = layers.filter((layer) => config.layers?.includes(layerArnOf(layer)));
  const parts = [{ name: 'code', bytes: artifact.unzippedBytes }].concat(
    own.map((layer) => ({ name: `layer ${layer.spec.key}`, bytes: layer.artifact.unzippedBytes })),
  );
  const total = parts.reduce((sum, { bytes }) => sum + bytes, 0);
  if (total <= maxUnzippedBytes) return [];
  const said = parts.map(({ name, bytes }) => `${name} ${megabytes(bytes)}`).join(', ');
  return [
    `${spec.where.layers ?? spec.key}: ${megabytes(total)} unzipped (${said}); Lambda takes ${megabytes(maxUnzippedBytes)} together: leave out what the function does not load`,
  ];
}
