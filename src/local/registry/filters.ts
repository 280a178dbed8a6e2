/** Filters of lists of images. None is ever archived here. */
import { checkText } from './checks';

interface Filter {
  readonly tagStatus?: string | undefined;
  readonly imageStatus?: string | undefined;
}

export function isShown(
  tags: readonly string[],
  { tagStatus = 'ANY', imageStatus = 'ACTIVE' }: Filter = {},
): boolean {
  checkText('tagStatus', tagStatus, { values: ['TAGGED', 'UNTAGGED', 'ANY'] });
  checkText('imageStatus', imageStatus, { values: ['ACTIVE', 'ARCHIVED', 'ACTIVATING', 'ANY'] });
  if (imageStatus !== 'ACTIVE' && imageStatus !== 'ANY') return false;
  return tagStatus === 'ANY' || (tagStatus === 'TAGGED') === tags.length > 0;
}
