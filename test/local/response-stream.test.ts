import {
  CreateFunctionCommand,
  InvokeWithResponseStreamCommand,
  type InvokeWithResponseStreamCommandInput,
  type InvokeWithResponseStreamResponseEvent,
} from '@aws-sdk/client-lambda';
import { Pipe } from '../../src/local/invocations/pipe';
import { zipWith } from './held';
import { creation } from './lambda-steps';
import { type LocalAws, openLocalAws, refusalOf } from './world';

const name = 'orders';
const handler = `exports.handler = async (event) => {
  console.log('hello');
  if (event.fail) throw new RangeError('asked');
  return event;
};
exports.streams = awslambda.streamifyResponse(async (event, stream) => {
  stream.setContentType('text/plain');
  stream.write('one,');
  await new Promise((resolve) => setTimeout(resolve, 20));
  stream.end('two');
});`;

describe('an invocation with a response stream', () => {
  let aws: LocalAws;
  beforeEach(async () => {
    aws = await openLocalAws();
    await aws.lambda.send(new CreateFunctionCommand(creation(name, { Code: { ZipFile: zipWith(handler) } })));
    await aws.clock.advance(5000);
  });
  afterEach(() => aws.close());

  const start = (changes: Partial<InvokeWithResponseStreamCommandInput>) =>
    aws.lambda.send(new InvokeWithResponseStreamCommand({ FunctionName: name, ...changes }));

  async function eventsOf(
    changes: Partial<InvokeWithResponseStreamCommandInput>,
  ): Promise<InvokeWithResponseStreamResponseEvent[]> {
    const { EventStream } = await start(changes);
    const events: InvokeWithResponseStreamResponseEvent[] = [];
    for await (const event of EventStream ?? []) events.push(event);
    return events;
  }

  test('of a function that does not stream has one piece, and says when it is complete', async () => {
    const answer = await start({ Payload: Buffer.from('{"id":1}') });
    expect(answer).toMatchObject({ StatusCode: 200, ExecutedVersion: '$LATEST' });
    const [piece, complete, ...more] = await eventsOf({ Payload: Buffer.from('{"id":1}') });
    expect(Buffer.from(piece?.PayloadChunk?.Payload ?? []).toString()).toBe('{"id":1}');
    expect(complete?.InvokeComplete).toEqual({});
    expect(more).toEqual([]);
  });

  test('of a function that streams has its pieces as they come', async () => {
    const streams = creation('streams', { Code: { ZipFile: zipWith(handler) }, Handler: 'index.streams' });
    await aws.lambda.send(new CreateFunctionCommand(streams));
    await aws.clock.advance(5000);
    const { EventStream, ResponseStreamContentType } = await start({ FunctionName: 'streams' });
    expect(ResponseStreamContentType).toBe('application/vnd.amazon.eventstream');
    const texts: string[] = [];
    for await (const { PayloadChunk, InvokeComplete } of EventStream ?? [])
      texts.push(InvokeComplete ? 'complete' : Buffer.from(PayloadChunk?.Payload ?? []).toString());
    expect(texts).toEqual(['one,', 'two', 'complete']);
  });

  test('brings the log when it is asked for', async () => {
    const [, complete] = await eventsOf({ LogType: 'Tail' });
    const log = Buffer.from(complete?.InvokeComplete?.LogResult ?? '', 'base64').toString();
    expect(log).toContain('INFO\thello');
  });

  test('of a function that fails has the error in its completion', async () => {
    const events = await eventsOf({ Payload: Buffer.from('{"fail":true}') });
    expect(events).toHaveLength(1);
    expect(events[0]?.InvokeComplete?.ErrorCode).toBe('Unhandled');
    expect(JSON.parse(events[0]?.InvokeComplete?.ErrorDetails ?? '')).toMatchObject({
      errorType: 'RangeError',
      errorMessage: 'asked',
    });
  });

  test('is refused before it begins', async () => {
    expect(await refusalOf(start({ FunctionName: 'nobody' }))).toMatchObject({
      name: 'ResourceNotFoundException',
      status: 404,
    });
    expect(await refusalOf(start({ InvocationType: 'Event' as 'DryRun' }))).toMatchObject({
      name: 'ValidationException',
      status: 400,
    });
    expect(await refusalOf(start({ Payload: Buffer.from('{') }))).toMatchObject({
      name: 'InvalidRequestContentException',
      status: 400,
    });
  });
});

describe('a pipe', () => {
  async function readAll(pipe: Pipe<number>): Promise<number[]> {
    const items: number[] = [];
    for await (const item of pipe) items.push(item);
    return items;
  }

  test('gives what was put in before it was read, and after', async () => {
    const pipe = new Pipe<number>();
    pipe.push(1);
    pipe.push(2);
    await pipe.filled;
    const read = readAll(pipe);
    await Promise.resolve();
    pipe.push(3);
    await new Promise((resolve) => setImmediate(resolve));
    pipe.push(4);
    pipe.end();
    expect(await read).toEqual([1, 2, 3, 4]);
  });

  test('that ends empty gives nothing', async () => {
    const pipe = new Pipe<number>();
    const read = readAll(pipe);
    pipe.end();
    expect(await read).toEqual([]);
  });
});
