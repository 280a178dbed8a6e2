/** Stacks and their resources as answers show them. */
import type { StackResource as StackResourceView, Stack as StackView } from '@aws-sdk/client-cloudformation';
import type { Stack, StackResource } from './book';

const statusOf = ({ updatedMs }: Stack) =>
  updatedMs === null ? ('CREATE_COMPLETE' as const) : ('UPDATE_COMPLETE' as const);

export const stackView = (stack: Stack): StackView => ({
  StackId: stack.id,
  StackName: stack.name,
  ...(stack.description === null ? {} : { Description: stack.description }),
  Parameters: stack.parameters.map((one) => ({ ...one })),
  CreationTime: new Date(stack.createdMs),
  ...(stack.updatedMs === null ? {} : { LastUpdatedTime: new Date(stack.updatedMs) }),
  RollbackConfiguration: {},
  StackStatus: statusOf(stack),
  DisableRollback: false,
  NotificationARNs: [],
  Capabilities: [],
  Outputs: stack.outputs.map((one) => ({ ...one })),
  Tags: stack.tags.map((one) => ({ ...one })),
  EnableTerminationProtection: false,
  DriftInformation: { StackDriftStatus: 'NOT_CHECKED' },
});

export const resourceView = (stack: Stack, resource: StackResource): StackResourceView => ({
  StackName: stack.name,
  StackId: stack.id,
  ...resource,
  Timestamp: new Date(stack.updatedMs ?? stack.createdMs),
  ResourceStatus: stack.updatedMs === null ? 'CREATE_COMPLETE' : 'UPDATE_COMPLETE',
  DriftInformation: { StackResourceDriftStatus: 'NOT_CHECKED' },
});
