/** Function URLs: docs.aws.amazon.com/lambda/latest/dg/urls-configuration.html. The local AWS keeps them, and does not serve them. */

import { createHash } from 'node:crypto';
import type { GetFunctionUrlConfigResponse } from '@aws-sdk/client-lambda';
import type { World } from '../world';
import type { FunctionEntry, UrlEntry } from './book';
import { refusal } from './errors';
import { findTarget } from './find';

interface UrlTarget {
  readonly entry: FunctionEntry;
  readonly key: string;
  readonly arn: string;
}

/** A function or one of its aliases; never a version. */
export function findUrlTarget(
  world: World,
  named: { FunctionName?: string | undefined; Qualifier?: string | undefined },
): UrlTarget {
  const { ref, entry, alias } = findTarget(world, named);
  if (ref.qualifier !== null && !alias)
    throw refusal.malformed([
      `Value '${ref.qualifier}' at 'qualifier' failed to satisfy constraint: Member must satisfy regular expression pattern: ((?!^\\d+$)^[0-9a-zA-Z-_]+$)`,
    ]);
  return { entry, key: ref.qualifier ?? '$LATEST', arn: ref.arn };
}

/** The same resource always has the same address. */
export function urlOf(world: World, arn: string): string {
  const id = BigInt(`0x${createHash('sha256').update(arn).digest('hex')}`)
    .toString(36)
    .slice(0, 32);
  return `https://${id}.lambda-url.${world.region}.on.aws/`;
}

export function urlView(url: UrlEntry, arn: string): GetFunctionUrlConfigResponse {
  const time = new Date(url.createdMs).toISOString();
  return {
    FunctionUrl: url.FunctionUrl,
    FunctionArn: arn,
    AuthType: url.AuthType,
    InvokeMode: url.InvokeMode,
    ...(url.Cors ? { Cors: url.Cors } : {}),
    CreationTime: time,
    LastModifiedTime: time,
  } as GetFunctionUrlConfigResponse;
}
