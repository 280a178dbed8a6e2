/**
 * ListStackResources: docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_ListStackResources.html
 * @stored Stacks are those that were described to the world; none is made from a template.
 */
import type { ListStackResourcesInput, ListStackResourcesOutput } from '@aws-sdk/client-cloudformation';
import { findStack, pageOf } from '../../stacks/find';
import { resourceView } from '../../stacks/views';
import type { Action } from '../../world';

export const listStackResources: Action<ListStackResourcesInput, ListStackResourcesOutput> = (
  world,
  { StackName, NextToken },
) => {
  const stack = findStack(world, StackName);
  const { items, more } = pageOf(stack.resources, NextToken);
  const summaries = items.map((resource) => {
    const { Timestamp, StackName: _name, StackId: _id, ...view } = resourceView(stack, resource);
    return { ...view, LastUpdatedTimestamp: Timestamp };
  });
  return { StackResourceSummaries: summaries, ...more };
};
