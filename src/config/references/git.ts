import { ShipitError } from '../../core/errors';
import type { Processes } from '../../core/ports';
import { findHidden, visible } from '../characters';
import { type Answer, type Flaw, type Found, flaw, found } from './answer';
import type { Environment } from './variables';

interface Repository {
  readonly processes: Processes;
  /** Absolute; the commit is that of the repository around it. */
  readonly root: string;
  readonly env: Environment;
}

const timeoutMs = 10_000;

/** What `git:sha` and `git:branch` lead to. */
export async function askGit(repository: Repository, subject: string): Promise<Answer> {
  return subject === 'sha' ? shaOf(repository) : branchOf(repository);
}

async function shaOf(repository: Repository): Promise<Found | Flaw> {
  const sha = await run(repository, ['rev-parse', 'HEAD']);
  if (typeof sha !== 'string') return sha;
  if (/^[0-9a-f]{40}$|^[0-9a-f]{64}$/.test(sha)) return found(sha);
  return flaw('git gave no commit', 'see `git rev-parse HEAD`');
}

/** A checkout of CI has a commit and no branch; GitHub Actions says in its environment which one it was made from. */
async function branchOf(repository: Repository): Promise<Found | Flaw> {
  const branch = await run(repository, ['symbolic-ref', '--short', 'HEAD']);
  if (typeof branch === 'string') return checked(branch);
  const sha = await shaOf(repository);
  if ('what' in sha) return sha;
  const { GITHUB_HEAD_REF: head, GITHUB_REF_NAME: ref, GITHUB_REF_TYPE: type } = repository.env;
  const named = head || (type === 'tag' ? undefined : ref);
  if (named) return checked(named);
  return flaw('no branch is checked out, only a commit', 'check one out, or set GITHUB_REF_NAME to its name');
}

/** Whoever may push chooses the name of a branch. */
function checked(branch: string): Found | Flaw {
  if (branch !== '' && !findHidden(branch) && !/\s/.test(branch)) return found(branch);
  return flaw('the name of the git branch contains a character that cannot be seen', 'rename the branch');
}

async function run({ processes, root }: Repository, words: readonly string[]): Promise<string | Flaw> {
  const ran = await processes
    .run(['git', '-C', root, ...words], {
      cwd: root,
      timeoutMs,
      input: null,
      credentials: false,
      variables: {},
    })
    .catch(toFlaw);
  if (ran === null) return flaw('there is no git on this machine', 'install it, or use `env:NAME` instead');
  if ('what' in ran) return ran;
  if (ran.code === 0) return ran.stdout.replace(/\r?\n$/, '');
  const [first = ''] = ran.stderr.split('\n');
  const reason = first === '' ? '' : `: ${visible(first.slice(0, 200))}`;
  return flaw(`git knows no commit here${reason}`, 'run `git init` and commit, or use `env:NAME` instead');
}

function toFlaw(error: unknown): Flaw {
  if (ShipitError.is(error)) return flaw(visible(error.message), error.hint);
  throw error;
}
