/**
 * AssumeRoleWithWebIdentity: docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html
 * @emulated A JSON web token in its form, in its time, for `sts.amazonaws.com`; the trust policy of a role that is there is kept to. Nobody's signature is checked, and any issuer counts as a provider.
 */
import type {
  AssumeRoleWithWebIdentityRequest,
  AssumeRoleWithWebIdentityResponse,
} from '@aws-sdk/client-sts';
import { AwsError } from '../../errors';
import { insist } from '../../iam/errors';
import { openSession } from '../../iam/sessions';
import { type Claims, trusts } from '../../iam/trust';
import { Check } from '../../lambda/constraints';
import type { Action, World } from '../../world';

const audience = 'sts.amazonaws.com';

export const assumeRoleWithWebIdentity: Action<
  AssumeRoleWithWebIdentityRequest,
  AssumeRoleWithWebIdentityResponse
> = (world, input) => {
  insist(
    Check.required('webIdentityToken', input.WebIdentityToken),
    Check.length(4, 20_000)('webIdentityToken', input.WebIdentityToken),
  );
  const { exp, sub, ...claims } = claimsOf(input.WebIdentityToken);
  insistOnTime(exp, Math.floor(world.clock.nowMs() / 1000));
  const issuer = textOf(claims.iss);
  const audiences = [claims.aud].flat().map(textOf);
  if (!issuer.startsWith('https://'))
    throw invalid(`No OpenIDConnect provider found in your account for ${issuer}`);
  if (!audiences.includes(audience)) throw invalid('Incorrect token audience');
  const said = { sub: [textOf(sub)], aud: audiences, amr: [claims.amr ?? []].flat().map(textOf) };
  insistOnTrust(world, input.RoleArn, { issuer: issuer.slice('https://'.length), of: said });
  return {
    ...openSession(world, input, 'AssumeRoleWithWebIdentity'),
    SubjectFromWebIdentityToken: textOf(sub),
    Audience: audience,
    Provider: `arn:aws:iam::${world.account}:oidc-provider/${issuer.slice('https://'.length)}`,
  };
};

function claimsOf(token: string | undefined): Readonly<{ [claim: string]: unknown }> {
  try {
    const payload = Buffer.from((token ?? '').split('.')[1] ?? '', 'base64url').toString('utf8');
    const claims: unknown = JSON.parse(payload);
    if (typeof claims === 'object' && claims !== null) return claims as { [claim: string]: unknown };
  } catch {}
  throw invalid(
    'The ID Token provided is not a valid JWT. (You may see this error if you sent an Access Token)',
  );
}

/** As recorded, without the space before the second time. */
function insistOnTime(exp: unknown, nowS: number): void {
  if (typeof exp !== 'number') throw invalid('Missing a required claim: exp');
  if (exp > nowS) return;
  throw new AwsError(
    'ExpiredTokenException',
    400,
    `Token expired: current date/time ${nowS} must be before the expiration date/time${exp}`,
  );
}

/** A role that was not made here trusts everybody, unless the world is strict. */
function insistOnTrust(world: World, arn: string | undefined, claims: Claims): void {
  const role = [...world.roles.roles.values()].find((one) => one.arn === arn);
  if (role ? trusts(role.trust, claims, world.account) : !world.strictIam) return;
  throw new AwsError('AccessDenied', 403, 'Not authorized to perform sts:AssumeRoleWithWebIdentity');
}

const invalid = (message: string): AwsError => new AwsError('InvalidIdentityTokenException', 400, message);

const textOf = (claim: unknown): string => (typeof claim === 'string' ? claim : '');
