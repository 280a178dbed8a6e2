/** What a typo brings, and what help says: the command as people meet it who do not know it yet. */
import { commands } from '../../commands/base/table';
import { CommandFolder } from './command';

let folder: CommandFolder;
beforeAll(() => {
  folder = new CommandFolder();
  folder.write(
    'lambda.config.yaml',
    'project: orders\nregion: eu-west-1\nfunctions:\n  api: { code: ., handler: index.handler, runtime: nodejs24.x, role: "arn:aws:iam::123456789012:role/o" }\nstages: { prod: {} }\nrollouts: { careful: { canary: 10%, bake: 5m } }\n',
  );
  folder.write('index.js', 'exports.handler = async () => 1;\n');
});
afterAll(() => folder.remove());

describe('what is not there is refused with the nearest that is', () => {
  test.each<[string, RegExp]>([
    ['deploy --canry 10%', /deploy has no flag --canry \(did you mean --canary\?\)/],
    [
      'deploy --canry=10% --stag prod',
      /--canry \(did you mean --canary\?\); deploy has no flag --stag \(did you mean --stage\?\)/,
    ],
    ['deploy -stage prod', /did you mean --stage|no flag -s/],
    ['deploy --nonsense', /deploy has no flag --nonsense\n.*shipit deploy --help/],
    ['validate --canary 10%', /validate has no flag --canary\n/],
    [
      'build --audit hgh',
      /--audit hgh: that is none of low, moderate, high, critical \(did you mean high\?\)/,
    ],
    ['completion bsh', /bsh: that is none of bash, zsh, fish \(did you mean bash\?\)/],
    ['completion', /shipit completion bash/],
    ['statsu', /there is no command `statsu` \(did you mean `status`\?\)/],
    ['help deply', /there is no command `deply` \(did you mean `deploy`\?\)/],
    ['deploy aip', /no function of the project is called aip \(did you mean `api`\?\); there are: api/],
    ['validate --stage prd', /no stage prd\n.*did you mean `prod`\?/],
    ['plan --local --port 0 --rollout carful', /no rollout carful \(did you mean `careful`\?\)/],
    ['plan --local --port 0 --rollout Canary10Percent5Minute', /did you mean `Canary10Percent5Minutes`\?/],
    ['deploy --canary', /--canary wants a value\n.*--canary 10%/],
    ['deploy --port 4', /--port goes with --local/],
    ['deploy --plan x --canary 10%', /--canary does not go with --plan/],
    ['validate orders', /what is orders\?/],
  ])('%s', async (words, says) => {
    const ended = await folder.run(words);
    expect(ended).toMatchObject({ code: 2, stdout: '', stderr: expect.stringMatching(says) });
  });

  test('and with --json in the last event', async () => {
    const { stdout } = await folder.run('deploy --json --canry 10%');
    expect(JSON.parse(stdout)).toMatchObject({
      type: 'release.finished',
      outcome: 'refused',
      problems: [expect.stringMatching(/did you mean --canary\?/), expect.anything()],
    });
  });
});

describe('help', () => {
  test.each(Object.keys(commands))(
    '%s: fits 80 columns, says what it does, and has examples to copy',
    async (name) => {
      const { code, stdout, stderr } = await folder.run(`${name} --help`, { COLUMNS: '80' });
      expect([code, stderr]).toEqual([0, '']);
      expect(stdout).toMatch(/^DESCRIPTION$/m);
      expect(stdout).toMatch(new RegExp(`^EXAMPLES\\n[\\s\\S]*shipit ${name}`, 'm'));
      // Nobody cuts an example or a summary in two; they are shown as they are typed.
      const [, ...shown] = stdout.slice(0, stdout.indexOf('EXAMPLES')).split('\n');
      expect(shown.filter((line) => line.length > 80)).toEqual([]);
    },
  );

  test('of deploy has its flags under headings, the ones of the release first', async () => {
    const { stdout } = await folder.run('deploy --help', { COLUMNS: '80' });
    const headings = [...stdout.matchAll(/^(.* FLAGS)$/gm)].map(([, heading]) => heading);
    expect(headings).toEqual([
      ...['ROLLOUT FLAGS', 'SOURCE FLAGS', 'SAFETY FLAGS'],
      ...['PROJECT FLAGS', 'AWS FLAGS', 'LOCAL AWS FLAGS', 'OUTPUT FLAGS'],
    ]);
  });
});
