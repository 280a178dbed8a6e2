/**
 * DescribeStackResources: docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_DescribeStackResources.html
 * @stored Stacks are those that were described to the world; none is made from a template.
 */
import type {
  DescribeStackResourcesInput,
  DescribeStackResourcesOutput,
} from '@aws-sdk/client-cloudformation';
import { refusal } from '../../stacks/errors';
import { findStack } from '../../stacks/find';
import { resourceView } from '../../stacks/views';
import type { Action } from '../../world';

/** By stack, or by what the resource is called where it lives. */
export const describeStackResources: Action<DescribeStackResourcesInput, DescribeStackResourcesOutput> = (
  world,
  input,
) => {
  const { StackName, PhysicalResourceId: physical, LogicalResourceId: logical } = input;
  if (StackName === undefined && physical === undefined)
    throw refusal.invalid('Either StackName or PhysicalResourceId must be specified');
  const stacks = StackName === undefined ? [...world.stacks.stacks.values()] : [findStack(world, StackName)];
  const stack =
    physical === undefined
      ? stacks[0]
      : stacks.find(({ resources }) => resources.some((one) => one.PhysicalResourceId === physical));
  if (!stack) throw refusal.invalid(`Stack for ${physical} does not exist`);
  const chosen = stack.resources.filter(
    ({ LogicalResourceId }) => logical === undefined || LogicalResourceId === logical,
  );
  return { StackResources: chosen.map((resource) => resourceView(stack, resource)) };
};
