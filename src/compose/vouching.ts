/**
 * Who vouches for this run to AWS: GitHub, for a job that asks for a role. Its tokens live five minutes, and the address
 * that gives them out is good for the whole job
 * (docs.github.com/actions/security-for-github-actions/security-hardening-your-deployments/about-security-hardening-with-openid-connect).
 */
import type { AwsOptions } from '../aws/clients';
import { ShipitError } from '../core/errors';
import { tellHidden } from '../core/hidden';
import type { Web } from '../core/ports';

type Environment = Readonly<{ [name: string]: string | undefined }>;

const audience = 'sts.amazonaws.com';
const timeoutMs = 10_000;
const arnForm = /^arn:aws[\w-]*:iam::\d{12}:role\/[\w+=,.@/-]+$/;

/** Null unless a role is asked for. What is wrong with it shows when it is first needed, as with all credentials. */
export function vouching(env: Environment, web: Web): AwsOptions['webIdentity'] {
  const roleArn = env.SHIPIT_ROLE_TO_ASSUME;
  if (!roleArn) return null;
  return { roleArn, sessionName: sessionNameOf(env), token: async () => askToken(env, web, roleArn) };
}

export const isCi = ({ CI, GITHUB_ACTIONS }: Environment): boolean =>
  GITHUB_ACTIONS === 'true' || !['', '0', 'false'].includes(CI ?? '');

/** As much as AWS takes of what leads from CloudTrail to the run. */
function sessionNameOf({ GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: run }: Environment): string {
  const end = run ? `-${run}` : '';
  const name = `shipit-${(repository ?? 'none').replaceAll('/', '.')}`.replace(/[^\w+=,.@-]/g, '-');
  return name.slice(0, 64 - end.length) + end;
}

async function askToken(env: Environment, web: Web, roleArn: string): Promise<string> {
  if (!arnForm.test(roleArn))
    throw new ShipitError('noCredentials', `${JSON.stringify(roleArn)} is no ARN of a role`, {
      hint: 'Write role-to-assume, or SHIPIT_ROLE_TO_ASSUME, as arn:aws:iam::<account>:role/<name>.',
    });
  const { ACTIONS_ID_TOKEN_REQUEST_URL: address, ACTIONS_ID_TOKEN_REQUEST_TOKEN: pass } = env;
  if (!address || !pass) throw nobodyVouches(env);
  const url = URL.canParse(address) ? new URL(address) : null;
  url?.searchParams.set('audience', audience);
  const answer = await web.request({
    method: 'GET',
    url: url?.href ?? address,
    headers: { authorization: `Bearer ${pass}`, accept: 'application/json' },
    body: null,
    timeoutMs,
  });
  const token = answer.status === 200 ? tokenOf(answer.body) : null;
  if (token === null)
    throw new ShipitError('unavailable', `GitHub gave no OIDC token (HTTP ${answer.status})`, {
      hint: 'Run the job again; githubstatus.com says whether Actions are well.',
    });
  tellHidden([token]);
  return token;
}

function tokenOf(body: string): string | null {
  try {
    const { value } = JSON.parse(body) ?? {};
    return typeof value === 'string' && value !== '' ? value : null;
  } catch {
    return null;
  }
}

function nobodyVouches({ GITHUB_ACTIONS: github }: Environment): ShipitError {
  if (github === 'true')
    return new ShipitError('noCredentials', 'GitHub gives this job no OIDC token to take on a role with', {
      hint: 'Give the job `permissions:` with `id-token: write` (and `contents: read`); pull requests from forks never have it.',
    });
  return new ShipitError(
    'noCredentials',
    'nobody vouches for this run: only GitHub Actions give tokens to shipit',
    {
      hint: 'Unset SHIPIT_ROLE_TO_ASSUME; elsewhere, AWS_ROLE_ARN and AWS_WEB_IDENTITY_TOKEN_FILE do the same.',
    },
  );
}
