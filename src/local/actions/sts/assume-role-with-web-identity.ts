/**
 * AssumeRoleWithWebIdentity: docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html
 * @emulated The token must be a JSON web token in its form; nobody's signature is checked.
 */
import type {
  AssumeRoleWithWebIdentityRequest,
  AssumeRoleWithWebIdentityResponse,
} from '@aws-sdk/client-sts';
import { AwsError } from '../../errors';
import { openSession } from '../../iam/sessions';
import type { Action } from '../../world';

export const assumeRoleWithWebIdentity: Action<
  AssumeRoleWithWebIdentityRequest,
  AssumeRoleWithWebIdentityResponse
> = (world, input) => {
  const claims = claimsOf(input.WebIdentityToken);
  return {
    ...openSession(world, input, 'AssumeRoleWithWebIdentity'),
    SubjectFromWebIdentityToken: textOf(claims.sub),
    Audience: textOf([claims.aud].flat()[0]),
    Provider: textOf(claims.iss),
  };
};

function claimsOf(token: string | undefined): Readonly<{ [claim: string]: unknown }> {
  try {
    const payload = Buffer.from((token ?? '').split('.')[1] ?? '', 'base64url').toString('utf8');
    const claims: unknown = JSON.parse(payload);
    if (typeof claims === 'object' && claims !== null) return claims as { [claim: string]: unknown };
  } catch {}
  throw new AwsError('InvalidIdentityTokenException', 400, 'The ID Token provided is not a valid JWT.');
}

const textOf = (claim: unknown): string => (typeof claim === 'string' ? claim : '');
