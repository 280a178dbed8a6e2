import type { FunctionConfig } from '../../src/core/function';
import type { Digest } from '../../src/core/values';
import { lambdaError, stage } from './server';

const open = stage();

const arn = 'arn:aws:lambda:eu-west-1:123456789012:function:f';

/** Recorded form of GetFunction's Configuration. */
const configuration = {
  FunctionName: 'f',
  FunctionArn: arn,
  Version: '$LATEST',
  CodeSha256: 'abc=',
  RevisionId: 'r1',
  Runtime: 'nodejs24.x',
  Handler: 'index.handler',
  Role: 'arn:aws:iam::123456789012:role/orders',
  MemorySize: 256,
  Timeout: 10,
  Environment: { Variables: { TABLE: 'orders' } },
  State: 'Active',
  LastUpdateStatus: 'Successful',
};

const config: FunctionConfig = {
  runtime: 'nodejs24.x',
  handler: 'index.handler',
  role: 'arn:aws:iam::123456789012:role/orders',
  memorySize: 256,
  timeout: 10,
  environment: { TABLE: 'orders' },
};

const looked = {
  version: '$LATEST',
  digest: 'abc=',
  config,
  deadLetter: null,
  arn,
  revisionId: 'r1',
  state: 'Active',
  lastUpdate: 'Successful',
  because: null,
};

const bodyOf = (asked: { body: string } | undefined): unknown => JSON.parse(asked?.body ?? '');

describe('looking at a function', () => {
  test('goes through GetFunction and names all that matters', async () => {
    const { aws, asked } = await open(() => ({ status: 200, body: { Configuration: configuration } }));
    expect(await aws.functions.look('f')).toEqual(looked);
    expect(await aws.functions.look('f', 'live')).toEqual(looked);
    expect(asked.map((one) => one.path)).toEqual([
      '/2015-03-31/functions/f',
      '/2015-03-31/functions/f?Qualifier=live',
    ]);
  });

  test('takes what Lambda leaves out for what it means', async () => {
    const { Environment: _, LastUpdateStatus: __, ...bare } = configuration;
    const body = {
      ...bare,
      State: 'Pending',
      StateReason: 'The function is being created.',
      DeadLetterConfig: { TargetArn: 'arn:aws:sqs:eu-west-1:123456789012:dead' },
    };
    const { aws } = await open(() => ({ status: 200, body: { Configuration: body } }));
    expect(await aws.functions.look('f')).toMatchObject({
      config: { environment: {} },
      deadLetter: 'arn:aws:sqs:eu-west-1:123456789012:dead',
      state: 'Pending',
      lastUpdate: null,
      because: 'The function is being created.',
    });
  });

  test('tells why an update failed', async () => {
    const body = {
      ...configuration,
      LastUpdateStatus: 'Failed',
      LastUpdateStatusReasonCode: 'InvalidSubnet',
    };
    const { aws } = await open(() => ({ status: 200, body: { Configuration: body } }));
    expect(await aws.functions.look('f')).toMatchObject({ lastUpdate: 'Failed', because: 'InvalidSubnet' });
  });

  test('gives null for what is not there', async () => {
    const { aws } = await open(() => lambdaError(404, 'ResourceNotFoundException', 'Function not found: x'));
    expect(await aws.functions.look('f', 'live')).toBeNull();
  });

  test('does not take an environment that cannot be decrypted for an empty one', async () => {
    const body = {
      ...configuration,
      Environment: { Error: { ErrorCode: 'AccessDeniedException', Message: 'kms' } },
    };
    const { aws } = await open(() => ({ status: 200, body: { Configuration: body } }));
    await expect(aws.functions.look('f')).rejects.toMatchObject({ code: 'accessDenied' });
  });

  test('asks again after a throttle, a lost connection and a failure of AWS', async () => {
    const answers = [
      lambdaError(429, 'TooManyRequestsException', 'Rate Exceeded.'),
      null,
      lambdaError(500, 'ServiceException', 'oops'),
    ];
    const { aws, clock, asked } = await open((_, count) =>
      count <= answers.length
        ? (answers[count - 1] ?? null)
        : { status: 200, body: { Configuration: configuration } },
    );
    expect(await clock.runUntil(aws.functions.look('f'))).toEqual(looked);
    expect(asked).toHaveLength(4);
  });
});

describe('creating a function', () => {
  test('sends the bytes, publishes nothing and answers while it is pending', async () => {
    const { aws, asked } = await open(() => ({ status: 201, body: { ...configuration, State: 'Pending' } }));
    const zip = Uint8Array.from([80, 75]);
    expect(await aws.functions.create('f', config, zip)).toMatchObject({ state: 'Pending' });
    expect(bodyOf(asked[0])).toEqual({
      FunctionName: 'f',
      PackageType: 'Zip',
      Code: { ZipFile: Buffer.from(zip).toString('base64') },
      Publish: false,
      Runtime: 'nodejs24.x',
      Handler: 'index.handler',
      Role: 'arn:aws:iam::123456789012:role/orders',
      MemorySize: 256,
      Timeout: 10,
      Environment: { Variables: { TABLE: 'orders' } },
    });
  });

  test('says that somebody was first', async () => {
    const { aws } = await open(() =>
      lambdaError(409, 'ResourceConflictException', 'Function already exist: f'),
    );
    await expect(aws.functions.create('f', config, Uint8Array.of())).rejects.toMatchObject({
      code: 'alreadyExists',
    });
  });

  test('never prints the environment that AWS echoes', async () => {
    const echo = 'exceeded the 4KB limit. String measured: {"TABLE":"orders","KEY":"hunter2"}';
    const { aws } = await open(() => lambdaError(400, 'InvalidParameterValueException', echo));
    const secret = { ...config, environment: { TABLE: 'orders', KEY: 'hunter2' } };
    const error = await aws.functions.create('f', secret, Uint8Array.of()).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'invalid' });
    expect(error).not.toHaveProperty('cause');
    expect(String(error)).toContain('4KB limit');
    expect(String(error)).not.toContain('hunter2');
  });
});

describe('updating a function', () => {
  test('sends code with the revision it was read at', async () => {
    const { aws, asked } = await open(() => ({
      status: 200,
      body: { ...configuration, LastUpdateStatus: 'InProgress', LastUpdateStatusReason: 'being created' },
    }));
    const updated = await aws.functions.update('f', { code: Uint8Array.from([1]) }, 'r1');
    expect(updated).toMatchObject({ lastUpdate: 'InProgress', because: 'being created' });
    expect(asked[0]?.path).toBe('/2015-03-31/functions/f/code');
    expect(bodyOf(asked[0])).toEqual({ ZipFile: 'AQ==', Publish: false, RevisionId: 'r1' });
  });

  test('sends only the keys that are declared', async () => {
    const { aws, asked } = await open(() => ({ status: 200, body: configuration }));
    await aws.functions.update('f', { config: { memorySize: 512 } }, 'r1');
    await aws.functions.update('f', { config: { environment: {} } }, 'r2');
    expect(asked.map(bodyOf)).toEqual([
      { MemorySize: 512, RevisionId: 'r1' },
      { Environment: { Variables: {} }, RevisionId: 'r2' },
    ]);
  });

  test('is a conflict while another update runs, and a failed precondition on a stale revision', async () => {
    const { aws } = await open((_, count) =>
      count === 1
        ? lambdaError(409, 'ResourceConflictException', 'An update is in progress for resource: arn')
        : lambdaError(412, 'PreconditionFailedException', 'The Revision Id provided'),
    );
    const change = { config: { timeout: 5 } };
    await expect(aws.functions.update('f', change, 'r1')).rejects.toMatchObject({ code: 'conflict' });
    await expect(aws.functions.update('f', change, 'r1')).rejects.toMatchObject({
      code: 'preconditionFailed',
    });
  });

  test('is sent again when AWS did not look at it, and not when it may have had an effect', async () => {
    const throttled = lambdaError(429, 'TooManyRequestsException', 'Rate Exceeded.');
    const { aws, clock, asked } = await open((_, count) =>
      count === 1 ? throttled : lambdaError(500, 'ServiceException', 'oops'),
    );
    const update = clock.runUntil(aws.functions.update('f', { config: { timeout: 5 } }, 'r1'));
    await expect(update).rejects.toMatchObject({ code: 'unavailable' });
    expect(asked).toHaveLength(2);
  });
});

describe('publishing', () => {
  const expectation = { digest: 'abc=' as Digest, revisionId: 'r1', description: 'release 1' };

  test('names the digest and the revision it expects', async () => {
    const { aws, asked } = await open(() => ({ status: 201, body: { ...configuration, Version: '7' } }));
    expect(await aws.functions.publish('f', expectation)).toMatchObject({ version: '7' });
    expect(bodyOf(asked[0])).toEqual({ CodeSha256: 'abc=', RevisionId: 'r1', Description: 'release 1' });
  });

  test('is invalid when $LATEST has other code', async () => {
    const { aws } = await open(() =>
      lambdaError(400, 'InvalidParameterValueException', 'CodeSHA256 (x) is different'),
    );
    await expect(aws.functions.publish('f', expectation)).rejects.toMatchObject({ code: 'invalid' });
  });
});

describe('the versions of a function', () => {
  test('come from all pages, by number, without $LATEST', async () => {
    const version = (number: string) => ({ ...configuration, Version: number });
    const { aws, asked } = await open((one) =>
      one.path.includes('Marker=next')
        ? { status: 200, body: { Versions: [version('9'), version('2')] } }
        : { status: 200, body: { NextMarker: 'next', Versions: [version('$LATEST'), version('10')] } },
    );
    const versions = await aws.functions.versions('f');
    expect(versions.map((one) => one.version)).toEqual(['2', '9', '10']);
    expect(versions[0]).toEqual({ version: '2', digest: 'abc=', config, deadLetter: null });
    expect(asked).toHaveLength(2);
  });

  test('leave out one whose environment is unreadable', async () => {
    const hidden = { ...configuration, Version: '1', Environment: { Error: { ErrorCode: 'x' } } };
    const { aws } = await open(() => ({
      status: 200,
      body: { Versions: [hidden, { ...configuration, Version: '2' }] },
    }));
    expect((await aws.functions.versions('f')).map((one) => one.version)).toEqual(['2']);
  });
});
