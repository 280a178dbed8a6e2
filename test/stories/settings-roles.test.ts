/** The role by ARN, and code signing: settings that decide over what a version may do, or become. */
import { CreateCodeSigningConfigCommand } from '@aws-sdk/client-lambda';
import { Alone, tellOfChange, tellOfNull } from './alone';
import { one } from './settings';

let alone: Alone;
beforeEach(async () => {
  alone = await Alone.open();
});
afterEach(() => alone.close());

const other = 'arn:aws:iam::123456789012:role/billing';
const signing = (policy: 'Warn' | 'Enforce') =>
  alone.stage.aws.lambda.send(
    new CreateCodeSigningConfigCommand({
      AllowedPublishers: {
        SigningProfileVersionArns: [
          'arn:aws:signer:eu-west-1:123456789012:/signing-profiles/ours/abcdefghij',
        ],
      },
      CodeSigningPolicies: { UntrustedArtifactOnDeployment: policy },
    }),
  );

test('another role is one change; behind one alias it is refused, and all at once it is made', async () => {
  alone.write();
  await alone.deploy();
  const before = await alone.live();
  alone.write(`role: ${other}`);
  expect((await alone.planned()).changes).toEqual([`~ role ${before.role} -> ${other}`]);
  const split = await alone.deploy({ canary: '10%' });
  expect(split).toMatchObject({ outcome: 'refused', exitCode: 2 });
  expect(split.problems.join()).toMatch(/different values of role.*use --all-at-once/);
  expect((await alone.live()).role).toBe(before.role);

  const { exitCode } = await alone.deploy({ allAtOnce: true });
  expect(exitCode).toBe(0);
  expect(await alone.live()).toEqual({ ...before, role: other });
  expect(await alone.planned()).toMatchObject({ action: 'none', changes: [] });
  alone.writeWhole('code: api');
  expect(await alone.planned()).toMatchObject({ action: 'none', changes: [] });
});

test('another dead-letter queue needs the same', async () => {
  alone.write();
  await alone.deploy();
  alone.write("deadLetterQueue: 'arn:aws:sqs:eu-west-1:123456789012:dead'");
  const split = await alone.deploy({ canary: '10%' });
  expect(split.problems.join()).toMatch(/different values of dead-letter queue.*use --all-at-once/);
});

test('a code signing configuration is one change of the function as a whole, and null takes it away', async () => {
  const { CodeSigningConfig } = await signing('Warn');
  const arn = CodeSigningConfig?.CodeSigningConfigArn ?? '';
  const story = one('codeSigning', `'${arn}'`, /^\+ codeSigning arn:aws:lambda:.*:code-signing-config:csc-/);
  const { before } = await tellOfChange(alone, story);
  await tellOfNull(alone, story, before);
});

test('one that demands signatures refuses code without: nothing was moved, exit 7, and the record is closed again', async () => {
  alone.write();
  await alone.deploy();
  const { CodeSigningConfig } = await signing('Enforce');
  const record = alone.stage.aliasOf('api')?.description;
  alone.stage.write('api/index.js', 'exports.handler = async () => 2;\n');
  alone.write(`codeSigning: '${CodeSigningConfig?.CodeSigningConfigArn}'`);
  const finished = await alone.deploy({ canary: '10%' });
  expect(finished).toMatchObject({ outcome: 'failed', exitCode: 7 });
  expect(finished.problems.join()).toMatch(/UpdateFunctionCode orders-api: .*signature/);
  expect(alone.stage.aliasOf('api')).toMatchObject({ version: '1', weights: {}, description: record });
});
