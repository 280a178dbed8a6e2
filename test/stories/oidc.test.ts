/** A job of GitHub Actions without a key of its own, with the command as a process and GitHub played on loopback. */
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CreateRoleCommand, IAMClient } from '@aws-sdk/client-iam';
import { issuer, sub, tokenOf, trustOf } from '../local/token';
import { CommandFolder, type Ended } from './command';

const folder = new CommandFolder();
afterAll(() => folder.remove());

folder.write(
  'lambda.config.yaml',
  `project: orders
region: eu-west-1
defaults:
  runtime: nodejs24.x
  role: arn:aws:iam::123456789012:role/orders
functions:
  api:
    code: .
    handler: index.handler
`,
);
folder.write('index.js', "exports.handler = async () => 'one';\n");

const roleArn = 'arn:aws:iam::123456789012:role/deployer';
const job = { CI: 'true', GITHUB_ACTIONS: 'true', GITHUB_REPOSITORY: 'shop/orders', GITHUB_RUN_ID: '7' };

interface Github {
  readonly url: string;
  readonly asked: IncomingMessage[];
}

async function playingGithub(work: (github: Github) => Promise<void>): Promise<void> {
  const asked: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    asked.push(request);
    const may = request.headers.authorization === 'Bearer the-pass';
    response.writeHead(may ? 200 : 401);
    response.end(may ? JSON.stringify({ value: tokenOf({}) }) : '{}');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  try {
    await work({ url: `http://127.0.0.1:${port}/token?api-version=2.0`, asked });
  } finally {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  }
}

const deploy = (env: NodeJS.ProcessEnv): Promise<Ended> =>
  folder.run('deploy --yes --plain', { ...job, ...env });

test('deploys with the role that GitHub vouches for, and says why where it does not', async () => {
  await folder.served((endpoint) =>
    playingGithub(async ({ url, asked }) => {
      const iam = new IAMClient({
        endpoint,
        region: 'eu-west-1',
        credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
      });
      const trust = trustOf({ StringEquals: { [`${issuer}:sub`]: sub } });
      const other = trustOf({ StringEquals: { [`${issuer}:sub`]: 'repo:shop/orders:pull_request' } });
      for (const [RoleName, AssumeRolePolicyDocument] of [
        ['deployer', trust],
        ['other', other],
      ] as const)
        await iam.send(new CreateRoleCommand({ RoleName, AssumeRolePolicyDocument }));
      iam.destroy();
      const wish = { AWS_ENDPOINT_URL: endpoint, SHIPIT_ROLE_TO_ASSUME: roleArn };
      const forbidden = await deploy(wish);
      expect(forbidden.code).toBe(2);
      expect(forbidden.stderr).toContain('GitHub gives this job no OIDC token to take on a role with');
      expect(forbidden.stderr).toContain('id-token: write');
      expect(asked).toHaveLength(0);
      const allowed = {
        ...wish,
        ACTIONS_ID_TOKEN_REQUEST_URL: url,
        ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'the-pass',
      };
      const refused = await deploy({
        ...allowed,
        SHIPIT_ROLE_TO_ASSUME: roleArn.replace('deployer', 'other'),
      });
      expect(refused.code).toBe(2);
      expect(refused.stderr).toContain(`its sub is ${sub}`);
      const done = await deploy(allowed);
      expect(done).toMatchObject({ code: 0, stderr: expect.not.stringContaining('the-pass') });
      expect(asked.at(-1)?.url).toBe('/token?api-version=2.0&audience=sts.amazonaws.com');
      expect(done.stderr).not.toContain(tokenOf({}));
    }),
  );
});
