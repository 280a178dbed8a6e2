/**
 * ListStacks: docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_ListStacks.html
 * @stored Stacks are those that were described to the world; none is made from a template.
 */
import type { ListStacksInput, ListStacksOutput } from '@aws-sdk/client-cloudformation';
import { pageOf } from '../../stacks/find';
import { stackView } from '../../stacks/views';
import type { Action } from '../../world';

export const listStacks: Action<ListStacksInput, ListStacksOutput> = (
  world,
  { StackStatusFilter: filter, NextToken },
) => {
  const all = [...world.stacks.stacks.values()]
    .map(stackView)
    .filter(({ StackStatus }) => !filter?.length || (StackStatus && filter.includes(StackStatus)));
  const { items, more } = pageOf(all, NextToken);
  const summaries = items.map(
    ({ StackId, StackName, CreationTime, LastUpdatedTime, StackStatus, Description }) => ({
      StackId,
      StackName,
      CreationTime,
      StackStatus,
      ...(LastUpdatedTime ? { LastUpdatedTime } : {}),
      ...(Description === undefined ? {} : { TemplateDescription: Description }),
      DriftInformation: { StackDriftStatus: 'NOT_CHECKED' as const },
    }),
  );
  return { StackSummaries: summaries, ...more };
};
