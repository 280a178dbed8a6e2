/**
 * Who may ask the page's server. It listens on this machine alone, and still any web page in a browser here could send it
 * requests: so the name it is asked by must be its own (a name that somebody makes point here is refused), a foreign origin is
 * refused, and whoever wants data or acts must know the token.
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';

export interface Refusal {
  readonly status: number;
  readonly text: string;
  readonly headers?: { readonly [name: string]: string };
}

/** Any port: one that is forwarded to here may have another number there. */
const ownNames = /^(?:127\.0\.0\.1|localhost)(?::\d{1,5})?$/;

interface Door {
  readonly method: 'GET' | 'POST';
  /** Where the token stands: an address that is opened has it within, a script sends it as a header, which no form can. */
  readonly token: 'query' | 'header';
}

const doors: { readonly [path: string]: Door } = {
  '/': { method: 'GET', token: 'query' },
  '/events': { method: 'GET', token: 'query' },
  '/act': { method: 'POST', token: 'header' },
};

/** Null for somebody who may. */
export function refusalOf(request: IncomingMessage, url: URL, token: string): Refusal | null {
  const { headers, method = '' } = request;
  if (!ownNames.test(headers.host ?? '')) return { status: 421, text: 'This is not that host.' };
  const door = Object.hasOwn(doors, url.pathname) ? doors[url.pathname] : undefined;
  if (!door) return { status: 404, text: 'There is nothing here.' };
  if (method !== door.method)
    return { status: 405, text: `This takes ${door.method}.`, headers: { allow: door.method } };
  if (isForeign(headers, door)) return { status: 403, text: 'Other pages may not ask this.' };
  const given = door.token === 'query' ? url.searchParams.get('token') : headers['x-shipit-token'];
  if (isSame(String(given ?? ''), token)) return null;
  return { status: 403, text: 'Open the address that shipit printed: it has a token in it.' };
}

/** A browser says where a request comes from: always with POST, else when it comes from elsewhere. */
function isForeign({ origin, host, 'sec-fetch-site': site }: IncomingHttpHeaders, door: Door): boolean {
  if (origin !== undefined && origin !== `http://${host}`) return true;
  if (door.method === 'POST' && origin === undefined) return true;
  // Whoever follows a link to the page comes from elsewhere and may; its script does not.
  return door.token === 'header' && site !== undefined && site !== 'same-origin';
}

/** Takes as long whatever is given: how much of it is right does not show in the time. */
function isSame(given: string, token: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(token));
}
