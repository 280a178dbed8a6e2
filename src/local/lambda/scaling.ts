/** What can have a scaling configuration: a published version, or what is published last. */
import type { GetFunctionScalingConfigRequest } from '@aws-sdk/client-lambda';
import type { World } from '../world';
import { parseBareName } from './bare-names';
import type { VersionEntry } from './book';
import { Check, insist } from './constraints';
import { refusal } from './errors';
import { findFunction } from './find';

const qualifierForm = Check.pattern('(\\$LATEST\\.PUBLISHED|[0-9]+)');

export function findScaled(
  world: World,
  { FunctionName, Qualifier }: GetFunctionScalingConfigRequest,
): { arn: string; version: VersionEntry } {
  insist(Check.required('qualifier', Qualifier) ?? qualifierForm('qualifier', Qualifier));
  const qualifier = Qualifier ?? '';
  const ref = parseBareName(world, { FunctionName });
  const entry = findFunction(world, ref);
  const arn = `${ref.functionArn}:${qualifier}`;
  const version = qualifier === '$LATEST.PUBLISHED' ? entry.latestPublished : entry.versions.get(qualifier);
  if (!version) throw refusal.noFunction(arn);
  return { arn, version };
}
