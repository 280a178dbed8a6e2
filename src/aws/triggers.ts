import { ShipitError } from '../core/errors';
import type { TriggerQuestion, TriggerReading, Triggers } from '../core/lambda';
import type { Connections } from './connections';
import { EventSources } from './event-sources';
import { qualifierOf } from './function-arn';
import { sdk } from './sdk';
import { reading, type Send } from './sender';

export function createTriggers(connections: Connections, send: Send): Triggers {
  const sources = new EventSources(connections, send);
  return {
    async look(questions) {
      const bypasses = await sources.of(questions.map(({ functionName }) => functionName));
      return Promise.all(
        questions.map((question) => {
          const look = new Look(connections, send, question.functionName);
          return look.answer(question, bypasses && (bypasses.get(question.functionName) ?? []));
        }),
      );
    },
  };
}

/** One look at one function. */
class Look {
  private readonly unread: string[] = [];

  constructor(
    private readonly connections: Connections,
    private readonly send: Send,
    private readonly functionName: string,
  ) {}

  /** `sources` is null when event sources may not be read. */
  async answer(question: TriggerQuestion, sources: readonly string[] | null): Promise<TriggerReading> {
    if (sources === null) this.unread.push('lambda:ListEventSourceMappings');
    const bypasses = [
      ...(sources ?? []),
      ...((await this.unless('GetFunctionUrlConfig', () => this.functionUrl())) ?? []),
      ...((await this.unless('GetPolicy', () => this.permissions())) ?? []),
    ];
    const provisioned =
      question.provisioned &&
      (await this.unless('ListProvisionedConcurrencyConfigs', () => this.provisioned(question.alias)));
    return { bypasses, provisioned: provisioned ?? false, unread: this.unread };
  }

  /** Null when there is nothing, and when it may not be read, which is noted. */
  private async unless<T>(action: string, ask: () => Promise<T>): Promise<T | null> {
    try {
      return await ask();
    } catch (error) {
      if (ShipitError.is(error, 'notFound')) return null;
      if (!ShipitError.is(error, 'accessDenied')) throw error;
      this.unread.push(`lambda:${action}`);
      return null;
    }
  }

  private async functionUrl(): Promise<string[]> {
    const input = { FunctionName: this.functionName };
    const answer = await this.send({
      ...reading(`GetFunctionUrlConfig ${this.functionName}`, 'lambda'),
      send: () => this.connections.lambda().send(new (sdk.lambda().GetFunctionUrlConfigCommand)(input)),
    });
    return [`function URL ${answer.FunctionUrl ?? ''}`];
  }

  private async permissions(): Promise<string[]> {
    const input = { FunctionName: this.functionName };
    const answer = await this.send({
      ...reading(`GetPolicy ${this.functionName}`, 'getPolicy'),
      send: () => this.connections.lambda().send(new (sdk.lambda().GetPolicyCommand)(input)),
    });
    return readStatements(answer.Policy ?? '{}')
      .filter((statement) => statement.Effect === 'Allow')
      .map((statement) => `permission ${statement.Sid ?? '(unnamed)'} for ${principalOf(statement)}`);
  }

  private async provisioned(alias: string): Promise<boolean> {
    let marker: string | undefined;
    do {
      const input = { FunctionName: this.functionName, ...(marker === undefined ? {} : { Marker: marker }) };
      const page = await this.send({
        ...reading(`ListProvisionedConcurrencyConfigs ${this.functionName}`, 'lambda'),
        send: () =>
          this.connections.lambda().send(new (sdk.lambda().ListProvisionedConcurrencyConfigsCommand)(input)),
      });
      const configs = page.ProvisionedConcurrencyConfigs ?? [];
      if (configs.some((one) => qualifierOf(one.FunctionArn ?? '') === alias)) return true;
      marker = page.NextMarker || undefined;
    } while (marker !== undefined);
    return false;
  }
}

interface Statement {
  readonly Sid?: string;
  readonly Effect?: string;
  readonly Principal?: string | { readonly [kind: string]: string | readonly string[] };
}

/** A policy that is no JSON is answered as `unavailable`, not as one without statements. */
function readStatements(policy: string): readonly Statement[] {
  try {
    const { Statement: statements = [] } = JSON.parse(policy) as { Statement?: Statement | Statement[] };
    return Array.isArray(statements) ? statements : [statements];
  } catch (cause) {
    throw new ShipitError('unavailable', 'GetPolicy: the policy is no JSON', { cause });
  }
}

function principalOf(statement: Statement): string {
  const principal = statement.Principal ?? '(nobody)';
  return typeof principal === 'string' ? principal : Object.values(principal).flat().join(', ');
}
