import type { STSClient } from '@aws-sdk/client-sts';
import { translate } from './errors';
import { sdk } from './sdk';
import { keysOf, type SessionKeys } from './session';

export interface AssumedRole {
  readonly arn: string;
  /** What the owner of the role agreed on with whoever takes it on. */
  readonly externalId: string | null;
}

/** As long as AWS allows where one role takes on another. */
const durationS = 3600;

/** Credentials of the role, from those that `base` was given. The name of the session stands in CloudTrail. */
export function assume(
  base: () => STSClient,
  role: AssumedRole,
  release: () => string | null,
): () => Promise<SessionKeys> {
  return async () => {
    const input = {
      RoleArn: role.arn,
      RoleSessionName: `shipit-${release() ?? 'none'}`,
      DurationSeconds: durationS,
      ...(role.externalId === null ? {} : { ExternalId: role.externalId }),
    };
    const call = `AssumeRole ${role.arn}`;
    const answer = await base()
      .send(new (sdk.sts().AssumeRoleCommand)(input))
      .catch((error: unknown) => {
        throw translate(error, { call, creates: false, secrets: [] });
      });
    return keysOf(answer.Credentials, call);
  };
}
