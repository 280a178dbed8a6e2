/** The plan as one comment under a pull request, which each run writes anew. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { commentsOf } from '../src/compose/github';
import { ShipitError } from '../src/core/errors';
import { inert } from '../src/ui/inert';
import { planMarkdown } from '../src/ui/plan-markdown';
import type { View } from '../src/ui/view';
import type { Env } from './env';
import type { Inputs } from './inputs';
import type { Runner } from './runner';

/** GitHub refuses what is longer; characters, and never more of them than bytes. */
const mostBytes = 65_536;

/** Says why where it cannot be: the plan stands in the log and the summary as well, so nothing fails by it. */
export async function comment(
  runner: Runner,
  env: Env,
  { inputs, view }: { inputs: Inputs; view: View },
): Promise<void> {
  const number = pullRequestIn(env);
  const { GITHUB_REPOSITORY: repository, GITHUB_API_URL: api = 'https://api.github.com' } = env;
  const { token } = inputs;
  if (number === null || !repository)
    return runner.annotate('notice', `${noComment}: this run belongs to no pull request.`);
  if (token === null) return runner.annotate('warning', `${noComment}: there is no github-token.`);
  const marker = markerOf(inputs);
  try {
    const comments = commentsOf({ api, repository, number, token });
    await comments.put(marker, bodyOf(marker, { inputs, view, env }));
  } catch (error) {
    if (!ShipitError.is(error)) throw error;
    const why =
      error.code === 'accessDenied' ? `${error.message}. ${notAllowed}` : `${error.message}. ${error.hint}`;
    runner.annotate('warning', `${noComment}: ${why} The plan stands in the summary of this job.`);
  }
}

const noComment = 'No comment with the plan';
const notAllowed =
  'The job needs `permissions: pull-requests: write`; a pull request from a fork or of Dependabot gets a token that only reads.';

/** Of the event that started the run: the pull request itself, or a comment under it. */
function pullRequestIn(env: Env): number | null {
  try {
    const event = JSON.parse(readFileSync(env.GITHUB_EVENT_PATH ?? '', 'utf8'));
    const number: unknown =
      event?.pull_request?.number ?? (event?.issue?.pull_request ? event.issue.number : null);
    return typeof number === 'number' && Number.isSafeInteger(number) ? number : null;
  } catch {
    return null;
  }
}

/** One a stage, alias, choice of functions and project file: a pull request may have the plans of several. */
function markerOf({ stage, alias, functions, config, workingDirectory }: Inputs): string {
  const digest = createHash('sha256')
    .update(JSON.stringify([stage, alias, functions, config, workingDirectory]))
    .digest('hex');
  return `<!-- shipit plan ${digest.slice(0, 16)} -->`;
}

function bodyOf(marker: string, { inputs, view, env }: { inputs: Inputs; view: View; env: Env }): string {
  const about = aboutOf(inputs);
  const around = [marker, about === '' ? '' : `shipit, ${about}`, footerOf(env)];
  const room = mostBytes - Buffer.byteLength(around.join('')) - 10;
  const [, heading, footer] = around;
  return [marker, heading, planMarkdown(view, { maxBytes: room }), footer]
    .filter((text) => text !== '')
    .join('\n\n');
}

/** Empty when nobody said anything of it. */
function aboutOf({ stage, alias, functions, config, workingDirectory }: Inputs): string {
  const file = [workingDirectory === '.' ? '' : workingDirectory, config].filter((text) => text !== '');
  const what = [
    ...(stage === '' ? [] : [`stage ${inert(stage, 100)}`]),
    ...(alias === '' ? [] : [`alias ${inert(alias, 100)}`]),
    ...(functions.length === 0 ? [] : [inert(functions.join(' '), 200)]),
    ...(file.length === 0 ? [] : [inert(file.join('/'), 200)]),
  ];
  return what.join(', ');
}

function footerOf(env: Env): string {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: run } = env;
  const commit = headIn(env) ?? env.GITHUB_SHA ?? '';
  const of = /^[0-9a-f]{7,64}$/.test(commit) ? `Of commit ${commit.slice(0, 7)}` : 'Made';
  return server && repository && run
    ? `${of} by [this run](${server}/${repository}/actions/runs/${run}).`
    : `${of}.`;
}

/** A run for a pull request has a merge commit of its own, which nobody knows. */
function headIn(env: Env): string | null {
  try {
    const head: unknown = JSON.parse(readFileSync(env.GITHUB_EVENT_PATH ?? '', 'utf8'))?.pull_request?.head
      ?.sha;
    return typeof head === 'string' ? head : null;
  } catch {
    return null;
  }
}
