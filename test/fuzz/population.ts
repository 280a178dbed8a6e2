/** What requests can be about: made again and again, because others delete it. */
import {
  type CloudWatchClient,
  PutMetricAlarmCommand,
  PutMetricDataCommand,
} from '@aws-sdk/client-cloudwatch';
import {
  type CloudWatchLogsClient,
  CreateLogGroupCommand,
  CreateLogStreamCommand,
  PutLogEventsCommand,
} from '@aws-sdk/client-cloudwatch-logs';
import { CreateRepositoryCommand, type ECRClient, PutImageCommand } from '@aws-sdk/client-ecr';
import { CreateRoleCommand, type IAMClient } from '@aws-sdk/client-iam';
import {
  AddPermissionCommand,
  CreateAliasCommand,
  CreateFunctionCommand,
  type LambdaClient,
  PublishLayerVersionCommand,
  PublishVersionCommand,
} from '@aws-sdk/client-lambda';
import { CreateBucketCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { CreateSecretCommand, type SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { PutParameterCommand, type SSMClient } from '@aws-sdk/client-ssm';
import { built } from '../local/registry';
import { codeOf } from '../local/zip';
import { layers as imageLayers, repositories } from './known-registry';

export interface Clients {
  readonly lambda: LambdaClient;
  readonly cloudwatch: CloudWatchClient;
  readonly logs: CloudWatchLogsClient;
  readonly s3: S3Client;
  readonly iam: IAMClient;
  readonly ssm: SSMClient;
  readonly secrets: SecretsManagerClient;
  readonly ecr: ECRClient;
  /** Pushes a layer; answers when it is there. */
  readonly pushLayer: (repository: string, bytes: string) => Promise<unknown>;
}

const functionNames = ['orders', 'mail', 'pay'];

/** What is there already is refused, and stays. */
const attempt = (work: Promise<unknown>): Promise<unknown> => work.catch(() => undefined);

export async function populate(clients: Clients, nowMs: number): Promise<void> {
  await Promise.all([
    functions(clients),
    layers(clients),
    logs(clients, nowMs),
    alarms(clients),
    stores(clients),
    images(clients),
  ]);
}

async function functions({ lambda, iam }: Clients): Promise<void> {
  const AssumeRolePolicyDocument = JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      { Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'lambda.amazonaws.com' } },
    ],
  });
  for (const name of functionNames) {
    await attempt(iam.send(new CreateRoleCommand({ RoleName: name, AssumeRolePolicyDocument })));
    await attempt(
      lambda.send(
        new CreateFunctionCommand({
          FunctionName: name,
          Runtime: 'nodejs24.x',
          Role: 'arn:aws:iam::123456789012:role/orders',
          Handler: 'index.handler',
          Code: { ZipFile: codeOf('one') },
          Publish: true,
        }),
      ),
    );
    await attempt(lambda.send(new PublishVersionCommand({ FunctionName: name })));
    for (const Name of ['live', 'next'])
      await attempt(lambda.send(new CreateAliasCommand({ FunctionName: name, Name, FunctionVersion: '1' })));
    await attempt(
      lambda.send(
        new AddPermissionCommand({
          FunctionName: name,
          StatementId: 'logs',
          Action: 'lambda:InvokeFunction',
          Principal: 'logs.amazonaws.com',
        }),
      ),
    );
  }
}

async function layers({ lambda }: Clients): Promise<void> {
  for (const LayerName of ['deps', 'tools'])
    await attempt(
      lambda.send(new PublishLayerVersionCommand({ LayerName, Content: { ZipFile: codeOf(LayerName) } })),
    );
}

async function logs({ logs: client }: Clients, nowMs: number): Promise<void> {
  for (const logGroupName of ['/aws/lambda/orders', 'shop', 'pay']) {
    await attempt(client.send(new CreateLogGroupCommand({ logGroupName })));
    for (const logStreamName of ['one', 'two']) {
      await attempt(client.send(new CreateLogStreamCommand({ logGroupName, logStreamName })));
      const messages = ['ERROR a b c', '{"a":1,"b":{"c":"x"}}', `${'a'.repeat(500)}b`, 'REPORT RequestId: x'];
      const logEvents = messages.map((message) => ({ timestamp: Math.floor(nowMs), message }));
      await attempt(client.send(new PutLogEventsCommand({ logGroupName, logStreamName, logEvents })));
    }
  }
}

async function alarms({ cloudwatch }: Clients): Promise<void> {
  for (const AlarmName of ['errors', 'all', 'slow'])
    await attempt(
      cloudwatch.send(
        new PutMetricAlarmCommand({
          AlarmName,
          Namespace: 'shop',
          MetricName: 'orders',
          Statistic: 'Sum',
          Period: 60,
          EvaluationPeriods: 1,
          Threshold: 1,
          ComparisonOperator: 'GreaterThanThreshold',
        }),
      ),
    );
  const MetricData = [{ MetricName: 'orders', Value: 3 }];
  await attempt(cloudwatch.send(new PutMetricDataCommand({ Namespace: 'shop', MetricData })));
}

async function stores({ s3, ssm, secrets }: Clients): Promise<void> {
  for (const Bucket of ['code', 'backups']) {
    await attempt(s3.send(new CreateBucketCommand({ Bucket })));
    for (const Key of ['a', 'a/b', 'zip'])
      await attempt(s3.send(new PutObjectCommand({ Bucket, Key, Body: codeOf(Key) })));
  }
  for (const Name of ['/shop/db', '/shop/key', 'flag'])
    await attempt(ssm.send(new PutParameterCommand({ Name, Value: 'x', Type: 'String' })));
  for (const Name of ['db', 'key'])
    await attempt(secrets.send(new CreateSecretCommand({ Name, SecretString: 'x' })));
}

async function images({ ecr, pushLayer }: Clients): Promise<void> {
  for (const repositoryName of repositories) {
    await attempt(ecr.send(new CreateRepositoryCommand({ repositoryName })));
    for (const bytes of imageLayers) await attempt(pushLayer(repositoryName, bytes));
    const imageManifest = built().text;
    await attempt(ecr.send(new PutImageCommand({ repositoryName, imageManifest, imageTag: 'v1' })));
  }
}
