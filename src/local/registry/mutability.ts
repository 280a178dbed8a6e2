/** Which tags may move to another image. */
import type { ImageTagMutabilityExclusionFilter } from '@aws-sdk/client-ecr';
import type { Repository, TagMutability } from './book';
import { checkCount, checkText, given } from './checks';
import { refusal } from './errors';

export interface MutabilityInput {
  readonly imageTagMutability?: string | undefined;
  readonly imageTagMutabilityExclusionFilters?: readonly ImageTagMutabilityExclusionFilter[] | undefined;
}

const kinds = ['MUTABLE', 'IMMUTABLE', 'IMMUTABLE_WITH_EXCLUSION', 'MUTABLE_WITH_EXCLUSION'];
const filters = 'imageTagMutabilityExclusionFilters';

export function givenMutability(input: MutabilityInput): Pick<Repository, 'mutability' | 'exclusions'> {
  const { imageTagMutability = 'MUTABLE', imageTagMutabilityExclusionFilters: list } = input;
  checkText('imageTagMutability', imageTagMutability, { values: kinds });
  checkCount(filters, list, [1, 5]);
  const excepts = imageTagMutability.endsWith('_WITH_EXCLUSION');
  if (excepts !== (list !== undefined)) throw mismatch(imageTagMutability, excepts);
  const exclusions = (list ?? []).map(({ filterType, filter }) => {
    checkText('filterType', given('filterType', filterType), { values: ['WILDCARD'] });
    const text = given('filter', filter);
    checkText('filter', text, { least: 1, most: 128, pattern: '[0-9a-zA-Z._*-]{1,128}' });
    return text;
  });
  return { mutability: imageTagMutability as TagMutability, exclusions };
}

const mismatch = (kind: string, needed: boolean): Error =>
  refusal.parameter(
    filters,
    needed
      ? `ImageTagMutabilityExclusionFilters can't be null when imageTagMutability is set as ${kind}`
      : `ImageTagMutabilityExclusionFilters must be null when imageTagMutability is set as ${kind}`,
  );

export function isImmutable({ mutability, exclusions }: Repository, tag: string): boolean {
  const excluded = exclusions.some((filter) => matches(filter, tag));
  return mutability.startsWith('IMMUTABLE') !== excluded;
}

/** A star is any text, also none. Written without a regular expression, which many stars would make slow. */
export function matches(filter: string, text: string): boolean {
  const [first = '', ...rest] = filter.split('*');
  const last = rest.pop();
  if (last === undefined) return filter === text;
  if (!text.startsWith(first) || !text.endsWith(last) || text.length < first.length + last.length)
    return false;
  const end = text.length - last.length;
  let from = first.length;
  for (const piece of rest) {
    const at = text.indexOf(piece, from);
    if (at < 0 || at + piece.length > end) return false;
    from = at + piece.length;
  }
  return true;
}
