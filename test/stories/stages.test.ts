/** Stages and references on the command line, against the local AWS that another process serves. */
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CreateSecretCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { parse } from 'yaml';
import { CommandFolder } from './command';

let folder: CommandFolder;

beforeEach(() => {
  folder = new CommandFolder();
  mkdirSync(join(folder.path, 'dist'));
  folder.write('dist/index.js', 'exports.handler = async () => process.env.TOKEN;\n');
  folder.write('lambda.config.yaml', file);
});
afterEach(() => folder.remove());

const file = `project: orders
region: eu-west-1
functions:
  api:
    code: dist
    handler: index.handler
    runtime: nodejs24.x
    role: arn:aws:iam::123456789012:role/orders
    environment: { STAGE: "\${stage}" }
stages:
  dev: {}
  prod:
    functions: { api: { environment: { TOKEN: "token-\${secret:orders}" } } }
`;

describe('a stage', () => {
  test('is chosen by a flag, else by the environment', async () => {
    const name = async (words: string, env: NodeJS.ProcessEnv = {}) => {
      const { stdout, stderr } = await folder.run(`config --offline ${words}`.trim(), env);
      return stderr === '' ? parse(stdout).functions.api.name : stderr;
    };
    expect(await name('--stage dev')).toBe('orders-dev-api');
    expect(await name('', { SHIPIT_STAGE: 'prod' })).toBe('orders-prod-api');
    expect(await name('--stage dev', { SHIPIT_STAGE: 'prod' })).toBe('orders-dev-api');
    expect(await name('--stage pord')).toMatch(/no stage pord\n.*did you mean `prod`/);
    expect(await name('--stage dev --alias 7')).toMatch(/--alias 7: that is no name of an alias/);
  });

  test('is deployed with its secret, which is shown nowhere', async () => {
    await folder.served(async (endpoint) => {
      const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
      const secrets = new SecretsManagerClient({ endpoint, region: 'eu-west-1', credentials });
      await secrets.send(new CreateSecretCommand({ Name: 'orders', SecretString: 'hunter2hunter2' }));
      const config = await folder.run('config --local --stage prod --json');
      expect(config.stdout).toMatch(/"TOKEN":"\(secret [0-9a-f]{8}\)"/);
      const deployed = await folder.run('deploy --local --stage prod --json');
      expect(deployed).toMatchObject({ code: 0, stdout: expect.stringContaining('orders-prod-api') });
      const plan = await folder.run('plan --local --stage prod --exit-code --details');
      expect(plan.code).toBe(0);
      const journal = join(folder.path, '.shipit/journal');
      const kept = readdirSync(journal).map((name) => readFileSync(join(journal, name), 'utf8'));
      const shown = [config, deployed, plan].flatMap(({ stdout, stderr }) => [stdout, stderr]);
      expect(kept).toHaveLength(1);
      expect([...kept, ...shown].join()).not.toContain('hunter2');
    });
  });

  test('is refused with a sample event that makes it say its secret, and nobody repeats it', async () => {
    folder.write(
      'dist/index.js',
      'exports.handler = async () => { throw new Error("no access with " + process.env.TOKEN); };\n',
    );
    folder.write('one.json', '{}');
    folder.write(
      'lambda.config.yaml',
      file.replace('handler: index', 'testEvents: one.json\n    handler: index'),
    );
    await folder.served(async (endpoint) => {
      const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
      const secrets = new SecretsManagerClient({ endpoint, region: 'eu-west-1', credentials });
      await secrets.send(new CreateSecretCommand({ Name: 'orders', SecretString: 'hunter2hunter2' }));
      const { code, stdout, stderr } = await folder.run('deploy --local --stage prod --json');
      expect([code, stdout]).toEqual([7, expect.stringMatching(/no access with \*\*\*/)]);
      const journal = join(folder.path, '.shipit/journal');
      const kept = readdirSync(journal).map((name) => readFileSync(join(journal, name), 'utf8'));
      expect([...kept, stdout, stderr].join()).not.toContain('hunter2');
    });
  });
});
