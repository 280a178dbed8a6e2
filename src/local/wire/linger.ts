/** Requests that are answered before they have come to their end. */
import type { IncomingMessage } from 'node:http';

/** Of what comes after an answer. The time for it is that of the whole request. */
const mostUnwantedBytes = 256 * 1024 ** 2;

/**
 * Reads on, and throws away what comes, so that a client that writes everything before it reads gets to its answer: to
 * close a connection with bytes that nobody read resets it, and takes the answer along. Who never ends is cut off.
 */
export function linger(message: IncomingMessage): void {
  let size = 0;
  message.on('error', () => undefined);
  message.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size > mostUnwantedBytes) message.destroy();
  });
}
