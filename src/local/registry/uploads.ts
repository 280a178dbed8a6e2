/** Layers arrive in parts, in order, and are known by the digest of the whole. */
import { createHash } from 'node:crypto';
import type { Blob, BlobStore } from '../objects/blobs';
import type { World } from '../world';
import type { Layer, Repository, Upload } from './book';
import { missing, refusal } from './errors';
import { layerRefusal } from './image-errors';

const mostBytes = 52_000 * 1024 ** 2;

export function startUpload({ random, clock }: World, repository: Repository): Upload {
  const upload = { id: random.uuid(), startedMs: clock.nowMs(), pieces: [], size: 0 };
  repository.uploads.set(upload.id, upload);
  return upload;
}

export function findUpload(world: World, repository: Repository, id: string): Upload {
  const upload = repository.uploads.get(id);
  const { name } = repository;
  if (world.registry.repositories.get(name) !== repository) throw missing.repository(name, world.account);
  if (!upload) throw missing.upload(world, name, id);
  return upload;
}

/**
 * Puts what comes behind what is there. What has come of a part that breaks off stays, so that the pusher can go on from
 * there. Two that write at once would mix what they send: the later one is refused.
 */
export async function addPart(
  world: World,
  { repository, upload }: { readonly repository: Repository; readonly upload: Upload },
  chunks: AsyncIterable<Uint8Array>,
): Promise<Upload> {
  return world.registry.blobs.take(chunks, (blob) => {
    const now = findUpload(world, repository, upload.id);
    if (now.size !== upload.size) throw layerRefusal.part(world, repository, now);
    if (blob.size === 0) return now;
    if (now.size + blob.size > mostBytes)
      throw refusal.tooMany(`A layer must be smaller than ${mostBytes} bytes`);
    const longer = { ...now, pieces: [...now.pieces, blob], size: now.size + blob.size };
    repository.uploads.set(longer.id, longer);
    return longer;
  });
}

/** Throws InvalidLayerException when the digest is not that of the whole. */
export async function completeUpload(
  world: World,
  { repository, upload }: { readonly repository: Repository; readonly upload: Upload },
  digest: string,
): Promise<Layer> {
  const { blobs } = world.registry;
  const { id, pieces, size } = upload;
  return blobs.hold(pieces, async () => {
    const found = await digestOf(blobs, pieces);
    findUpload(world, repository, id);
    if (found !== digest)
      throw refusal.named(
        'InvalidLayerException',
        `The layer digest '${digest}' does not match the digest of what was uploaded, '${found}'`,
      );
    const layer = repository.layers.get(digest) ?? { digest, size, pieces };
    repository.layers.set(digest, layer);
    repository.uploads.delete(id);
    return layer;
  });
}

/** What lies in one piece has its digest already. */
async function digestOf(blobs: BlobStore, pieces: readonly Blob[]): Promise<string> {
  const [first, ...others] = pieces;
  if (first && others.length === 0) return `sha256:${first.sha256}`;
  const hash = createHash('sha256');
  for await (const chunk of blobs.stream(pieces, { first: 0, last: Number.MAX_SAFE_INTEGER }))
    hash.update(chunk);
  return `sha256:${hash.digest('hex')}`;
}
