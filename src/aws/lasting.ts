/** How long credentials last that somebody gave. */
import type { Caller } from '../core/ports';

/** As the SDK resolves them, with a note of where each part came from. */
export interface Given {
  readonly accessKeyId: string;
  readonly sessionToken?: string | undefined;
  readonly expiration?: Date | undefined;
  readonly $source?: object | undefined;
}

/** The SDK reads these once, and has nowhere to ask for others. */
const fixed = new Set(['CREDENTIALS_CODE', 'CREDENTIALS_ENV_VARS', 'CREDENTIALS_PROFILE']);
/** Renewed as long as somebody is logged in, and nobody says how long that is. */
const loggedIn = /SSO|LOGIN/;

export function lastingOf(given: Given, inCi: boolean): Pick<Caller, 'expiresAtMs' | 'worry'> {
  const sources = Object.keys(given.$source ?? {});
  if (sources.some((source) => loggedIn.test(source))) return { expiresAtMs: null, worry: 'endUnknown' };
  // Without a note they are those of the machine itself, which are renewed like those of containers and processes.
  if (!sources.some((source) => fixed.has(source))) return { expiresAtMs: null, worry: null };
  const endMs = given.expiration?.getTime() ?? Number.NaN;
  if (!Number.isNaN(endMs)) return { expiresAtMs: endMs, worry: null };
  if (given.sessionToken) return { expiresAtMs: null, worry: inCi ? 'endUnknownInCi' : 'endUnknown' };
  return { expiresAtMs: null, worry: inCi && /^AKIA/.test(given.accessKeyId) ? 'longLivedInCi' : null };
}
