/** One comment of ours under a pull request: written once, and then always the same one. docs.github.com/rest/issues/comments */
import { ShipitError } from '../core/errors';
import type { Web, WebAnswer } from '../core/ports';

export interface Thread {
  /** `https://api.github.com`, or that of another server. */
  readonly api: string;
  /** `owner/name`. */
  readonly repository: string;
  /** Of the pull request. */
  readonly number: number;
  readonly token: string;
}

export interface Comments {
  /**
   * The body begins with the marker, by which it is found again. `accessDenied` when the token may not write there, as that
   * of a pull request from a fork; `unavailable` or `timedOut` when GitHub does not answer.
   */
  put(marker: string, body: string): Promise<'written' | 'updated'>;
}

const timeoutMs = 15_000;
/** A hundred comments of 65,536 characters, each of them escaped. */
const mostBytes = 48 * 1024 * 1024;
const pageSize = 100;
/** Under a longer discussion than this, a new comment is written. */
const mostPages = 50;

interface Comment {
  readonly id: number;
  readonly body: string;
  readonly by: string;
}

export function createComments(web: Web, thread: Thread): Comments {
  const { api, repository, number, token } = thread;
  const root = `${api.replace(/\/+$/, '')}/repos/${repository.split('/').map(encodeURIComponent).join('/')}/issues`;
  const ask = async (method: string, path: string, body: string | null): Promise<WebAnswer> => {
    const text = body === null ? null : JSON.stringify({ body });
    const url = `${root}/${path}`;
    const answer = await web.request({
      method,
      url,
      headers: headersWith(token),
      body: text,
      timeoutMs,
      mostBytes,
    });
    if (answer.status >= 200 && answer.status < 300) return answer;
    throw refusalOf(answer);
  };
  return {
    async put(marker, body) {
      const known = await findOwn(
        (page) => ask('GET', `${number}/comments?per_page=${pageSize}&page=${page}`, null),
        marker,
      );
      if (known === null) await ask('POST', `${number}/comments`, body);
      else if (known.body !== body) await ask('PATCH', `comments/${known.id}`, body);
      return known === null ? 'written' : 'updated';
    },
  };
}

async function findOwn(read: (page: number) => Promise<WebAnswer>, marker: string): Promise<Comment | null> {
  for (let page = 1; page <= mostPages; page += 1) {
    const comments = commentsIn((await read(page)).body);
    const own = comments.find(({ body, by }) => body.startsWith(marker) && isTrusted(by));
    if (own) return own;
    if (comments.length < pageSize) return null;
  }
  return null;
}

/**
 * Anybody may write the marker under a pull request of a public repository, and could change the comment afterwards: only
 * those who could change ours too are taken for us. A bot has its own name.
 */
const isTrusted = (by: string): boolean => ['Bot', 'OWNER', 'MEMBER', 'COLLABORATOR'].includes(by);

function commentsIn(text: string): Comment[] {
  const found: unknown = parsed(text);
  if (!Array.isArray(found))
    throw new ShipitError('unavailable', 'GitHub answered with something else than comments');
  return found.flatMap(
    (
      one: { id?: unknown; body?: unknown; user?: { type?: unknown }; author_association?: unknown } | null,
    ) => {
      const { id, body, user, author_association: member } = one ?? {};
      if (typeof id !== 'number' || typeof body !== 'string') return [];
      return [{ id, body, by: String(user?.type === 'Bot' ? 'Bot' : member) }];
    },
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const headersWith = (token: string) => ({
  accept: 'application/vnd.github+json',
  authorization: `Bearer ${token}`,
  'content-type': 'application/json',
  'user-agent': 'shipit',
  'x-github-api-version': '2022-11-28',
});

/** What GitHub says of it is short, and holds nothing of the token. */
function refusalOf({ status, body }: WebAnswer): ShipitError {
  const said = (parsed(body) as { message?: unknown } | null)?.message;
  const why = typeof said === 'string' ? `${status} ${said.slice(0, 200)}` : String(status);
  const isDenied = status === 401 || status === 403 || status === 404;
  return new ShipitError(isDenied ? 'accessDenied' : 'unavailable', `GitHub answered ${why}`, {
    hint: isDenied ? 'The token needs `pull-requests: write`.' : 'Run it again in a while.',
  });
}
