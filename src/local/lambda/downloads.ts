/**
 * Where the zips of functions and layers can be fetched, as at AWS without credentials: whoever knows the address may.
 * It names the zip by its digest and carries a secret, which nobody has who was not given the address.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Random } from '../random';
import type { CodeStore } from './code';

export interface Downloads {
  /** A URL of the world's own endpoint; of this machine's disk while the world is not served. */
  location(sha256: string): string;
  /** Answers true when the request was for a zip, and has been answered. */
  serve(message: IncomingMessage, response: ServerResponse): Promise<boolean>;
}

interface DownloadOptions {
  readonly code: CodeStore;
  readonly random: Random;
  /** The world's own, null while it is not served. */
  readonly endpoint: () => string | null;
}

const path = /^\/_shipit\/code\/([0-9a-f]{64})\/([0-9a-f]{64})$/;

export function createDownloads({ code, random, endpoint }: DownloadOptions): Downloads {
  let secret: string | null = null;
  const tokenOf = (hex: string): string => {
    secret ??= `${random.uuid()}${random.uuid()}`;
    return createHmac('sha256', secret).update(hex).digest('hex');
  };
  return {
    location(sha256) {
      const base = endpoint();
      const hex = Buffer.from(sha256, 'base64').toString('hex');
      return base === null ? code.location(sha256) : `${base}/_shipit/code/${hex}/${tokenOf(hex)}`;
    },
    async serve({ method, url = '' }, response) {
      const [, hex, token] = path.exec(url) ?? [];
      if (method !== 'GET' || hex === undefined || token === undefined) return false;
      const known = timingSafeEqual(Buffer.from(token), Buffer.from(tokenOf(hex)));
      const zip = known ? await code.get(Buffer.from(hex, 'hex').toString('base64')).catch(() => null) : null;
      if (zip) response.writeHead(200, { 'content-type': 'application/zip', 'content-length': zip.length });
      else response.writeHead(403, { 'content-type': 'application/json' });
      response.end(zip ?? JSON.stringify({ message: 'Access Denied' }));
      return true;
    },
  };
}
