import { type ErrorCode, ShipitError } from '../core/errors';
import type { Answer } from './http';

const maxErrorBytes = 65_536;

/** One entry of what a registry says is wrong (OCI distribution specification). */
interface Said {
  readonly code: string;
  readonly message: string;
}

export interface Refusal {
  readonly error: ShipitError;
  /** `BLOB_UPLOAD_UNKNOWN`, or empty where the registry gives none. */
  readonly code: string;
}

/** What an answer that is no success means; reads it to its end. `what` is told to people. */
export async function refusalOf(what: string, answer: Answer): Promise<Refusal> {
  const said = await readSaid(answer);
  const { status, url, headers } = answer;
  const code = codeOf(status);
  const text = [said.code, said.message].filter((part) => part !== '').join(': ');
  const message = `${what}: ${url.host} answers ${status}${text === '' ? '' : ` ${text}`}`;
  const hint = hintsOf(url.host)[code];
  const cause = { retryAfterMs: secondsOf(headers['retry-after']) * 1000 };
  return {
    error: new ShipitError(code, message, { cause, ...(hint === undefined ? {} : { hint }) }),
    code: said.code,
  };
}

/** How long a registry asks to wait; 0 when it does not say. */
export function retryAfterMs(error: unknown): number {
  const cause = error instanceof ShipitError ? error.cause : null;
  return typeof cause === 'object' && cause !== null && 'retryAfterMs' in cause
    ? Number(cause.retryAfterMs)
    : 0;
}

function codeOf(status: number): ErrorCode {
  if (status >= 500) return 'unavailable';
  return codes.get(status) ?? 'invalid';
}

const codes = new Map<number, ErrorCode>([
  [401, 'accessDenied'],
  [403, 'accessDenied'],
  [404, 'notFound'],
  [408, 'timedOut'],
  [429, 'throttled'],
]);

const hintsOf = (host: string): Partial<Record<ErrorCode, string>> => ({
  accessDenied: `Check the name; or log in with \`docker login ${host}\`, with an account that may do this.`,
  notFound: 'Check the registry and the name of the repository.',
  throttled: `Try again later; ${host} may allow more to those who are logged in.`,
  unavailable: 'The registry had an internal error; try again in a minute.',
  invalid: 'The registry takes no such image, or is none; look at what it says.',
});

async function readSaid(answer: Answer): Promise<Said> {
  const text = await readText(answer, maxErrorBytes).catch(() => '');
  const parsed = text === null ? null : parse(text);
  const [first] = Array.isArray(parsed?.errors) ? parsed.errors : [];
  const member = (name: 'code' | 'message'): string => {
    const value: unknown = first?.[name];
    return typeof value === 'string' ? value.slice(0, 500) : '';
  };
  return { code: member('code'), message: member('message') };
}

function parse(text: string): { readonly errors?: unknown } | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' ? value : null;
  } catch {
    return null;
  }
}

/** Null when there is more of it than that. */
export async function readText(answer: Answer, maxBytes: number): Promise<string | null> {
  const bytes = await readBytes(answer, maxBytes);
  return bytes && Buffer.from(bytes).toString('utf8');
}

/** Null when there is more of it than that. */
export async function readBytes(answer: Answer, maxBytes: number): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let left = maxBytes;
  for await (const chunk of answer.body) {
    left -= chunk.length;
    // Leaving the loop closes the connection.
    if (left < 0) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function secondsOf(header: string | undefined): number {
  const seconds = Number(header ?? 0);
  return Number.isFinite(seconds) && seconds > 0 ? seconds : 0;
}
