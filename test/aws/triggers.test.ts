import { type Answer, lambdaError, stage } from './server';

const open = stage();

const live = { functionName: 'f', alias: 'live', provisioned: true };
const arn = 'arn:aws:lambda:eu-west-1:123456789012:function:f';
const none = lambdaError(404, 'ResourceNotFoundException', 'The resource you requested does not exist.');
const denied = lambdaError(403, 'AccessDeniedException', 'not authorized');

type Part = 'event-source-mappings' | 'url' | 'policy' | 'provisioned-concurrency';

const world = (answers: Partial<Record<Part, Answer>>) => (asked: { path: string }) => {
  const part = Object.keys(answers).find((name) =>
    asked.path.split('?')[0]?.replace(/\/$/, '').endsWith(name),
  );
  return answers[part as Part] ?? none;
};

describe('traffic that goes around the alias', () => {
  test('a function that nothing but its alias reaches has none', async () => {
    const { aws } = await open(
      world({ 'event-source-mappings': { status: 200, body: { EventSourceMappings: [] } } }),
    );
    expect(await aws.triggers.look([live])).toEqual([{ bypasses: [], provisioned: false, unread: [] }]);
  });

  test('names event sources, function URL and permissions of the unqualified function', async () => {
    const queue = 'arn:aws:sqs:eu-west-1:123456789012:orders';
    const statement = { Sid: 's3', Effect: 'Allow', Principal: { Service: 's3.amazonaws.com' } };
    const { aws } = await open(
      world({
        'event-source-mappings': {
          status: 200,
          body: {
            EventSourceMappings: [
              { UUID: '1', FunctionArn: arn, EventSourceArn: queue, State: 'Enabled' },
              { UUID: '2', FunctionArn: `${arn}:live`, EventSourceArn: `${queue}-2`, State: 'Enabled' },
              { UUID: '3', FunctionArn: arn, EventSourceArn: `${queue}-3`, State: 'Disabled' },
            ],
          },
        },
        url: {
          status: 200,
          body: { FunctionUrl: 'https://x.lambda-url.eu-west-1.on.aws/', FunctionArn: arn },
        },
        policy: {
          status: 200,
          body: { Policy: JSON.stringify({ Statement: [statement, { ...statement, Effect: 'Deny' }] }) },
        },
        'provisioned-concurrency': {
          status: 200,
          body: { ProvisionedConcurrencyConfigs: [{ FunctionArn: `${arn}:live` }] },
        },
      }),
    );
    expect(await aws.triggers.look([live])).toEqual([
      {
        bypasses: [
          `event source ${queue}`,
          'function URL https://x.lambda-url.eu-west-1.on.aws/',
          'permission s3 for s3.amazonaws.com',
        ],
        provisioned: true,
        unread: [],
      },
    ]);
  });

  test('provisioned concurrency of another alias is none of ours', async () => {
    const { aws } = await open(
      world({
        'provisioned-concurrency': {
          status: 200,
          body: { ProvisionedConcurrencyConfigs: [{ FunctionArn: `${arn}:beta` }] },
        },
      }),
    );
    expect(await aws.triggers.look([live])).toMatchObject([{ provisioned: false }]);
  });

  test('what may not be read is named', async () => {
    const { aws } = await open(() => denied);
    expect(await aws.triggers.look([live])).toEqual([
      {
        bypasses: [],
        provisioned: false,
        unread: [
          'lambda:ListEventSourceMappings',
          'lambda:GetFunctionUrlConfig',
          'lambda:GetPolicy',
          'lambda:ListProvisionedConcurrencyConfigs',
        ],
      },
    ]);
  });

  test('a failure of AWS is no absence', async () => {
    const { aws, clock } = await open(() => lambdaError(500, 'ServiceException', 'oops'));
    await expect(clock.runUntil(aws.triggers.look([live]))).rejects.toMatchObject({ code: 'unavailable' });
  });

  test('provisioned concurrency is not asked for where it does not matter', async () => {
    const { aws, asked } = await open(world({}));
    await aws.triggers.look([{ ...live, provisioned: false }]);
    expect(asked.filter(({ path }) => path.includes('provisioned-concurrency'))).toEqual([]);
  });
});

describe('event sources of many functions', () => {
  const names = Array.from({ length: 8 }, (_, index) => `f${index}`);
  const questions = names.map((functionName) => ({ functionName, alias: 'live', provisioned: false }));
  const mapping = (name: string, queue: string) => ({
    UUID: queue,
    FunctionArn: `arn:aws:lambda:eu-west-1:123456789012:function:${name}`,
    EventSourceArn: queue,
    State: 'Enabled',
  });
  const isList = ({ path }: { path: string }) => path.includes('event-source-mappings');

  test('come from the list of the region, page after page, without those of others', async () => {
    const { aws, asked } = await open((one) => {
      if (!isList(one)) return none;
      const first = { EventSourceMappings: [mapping('f1', 'a'), mapping('other', 'b')], NextMarker: 'more' };
      const second = { EventSourceMappings: [mapping('f1', 'c'), mapping('f7:live', 'd')] };
      return { status: 200, body: one.path.includes('Marker=more') ? second : first };
    });
    const found = await aws.triggers.look(questions);
    expect(asked.filter(isList)).toHaveLength(2);
    expect(found.map(({ bypasses }) => bypasses)).toEqual([
      [],
      ['event source a', 'event source c'],
      ...Array(6).fill([]),
    ]);
  });

  test('are asked for one function after the other where the list of the region is long', async () => {
    const { aws, asked, clock } = await open((one) => {
      if (!isList(one)) return none;
      const name = new URL(one.path, 'http://aws').searchParams.get('FunctionName');
      const body =
        name === null
          ? { EventSourceMappings: [mapping('f1', 'half')], NextMarker: 'more' }
          : { EventSourceMappings: [mapping(name, `of ${name}`)] };
      return { status: 200, body };
    });
    const found = await clock.runUntil(aws.triggers.look(questions));
    expect(asked.filter(isList)).toHaveLength(2 + names.length);
    expect(found.map(({ bypasses }) => bypasses)).toEqual(names.map((name) => [`event source of ${name}`]));
  });

  test('are unread for all of them when the list may not be read', async () => {
    const { aws, asked } = await open((one) => (isList(one) ? denied : none));
    const found = await aws.triggers.look(questions);
    expect(asked.filter(isList)).toHaveLength(1);
    expect(found.map(({ unread }) => unread)).toEqual(names.map(() => ['lambda:ListEventSourceMappings']));
  });
});
