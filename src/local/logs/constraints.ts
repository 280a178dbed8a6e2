/** Constraints of the service model of CloudWatch Logs, told as InvalidParameterException (recorded behaviour). */
import { Check, violated } from '../lambda/constraints';
import { refusal } from './errors';

/** Throws one error with everything that is wrong. */
export function insist(...checks: readonly (string | null)[]): void {
  const problems = checks.filter((problem) => problem !== null);
  if (problems.length === 0) return;
  const errors = problems.length === 1 ? '1 validation error' : `${problems.length} validation errors`;
  throw refusal.invalid(`${errors} detected: ${problems.join('; ')}`);
}

const groupPattern = Check.pattern('[\\.\\-_/#A-Za-z0-9]+');
const streamPattern = Check.pattern('[^:*]*');
const tagKey = Check.pattern('([\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]+)');
const tagValue = Check.pattern('([\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*)');
const [tagKeyLength, tagValueLength] = [Check.length(1, 128), Check.length(0, 256)];

const longest = 512;
const atLeastOne = Check.length(1, Number.MAX_SAFE_INTEGER);

/** Names of groups and streams share one recorded message for their length. */
function named(field: string, name: string | undefined, pattern: Check): string {
  insist(Check.required(field, name));
  if ((name ?? '').length > longest)
    throw refusal.invalid('Invalid LogGroup or LogStream, both must have length less than or equal to 512.');
  insist(atLeastOne(field, name), name === '' ? null : pattern(field, name));
  return name ?? '';
}

/** Checks of members that many operations have. Each throws, or answers the value. */
export const member = {
  groupName: (name: string | undefined): string => named('logGroupName', name, groupPattern),
  streamName: (name: string | undefined): string => named('logStreamName', name, streamPattern),

  tags(tags: { readonly [key: string]: string }): void {
    const problems = Object.entries(tags).flatMap(([key, value]) => [
      tagKeyLength('tags', key),
      tagKey('tags', key),
      tagValueLength('tags', value),
      tagValue('tags', value),
    ]);
    insist(...problems);
    if (Object.keys(tags).length > 50)
      throw refusal.invalid('The number of tags exceeds the limit of 50 tags for each log group.');
  },
};

/** Problem of a list or map that is too short or too long, in the words of the model. */
export function sized(
  field: string,
  list: readonly unknown[] | undefined,
  [least, most]: readonly [number, number],
): string | null {
  const size = list?.length ?? least;
  if (size >= least && size <= most) return null;
  const bound = size < least ? `greater than or equal to ${least}` : `less than or equal to ${most}`;
  return violated(`'[${list?.map(String).join(', ')}]'`, field, `Member must have length ${bound}`);
}
