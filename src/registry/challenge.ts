/** How a registry wants to be asked: `WWW-Authenticate`. */
export type Challenge = { readonly scheme: 'basic' } | BearerChallenge;

export interface BearerChallenge {
  readonly scheme: 'bearer';
  readonly realm: string;
  readonly service: string | null;
  /** Those that belong to the registry as a whole; what a repository needs is known by whoever asks. */
  readonly scopes: readonly string[];
}

const one = /(?:^|,\s*)(basic|bearer)(?:\s+((?:[a-z_]+=(?:"[^"]*"|[^\s,"]*)(?:\s*,\s*(?=[a-z_]+=))?)*))?/gi;
const parameter = /([a-z_]+)=(?:"([^"]*)"|([^\s,"]*))/gi;

/** Null for a way that is not known here. A token is preferred. */
export function readChallenge(header: string): Challenge | null {
  const found = [...header.slice(0, 4096).matchAll(one)].flatMap(([, scheme = '', parameters = '']) =>
    challengeOf(scheme.toLowerCase(), parameters),
  );
  return found.find(({ scheme }) => scheme === 'bearer') ?? found[0] ?? null;
}

function challengeOf(scheme: string, text: string): Challenge[] {
  if (scheme === 'basic') return [{ scheme }];
  const named = new Map(
    [...text.matchAll(parameter)].map(([, name = '', quoted, plain]) => [
      name.toLowerCase(),
      quoted ?? plain ?? '',
    ]),
  );
  const realm = named.get('realm');
  if (realm === undefined || !URL.canParse(realm)) return [];
  const scopes = (named.get('scope') ?? '')
    .split(' ')
    .filter((scope) => scope !== '' && !/^repository:/.test(scope));
  return [{ scheme: 'bearer', realm, service: named.get('service') ?? null, scopes }];
}
