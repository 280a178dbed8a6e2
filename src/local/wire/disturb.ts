/** Carries out the faults that were asked for, between a request and its answer. */
import { AwsError } from '../errors';
import type { FaultRule } from '../faults';
import type { World } from '../world';
import type { WireRequest, WireResponse } from './message';
import type { Service } from './services';

/** What a fault does around an action. */
export interface Disturbance {
  /** World milliseconds before anything is done. */
  readonly waitMs: number;
  /** Nothing is done and this is told. */
  readonly before: Misfortune | null;
  /** Everything is done and this is told. */
  readonly after: Misfortune | null;
  /** World milliseconds that an answer from before may be old; null for one from now. */
  readonly staleMs: number | null;
}

/** An error, or `silence` when no answer ever comes. */
export type Misfortune = AwsError | 'silence';

const calm: Disturbance = { waitMs: 0, before: null, after: null, staleMs: null };

export function disturbanceOf(service: Service['name'], rule: FaultRule | null): Disturbance {
  if (!rule) return calm;
  const means: { readonly [kind in FaultRule['kind']]: Partial<Disturbance> } = {
    throttle: { before: throttled(service) },
    error: { before: failed(service) },
    errorAfter: { after: failed(service) },
    timeout: { before: 'silence' },
    timeoutAfter: { after: 'silence' },
    latency: { waitMs: rule.ms },
    stale: { staleMs: rule.ms },
  };
  return { ...calm, ...means[rule.kind] };
}

/** Services that speak the Query protocol alone leave `Exception` out. */
const queryServices = new Set<Service['name']>(['iam', 'sts', 'cloudformation']);

/** In the words of each service: Lambda says why, S3 asks to slow down. */
export function throttled(service: Service['name']): AwsError {
  if (service === 's3') return new AwsError('SlowDown', 503, 'Please reduce your request rate.');
  if (queryServices.has(service)) return new AwsError('Throttling', 400, 'Rate exceeded');
  if (service !== 'lambda') return new AwsError('ThrottlingException', 400, 'Rate exceeded');
  return new AwsError('TooManyRequestsException', 429, {
    message: 'Rate Exceeded.',
    members: { Reason: 'CallerRateLimitExceeded' },
    headers: { 'retry-after': '1' },
  });
}

const failed = (service: Service['name']): AwsError =>
  service === 'lambda'
    ? new AwsError('ServiceException', 500, 'An internal error occurred. Please retry your request.')
    : new AwsError('InternalFailure', 500, 'An internal error occurred. Please retry your request.');

/** Answers to reads, for a while: what a stale read is answered with. */
export interface Memory {
  recall(world: World, request: WireRequest, withinMs: number): WireResponse | null;
  keep(world: World, request: WireRequest, response: WireResponse): void;
}

const remembered = 500;

export function createMemory(): Memory {
  const answers = new Map<string, { readonly atMs: number; readonly response: WireResponse }>();
  return {
    recall(world, request, withinMs) {
      const answer = answers.get(keyOf(request));
      return answer && world.clock.nowMs() - answer.atMs <= withinMs ? answer.response : null;
    },
    keep(world, request, response) {
      if (!world.faults.list().some(({ kind }) => kind === 'stale') || isStream(response)) return;
      const key = keyOf(request);
      answers.delete(key);
      answers.set(key, { atMs: world.clock.nowMs(), response });
      for (const oldest of answers.keys()) if (answers.size > remembered) answers.delete(oldest);
    },
  };
}

/** What comes piece by piece comes once. */
const isStream = ({ body }: WireResponse): boolean =>
  typeof body === 'object' && Symbol.asyncIterator in body;

const keyOf = ({ method, path, query, headers, body }: WireRequest): string =>
  `${method} ${path}?${query} ${headers['x-amz-target'] ?? ''} ${body.toString('base64')}`;
