/** Manifests by tag and by digest. */
import { batchDeleteImage } from '../../actions/ecr/batch-delete-image';
import type { WireResponse } from '../../wire/message';
import { receive } from '../../wire/receive';
import type { Repository, StoredImage } from '../book';
import { digestPattern } from '../checks';
import { imageBy } from '../find-image';
import type { ImageId } from '../image-errors';
import { pushImage } from '../images';
import { done, fault } from './answers';
import type { Call } from './call';
import { placeOf, placeToPush } from './place';

const limitBytes = 4_194_305;

export async function getManifest(call: Call): Promise<WireResponse> {
  const { image } = imageIn(call);
  const { registry, clock } = call.world;
  const bytes = await registry.blobs.hold([image.manifest], () => registry.blobs.read([image.manifest]));
  if (call.message.method === 'GET') image.pulledMs = clock.nowMs();
  return done(200, { 'content-type': image.mediaType, 'docker-content-digest': image.digest }, bytes);
}

export async function putManifest(call: Call): Promise<WireResponse> {
  const { world, message, stay, base, route } = call;
  const { request, refused } = await receive(message, { limitBytes, stay });
  if (refused !== null) throw fault('SIZE_INVALID', 413, 'The manifest is too large');
  const repository = placeToPush(call);
  const { imageTag: tag = null, imageDigest: digest = null } = idOf(route.reference);
  const { image } = await pushImage(world, repository, {
    text: request.body.toString('utf8'),
    mediaType: /^[^;\s]+/.exec(message.headers['content-type'] ?? '')?.[0] ?? null,
    ...{ tag, digest },
  });
  return done(201, {
    location: `${base}/v2/${route.repository}/manifests/${image.digest}`,
    'docker-content-digest': image.digest,
    ...(image.subject === null ? {} : { 'oci-subject': image.subject }),
  });
}

export async function deleteManifest(call: Call): Promise<WireResponse> {
  const { image, repository, id } = imageIn(call);
  const input = { repositoryName: repository.name, imageIds: [id] };
  const { failures = [] } = await batchDeleteImage(call.world, input);
  for (const { failureReason = '' } of failures) throw fault('DENIED', 403, failureReason);
  return done(202, { 'docker-content-digest': image.digest });
}

interface Found {
  readonly repository: Repository;
  readonly image: StoredImage;
  readonly id: ImageId;
}

function imageIn(call: Call): Found {
  const repository = placeOf(call);
  const id = idOf(call.route.reference);
  const image = imageBy(repository, id);
  if (image) return { repository, image, id };
  throw fault('MANIFEST_UNKNOWN', 404, 'Requested image not found');
}

const idOf = (reference: string): ImageId =>
  new RegExp(`^${digestPattern}$`).test(reference) ? { imageDigest: reference } : { imageTag: reference };
