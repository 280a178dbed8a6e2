/** When a version goes over to a newer runtime: docs.aws.amazon.com/lambda/latest/dg/runtimes-update.html. */
import type { PutRuntimeManagementConfigResponse } from '@aws-sdk/client-lambda';
import type { World } from '../world';
import type { VersionEntry } from './book';
import { refusal } from './errors';
import { findTarget } from './find';

/** $LATEST or a version; never an alias. */
export function findManaged(
  world: World,
  named: { FunctionName: string | undefined; Qualifier?: string | undefined },
): { version: VersionEntry; arn: string } {
  const { ref, version, alias } = findTarget(world, named);
  if (alias)
    throw refusal.invalid(
      'Runtime management configuration is supported for $LATEST and published versions only, not for aliases.',
    );
  return { version, arn: ref.arn };
}

export const managementView = (
  { runtimeManagement }: VersionEntry,
  arn: string,
): PutRuntimeManagementConfigResponse => ({
  UpdateRuntimeOn: 'Auto',
  ...runtimeManagement,
  FunctionArn: arn,
});
