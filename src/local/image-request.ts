/** Images as they are described to the local AWS, for functions of images that nobody pushes to it. */
import type { Image, ImageBook } from './lambda/images';

const digestForm = /^sha256:[0-9a-f]{64}$/;

/** A description without a digest takes the image away. Answers what is wrong with the request, and does nothing then. */
export function describeImages(book: ImageBook, request: unknown): string | null {
  const given = Array.isArray(request) ? request.map(read) : [null];
  const described = given.filter((one) => one !== null);
  if (described.length < given.length)
    return 'images must be a list of {uri, digest (sha256:<64 hex digits>, or null), mediaType, architecture (x86_64 or amd64, or arm64), sizeBytes}';
  for (const { uri, image } of described) book.describe(uri, image);
  return null;
}

function read(value: unknown): { uri: string; image: Image | null } | null {
  if (typeof value !== 'object' || value === null) return null;
  const { uri, digest, mediaType = manifest, architecture = 'x86_64', sizeBytes = 0 } = value as Given;
  if (typeof uri !== 'string') return null;
  if (digest === null) return { uri, image: null };
  if (typeof digest !== 'string' || !digestForm.test(digest) || typeof mediaType !== 'string') return null;
  const runsOn = typeof architecture === 'string' ? architectures.get(architecture) : undefined;
  if (runsOn === undefined || typeof sizeBytes !== 'number') return null;
  return { uri, image: { digest, mediaType, architecture: runsOn, sizeBytes } };
}

type Given = { readonly [member: string]: unknown };

/** Images have their own word for one of them. */
const architectures = new Map([
  ['x86_64', 'x86_64'],
  ['amd64', 'x86_64'],
  ['arm64', 'arm64'],
]);

const manifest = 'application/vnd.oci.image.manifest.v1+json';
