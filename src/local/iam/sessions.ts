/** Temporary credentials of a role. They are taken for any request until they end; the session token names the role they stand for. */
import type { AssumeRoleResponse } from '@aws-sdk/client-sts';
import { AwsError } from '../errors';
import { Check } from '../lambda/constraints';
import type { World } from '../world';
import { tokenOf } from './ended';
import { insist, refusal } from './errors';
import { uniqueId } from './ids';

interface SessionRequest {
  readonly RoleArn?: string | undefined;
  readonly RoleSessionName?: string | undefined;
  readonly DurationSeconds?: number | undefined;
}

const hour = 3600;
const roleArn = /^arn:aws[\w-]*:iam::(\d{12}):role\/(?:[\x21-\x7e]+\/)?([\w+=,.@-]+)$/;

/** A role that was not made here can be assumed too, unless the world is strict. */
export function openSession(
  world: World,
  input: SessionRequest,
  action: string,
): Required<Pick<AssumeRoleResponse, 'Credentials' | 'AssumedRoleUser'>> {
  const { RoleArn: arn = '', RoleSessionName: session = '', DurationSeconds: seconds = hour } = input;
  insist(
    Check.required('roleArn', input.RoleArn),
    Check.length(20, 2048)('roleArn', input.RoleArn),
    Check.required('roleSessionName', input.RoleSessionName),
    Check.length(2, 64)('roleSessionName', input.RoleSessionName),
    Check.pattern('[\\w+=,.@-]*')('roleSessionName', input.RoleSessionName),
    Check.range(900, 43_200)('durationSeconds', input.DurationSeconds),
  );
  const [, account = '', name = ''] = roleArn.exec(arn) ?? [];
  if (name === '') throw refusal.invalid(`${arn} is invalid`);
  const id = identify(world, arn, { seconds, action });
  const untilMs = world.clock.nowMs() + seconds * 1000;
  return {
    Credentials: {
      AccessKeyId: uniqueId(world, 'ASIA'),
      SecretAccessKey: Buffer.from(world.random.uuid() + world.random.uuid())
        .toString('base64')
        .slice(0, 40),
      SessionToken: tokenOf({ role: arn, session, id: world.random.uuid(), untilMs }),
      Expiration: new Date(untilMs),
    },
    AssumedRoleUser: {
      AssumedRoleId: `${id}:${session}`,
      Arn: `arn:aws:sts::${account}:assumed-role/${name}/${session}`,
    },
  };
}

/** The id of the role. */
function identify(
  world: World,
  arn: string,
  { seconds, action }: { readonly seconds: number; readonly action: string },
): string {
  const role = [...world.roles.roles.values()].find((one) => one.arn === arn);
  if (role && seconds > role.maxSessionS)
    throw refusal.invalid('The requested DurationSeconds exceeds the MaxSessionDuration set for this role.');
  if (role) return role.id;
  if (!world.strictIam) return uniqueId(world, 'AROA');
  throw new AwsError(
    'AccessDenied',
    403,
    `User: arn:aws:iam::${world.account}:user/local is not authorized to perform: sts:${action} on resource: ${arn}`,
  );
}
