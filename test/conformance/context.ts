/** What an expectation of AWS has to work with: the SDK's clients, a function's artifact, and waits that end. */
import assert from 'node:assert/strict';
import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { CloudWatchLogsClient } from '@aws-sdk/client-cloudwatch-logs';
import { ECRClient } from '@aws-sdk/client-ecr';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { IAMClient } from '@aws-sdk/client-iam';
import {
  CreateFunctionCommand,
  type CreateFunctionCommandInput,
  GetFunctionCommand,
  type GetFunctionCommandOutput,
  LambdaClient,
  PublishVersionCommand,
  UpdateFunctionCodeCommand,
} from '@aws-sdk/client-lambda';
import { SNSClient } from '@aws-sdk/client-sns';
import { STSClient } from '@aws-sdk/client-sts';
import { codeOf } from '../local/zip';

export interface Refusal {
  readonly name: string;
  readonly status: number;
  readonly message: string;
}

/** One thing that AWS does. `fact` is the section of FACTS.md that says so. */
export interface Expectation {
  readonly fact: string;
  readonly title: string;
  readonly run: (context: Context) => Promise<void>;
}

export interface Place {
  readonly account: string;
  readonly region: string;
  /** Role that functions may have. */
  readonly role: string;
  /** Null for AWS itself. */
  readonly endpoint: string | null;
  /** What every name starts with, so that it can be found and removed. */
  readonly prefix: string;
  /** The place's time, epoch ms. */
  readonly nowMs: () => number;
  /** Passes so many seconds of the place's time. */
  readonly pass: (seconds: number) => Promise<void>;
}

export class Context {
  readonly lambda: LambdaClient;
  readonly cloudwatch: CloudWatchClient;
  readonly logs: CloudWatchLogsClient;
  readonly sns: SNSClient;
  readonly events: EventBridgeClient;
  readonly ecr: ECRClient;
  private count = 0;

  constructor(readonly place: Place) {
    const config = clientConfig(place);
    this.lambda = new LambdaClient(config);
    this.cloudwatch = new CloudWatchClient(config);
    this.logs = new CloudWatchLogsClient(config);
    this.sns = new SNSClient(config);
    this.events = new EventBridgeClient(config);
    this.ecr = new ECRClient(config);
  }

  name(): string {
    this.count += 1;
    return `${this.place.prefix}-${this.count}`;
  }

  arn(name: string, qualifier?: string): string {
    const { region, account } = this.place;
    return `arn:aws:lambda:${region}:${account}:function:${name}${qualifier === undefined ? '' : `:${qualifier}`}`;
  }

  /** A new function, not yet Active. */
  async create(name: string, changes: Partial<CreateFunctionCommandInput> = {}) {
    return this.lambda.send(
      new CreateFunctionCommand({
        FunctionName: name,
        Runtime: 'nodejs22.x',
        Role: this.place.role,
        Handler: 'index.handler',
        Code: { ZipFile: codeOf('one') },
        ...changes,
      }),
    );
  }

  async active(changes: Partial<CreateFunctionCommandInput> = {}): Promise<string> {
    const name = this.name();
    await this.create(name, changes);
    await this.settled(name);
    return name;
  }

  /** Active with so many published versions, each of its own code. */
  async published(versions: number): Promise<string> {
    const name = await this.active();
    for (let version = 1; version <= versions; version += 1) {
      await this.lambda.send(
        new UpdateFunctionCodeCommand({ FunctionName: name, ZipFile: codeOf(`version ${version}`) }),
      );
      await this.settled(name);
      await this.lambda.send(new PublishVersionCommand({ FunctionName: name }));
    }
    return name;
  }

  /** Until nothing is under way. */
  settled(name: string, qualifier?: string): Promise<GetFunctionCommandOutput> {
    return this.until(
      () => this.lambda.send(new GetFunctionCommand({ FunctionName: name, Qualifier: qualifier })),
      ({ Configuration }) =>
        Configuration?.State === 'Active' && Configuration.LastUpdateStatus === 'Successful',
    );
  }

  /** Asks again each second, for five minutes of the place's time. */
  async until<Answer>(ask: () => Promise<Answer>, isIt: (answer: Answer) => boolean): Promise<Answer> {
    for (let second = 0; second < 300; second += 1) {
      const answer = await ask();
      if (isIt(answer)) return answer;
      await this.place.pass(1);
    }
    throw new Error('it did not come about within five minutes');
  }

  /** Asserts the answer of AWS to a call that it refuses. */
  async refuses(call: Promise<unknown>, name: string, status: number, message?: string): Promise<void> {
    const refusal = await refusalOf(call);
    assert.equal(refusal.name, name);
    assert.equal(refusal.status, status);
    if (message !== undefined) assert.equal(refusal.message, message);
  }

  close(): void {
    const { lambda, cloudwatch, logs, sns, events, ecr } = this;
    for (const client of [lambda, cloudwatch, logs, sns, events, ecr]) client.destroy();
  }
}

export const iamOf = (place: Omit<Place, 'role'>): IAMClient => new IAMClient(clientConfig(place));

export const stsOf = (place: Pick<Place, 'region' | 'endpoint'>): STSClient =>
  new STSClient(clientConfig(place));

function clientConfig({ region, endpoint }: Pick<Place, 'region' | 'endpoint'>) {
  if (endpoint === null) return { region };
  return { region, endpoint, credentials: { accessKeyId: 'local', secretAccessKey: 'local' } };
}

async function refusalOf(call: Promise<unknown>): Promise<Refusal> {
  try {
    await call;
  } catch (error) {
    const { name, message, $metadata } = error as Error & { $metadata?: { httpStatusCode?: number } };
    return { name, message, status: $metadata?.httpStatusCode ?? 0 };
  }
  throw new Error('it was not refused');
}
