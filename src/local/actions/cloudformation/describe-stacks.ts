/**
 * DescribeStacks: docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_DescribeStacks.html
 * @stored Stacks are those that were described to the world; none is made from a template.
 */
import type { DescribeStacksInput, DescribeStacksOutput } from '@aws-sdk/client-cloudformation';
import { findStack, pageOf } from '../../stacks/find';
import { stackView } from '../../stacks/views';
import type { Action } from '../../world';

export const describeStacks: Action<DescribeStacksInput, DescribeStacksOutput> = (
  world,
  { StackName, NextToken },
) => {
  if (StackName !== undefined) return { Stacks: [stackView(findStack(world, StackName))] };
  const { items, more } = pageOf([...world.stacks.stacks.values()], NextToken);
  return { Stacks: items.map(stackView), ...more };
};
