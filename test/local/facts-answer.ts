/** Answers of Lambda as a client without an SDK sees them: the status, the name in its header, and the body to the letter. */
import { type LocalAws, region } from './world';

export interface Answer {
  readonly status: number;
  /** `x-amzn-errortype`; null for what is no error. */
  readonly error: string | null;
  readonly retryAfter: string | null;
  /** `X-Amz-Executed-Version`. */
  readonly executedVersion: string | null;
  readonly body: unknown;
}

/** `POST /2015-03-31/functions`, with JSON or, for invocations, with bytes as they are. */
export async function ask(
  { served }: LocalAws,
  address: string,
  { body, headers = {} }: { readonly body?: object | string; readonly headers?: Record<string, string> } = {},
): Promise<Answer> {
  const [method = '', path = ''] = address.split(' ');
  const scope = `Credential=local/20261120/${region}/lambda/aws4_request`;
  const response = await fetch(`${served.endpoint}${path}`, {
    method,
    headers: { authorization: `AWS4-HMAC-SHA256 ${scope}`, ...headers },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  return {
    status: response.status,
    error: response.headers.get('x-amzn-errortype'),
    retryAfter: response.headers.get('retry-after'),
    executedVersion: response.headers.get('x-amz-executed-version'),
    body: text === '' ? '' : JSON.parse(text),
  };
}

/** What an error is to look like: with `Type`, and with its message under the name that its shape has for it. */
export function refused(status: number, error: string, message: string, member = 'message'): Partial<Answer> {
  const type = error === 'ValidationException' ? {} : { Type: 'User' };
  return { status, error, body: { ...type, [member]: message } };
}

export const invalid = (message: string): Partial<Answer> =>
  refused(400, 'InvalidParameterValueException', message);
export const conflict = (message: string): Partial<Answer> =>
  refused(409, 'ResourceConflictException', message);
export const stale = (call: string): Partial<Answer> =>
  refused(
    412,
    'PreconditionFailedException',
    `The Revision Id provided does not match the latest Revision Id. Call the ${call} API to retrieve the latest Revision Id`,
  );
/** With a capital, as the model has it. */
export const missing = (message: string): Partial<Answer> =>
  refused(404, 'ResourceNotFoundException', message, 'Message');
export const malformed = (problem: string): Partial<Answer> =>
  refused(400, 'ValidationException', `1 validation error detected: ${problem}`);

export const functions = '/2015-03-31/functions';
export const layers = '/2018-10-31/layers';
export const tagsOf = (arn: string): string => `/2017-03-31/tags/${encodeURIComponent(arn)}`;
export const provisionedOf = (name: string, qualifier: string): string =>
  `/2019-09-30/functions/${name}/provisioned-concurrency?Qualifier=${encodeURIComponent(qualifier)}`;
export const reservedOf = (name: string): string => `/2017-10-31/functions/${name}/concurrency`;
export const eventConfigOf = (name: string): string => `/2019-09-25/functions/${name}/event-invoke-config`;
