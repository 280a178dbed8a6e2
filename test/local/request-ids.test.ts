import {
  CreateFunctionCommand,
  InvokeAsyncCommand,
  InvokeCommand,
  InvokeWithResponseStreamCommand,
} from '@aws-sdk/client-lambda';
import { until, zipWith } from './held';
import { creation } from './lambda-steps';
import { type LocalAws, openLocalAws } from './world';

/** The request id of an answer is what people look for in the log of the function. */
const FunctionName = 'orders';
const Payload = '{}';
const handler = 'exports.handler = async (event, context) => context.awsRequestId;';

let aws: LocalAws;
beforeAll(async () => {
  aws = await openLocalAws();
  const Code = { ZipFile: zipWith(handler) };
  await aws.lambda.send(new CreateFunctionCommand(creation(FunctionName, { Code })));
  await aws.clock.advance(5000);
});
afterAll(() => aws.close());

const logged = (): string =>
  [...(aws.world.logs.groups.get(`/aws/lambda/${FunctionName}`)?.streams.values() ?? [])]
    .flatMap(({ events }) => events.map(({ message }) => message))
    .join('');

test('an answer has the request id that the function saw', async () => {
  const answer = await aws.lambda.send(new InvokeCommand({ FunctionName, Payload }));
  expect(JSON.parse(answer.Payload?.transformToString() ?? '')).toBe(answer.$metadata.requestId);
});

test('an answer that is streamed has it too', async () => {
  const answer = await aws.lambda.send(new InvokeWithResponseStreamCommand({ FunctionName, Payload }));
  const pieces: string[] = [];
  for await (const { PayloadChunk } of answer.EventStream ?? [])
    if (PayloadChunk) pieces.push(Buffer.from(PayloadChunk.Payload ?? []).toString());
  expect(JSON.parse(pieces.join(''))).toBe(answer.$metadata.requestId);
});

test('an event is carried out under the request id with which it was taken', async () => {
  const event = await aws.lambda.send(new InvokeCommand({ FunctionName, Payload, InvocationType: 'Event' }));
  const old = await aws.lambda.send(new InvokeAsyncCommand({ FunctionName, InvokeArgs: Payload }));
  for (const { $metadata } of [event, old])
    await until(() => logged().includes(`END RequestId: ${$metadata.requestId}`));
  expect(event.$metadata.requestId).not.toBe(old.$metadata.requestId);
});
