/**
 * DescribeStackResource: docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_DescribeStackResource.html
 * @stored Stacks are those that were described to the world; none is made from a template.
 */
import type { DescribeStackResourceInput, DescribeStackResourceOutput } from '@aws-sdk/client-cloudformation';
import { refusal } from '../../stacks/errors';
import { findStack } from '../../stacks/find';
import { resourceView } from '../../stacks/views';
import type { Action } from '../../world';

export const describeStackResource: Action<DescribeStackResourceInput, DescribeStackResourceOutput> = (
  world,
  { StackName, LogicalResourceId: id = '' },
) => {
  const stack = findStack(world, StackName);
  const resource = stack.resources.find(({ LogicalResourceId }) => LogicalResourceId === id);
  if (!resource) throw refusal.invalid(`Resource ${id} does not exist for stack ${stack.name}`);
  const { Timestamp, ...view } = resourceView(stack, resource);
  return { StackResourceDetail: { ...view, LastUpdatedTimestamp: Timestamp } };
};
