/** Sessions end in world time; requests with what is left of one are refused. */
import { AwsError } from '../errors';

interface Asked {
  /** As requests are signed for it. */
  readonly service: string;
  readonly headers: Readonly<{ [header: string]: string | undefined }>;
}

/** What the session token holds that `sessions.ts` gives out. */
export const tokenOf = (session: {
  readonly role: string;
  readonly session: string;
  readonly id: string;
  readonly untilMs: number;
}): string => Buffer.from(JSON.stringify(session)).toString('base64');

/** Tokens of others are taken, as any keys are. */
export function refuseEnded({ service, headers }: Asked, nowMs: number): void {
  const token = headers['x-amz-security-token'];
  if (token === undefined || untilOf(token) > nowMs) return;
  if (service === 's3') throw new AwsError('ExpiredToken', 400, 'The provided token has expired.');
  const name = short.has(service) ? 'ExpiredToken' : 'ExpiredTokenException';
  const status = early.has(service) ? 403 : 400;
  throw new AwsError(name, status, 'The security token included in the request is expired');
}

/** Of AWS Query, which knows no names that end in Exception. */
const short = new Set(['sts', 'iam', 'sns', 'cloudformation', 'monitoring']);
/** The others answer as for a mistake in the request. */
const early = new Set([...short, 'lambda', 'signer']);

function untilOf(token: string): number {
  try {
    const { untilMs } = JSON.parse(Buffer.from(token, 'base64').toString('utf8')) ?? {};
    return typeof untilMs === 'number' ? untilMs : Number.POSITIVE_INFINITY;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}
