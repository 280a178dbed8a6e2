/** What ECR says of images and layers that it does not take or find. */
import { AwsError } from '../errors';
import type { World } from '../world';
import type { Repository } from './book';
import { refusal } from './errors';

type Place = Pick<World, 'account'>;

export interface ImageId {
  readonly imageDigest?: string | undefined;
  readonly imageTag?: string | undefined;
}

/** As ECR writes an image of a request: what is absent is null. */
export const idText = ({ imageDigest, imageTag }: ImageId): string =>
  `{imageDigest:'${imageDigest ?? 'null'}', imageTag:'${imageTag ?? 'null'}'}`;

export const imageMissing = ({ account }: Place, { name }: Repository, id: ImageId): AwsError =>
  refusal.named(
    'ImageNotFoundException',
    `The image with imageId ${idText(id)} does not exist within the repository with name '${name}' in the registry with id '${account}'`,
  );

/** Of what a manifest needs and the repository does not have. */
export const needed = ({ account }: Place, { name }: Repository, what: Needed): AwsError =>
  refusal.named(
    what.kind === 'Layers' ? 'LayersNotFoundException' : 'ReferencedImagesNotFoundException',
    `${what.kind} with digests '[${what.digests.join(', ')}]' required for pushing image into repository with name '${name}' in the registry with id '${account}' do not exist`,
  );

export interface Needed {
  readonly kind: 'Layers' | 'Images';
  readonly digests: readonly string[];
}

export const layerRefusal = {
  missing: ({ account }: Place, { name }: Repository, digest: string): AwsError =>
    refusal.named(
      'LayersNotFoundException',
      `The layer with digest '${digest}' does not exist in the repository with name '${name}' in the registry with id '${account}'`,
    ),
  exists: ({ account }: Place, { name }: Repository, digest: string): AwsError =>
    refusal.named(
      'LayerAlreadyExistsException',
      `Layer with digest '${digest}' already exists in the repository with name '${name}' in registry with id '${account}'`,
    ),
  /** `lastByte` is the last one that was received in order. */
  part: ({ account }: Place, { name }: Repository, upload: { id: string; size: number }): AwsError =>
    new AwsError('InvalidLayerPartException', 400, {
      message: `The layer part size is not valid, or the first byte specified is not consecutive to the last byte of a previous layer part upload: the next byte of upload '${upload.id}' is ${upload.size}`,
      members: {
        ...{ registryId: account, repositoryName: name, uploadId: upload.id },
        lastValidByteReceived: Math.max(upload.size - 1, 0),
      },
    }),
};
