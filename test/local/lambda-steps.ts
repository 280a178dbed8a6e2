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
import { account, type LocalAws, region } from './world';
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
