/**
 * SDK errors become ShipitErrors by name, status and network code only. AWS words one refusal in six ways (recorded
 * behaviour) and changes its texts, so a text is shown and never read.
 */
import { type ErrorCode, ShipitError } from '../core/errors';
import { maskValues } from './mask';

/** What was being done when the error came. */
export interface Attempt {
  /** Operation and subject for people: `UpdateAlias orders-api:live`. */
  readonly call: string;
  /** A 409 says of a creation that somebody was first, of all else that an update is in progress. */
  readonly creates: boolean;
  /** Values that were sent and must not come back in a message. */
  readonly secrets: readonly string[];
}

interface Raw {
  readonly name: string;
  readonly message: string;
  readonly status: number | null;
  readonly network: string | null;
}

interface Meaning {
  readonly code: ErrorCode;
  readonly hint?: string;
}

/** The ShipitError for anything the SDK throws; what is no SDK error comes back as it is, for it is a bug. */
export function translate(error: unknown, attempt: Attempt): unknown {
  if (ShipitError.is(error)) return error;
  const raw = readRaw(error);
  const meaning = raw && meaningOf(raw, attempt.creates);
  if (!meaning) return error;
  const text = maskValues(textOf(raw), attempt.secrets);
  // The cause carries the same text, and the response; it goes along only when there was nothing to mask in it.
  const cause = text === textOf(raw) ? { cause: error } : {};
  const hint = meaning.hint === undefined ? {} : { hint: meaning.hint };
  return new ShipitError(meaning.code, `${attempt.call}: ${text}`, { ...cause, ...hint });
}

/** How long AWS asks to wait before the next try, in ms; null when it does not say. */
export function retryAfterMs(error: unknown): number | null {
  const cause: unknown = ShipitError.is(error) ? error.cause : error;
  const response = readObject(readObject(cause)?.$response);
  const header = readObject(response?.headers)?.['retry-after'];
  const seconds = header === undefined ? Number.NaN : Number(header);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : null;
}

/** For `catch` behind what takes something away: that it is gone already is as good. */
export function unlessGone(error: unknown): void {
  if (!ShipitError.is(error, 'notFound')) throw error;
}

/** Of the answer behind an error; null when there was none. */
export function statusOf(error: ShipitError): number | null {
  return readRaw(error.cause)?.status ?? null;
}

function meaningOf(raw: Raw, creates: boolean): Meaning | null {
  const known = (raw.network && byNetwork.get(raw.network)) ?? byName.get(raw.name);
  if (known) return known;
  if (raw.name === 'SyntaxError') return raw.status === null ? null : { code: 'unavailable' };
  return raw.status === null ? null : byStatus(raw, creates);
}

function byStatus(raw: Raw, creates: boolean): Meaning | null {
  const status = raw.status ?? 0;
  if (status === 409) return { code: creates ? 'alreadyExists' : 'conflict' };
  // Lambda answers 502 for a package, subnet or key it cannot use: that is no failure of Lambda.
  if (status === 502 && /^(Invalid|KMS)/.test(raw.name)) return { code: 'invalid' };
  if (status >= 500) return { code: 'unavailable' };
  const code = statuses.get(status) ?? (status >= 300 ? 'invalid' : null);
  return code && { code };
}

const statuses = new Map<number, ErrorCode>([
  [401, 'accessDenied'],
  [403, 'accessDenied'],
  [404, 'notFound'],
  [408, 'timedOut'],
  [412, 'preconditionFailed'],
  [429, 'throttled'],
]);

const wrongKeys: Meaning = { code: 'noCredentials' };
const denied: Meaning = { code: 'accessDenied' };
const expired: Meaning = { code: 'expiredCredentials' };
const throttled: Meaning = { code: 'throttled' };
const timedOut: Meaning = { code: 'timedOut' };
const badSignature: Meaning = {
  code: 'accessDenied',
  hint: 'Check the secret access key, and that the clock of this machine is right.',
};

const byName = new Map<string, Meaning>([
  ['CredentialsProviderError', wrongKeys],
  ['TokenProviderError', wrongKeys],
  ['ProviderError', wrongKeys],
  ['UnrecognizedClientException', wrongKeys],
  ['InvalidClientTokenId', wrongKeys],
  ['InvalidClientTokenIdException', wrongKeys],
  ['MissingAuthenticationToken', wrongKeys],
  ['MissingAuthenticationTokenException', wrongKeys],
  ['InvalidIdentityTokenException', wrongKeys],
  ['IDPRejectedClaimException', denied],
  ['IDPCommunicationErrorException', { code: 'unavailable' }],
  ['ExpiredToken', expired],
  ['ExpiredTokenException', expired],
  ['TokenRefreshRequired', expired],
  ['InvalidSignatureException', badSignature],
  ['SignatureDoesNotMatch', badSignature],
  ['RequestTimeTooSkewed', badSignature],
  ['RequestExpired', badSignature],
  ['IncompleteSignature', badSignature],
  ['AccessDenied', denied],
  ['AccessDeniedException', denied],
  ['AuthFailure', denied],
  ['UnauthorizedOperation', denied],
  ['OptInRequired', denied],
  ['TooManyRequestsException', throttled],
  ['Throttling', throttled],
  ['ThrottlingException', throttled],
  ['ThrottledException', throttled],
  ['RequestLimitExceeded', throttled],
  ['RequestThrottled', throttled],
  ['RequestThrottledException', throttled],
  ['EC2ThrottledException', throttled],
  ['SlowDown', throttled],
  // ECR answers 400 for all of these.
  ['RepositoryNotFoundException', { code: 'notFound' }],
  ['ImageNotFoundException', { code: 'notFound' }],
  ['RepositoryPolicyNotFoundException', { code: 'notFound' }],
  ['ScanNotFoundException', { code: 'notFound' }],
  ['RepositoryAlreadyExistsException', { code: 'alreadyExists' }],
  // CloudWatch Logs answers 400 for all of these, IAM 409 for a limit.
  ['ResourceNotFoundException', { code: 'notFound' }],
  ['ResourceAlreadyExistsException', { code: 'alreadyExists' }],
  ['OperationAbortedException', { code: 'conflict' }],
  ['LimitExceeded', { code: 'invalid' }],
  ['LimitExceededException', { code: 'invalid' }],
  ['TimeoutError', timedOut],
  ['RequestTimeout', timedOut],
  ['RequestTimeoutException', timedOut],
  ['ParameterNotFound', { code: 'notFound' }],
  ['ParameterVersionNotFound', { code: 'notFound' }],
  ['ResourceNotFoundException', { code: 'notFound' }],
  ['EFSMountFailureException', { code: 'invalid' }],
  ['S3FilesMountFailureException', { code: 'invalid' }],
]);

const unreachable: Meaning = { code: 'unavailable', hint: 'Check the network, then run the command again.' };
const noSuchHost: Meaning = {
  code: 'unavailable',
  hint: 'Check that the region exists and that this machine reaches the network.',
};
const untrusted: Meaning = {
  code: 'unavailable',
  hint: 'The certificate is not trusted; behind a proxy, set NODE_EXTRA_CA_CERTS.',
};

const byNetwork = new Map<string, Meaning>([
  ['ECONNREFUSED', unreachable],
  ['ECONNRESET', unreachable],
  ['ECONNABORTED', unreachable],
  ['EPIPE', unreachable],
  ['EHOSTUNREACH', unreachable],
  ['ENETUNREACH', unreachable],
  ['ENETDOWN', unreachable],
  ['EPROTO', unreachable],
  ['ENOTFOUND', noSuchHost],
  ['EAI_AGAIN', noSuchHost],
  ['ETIMEDOUT', timedOut],
  ['CERT_HAS_EXPIRED', untrusted],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', untrusted],
  ['ERR_TLS_CERT_ALTNAME_INVALID', untrusted],
  ['SELF_SIGNED_CERT_IN_CHAIN', untrusted],
  ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', untrusted],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', untrusted],
]);

function textOf(raw: Raw): string {
  if (raw.name === 'SyntaxError') return `the answer (HTTP ${raw.status}) is not in the form of AWS`;
  if (raw.message !== '' && raw.message !== 'UnknownError') return raw.message;
  return raw.status === null ? raw.name : `${raw.name} (HTTP ${raw.status})`;
}

function readRaw(error: unknown): Raw | null {
  const fields = readObject(error);
  if (!fields || typeof fields.name !== 'string') return null;
  const status = readObject(fields.$metadata)?.httpStatusCode;
  return {
    name: fields.name,
    message: typeof fields.message === 'string' ? fields.message : '',
    status: typeof status === 'number' ? status : null,
    network: typeof fields.code === 'string' ? fields.code : null,
  };
}

const readObject = (value: unknown): { [key: string]: unknown } | null =>
  typeof value === 'object' && value !== null ? (value as { [key: string]: unknown }) : null;
