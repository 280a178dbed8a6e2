/** Who acts, and from where: a person at a machine, or a run of CI. */
import { hostname, userInfo } from 'node:os';
import { askGit } from '../config/references/git';
import type { Source } from '../core/built';
import { ShipitError } from '../core/errors';
import type { Processes } from '../core/ports';

type Environment = Readonly<{ [name: string]: string | undefined }>;

interface Actor {
  /** A record of an alias keeps 24 characters of it. */
  readonly by: string;
  /** The run of CI, which leads to its log, or the machine. */
  readonly from: string;
}

export function actorOf(env: Environment): Actor {
  return { by: nameOf(env), from: runOf(env) ?? hostname() };
}

function nameOf({ GITHUB_ACTOR: actor, GITHUB_RUN_ID: run }: Environment): string {
  // The run comes first: a record has no room for all of a long login, and the run is what tells two of them apart.
  if (actor && run) return `run-${run}@${actor}`;
  return `${userInfo().username}@${hostname()}`;
}

function runOf(env: Environment): string | null {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: run } = env;
  if (server && repository && run) return `${server}/${repository}/actions/runs/${run}`;
  // GitLab, Buildkite and Jenkins.
  return env.CI_JOB_URL || env.BUILDKITE_BUILD_URL || env.BUILD_URL || null;
}

/** Commit of the project, and whether its files are still as they were committed. */
export async function sourceOf(processes: Processes, root: string, env: Environment): Promise<Source> {
  const [commit, dirty] = await Promise.all([commitOf(processes, root, env), isDirty(processes, root)]);
  return { commit, dirty };
}

const gitMs = 10_000;

/** What shipit keeps beside the project is no part of it. */
async function isDirty(processes: Processes, root: string): Promise<boolean | null> {
  const argv = ['git', '-C', root, 'status', '--porcelain', '--', '.', ':(exclude).shipit'];
  const options = { cwd: root, timeoutMs: gitMs, input: null, credentials: false, variables: {} };
  try {
    const ran = await processes.run(argv, options);
    return ran?.code === 0 ? ran.stdout.trim() !== '' : null;
  } catch (error) {
    if (!ShipitError.is(error)) throw error;
    return null;
  }
}

/** Of the project; null where there is no repository, no commit or no git. A container of CI may have the code alone. */
export async function commitOf(processes: Processes, root: string, env: Environment): Promise<string | null> {
  const answer = await askGit({ processes, root, env }, 'sha');
  if (answer !== null && 'text' in answer) return answer.text;
  return /^[0-9a-f]{40}$/.test(env.GITHUB_SHA ?? '') ? (env.GITHUB_SHA ?? null) : null;
}
