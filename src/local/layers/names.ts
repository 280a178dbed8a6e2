/** The forms in which a layer and its versions can be named: a name or an ARN, with a number beside it or at its end. */
import { Check, insist } from '../lambda/constraints';
import { refusal } from '../lambda/errors';
import type { World } from '../world';
import type { LayerVersionEntry } from './book';

export interface LayerRef {
  readonly name: string;
  readonly layerArn: string;
}

interface NamedVersion {
  readonly LayerName: string | undefined;
  readonly VersionNumber: number | undefined;
}

const region = '(eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}';
const layerName = Check.pattern(
  `(arn:(aws[a-zA-Z-]*)?:lambda:${region}:\\d{12}:layer:[a-zA-Z0-9-_]+)|[a-zA-Z0-9-_]+`,
);
const nameLength = Check.length(1, 140);

/** Throws for what is no name, and for a layer of somebody else. */
export function parseLayer(world: World, LayerName: string | undefined): LayerRef {
  const given = LayerName ?? '';
  insist(layerName('layerName', given) ?? nameLength('layerName', given));
  const own = `arn:aws:lambda:${world.region}:${world.account}:layer:`;
  if (!given.startsWith('arn:')) return { name: given, layerArn: `${own}${given}` };
  if (given.split(':')[4] !== world.account) throw notGranted(world, given);
  return { name: given.slice(given.lastIndexOf(':') + 1), layerArn: given };
}

/** The version's ARN. Throws for a number that no version can have. */
export function parseLayerVersion(world: World, { LayerName, VersionNumber }: NamedVersion): string {
  const { layerArn } = parseLayer(world, LayerName);
  const number = VersionNumber ?? 0;
  if (number < 1) throw refusal.invalid('Layer Version Cannot be less than 1');
  return `${layerArn}:${number}`;
}

/** Throws 404 with the ARN, as operations on a layer's policy do. */
export function findLayerVersion(world: World, named: NamedVersion): LayerVersionEntry {
  const arn = parseLayerVersion(world, named);
  const entry = world.layers.find(arn);
  if (!entry) throw refusal.missing(`Layer version ${arn} does not exist.`);
  return entry;
}

/** What Lambda answers for a layer of another account, which has not granted anything here. */
export const notGranted = (world: World, arn: string): Error =>
  refusal.denied(
    `User: arn:aws:iam::${world.account}:user/local is not authorized to perform: lambda:GetLayerVersion on resource: ${arn} because no resource-based policy allows the lambda:GetLayerVersion action`,
  );
