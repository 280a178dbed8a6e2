import { zipOfBytes } from '../../src/core/code';
import { awsDefaults, type FunctionConfig } from '../../src/core/function';
import { Secret } from '../../src/core/secret';
import { lambdaError, stage } from './server';

const open = stage();

const arn = 'arn:aws:lambda:eu-west-1:123456789012:function:f';

/** Recorded form of GetFunction's Configuration. */
const configuration = {
  FunctionName: 'f',
  FunctionArn: arn,
  Version: '$LATEST',
  CodeSha256: 'abc=',
  CodeSize: 123,
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
  ...awsDefaults,
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
  codeBytes: 123,
  config,
  arn,
  revisionId: 'r1',
  state: 'Active',
  lastUpdate: 'Successful',
  because: null,
  tags: {},
  reservedConcurrency: null,
};

const zip = (...bytes: number[]) => ({ zip: zipOfBytes(Uint8Array.from(bytes)) });
const made = { config, code: zip(80, 75), tags: {}, codeSigning: null };

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

  test('names the function itself, also where it was asked for by its alias', async () => {
    const behind = { ...configuration, FunctionArn: `${arn}:live` };
    const { aws } = await open(() => ({ status: 200, body: { Configuration: behind } }));
    expect(await aws.functions.look('f', 'live')).toMatchObject({ arn });
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
      config: { environment: {}, deadLetterQueue: 'arn:aws:sqs:eu-west-1:123456789012:dead' },
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
    const pending = await aws.functions.create('f', { ...made, tags: { team: 'a' } });
    expect(pending).toMatchObject({ state: 'Pending', tags: { team: 'a' } });
    expect(bodyOf(asked[0])).toEqual({
      FunctionName: 'f',
      PackageType: 'Zip',
      Architectures: ['x86_64'],
      Tags: { team: 'a' },
      Code: { ZipFile: 'UEs=' },
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
    await expect(aws.functions.create('f', made)).rejects.toMatchObject({
      code: 'alreadyExists',
    });
  });

  test('never prints the environment that AWS echoes', async () => {
    const echo = 'exceeded the 4KB limit. String measured: {"TABLE":"orders","KEY":"hunter2"}';
    const { aws } = await open(() => lambdaError(400, 'InvalidParameterValueException', echo));
    const secret = { ...config, environment: { TABLE: 'orders', KEY: new Secret('hunter2') } };
    const work = aws.functions.create('f', { ...made, config: secret });
    const error = await work.catch((thrown: unknown) => thrown);
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
    const updated = await aws.functions.update('f', { code: zip(1), architecture: 'arm64' }, 'r1');
    expect(updated).toMatchObject({ lastUpdate: 'InProgress', because: 'being created' });
    expect(asked[0]?.path).toBe('/2015-03-31/functions/f/code');
    expect(bodyOf(asked[0])).toEqual({
      ZipFile: 'AQ==',
      Architectures: ['arm64'],
      Publish: false,
      RevisionId: 'r1',
    });
  });

  test('sends only the keys that are declared', async () => {
    const { aws, asked } = await open(() => ({ status: 200, body: configuration }));
    await aws.functions.update('f', { config: { ...config, memorySize: 512 }, keys: ['memorySize'] }, 'r1');
    await aws.functions.update('f', { config: { ...config, environment: {} }, keys: ['environment'] }, 'r2');
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
    const change = { config: { ...config, timeout: 5 }, keys: ['timeout'] } as const;
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
    const update = clock.runUntil(aws.functions.update('f', { config, keys: ['timeout'] }, 'r1'));
    await expect(update).rejects.toMatchObject({ code: 'unavailable' });
    expect(asked).toHaveLength(2);
  });
});

describe('the latest of many functions', () => {
  const nameOf = (index: number): string => `f${index}`;
  const names = Array.from({ length: 120 }, (_, index) => nameOf(index));
  const listed = (from: number, to: number) =>
    names.slice(from, to).map((FunctionName) => ({ ...configuration, FunctionName }));
  const page = (Functions: object[], NextMarker: string | null) => ({
    status: 200,
    body: { Functions, NextMarker },
  });
  const look = { status: 200, body: { Configuration: configuration } };

  test('comes from a look at each while they are few', async () => {
    const { aws, asked } = await open((one) =>
      one.path.endsWith('/gone') ? lambdaError(404, 'ResourceNotFoundException', 'no') : look,
    );
    const found = await aws.functions.latest(['f', 'gone']);
    expect(found.get('f')).toEqual(looked);
    expect(found.has('gone')).toBe(false);
    expect(asked.map(({ path }) => path).sort()).toEqual([
      '/2015-03-31/functions/f',
      '/2015-03-31/functions/gone',
    ]);
  });

  test('comes from pages of fifty when they are many, and ends when all are found', async () => {
    const pages = [page(listed(0, 50), 'b'), page(listed(50, 100), 'c'), page(listed(100, 120), 'd')];
    const { aws, asked } = await open((_, count) => pages[count - 1] ?? null);
    const found = await aws.functions.latest(names);
    expect([...found.keys()]).toEqual(names);
    const { tags: _, reservedConcurrency: __, arn: ___, ...rest } = looked;
    expect(rest).toMatchObject(found.get('f7') ?? {});
    expect(asked.map(({ path }) => path)).toEqual([
      '/2015-03-31/functions?MaxItems=50',
      '/2015-03-31/functions?Marker=b&MaxItems=50',
      '/2015-03-31/functions?Marker=c&MaxItems=50',
    ]);
  });

  test('leaves out what the whole list does not have', async () => {
    const { aws, asked } = await open(() => page(listed(0, 40), null));
    expect((await aws.functions.latest(names)).size).toBe(40);
    expect(asked).toHaveLength(1);
  });

  test('leaves a list that is full of other functions, and looks at what is missing', async () => {
    const others = page([{ ...configuration, FunctionName: 'other' }], 'more');
    const { aws, clock, asked } = await open((one) => (one.path.includes('MaxItems') ? others : look));
    const found = await clock.runUntil(aws.functions.latest(names));
    expect(found.size).toBe(120);
    expect(asked.filter(({ path }) => path.includes('MaxItems'))).toHaveLength(9);
  });

  test('comes from looks when the list may not be read', async () => {
    const { aws, clock } = await open((one) =>
      one.path.includes('MaxItems') ? lambdaError(403, 'AccessDeniedException', 'no') : look,
    );
    expect((await clock.runUntil(aws.functions.latest(names))).size).toBe(120);
  });

  test('does not take an environment in a list that cannot be decrypted for an empty one', async () => {
    const hidden = { ...configuration, FunctionName: 'f0', Environment: { Error: { Message: 'kms' } } };
    const { aws } = await open(() => page([hidden], null));
    await expect(aws.functions.latest(names)).rejects.toMatchObject({ code: 'accessDenied' });
  });
});

describe('removing a function', () => {
  test('takes one that is not there for removed', async () => {
    const { aws, asked } = await open((_, count) =>
      count === 1 ? { status: 204, body: '' } : lambdaError(404, 'ResourceNotFoundException', 'no'),
    );
    await aws.functions.remove('f');
    await aws.functions.remove('f');
    expect(asked.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'DELETE /2015-03-31/functions/f',
      'DELETE /2015-03-31/functions/f',
    ]);
  });
});
