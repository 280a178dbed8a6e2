/** Constraints of members that many operations have (docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html). */
import type { Tag } from '@aws-sdk/client-iam';
import { Check } from '../lambda/constraints';
import type { Tags } from './book';
import { insist, refusal } from './errors';

const mostTags = 50;
const pathForm = /^(?:\/|\/[\x21-\x7e]+\/)$/;
const [tagKey, tagValue] = [Check.length(1, 128), Check.length(0, 256)];

/** A name of letters, digits and `+=,.@_-`. Answers it. */
export function nameOf(field: string, name: string | undefined, longest: number): string {
  insist(Check.required(field, name), Check.length(1, longest)(field, name));
  if (!/^[\w+=,.@-]+$/.test(name ?? ''))
    throw refusal.invalid(
      `The specified value for ${field} is invalid. It must contain only alphanumeric characters and/or the following: +=,.@_-`,
    );
  return name ?? '';
}

export function pathOf(path: string | undefined): string {
  const given = path ?? '/';
  insist(Check.length(1, 512)('path', given));
  if (!pathForm.test(given))
    throw refusal.invalid(
      'The specified value for path is invalid. It must begin and end with / and contain only alphanumeric characters and/or / characters.',
    );
  return given;
}

/** Keys differ in more than case; the last of the same wins. */
export function tagsOver(tags: Tags, list: readonly Tag[] | undefined): Tags {
  const all = new Map(Object.entries(tags));
  for (const { Key = '', Value = '' } of list ?? []) {
    insist(tagKey('tags.key', Key), tagValue('tags.value', Value));
    const same = [...all.keys()].find((key) => key.toLowerCase() === Key.toLowerCase());
    all.set(same ?? Key, Value);
  }
  if (all.size > mostTags) throw refusal.limit(`Cannot exceed quota for TagsPerRole: ${mostTags}`);
  return Object.fromEntries(all);
}

/** Seconds of a session of a role. */
export function sessionOf(seconds: number | undefined, otherwise: number): number {
  insist(Check.range(3600, 43_200)('maxSessionDuration', seconds));
  return seconds ?? otherwise;
}
