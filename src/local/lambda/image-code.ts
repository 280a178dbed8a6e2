/** Images that functions have for code: whether they can have them, and unpacked. */
import type { ContainerStore, UnpackedImage } from '../containers/folders';
import { BadImage } from '../containers/problem';
import { AwsError } from '../errors';
import type { World } from '../world';
import type { FunctionBook, StoredCode, VersionEntry } from './book';
import { versionsOf } from './find';
import { type Flaw, flaws } from './flaws';

/** Why a function cannot have this image; it is unpacked when it can. */
export async function imageFlaw({ registry, images, containers }: World, uri: string): Promise<Flaw | null> {
  if (!registry.has(uri)) return (await images.resolve(uri)) ? null : flaws.image;
  try {
    await containers.open(uri);
    return null;
  } catch (error) {
    if (!(error instanceof BadImage)) throw error;
    return { ...flaws.badImage, text: `${flaws.badImage.text} ${error.message}` };
  }
}

/** Unpacked again when it was lost. Null for one that nobody has pushed; throws AwsError for one that cannot be unpacked. */
export async function openImage(
  containers: ContainerStore,
  { Source }: Pick<StoredCode, 'Source'>,
): Promise<UnpackedImage | null> {
  try {
    return await containers.open(Source?.ResolvedImageUri ?? '');
  } catch (error) {
    if (error instanceof BadImage) throw new AwsError('InvalidRuntimeException', 502, error.message);
    throw error;
  }
}

/** Addresses of the images that functions are made of. */
export function* imagesOf({ entries }: FunctionBook): Generator<string> {
  for (const entry of entries.values()) for (const version of versionsOf(entry)) yield* addressesOf(version);
}

function* addressesOf({ config, serving }: VersionEntry): Generator<string> {
  for (const { Source } of serving ? [config, serving] : [config])
    if (Source?.ResolvedImageUri) yield Source.ResolvedImageUri;
}
