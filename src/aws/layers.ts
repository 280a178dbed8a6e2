import type { Architecture, LayerVersionsListItem, Runtime } from '@aws-sdk/client-lambda';
import { ShipitError } from '../core/errors';
import type { Layers, LayerVersion } from '../core/lambda';
import type { Connections } from './connections';
import { contentOf } from './content';
import { unlessGone } from './errors';
import { allPages } from './pages';
import { sdk } from './sdk';
import { reading, repeatable, type Send, writing } from './sender';

export function createLayers(connections: Connections, send: Send): Layers {
  return {
    async versions(layerName): Promise<LayerVersion[]> {
      const found = await allPages(async (marker) => {
        const page = await listPage(connections, send, { layerName, marker });
        return { items: page?.LayerVersions ?? [], next: page?.NextMarker };
      });
      return found.map(toVersion).sort((one, other) => other.version - one.version);
    },
    async publish(layer): Promise<LayerVersion> {
      const input = {
        LayerName: layer.name,
        Description: layer.description,
        ...(layer.runtimes.length === 0 ? {} : { CompatibleRuntimes: [...layer.runtimes] as Runtime[] }),
        ...(layer.architectures.length === 0
          ? {}
          : { CompatibleArchitectures: [...layer.architectures] as Architecture[] }),
        ...(layer.license === null ? {} : { LicenseInfo: layer.license }),
      };
      const answer = await send({
        ...writing(`PublishLayerVersion ${layer.name}`, 'lambda'),
        send: async () => {
          const whole = { ...input, Content: await contentOf(layer.content) };
          return connections.patientLambda().send(new (sdk.lambda().PublishLayerVersionCommand)(whole));
        },
      });
      return toVersion(answer);
    },
    async remove(layerName, version): Promise<void> {
      const input = { LayerName: layerName, VersionNumber: version };
      await send({
        ...repeatable(`DeleteLayerVersion ${layerName}:${version}`, 'lambda'),
        send: () => connections.lambda().send(new (sdk.lambda().DeleteLayerVersionCommand)(input)),
      }).catch(unlessGone);
    },
  };
}

/** Null when there is no such layer. */
async function listPage(
  connections: Connections,
  send: Send,
  { layerName, marker }: { layerName: string; marker: string | undefined },
) {
  const input = { LayerName: layerName, Marker: marker };
  return send({
    ...reading(`ListLayerVersions ${layerName}`, 'lambda'),
    send: () => connections.lambda().send(new (sdk.lambda().ListLayerVersionsCommand)(input)),
  }).catch((error: unknown) => {
    if (ShipitError.is(error, 'notFound')) return null;
    throw error;
  });
}

const toVersion = ({ LayerVersionArn, Version, Description }: LayerVersionsListItem): LayerVersion => ({
  arn: LayerVersionArn ?? '',
  version: Version ?? 0,
  description: Description ?? '',
});
