/** An image goes to the repository of its function, and Lambda gets its address with its digest. */
import type { Ecr } from '../config/code';
import type { BuiltImage, ImageBlob, RepositoryAddress } from '../core/code';
import { ShipitError } from '../core/errors';
import type { Event } from '../core/events';
import type { Ports } from '../core/ports';
import type { Repository } from '../core/stores';
import { tagsOf } from './image-tags';
import { passScan } from './scan';

export type PushPorts = Pick<Ports, 'registries' | 'repositories' | 'clock' | 'report'>;

/** Where the image of a function is kept, and who it is for. */
export interface ImagePlace {
  readonly ecr: Ecr;
  /** Of Lambda, for those who look into the repository. */
  readonly functionName: string;
  /** Of the project; null where there is none. */
  readonly commit: string | null;
  /** Of a repository that is made. */
  readonly tags: Readonly<{ [name: string]: string }>;
  /** Ctrl-C: ends the wait for a scan. */
  readonly stop: AbortSignal;
}

export interface Push {
  readonly key: string;
  readonly image: BuiltImage;
  readonly place: ImagePlace;
  readonly tell: (event: Event) => Promise<void>;
}

/** The address by which Lambda is to run it. Nothing is sent that is there already, and no scan is waited for that nobody asked for. */
export async function pushImage(ports: PushPorts, push: Push): Promise<string> {
  const { key, image, place, tell } = push;
  const repository = await repositoryFor(ports, place);
  await letLambdaPull(ports, repository);
  const to = addressOf(repository);
  const { digest } = image.manifest;
  const uri = `${repository.uri}@${digest}`;
  const isThere = (await ports.registries.manifest(to, digest)) !== null;
  const sentBytes = isThere ? 0 : await send(ports, push, { to, uri });
  await tag(ports, push, to);
  await tell({ v: 1, type: 'artifact.sent', at: ports.clock.nowMs(), key, to: uri, sentBytes });
  if (place.ecr.failOn !== null)
    await passScan(ports, { repository, digest, uri, failOn: place.ecr.failOn, key, stop: place.stop, tell });
  return uri;
}

async function repositoryFor({ repositories }: PushPorts, { ecr, tags }: ImagePlace): Promise<Repository> {
  const { repository, create } = ecr;
  const found = await repositories.find(repository);
  if (found !== null) return found;
  const made = create ? await repositories.create(repository, tags).catch(unlessThere) : null;
  const there = made ?? (await repositories.find(repository));
  if (there !== null) return there;
  throw new ShipitError('notFound', `there is no repository ${repository}`, {
    hint: 'Write `ecr: { create: true }`, or make it.',
  });
}

function unlessThere(error: unknown): null {
  if (ShipitError.is(error, 'alreadyExists')) return null;
  throw error;
}

/** In its own account Lambda can take the right by itself, and elsewhere the owner may have given it: Lambda has the last word. */
async function letLambdaPull({ repositories }: PushPorts, repository: Repository): Promise<void> {
  try {
    await repositories.letLambdaPull(repository);
  } catch (error) {
    if (!ShipitError.is(error, 'accessDenied')) throw error;
  }
}

function addressOf({ uri }: Repository): RepositoryAddress {
  const slash = uri.indexOf('/');
  return { host: uri.slice(0, slash), name: uri.slice(slash + 1) };
}

interface Target {
  readonly to: RepositoryAddress;
  readonly uri: string;
}

/** Answers how many bytes were missing there. */
async function send(
  { registries, report, clock }: PushPorts,
  { key, image }: Push,
  { to, uri }: Target,
): Promise<number> {
  const blobs = [...new Map(image.blobs.map((blob) => [blob.digest, blob])).values()];
  const there = await Promise.all(blobs.map(({ digest }) => registries.has(to, digest)));
  const missing = blobs.filter((_, index) => !there[index]);
  const bytes = sumOf(missing);
  const arrived = new Map<string, number>();
  const told = ({ digest }: ImageBlob, count: number): void => {
    arrived.set(digest, count);
    const sentBytes = [...arrived.values()].reduce((sum, one) => sum + one, 0);
    report.tell({ v: 1, type: 'artifact.sending', at: clock.nowMs(), key, to: uri, sentBytes, bytes });
  };
  const sent = missing.map((blob) => registries.push(to, blob, (count) => told(blob, count)));
  // When one fails, the others end first: nobody goes on sending behind an error.
  await Promise.allSettled(sent);
  await Promise.all(sent);
  return bytes;
}

const sumOf = (blobs: readonly ImageBlob[]): number => blobs.reduce((sum, { bytes }) => sum + bytes, 0);

/** Under a tag that names the commit, or a second one where the commit has become two images, and under one of the function. */
async function tag({ registries }: PushPorts, { image, place }: Push, to: RepositoryAddress): Promise<void> {
  const { manifest } = image;
  const { first, second, user } = tagsOf(manifest.digest, place);
  try {
    await registries.tag(to, first, manifest);
  } catch (error) {
    if (!ShipitError.is(error, 'alreadyExists')) throw error;
    await registries.tag(to, second, manifest);
  }
  await registries.tag(to, user, manifest);
}
