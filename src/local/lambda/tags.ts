/** Tags of functions: docs.aws.amazon.com/lambda/latest/dg/configuration-tags.html. */
import type { World } from '../world';
import type { FunctionEntry } from './book';
import { Check, insist } from './constraints';
import { refusal } from './errors';
import { findFunction } from './find';
import { type FunctionRef, parseName } from './names';

type Tags = Readonly<{ [key: string]: string }>;

const limit = 50;
const key = Check.length(1, 128);
const value = Check.length(0, 256);

export function insistOnTags(tags: Tags): void {
  insist(...Object.entries(tags).flatMap(([name, text]) => [key('tags', name), value('tags', text)]));
  if (Object.keys(tags).length > limit) throw refusal.invalid(`The maximum number of tags is ${limit}.`);
}

/** Tags belong to functions, which are named by their ARN. */
export function findTagged(world: World, resource: string): { entry: FunctionEntry; ref: FunctionRef } {
  const ref = parseName(world, { FunctionName: resource });
  if (ref.qualifier !== null)
    throw refusal.invalid(
      'Tags on function aliases and versions are not supported. Please specify a function ARN.',
    );
  return { entry: findFunction(world, ref), ref };
}
