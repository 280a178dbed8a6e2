import { knownCommands, readInputs } from '../../action/inputs';
import { commands } from '../../commands/base/table';
import { inputEnv } from './stage';

const argvOf = (inputs: Record<string, string>): readonly string[] => readInputs(inputEnv(inputs)).argv;

describe('inputs', () => {
  it('deploy without asking when nothing is said', () => {
    expect(argvOf({})).toEqual(['deploy', '--yes']);
  });

  it('become words of one command, in whatever way lists are written', () => {
    const inputs = {
      command: 'rollback',
      config: 'a folder/lambda.config.yaml',
      stage: ' prod ',
      functions: 'api, worker\nmailer',
      to: 'api@41 worker@7',
      args: 'late\n  --reason=alarms are *being* moved  \r\n\n--region=eu-west-1\n',
    };
    expect(argvOf(inputs)).toEqual([
      'rollback',
      'api',
      'worker',
      'mailer',
      '--config=a folder/lambda.config.yaml',
      '--stage=prod',
      '--to=api@41',
      '--to=worker@7',
      'late',
      '--reason=alarms are *being* moved',
      '--region=eu-west-1',
    ]);
  });

  it('are each one word, whatever stands in them', () => {
    const stage = '$(touch x) `id`; rm -rf / & \' " \n--no-gate';
    expect(argvOf({ command: 'plan', stage, canary: '10% --no-gate' })).toEqual([
      'plan',
      `--stage=${stage}`,
      '--canary=10% --no-gate',
    ]);
  });

  it('have the names that the runner gives them', () => {
    const inputs = readInputs(
      inputEnv({
        'working-directory': 'services/orders',
        'role-to-assume': 'arn:aws:iam::1:role/r',
        comment: 'True',
      }),
    );
    expect(inputs).toMatchObject({
      workingDirectory: 'services/orders',
      roleToAssume: 'arn:aws:iam::1:role/r',
      comment: true,
      token: null,
    });
  });

  it('name the commands that there are', () => {
    expect(knownCommands).toEqual(Object.keys(commands).sort());
    expect(() => argvOf({ command: 'deplyo' })).toThrow(
      expect.objectContaining({ hint: expect.stringContaining('deploy, destroy') }),
    );
  });

  it.each([
    ['command', '--version'],
    ['command', 'deploy --no-gate'],
    ['command', 'deplyo'],
    ['functions', 'api --no-gate'],
    ['comment', 'yes please'],
  ])('that are none are refused: %s: %s', (name, text) => {
    expect(() => argvOf({ [name]: text })).toThrow(expect.objectContaining({ code: 'badFlag' }));
  });
});
