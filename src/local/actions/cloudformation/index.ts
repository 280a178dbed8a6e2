/** Every CloudFormation operation of the local AWS, by its name on the wire. */
import type { Action } from '../../world';
import { describeStackResource } from './describe-stack-resource';
import { describeStackResources } from './describe-stack-resources';
import { describeStacks } from './describe-stacks';
import { listExports } from './list-exports';
import { listStackResources } from './list-stack-resources';
import { listStacks } from './list-stacks';

export const cloudFormationActions = {
  DescribeStackResource: describeStackResource,
  DescribeStackResources: describeStackResources,
  DescribeStacks: describeStacks,
  ListExports: listExports,
  ListStackResources: listStackResources,
  ListStacks: listStacks,
} satisfies { [operation: string]: Action<never, object> };
