import type { Image, LambdaFunction } from './schema.gen';
import type { Subject } from './subject';

/** What names an image, beside a text. */
const names = ['dockerfile', 'base'] as const;

/** An image stands instead of code. A map that names none, such as one of the defaults, is none yet. */
export const isImage = ({ image }: LambdaFunction): boolean => image !== undefined && isWhole(image);

const isWhole = (image: Image): boolean =>
  typeof image === 'string' || names.some((name) => Object.hasOwn(image, name));

/** The same where a rule asks, with images that are wrong or not known yet. */
export function isMadeOfImage({ layered, has }: Pick<Subject, 'layered' | 'has'>): boolean {
  const { image } = layered;
  if (image === undefined || typeof image === 'string') return has(['image']);
  return names.some((name) => has(['image', name]));
}

/** True for an image that shipit builds and pushes; false for one that is there, or a zip. */
export const isBuiltImage = (layered: LambdaFunction): boolean =>
  isImage(layered) && typeof layered.image !== 'string';
