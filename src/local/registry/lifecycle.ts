/** Images that a lifecycle policy lets go, looked at in world time, and uploads that nobody ended. */
import type { World } from '../world';
import type { Expiry, Repository, StoredImage } from './book';
import { parentsOf, removeImage, tagsOf } from './images';
import { type LifecycleRule, parseLifecycle } from './lifecycle-policy';
import { matches } from './mutability';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** An upload that nobody ends is forgotten. */
const forgottenMs = dayMs;

/** AWS promises a day. */
const lookEveryMs = 6 * hourMs;

/** The answer ends it. */
export function startUpkeep(world: World): () => void {
  let cancel = (): void => undefined;
  const again = (): void => {
    cancel = world.clock.after(lookEveryMs, () => {
      for (const repository of world.registry.repositories.values()) keepUp(world, repository);
      again();
    });
  };
  again();
  return () => cancel();
}

function keepUp(world: World, repository: Repository): void {
  const { lifecycle, uploads } = repository;
  for (const { id, startedMs } of [...uploads.values()])
    if (world.clock.nowMs() - startedMs >= forgottenMs) uploads.delete(id);
  if (!lifecycle) return;
  for (const { digest } of expiries(repository, lifecycle.text, world.clock.nowMs())) {
    const image = repository.images.get(digest);
    if (image) removeImage(repository, image);
  }
  lifecycle.evaluatedMs = world.clock.nowMs();
}

/**
 * An image whose tags are those of a rule is not expired by a later one, but it is counted there. One that an index names
 * stays as long as the index does.
 */
export function expiries(repository: Repository, policy: string, nowMs: number): Expiry[] {
  const newestFirst = [...repository.images.values()].sort((a, b) => b.pushedMs - a.pushedMs);
  const expired = new Map<string, Expiry>();
  const claimed = new Set<StoredImage>();
  for (const rule of parseLifecycle(policy)) {
    const fitting = newestFirst.filter((image) => fits(rule, tagsOf(repository, image)));
    for (const image of rule.expires ? chosen(rule, fitting, nowMs) : [])
      if (!claimed.has(image)) expired.set(image.digest, expiryOf(repository, image, rule));
    for (const image of fitting) claimed.add(image);
  }
  return [...expired.values()].filter(({ digest }) => {
    const image = repository.images.get(digest);
    return image && parentsOf(repository, image).every((parent) => expired.has(parent));
  });
}

function fits({ tagStatus, patterns }: LifecycleRule, tags: readonly string[]): boolean {
  if (tagStatus === 'any') return true;
  if (tagStatus === 'untagged') return tags.length === 0;
  return patterns.every((pattern) => tags.some((tag) => matches(pattern, tag)));
}

function chosen(
  { countType, count }: LifecycleRule,
  images: readonly StoredImage[],
  nowMs: number,
): readonly StoredImage[] {
  if (countType === 'imageCountMoreThan') return images.slice(count);
  const since = ({ pushedMs, pulledMs }: StoredImage): number =>
    countType === 'sinceImagePulled' ? (pulledMs ?? pushedMs) : pushedMs;
  return countType === 'sinceImageTransitioned'
    ? []
    : images.filter((image) => nowMs - since(image) > count * dayMs);
}

const expiryOf = (repository: Repository, image: StoredImage, { priority }: LifecycleRule): Expiry => ({
  digest: image.digest,
  tags: tagsOf(repository, image),
  pushedMs: image.pushedMs,
  priority,
});
