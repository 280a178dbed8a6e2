/**
 * Variables of the environment with which somebody else could act as the caller: those of AWS
 * (docs.aws.amazon.com/sdkref/latest/guide/environment-variables.html) and the one that GitHub gives out OIDC tokens for.
 */
const names = new Set([
  'ACTIONS_ID_TOKEN_REQUEST_TOKEN',
  'AWS_ACCESS_KEY_ID',
  'AWS_CONTAINER_AUTHORIZATION_TOKEN',
  'AWS_SECRET_ACCESS_KEY',
  'AWS_SECURITY_TOKEN',
  'AWS_SESSION_TOKEN',
]);

/** In any case of its letters: Windows does not tell them apart. */
export const isCredential = (name: string): boolean => names.has(name.toUpperCase());

/** Those with which a program acts as shipit does. */
export interface Lent {
  readonly AWS_ACCESS_KEY_ID: string;
  readonly AWS_SECRET_ACCESS_KEY: string;
  readonly AWS_SESSION_TOKEN: string | undefined;
  readonly [name: string]: string | undefined;
}
