import { createHash } from 'node:crypto';
import {
  CreateCodeSigningConfigCommand,
  CreateFunctionCommand,
  GetFunctionConfigurationCommand,
  InvokeCommand,
  UpdateFunctionCodeCommand,
} from '@aws-sdk/client-lambda';
import {
  CreateBucketCommand,
  GetObjectCommand,
  PutBucketVersioningCommand,
  PutObjectCommand,
} from '@aws-sdk/client-s3';
import {
  CancelSigningProfileCommand,
  DescribeSigningJobCommand,
  GetSigningProfileCommand,
  ListSigningProfilesCommand,
  PutSigningProfileCommand,
  StartSigningJobCommand,
} from '@aws-sdk/client-signer';
import { creation } from './lambda-steps';
import { account, type LocalAws, openLocalAws, refusalOf, region } from './world';
import { codeOf } from './zip';

const platformId = 'AWSLambda-SHA384-ECDSA';
const Bucket = 'artifacts';
let aws: LocalAws;
beforeEach(async () => {
  aws = await openLocalAws();
  await aws.s3.send(
    new CreateBucketCommand({ Bucket, CreateBucketConfiguration: { LocationConstraint: region } }),
  );
  await aws.s3.send(
    new PutBucketVersioningCommand({ Bucket, VersioningConfiguration: { Status: 'Enabled' } }),
  );
});
afterEach(() => aws.close());

const profile = async (profileName: string): Promise<string> => {
  const made = await aws.signer.send(new PutSigningProfileCommand({ profileName, platformId }));
  return made.profileVersionArn ?? '';
};
const start = (profileName: string, version: string, key: string) =>
  aws.signer.send(
    new StartSigningJobCommand({
      profileName,
      source: { s3: { bucketName: Bucket, key, version } },
      destination: { s3: { bucketName: Bucket, prefix: 'signed/' } },
    }),
  );
const describeJob = (jobId?: string) => aws.signer.send(new DescribeSigningJobCommand({ jobId }));
const put = async (Body: Uint8Array): Promise<string> =>
  (await aws.s3.send(new PutObjectCommand({ Bucket, Key: 'code.zip', Body }))).VersionId ?? '';

/** The key of the signed object. */
async function sign(profileName: string, code: Uint8Array): Promise<string> {
  const { jobId } = await start(profileName, await put(code), 'code.zip');
  await aws.clock.advance(3000);
  return (await describeJob(jobId)).signedObject?.s3?.key ?? '';
}

test('a profile is made once, shown, listed, and canceled', async () => {
  const arn = await profile('ours');
  expect(arn).toMatch(
    new RegExp(`^arn:aws:signer:${region}:${account}:/signing-profiles/ours/[a-z0-9]{10}$`),
  );
  const get = () => aws.signer.send(new GetSigningProfileCommand({ profileName: 'ours' }));
  expect(await get()).toMatchObject({ profileVersionArn: arn, status: 'Active', platformId });
  expect(await refusalOf(profile('ours'))).toMatchObject({ name: 'ValidationException', status: 400 });
  await aws.signer.send(new CancelSigningProfileCommand({ profileName: 'ours' }));
  expect(await get()).toMatchObject({ status: 'Canceled' });
  const list = (includeCanceled: boolean) =>
    aws.signer.send(new ListSigningProfilesCommand({ includeCanceled }));
  expect((await list(false)).profiles).toEqual([]);
  expect((await list(true)).profiles).toMatchObject([{ profileName: 'ours' }]);
  expect(await refusalOf(start('ours', await put(codeOf('x')), 'code.zip'))).toMatchObject({ status: 400 });
  expect(await refusalOf(start('none', 'v', 'code.zip'))).toMatchObject({
    name: 'ResourceNotFoundException',
  });
});

test('a signed zip is another object with one more entry, and runs as the one that was signed', async () => {
  const arn = await profile('ours');
  const { jobId } = await start('ours', await put(codeOf('signed')), 'code.zip');
  expect((await describeJob(jobId)).status).toBe('InProgress');
  await aws.clock.advance(3000);
  const job = await describeJob(jobId);
  const key = `signed/${jobId}.zip`;
  expect(job).toMatchObject({ status: 'Succeeded', signedObject: { s3: { bucketName: Bucket, key } } });
  const { Body } = await aws.s3.send(new GetObjectCommand({ Bucket, Key: key }));
  const bytes = (await Body?.transformToByteArray()) ?? new Uint8Array();
  expect(Buffer.from(bytes).includes('META-INF/aws_signer_signature_v1.0.SF')).toBe(true);
  const named = { FunctionName: 'orders' };
  await aws.lambda.send(
    new CreateFunctionCommand(creation('orders', { Code: { S3Bucket: Bucket, S3Key: key } })),
  );
  await aws.clock.advance(5000);
  expect(await aws.lambda.send(new GetFunctionConfigurationCommand(named))).toMatchObject({
    CodeSha256: createHash('sha256').update(bytes).digest('base64'),
    SigningProfileVersionArn: arn,
    SigningJobArn: `arn:aws:signer:${region}:${account}:/signing-jobs/${jobId}`,
  });
  const { Payload } = await aws.lambda.send(new InvokeCommand(named));
  expect(Buffer.from(Payload ?? []).toString()).toBe('"signed"');
  await aws.lambda.send(new UpdateFunctionCodeCommand({ ...named, ZipFile: codeOf('plain') }));
  expect(await aws.lambda.send(new GetFunctionConfigurationCommand(named))).not.toHaveProperty(
    'SigningJobArn',
  );
});

test('a job without a source, or with one that is no zip, fails and says why', async () => {
  await profile('ours');
  const other = await start('ours', await put(Buffer.from('no zip')), 'code.zip');
  const missing = await start('ours', 'none', 'none.zip');
  await aws.clock.advance(3000);
  expect(await describeJob(other.jobId)).toMatchObject({
    status: 'Failed',
    statusReason: expect.stringContaining('not a valid zip'),
  });
  expect(await describeJob(missing.jobId)).toMatchObject({ status: 'Failed' });
  expect(await refusalOf(describeJob('none'))).toMatchObject({ name: 'ResourceNotFoundException' });
});

test('with Enforce only code that an allowed publisher has signed is deployed', async () => {
  const ours = await profile('ours');
  await profile('others');
  const { CodeSigningConfig } = await aws.lambda.send(
    new CreateCodeSigningConfigCommand({
      AllowedPublishers: { SigningProfileVersionArns: [ours] },
      CodeSigningPolicies: { UntrustedArtifactOnDeployment: 'Enforce' },
    }),
  );
  const CodeSigningConfigArn = CodeSigningConfig?.CodeSigningConfigArn;
  const create = async (signer: string, text: string) => {
    const S3Key = await sign(signer, codeOf(text));
    const Code = { S3Bucket: Bucket, S3Key };
    return aws.lambda.send(new CreateFunctionCommand(creation('orders', { CodeSigningConfigArn, Code })));
  };
  expect(await refusalOf(create('others', 'one'))).toMatchObject({ name: 'CodeVerificationFailedException' });
  expect(await create('ours', 'one')).toMatchObject({ SigningProfileVersionArn: ours });
});
