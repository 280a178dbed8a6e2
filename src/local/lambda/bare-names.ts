/** Names of functions where the service model has no place for a qualifier. */
import type { World } from '../world';
import { Check, insist } from './constraints';
import { type FunctionRef, parseName } from './names';

const bare = Check.pattern(
  '(arn:(aws[a-zA-Z-]*)?:lambda:)?((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:)?(\\d{12}:)?(function:)?([a-zA-Z0-9-_]+)',
);

/** Throws ValidationException for a name with a qualifier. */
export function parseBareName(
  world: World,
  { FunctionName }: { readonly FunctionName: string | undefined },
): FunctionRef {
  insist(bare('functionName', FunctionName ?? ''));
  return parseName(world, { FunctionName });
}
