import type { Layers, LayerVersion, NewLayer } from '../../src/core/lambda';
import { Fake } from './fake';

/** Layers whose numbers rise for ever, also when a version was removed. */
export class FakeLayers extends Fake implements Layers {
  private readonly layers = new Map<string, LayerVersion[]>();
  private readonly published = new Map<string, NewLayer>();
  private readonly numbers = new Map<string, number>();

  /** What was published, by the ARN of the version. */
  content(arn: string): NewLayer | null {
    return this.published.get(arn) ?? null;
  }

  versions(layerName: string): Promise<LayerVersion[]> {
    return this.call('versions', layerName, () => [...(this.layers.get(layerName) ?? [])].reverse());
  }

  publish(layer: NewLayer): Promise<LayerVersion> {
    return this.call('publish', layer.name, () => {
      const version = (this.numbers.get(layer.name) ?? 0) + 1;
      const arn = `arn:aws:lambda:eu-west-1:123456789012:layer:${layer.name}:${version}`;
      const made = { arn, version, description: layer.description };
      this.numbers.set(layer.name, version);
      this.published.set(arn, layer);
      this.layers.set(layer.name, [...(this.layers.get(layer.name) ?? []), made]);
      return made;
    });
  }

  remove(layerName: string, version: number): Promise<void> {
    return this.call('remove', `${layerName}:${version}`, () => {
      const rest = (this.layers.get(layerName) ?? []).filter((one) => one.version !== version);
      this.layers.set(layerName, rest);
    });
  }
}
