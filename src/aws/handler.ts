import type { NodeHttpHandler } from '@smithy/node-http-handler';
import { ShipitError } from '../core/errors';
import { isAwsHost } from './endpoints';
import { sdk } from './sdk';

export interface HandlerOptions {
  /** For the answer to begin, and for silence in the middle of it. */
  readonly answerMs: number;
  readonly connectMs: number;
  /** False when an override was checked before: else every host must be one of AWS. */
  readonly awsOnly: boolean;
  readonly release: () => string | null;
}

const silent = { trace() {}, debug() {}, info() {}, warn() {}, error() {} };

/**
 * The SDK's HTTP handler, which by itself never ends a request: its request time-out only warns unless it is told to
 * throw, and is over when the headers are there, so silence on the socket has a limit of its own.
 * It stands last before the network. A profile or a variable of one service can name an endpoint past all our checks,
 * and such a request is not sent. The release goes into the user agent, which no signature covers.
 */
export function createHandler(options: HandlerOptions): NodeHttpHandler {
  const handler = new (sdk.handler().NodeHttpHandler)({
    connectionTimeout: options.connectMs,
    requestTimeout: options.answerMs,
    socketTimeout: options.answerMs,
    throwOnRequestTimeout: true,
    logger: silent,
  });
  const plain = handler.handle.bind(handler);
  handler.handle = async (request, handling) => {
    if (options.awsOnly && !isAwsHost(request.hostname)) throw foreign(request.hostname);
    request.headers['user-agent'] =
      `${request.headers['user-agent'] ?? ''} shipit/${options.release() ?? 'none'}`;
    return plain(request, handling).catch((error: unknown) => {
      throw ownError(error);
    });
  };
  return handler;
}

/**
 * Errors of sockets come from Node's own realm, and where shipit runs in another (test runners give it one) the SDK does
 * not know them for errors and replaces them by a text. A copy from here keeps name and code everywhere.
 */
function ownError(error: unknown): unknown {
  const { name, code, message } = (error ?? {}) as { name?: string; code?: string; message?: string };
  if (name === undefined || error instanceof Error) return error;
  return Object.assign(new Error(message, { cause: error }), { name, code });
}

const foreign = (host: string): ShipitError =>
  new ShipitError('wrongEndpoint', `${host} is not AWS and is given no credentials of AWS`, {
    hint: 'A profile or an AWS_ENDPOINT_URL variable names this endpoint: take it out.',
  });
