import type { RepositoryAddress } from '../core/code';
import { ShipitError } from '../core/errors';
import type { Clock, Ids } from '../core/ports';
import type { RegistryLogin } from '../core/stores';
import { Access } from './access';
import { type Answer, type Body, createExchange, type Exchange, type HttpRequest } from './http';
import { mayLead, type Site, siteOf } from './site';

export interface RegistryOptions {
  /** Of this machine: registries keep to no other time. */
  readonly clock: Clock;
  readonly ids: Pick<Ids, 'jitter'>;
  /** Null for a host where shipit is nobody in particular. Asked often: whoever answers remembers. */
  readonly login: (host: string) => Promise<RegistryLogin | null>;
  /** How long nothing may be heard of a registry that owes an answer. */
  readonly silenceMs: number;
}

export interface Ask {
  readonly method: HttpRequest['method'];
  /** A path below the registry, or an address that it gave. */
  readonly to: string | URL;
  /** What it is about, for the token: `repository:orders:pull`. */
  readonly scopes: readonly string[];
  readonly headers: Readonly<{ [name: string]: string }>;
  readonly body: Body | null;
}

const maxLogins = 3;
const maxRedirects = 5;

/** Requests to registries, each with what lets it in. */
export class Client {
  private readonly exchange: Exchange;
  private readonly access: Access;

  constructor(readonly options: RegistryOptions) {
    this.exchange = createExchange(options.clock, options.silenceMs);
    this.access = new Access(this.exchange, options.clock);
  }

  async site({ host }: Pick<RepositoryAddress, 'host'>): Promise<Site> {
    return siteOf(host, await this.options.login(host));
  }

  /** Any status is an answer; redirects of what is read are followed. */
  async ask(site: Site, ask: Ask): Promise<Answer> {
    const url = typeof ask.to === 'string' ? new URL(ask.to, site.base) : ask.to;
    if (url.origin !== site.base.origin && !mayLead(site.base, url)) throw astray(site, url);
    const answer = await this.letIn(site, ask, url);
    return ask.method === 'GET' ? this.follow(site, ask, answer) : answer;
  }

  /** Only the registry itself hears who asks, never where it leads to. */
  private async letIn(site: Site, ask: Ask, url: URL): Promise<Answer> {
    const { method, headers, body } = ask;
    if (url.origin !== site.base.origin) return this.exchange({ method, url, headers, body });
    for (let logins = 1; ; logins += 1) {
      const authorization = await this.access.header(site, ask.scopes);
      const known = authorization === null ? headers : { ...headers, authorization };
      const answer = await this.exchange({ method, url, headers: known, body });
      if (answer.status !== 401 || logins >= maxLogins) return answer;
      if (!this.access.learn(site, answer.headers['www-authenticate'], authorization)) return answer;
      answer.drop();
    }
  }

  private async follow(site: Site, ask: Ask, first: Answer): Promise<Answer> {
    let answer = first;
    for (let hops = 0; [301, 302, 303, 307, 308].includes(answer.status); hops += 1) {
      const { location = '' } = answer.headers;
      answer.drop();
      if (hops >= maxRedirects || !URL.canParse(location, answer.url.href))
        throw new ShipitError('unavailable', `${site.host} leads in circles`);
      const url = new URL(location, answer.url);
      if (!mayLead(answer.url, url)) throw astray(site, url);
      answer = await this.letIn(site, ask, url);
    }
    return answer;
  }
}

const astray = ({ host }: Site, to: URL): ShipitError =>
  new ShipitError('refused', `${host} leads to ${to.protocol}//${to.host}, which is not followed`, {
    hint: 'Only encrypted addresses that are not of this machine are; ask whoever runs the registry.',
  });
