/** A function that writes down what it is handed. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AddPermissionCommand, CreateFunctionCommand } from '@aws-sdk/client-lambda';
import { until, zipWith } from './held';
import { arnOf, creation } from './lambda-steps';
import type { LocalAws } from './world';

const handler = `const { appendFileSync } = require('node:fs');
exports.handler = async (event) => appendFileSync(process.env.DIARY, JSON.stringify(event) + '\\n');`;

export interface Listener {
  readonly arn: string;
  /** Every event so far, once nothing is queued any more. */
  heard(): Promise<readonly { readonly [member: string]: unknown }[]>;
}

/** Lets the service invoke it when a source is named. */
export async function createListener(
  aws: LocalAws,
  name: string,
  lets: { readonly principal: string; readonly source: string } | null,
): Promise<Listener> {
  const diary = join(aws.folder, `diary-${name}`);
  const Environment = { Variables: { DIARY: diary } };
  const Code = { ZipFile: zipWith(handler) };
  // Real seconds: on a busy machine the usual 3 could pass, and it would hear the same event once more.
  await aws.lambda.send(new CreateFunctionCommand(creation(name, { Code, Environment, Timeout: 20 })));
  await aws.clock.advance(5000);
  if (lets)
    await aws.lambda.send(
      new AddPermissionCommand({
        ...{ FunctionName: name, StatementId: 'heard', Action: 'lambda:InvokeFunction' },
        ...{ Principal: lets.principal, SourceArn: lets.source },
      }),
    );
  const heard: Listener['heard'] = async () => {
    await aws.clock.runUntil(until(() => aws.world.events.all.size === 0));
    const lines = existsSync(diary) ? readFileSync(diary, 'utf8').trim().split('\n') : [];
    return lines.map((line) => JSON.parse(line));
  };
  return { arn: arnOf(name), heard };
}
