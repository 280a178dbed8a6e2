/** The layers that a function names: whether they are there, may stand together, and fit beside its code. */
import { Check, insist, violated } from '../lambda/constraints';
import { refusal } from '../lambda/errors';
import type { World } from '../world';
import { notGranted } from './names';

export interface LayerReference {
  readonly Arn: string;
  readonly CodeSize: number;
}

const most = 5;

/** Of the code of a function and all its layers (Lambda quotas). */
const unzippedLimitBytes = 262_144_000;

const pattern =
  '((arn:(aws[a-zA-Z-]*)?:lambda:(eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:\\d{12}:layer:[a-zA-Z0-9-_]+:[0-9]+)|(arn:[a-zA-Z0-9-]+:lambda:::awslayer:[a-zA-Z0-9-_]+))';
const isArn = Check.pattern(pattern);

/** In the order given. Throws what CreateFunction and UpdateFunctionConfiguration answer (recorded). */
export function resolveLayers(world: World, arns: readonly string[]): LayerReference[] {
  if (arns.length > most) throw refusal.invalid(`Cannot reference more than ${most} layers.`);
  const seen = new Map<string, string>();
  const entries = arns.map((arn) => {
    const entry = resolveLayer(world, arn);
    const other = seen.get(entry.layerArn);
    if (other !== undefined) throw sameLayer(other, arn);
    seen.set(entry.layerArn, arn);
    return entry;
  });
  if (entries.reduce((sum, { unzippedBytes }) => sum + unzippedBytes, 0) > unzippedLimitBytes)
    throw refusal.invalid(`Layers consume more than the available size of ${unzippedLimitBytes} bytes`);
  return entries.map(({ arn, CodeSize }) => ({ Arn: arn, CodeSize }));
}

/** Throws when the code of a function and its layers, which may have been deleted since, are too large together. */
export async function insistOnUnzippedTotal(
  world: World,
  { CodeSha256, layers }: { readonly CodeSha256: string; readonly layers: readonly LayerReference[] },
): Promise<void> {
  const digests = [CodeSha256, ...layers.map(({ Arn }) => world.layers.digestOf(Arn))];
  const sizes = await Promise.all(digests.map((digest) => (digest ? world.code.unzippedBytes(digest) : 0)));
  const total = sizes.reduce((sum, bytes) => sum + bytes, 0);
  if (total > unzippedLimitBytes)
    throw refusal.invalid(
      `Function code combined with layers exceeds the maximum allowed size of ${unzippedLimitBytes} bytes. The actual size is ${total} bytes.`,
    );
}

function resolveLayer(world: World, arn: string) {
  insist(formProblem(arn));
  const [, , , region, account] = arn.split(':');
  if (account !== '' && account !== world.account) throw notGranted(world, arn);
  if (region !== '' && region !== world.region)
    throw refusal.invalid(
      `Layers are not in the same region as the function. Layers are expected to be in region ${world.region}.`,
    );
  const entry = world.layers.find(arn);
  if (!entry) throw refusal.invalid(`Layer version ${arn} does not exist.`);
  return entry;
}

const formProblem = (arn: string): string | null =>
  isArn('layers', arn) === null
    ? null
    : violated(
        `'[${arn}]'`,
        'layers',
        `Member must satisfy constraint: [Member must have length less than or equal to 2048, Member must have length greater than or equal to 1, Member must satisfy regular expression pattern: ${pattern}, Member must not be null]`,
      );

const sameLayer = (first: string, second: string): Error =>
  refusal.invalid(
    `Two different versions of the same layer are not allowed to be referenced in the same function. ${first} and ${second} are versions of the same layer.`,
  );
