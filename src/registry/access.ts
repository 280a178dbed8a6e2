import { ShipitError } from '../core/errors';
import type { Clock } from '../core/ports';
import type { RegistryLogin } from '../core/stores';
import { type BearerChallenge, type Challenge, readChallenge } from './challenge';
import type { Exchange, HttpRequest } from './http';
import { readText, refusalOf } from './refusal';
import { mayLead, type Site } from './site';

const maxTokenBytes = 1024 * 1024;
/** Where a registry does not say (Docker's token specification). */
const plainTokenS = 60;
/** A token is not used in its last moments. */
const marginMs = 10_000;

interface Token {
  readonly value: string;
  readonly endsMs: number;
}

/** What registries are told so that they let somebody in: with the login of their host, or as nobody in particular. */
export class Access {
  private readonly challenges = new Map<string, Challenge>();
  private readonly tokens = new Map<string, Promise<Token>>();

  constructor(
    private readonly exchange: Exchange,
    private readonly clock: Pick<Clock, 'nowMs'>,
  ) {}

  /** The header of the next request; null while it is not known what the registry wants, or when it wants nothing. */
  async header(site: Site, scopes: readonly string[]): Promise<string | null> {
    const challenge = this.challenges.get(site.base.origin);
    if (!challenge) return null;
    if (challenge.scheme === 'basic') return site.login && basic(site.login);
    return `Bearer ${await this.token(site, challenge, scopes)}`;
  }

  /** After a 401 to what was sent. False when there is nothing better to send. */
  learn(site: Site, header: string | undefined, sent: string | null): boolean {
    const challenge = readChallenge(header ?? '');
    if (!challenge || (challenge.scheme === 'basic' && (!site.login || sent === basic(site.login))))
      return false;
    this.challenges.set(site.base.origin, challenge);
    // A token that is refused may have ended, or have been made for less.
    if (sent?.startsWith('Bearer ')) this.tokens.clear();
    return true;
  }

  private async token(site: Site, challenge: BearerChallenge, scopes: readonly string[]): Promise<string> {
    const wanted = [...new Set([...challenge.scopes, ...scopes])];
    const key = JSON.stringify([site.host, challenge.realm, challenge.service, wanted]);
    // Whoever asks at the same moment waits for the same answer.
    const under = this.tokens.get(key);
    const known = under && (await under);
    if (known && known.endsMs > this.clock.nowMs()) return known.value;
    const asked = this.ask(site, challenge, wanted);
    this.tokens.set(key, asked);
    asked.catch(() => this.tokens.delete(key));
    return (await asked).value;
  }

  private async ask(site: Site, challenge: BearerChallenge, scopes: readonly string[]): Promise<Token> {
    const { host } = site;
    const request = tokenRequest(site, challenge, scopes);
    if (!mayLead(site.base, request.url))
      throw new ShipitError(
        'refused',
        `${host} leads to ${request.url.host} for a token, without encryption`,
      );
    const nowMs = this.clock.nowMs();
    const answer = await this.exchange(request);
    if (answer.status !== 200) throw (await refusalOf(`a token for ${host}`, answer)).error;
    const { value, seconds } = readToken((await readText(answer, maxTokenBytes)) ?? '');
    if (value === null) throw new ShipitError('invalid', `${request.url.host} gives no token for ${host}`);
    return { value, endsMs: nowMs + seconds * 1000 - marginMs };
  }
}

const basic = ({ username, password }: RegistryLogin): string =>
  `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;

/** A login that is a token itself is exchanged for another one (OAuth 2, as Docker does). */
function tokenRequest(
  { login }: Site,
  { realm, service }: BearerChallenge,
  scopes: readonly string[],
): HttpRequest {
  const url = new URL(realm);
  const isToken = login?.username === '<token>';
  const form = isToken ? new URLSearchParams() : url.searchParams;
  if (service !== null) form.set('service', service);
  if (!isToken) {
    for (const scope of scopes) form.append('scope', scope);
    return { method: 'GET', url, headers: login ? { authorization: basic(login) } : {}, body: null };
  }
  form.set('grant_type', 'refresh_token');
  form.set('client_id', 'shipit');
  form.set('refresh_token', login.password);
  form.set('scope', scopes.join(' '));
  const text = Buffer.from(form.toString());
  const body = { bytes: text.length, read: () => onlyOf(text) };
  return { method: 'POST', url, headers: { 'content-type': 'application/x-www-form-urlencoded' }, body };
}

async function* onlyOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

function readToken(text: string): { readonly value: string | null; readonly seconds: number } {
  const parsed = parse(text);
  const value = [parsed.token, parsed.access_token].find(
    (one) => typeof one === 'string' && /^[!-~]+$/.test(one),
  );
  const seconds = Number(parsed.expires_in);
  return {
    value: (value as string | undefined) ?? null,
    seconds: Number.isFinite(seconds) ? Math.max(seconds, plainTokenS) : plainTokenS,
  };
}

function parse(text: string): { readonly [name: string]: unknown } {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
