/** Function URLs: docs.aws.amazon.com/lambda/latest/dg/urls-configuration.html. The local AWS keeps them, and does not serve them. */
import { createHash } from 'node:crypto';
import type { GetFunctionUrlConfigResponse } from '@aws-sdk/client-lambda';
import type { World } from '../world';
import type { FunctionEntry, UrlEntry } from './book';
import { Check, insist } from './constraints';
import { refusal } from './errors';
import { problemsIn, type Rules } from './form';
import { parseName } from './names';

const headers = [Check.count(0, 100), Check.items({ length: [0, 1024] })];

export const urlRules: Rules = {
  authType: [Check.oneOf(['NONE', 'AWS_IAM'])],
  invokeMode: [Check.oneOf(['RESPONSE_STREAM', 'BUFFERED'])],
  'cors.allowHeaders': headers,
  'cors.allowMethods': [Check.count(0, 6), Check.items({ length: [0, 6] })],
  'cors.allowOrigins': [Check.count(0, 100), Check.items({ length: [1, 253] })],
  'cors.exposeHeaders': headers,
  'cors.maxAge': [Check.range(0, 86_400)],
};

interface UrlTarget {
  readonly entry: FunctionEntry;
  readonly key: string;
  readonly arn: string;
}

/** A function or one of its aliases; never a version, nor `$LATEST` by name. `absent` is what is said when it is not there (recorded). */
export function findUrlTarget(
  world: World,
  named: { FunctionName?: string | undefined; Qualifier?: string | undefined },
  absent: 'Function does not exist' | 'The resource you requested does not exist.',
): UrlTarget {
  const ref = parseName(world, named);
  const { qualifier } = ref;
  insist(...problemsIn({ Qualifier: qualifier ?? undefined }, qualifierRules));
  const entry = world.functions.entries.get(ref.name);
  if (!entry || (qualifier !== null && !entry.aliases.has(qualifier))) throw refusal.missing(absent);
  return { entry, key: qualifier ?? '$LATEST', arn: ref.arn };
}

const qualifierRules: Rules = {
  qualifier: [Check.pattern('((?!^\\d+$)^[0-9a-zA-Z-_]+$)'), Check.length(1, 128)],
};

/** The same resource always has the same address. */
export function urlOf(world: World, arn: string): string {
  const id = BigInt(`0x${createHash('sha256').update(arn).digest('hex')}`)
    .toString(36)
    .slice(0, 32);
  return `https://${id}.lambda-url.${world.region}.on.aws/`;
}

export function urlView(url: UrlEntry, arn: string): GetFunctionUrlConfigResponse {
  const { FunctionUrl, AuthType, InvokeMode, Cors, createdMs, modifiedMs = createdMs } = url;
  return {
    FunctionUrl,
    FunctionArn: arn,
    AuthType,
    InvokeMode,
    ...(Cors ? { Cors } : {}),
    CreationTime: new Date(createdMs).toISOString(),
    LastModifiedTime: new Date(modifiedMs).toISOString(),
  } as GetFunctionUrlConfigResponse;
}
