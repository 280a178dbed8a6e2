/** A role that is taken on with the word of somebody else, such as GitHub for a run of its Actions. */
import type { STSClient } from '@aws-sdk/client-sts';
import { ShipitError } from '../core/errors';
import { translate } from './errors';
import { sdk } from './sdk';
import { keysOf, type SessionKeys } from './session';

export interface WebIdentity {
  readonly roleArn: string;
  /** Stands in CloudTrail. */
  readonly sessionName: string;
  /** A fresh one each time: GitHub's live five minutes. */
  token(): Promise<string>;
}

/** What every role allows; it is renewed, so nobody needs a longer one. */
const durationS = 3600;

export function federate(client: () => STSClient, who: WebIdentity): () => Promise<SessionKeys> {
  return async () => {
    const token = await who.token();
    const call = `AssumeRoleWithWebIdentity ${who.roleArn}`;
    const input = {
      RoleArn: who.roleArn,
      RoleSessionName: who.sessionName,
      WebIdentityToken: token,
      DurationSeconds: durationS,
    };
    const answer = await client()
      .send(new (sdk.sts().AssumeRoleWithWebIdentityCommand)(input))
      .catch((error: unknown) => {
        throw explained(translate(error, { call, creates: false, secrets: [token] }), token);
      });
    return keysOf(answer.Credentials, call);
  };
}

/** AWS does not say what it compared, and that is the first thing to look at. */
function explained(error: unknown, token: string): unknown {
  if (!ShipitError.is(error, 'accessDenied', 'noCredentials')) return error;
  const { iss, aud, sub } = claimsOf(token);
  const hint = ShipitError.is(error, 'accessDenied')
    ? 'Let the trust policy of the role allow sts:AssumeRoleWithWebIdentity for this `sub` and `aud`.'
    : 'Make an OIDC provider for this issuer, with this audience, in the account of the role.';
  const said = `the token is of ${iss}, for ${aud}, and its sub is ${sub}`;
  return new ShipitError(error.code, `${error.message} (${said})`, { hint, cause: error.cause });
}

/** None of them is a secret. */
function claimsOf(token: string): { readonly [claim in 'iss' | 'aud' | 'sub']: string } {
  const claims = readClaims(token);
  const text = (claim: string): string => String(claims[claim] ?? '?');
  return { iss: text('iss'), aud: text('aud'), sub: text('sub') };
}

function readClaims(token: string): { readonly [claim: string]: unknown } {
  try {
    return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8')) ?? {};
  } catch {
    return {};
  }
}
