import {
  CreateFunctionCommand,
  GetFunctionCommand,
  InvokeCommand,
  UpdateFunctionCodeCommand,
} from '@aws-sdk/client-lambda';
import {
  CreateBucketCommand,
  DeleteObjectCommand,
  PutBucketVersioningCommand,
  PutObjectCommand,
} from '@aws-sdk/client-s3';
import { Digest } from '../../src/core/values';
import { createActive, creation, look } from './lambda-steps';
import { type LocalAws, openLocalAws, type Refusal, refusalOf } from './world';
import { codeOf } from './zip';

let aws: LocalAws;
beforeEach(async () => {
  aws = await openLocalAws();
  await aws.s3.send(new CreateBucketCommand({ Bucket }));
});
afterEach(() => aws.close());

const Bucket = 'artifacts';
const name = 'orders-api';
const named = { FunctionName: name };
const dayMs = 86_400_000;
const invalid = (message: string): Refusal => ({
  name: 'InvalidParameterValueException',
  status: 400,
  message,
});

const put = async (answer: string): Promise<string | undefined> => {
  const object = await aws.s3.send(new PutObjectCommand({ Bucket, Key: 'app.zip', Body: codeOf(answer) }));
  return object.VersionId;
};
const versioned = () => {
  const VersioningConfiguration = { Status: 'Enabled' as const };
  return aws.s3.send(new PutBucketVersioningCommand({ Bucket, VersioningConfiguration }));
};
const code = { S3Bucket: Bucket, S3Key: 'app.zip' };
const create = (Code: object) => aws.lambda.send(new CreateFunctionCommand(creation(name, { Code })));
const updateCode = async (changes: object) => {
  const answer = await aws.lambda.send(new UpdateFunctionCodeCommand({ ...named, ...changes }));
  await aws.clock.advance(5000);
  return answer;
};
const locationOf = async () => (await aws.lambda.send(new GetFunctionCommand(named))).Code;

test('code comes from a bucket as from a request: it is a copy, whatever becomes of the object', async () => {
  await put('one');
  expect(await create(code)).toMatchObject({
    CodeSha256: Digest.of(codeOf('one')),
    CodeSize: codeOf('one').length,
  });
  await aws.clock.advance(5000);
  await put('two');
  expect(await look(aws, name)).toMatchObject({ CodeSha256: Digest.of(codeOf('one')) });
  expect(await updateCode(code)).toMatchObject({ CodeSha256: Digest.of(codeOf('two')) });
  await aws.s3.send(new DeleteObjectCommand({ Bucket, Key: 'app.zip' }));
  await aws.clock.advance(dayMs);
  expect(await look(aws, name)).toMatchObject({ State: 'Active' });
  expect(await locationOf()).toEqual({ RepositoryType: 'S3', Location: expect.any(String) });
});

test('a version of an object can be named', async () => {
  await versioned();
  const S3ObjectVersion = await put('one');
  await put('two');
  expect(await create({ ...code, S3ObjectVersion })).toMatchObject({ CodeSha256: Digest.of(codeOf('one')) });
});

test.each([
  [
    { S3Bucket: 'nobodys', S3Key: 'app.zip' },
    'Error occurred while GetObject. S3 Error Code: NoSuchBucket. S3 Error Message: The specified bucket does not exist',
  ],
  [
    { ...code, S3Key: 'none.zip' },
    'Error occurred while GetObject. S3 Error Code: NoSuchKey. S3 Error Message: The specified key does not exist.',
  ],
  [{ S3Key: 'app.zip' }, 'Please provide both S3Bucket and S3Key.'],
  [{}, 'Please provide a source for function code.'],
  [
    { ...code, ZipFile: codeOf('x') },
    'Please do not provide other FunctionCode parameters when providing a ZipFile.',
  ],
])('the code %j is refused, from creation on and in an update', async (source, message) => {
  expect(await refusalOf(create(source))).toEqual(invalid(message));
  await createActive(aws, name);
  expect(await refusalOf(updateCode(source))).toEqual(invalid(message));
});

test('an object that is no zip is refused as a file would be', async () => {
  await aws.s3.send(new PutObjectCommand({ Bucket, Key: 'app.zip', Body: 'no zip' }));
  expect(await refusalOf(create(code))).toEqual(
    invalid('Could not unzip uploaded file. Please check your file, then try to upload again.'),
  );
});

test('the key that code is encrypted with is shown with the code', async () => {
  const SourceKMSKeyArn = 'arn:aws:kms:eu-west-1:123456789012:key/k';
  await create({ ZipFile: codeOf('one'), SourceKMSKeyArn });
  expect(await locationOf()).toMatchObject({ RepositoryType: 'S3', SourceKMSKeyArn });
});

describe('code that stays in its bucket', () => {
  const reference = { ...code, S3ObjectStorageMode: 'REFERENCE' as const };

  test('needs a version of an object in a bucket with versions', async () => {
    await put('one');
    for (const S3ObjectVersion of [undefined, 'null'])
      expect(await refusalOf(create({ ...reference, S3ObjectVersion }))).toMatchObject({
        name: 'InvalidParameterValueException',
        status: 400,
      });
  });

  test('is shown with its place, until an update does not ask for it again', async () => {
    await versioned();
    const S3ObjectVersion = await put('one');
    await create({ ...reference, S3ObjectVersion });
    await aws.clock.advance(5000);
    expect(await locationOf()).toMatchObject({ ResolvedS3Object: { ...code, S3ObjectVersion } });
    await updateCode({ ...code, S3ObjectVersion });
    expect(await locationOf()).not.toHaveProperty('ResolvedS3Object');
  });

  test('that is gone before an update is over leaves the old code serving', async () => {
    await versioned();
    await createActive(aws, name);
    const S3ObjectVersion = await put('two');
    await aws.lambda.send(new UpdateFunctionCodeCommand({ ...named, ...reference, S3ObjectVersion }));
    await aws.s3.send(new DeleteObjectCommand({ Bucket, Key: 'app.zip', VersionId: S3ObjectVersion }));
    await aws.clock.advance(5000);
    expect(await look(aws, name)).toMatchObject({
      State: 'Active',
      LastUpdateStatus: 'Failed',
      LastUpdateStatusReasonCode: 'InvalidConfiguration',
    });
    const { Payload = [] } = await aws.lambda.send(new InvokeCommand(named));
    expect(JSON.parse(Buffer.from(Payload).toString())).toBe('one');
  });

  test('takes the function with it when it goes, and gives it back when it was there again', async () => {
    await versioned();
    const VersionId = await put('one');
    await create({ ...reference, S3ObjectVersion: VersionId });
    await aws.clock.advance(dayMs);
    expect(await look(aws, name)).toMatchObject({ State: 'Active' });
    await aws.s3.send(new DeleteObjectCommand({ Bucket, Key: 'app.zip', VersionId }));
    await aws.clock.advance(dayMs);
    const invoke = () => aws.lambda.send(new InvokeCommand(named));
    const inactive = { State: 'Inactive', StateReasonCode: 'InvalidConfiguration' };
    expect(await look(aws, name)).toMatchObject(inactive);
    expect(await refusalOf(invoke())).toMatchObject({ status: 409 });
    expect(await look(aws, name)).toMatchObject({ State: 'Pending' });
    await aws.clock.advance(10_000);
    expect(await look(aws, name)).toMatchObject(inactive);
    await updateCode({ ZipFile: codeOf('two') });
    expect(await look(aws, name)).toMatchObject({ State: 'Active', LastUpdateStatus: 'Successful' });
  });
});
