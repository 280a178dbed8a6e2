/** What many tests of the local Lambda do first. */
import {
  CreateFunctionCommand,
  type CreateFunctionCommandInput,
  type FunctionConfiguration,
  GetFunctionCommand,
  PublishVersionCommand,
  UpdateFunctionCodeCommand,
  UpdateFunctionConfigurationCommand,
} from '@aws-sdk/client-lambda';
import { tokenHeader } from '../../src/local/connection';
import { account, type LocalAws, region, token } from './world';
import { codeOf } from './zip';

export const role = `arn:aws:iam::${account}:role/orders`;

export const arnOf = (name: string, qualifier?: string): string =>
  `arn:aws:lambda:${region}:${account}:function:${name}${qualifier === undefined ? '' : `:${qualifier}`}`;

export const creation = (
  name: string,
  changes: Partial<CreateFunctionCommandInput> = {},
): CreateFunctionCommandInput => ({
  FunctionName: name,
  Runtime: 'nodejs24.x',
  Role: role,
  Handler: 'index.handler',
  Code: { ZipFile: codeOf('one') },
  ...changes,
});

/** A function that is Active. */
export async function createActive(
  { lambda, clock }: LocalAws,
  name: string,
  changes: Partial<CreateFunctionCommandInput> = {},
): Promise<void> {
  await lambda.send(new CreateFunctionCommand(creation(name, changes)));
  await clock.advance(5000);
}

export async function look(
  { lambda }: LocalAws,
  name: string,
  qualifier?: string,
): Promise<FunctionConfiguration> {
  const answer = await lambda.send(new GetFunctionCommand({ FunctionName: name, Qualifier: qualifier }));
  return answer.Configuration ?? {};
}

/** Gives the function new code, waits, and publishes it. */
export async function release({ lambda, clock }: LocalAws, name: string, answer: string): Promise<string> {
  await lambda.send(new UpdateFunctionCodeCommand({ FunctionName: name, ZipFile: codeOf(answer) }));
  await clock.advance(5000);
  const published = await lambda.send(new PublishVersionCommand({ FunctionName: name }));
  return published.Version ?? '';
}

/** Changes its configuration, waits, and publishes it. */
export async function reconfigure(
  { lambda, clock }: LocalAws,
  name: string,
  changes: Partial<CreateFunctionCommandInput>,
): Promise<string> {
  await lambda.send(new UpdateFunctionConfigurationCommand({ FunctionName: name, ...changes }));
  await clock.advance(5000);
  const published = await lambda.send(new PublishVersionCommand({ FunctionName: name }));
  return published.Version ?? '';
}

/** What a client without an SDK sees of a call to Lambda. */
export async function rawCall(
  { served }: LocalAws,
  address: string,
  body?: object,
): Promise<{ status: number; body: { [member: string]: unknown } }> {
  const [method = '', path = ''] = address.split(' ');
  const scope = `Credential=local/20261120/${region}/lambda/aws4_request`;
  const response = await fetch(`${served.endpoint}${path}`, {
    method,
    headers: { authorization: `AWS4-HMAC-SHA256 ${scope}` },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  return { status: response.status, body: (await response.json()) as { [member: string]: unknown } };
}

const repository = `${account}.dkr.ecr.${region}.amazonaws.com/orders`;

export const imageOf = (tag: string): string => `${repository}:${tag}`;

export const imageAt = (digest: string): string => `${repository}@${digest}`;

export const digestOf = (letter: string): string => `sha256:${letter.repeat(64)}`;

/** Describes images to the local AWS; a null digest takes one away. */
export async function seedImages({ served }: LocalAws, ...images: readonly object[]): Promise<number> {
  const response = await fetch(`${served.endpoint}/_shipit/seed`, {
    method: 'POST',
    headers: { [tokenHeader]: token },
    body: JSON.stringify({ images }),
  });
  return response.status;
}
