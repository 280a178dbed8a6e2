/** Tokens in the form of GitHub's, signed by nobody. */

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

export const issuer = 'token.actions.githubusercontent.com';
export const sub = 'repo:shop/orders:environment:prod';

export const tokenOf = (claims: object): string =>
  [
    part({ alg: 'RS256', typ: 'JWT' }),
    part({ iss: `https://${issuer}`, aud: 'sts.amazonaws.com', sub, exp: 4_102_444_800, ...claims }),
    'c2lnbmF0dXJl',
  ].join('.');

/** A policy that trusts this issuer where the condition holds. */
export const trustOf = (Condition: object, change: object = {}): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { Federated: `arn:aws:iam::123456789012:oidc-provider/${issuer}` },
        Action: 'sts:AssumeRoleWithWebIdentity',
        Condition,
        ...change,
      },
    ],
  });
