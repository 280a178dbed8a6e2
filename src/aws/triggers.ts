import { ShipitError } from '../core/errors';
import type { TriggerReading, Triggers } from '../core/ports';
import type { AliasRef } from '../core/values';
import type { Connections } from './connections';
import { sdk } from './sdk';
import { reading, type Send } from './sender';

export function createTriggers(connections: Connections, send: Send): Triggers {
  return {
    async look(ref): Promise<TriggerReading> {
      const look = new Look(connections, send, ref.functionName);
      const bypasses = [
        ...((await look.unless('ListEventSourceMappings', () => look.eventSources())) ?? []),
        ...((await look.unless('GetFunctionUrlConfig', () => look.functionUrl())) ?? []),
        ...((await look.unless('GetPolicy', () => look.permissions())) ?? []),
      ];
      const provisioned = await look.unless('ListProvisionedConcurrencyConfigs', () => look.provisioned(ref));
      return { bypasses, provisioned: provisioned ?? false, unread: look.unread };
    },
  };
}

/** One look at one function. */
class Look {
  readonly unread: string[] = [];

  constructor(
    private readonly connections: Connections,
    private readonly send: Send,
    private readonly functionName: string,
  ) {}

  /** Null when there is nothing, and when it may not be read, which is noted. */
  async unless<T>(action: string, ask: () => Promise<T>): Promise<T | null> {
    try {
      return await ask();
    } catch (error) {
      if (ShipitError.is(error, 'notFound')) return null;
      if (!ShipitError.is(error, 'accessDenied')) throw error;
      this.unread.push(`lambda:${action}`);
      return null;
    }
  }

  async eventSources(): Promise<string[]> {
    const found: string[] = [];
    let marker: string | undefined;
    do {
      const input = { FunctionName: this.functionName, ...(marker === undefined ? {} : { Marker: marker }) };
      const page = await this.send({
        ...reading(`ListEventSourceMappings ${this.functionName}`, 'lambda'),
        send: () => this.connections.lambda().send(new (sdk.lambda().ListEventSourceMappingsCommand)(input)),
      });
      const active = (page.EventSourceMappings ?? []).filter(
        (one) => isUnqualified(one.FunctionArn ?? '') && !resting.has(one.State ?? ''),
      );
      found.push(...active.map((one) => `event source ${one.EventSourceArn ?? one.UUID ?? ''}`));
      marker = page.NextMarker || undefined;
    } while (marker !== undefined);
    return found;
  }

  async functionUrl(): Promise<string[]> {
    const input = { FunctionName: this.functionName };
    const answer = await this.send({
      ...reading(`GetFunctionUrlConfig ${this.functionName}`, 'lambda'),
      send: () => this.connections.lambda().send(new (sdk.lambda().GetFunctionUrlConfigCommand)(input)),
    });
    return [`function URL ${answer.FunctionUrl ?? ''}`];
  }

  async permissions(): Promise<string[]> {
    const input = { FunctionName: this.functionName };
    const answer = await this.send({
      ...reading(`GetPolicy ${this.functionName}`, 'getPolicy'),
      send: () => this.connections.lambda().send(new (sdk.lambda().GetPolicyCommand)(input)),
    });
    return readStatements(answer.Policy ?? '{}')
      .filter((statement) => statement.Effect === 'Allow')
      .map((statement) => `permission ${statement.Sid ?? '(unnamed)'} for ${principalOf(statement)}`);
  }

  async provisioned(ref: AliasRef): Promise<boolean> {
    let marker: string | undefined;
    do {
      const input = { FunctionName: this.functionName, ...(marker === undefined ? {} : { Marker: marker }) };
      const page = await this.send({
        ...reading(`ListProvisionedConcurrencyConfigs ${this.functionName}`, 'lambda'),
        send: () =>
          this.connections.lambda().send(new (sdk.lambda().ListProvisionedConcurrencyConfigsCommand)(input)),
      });
      const configs = page.ProvisionedConcurrencyConfigs ?? [];
      if (configs.some((one) => qualifierOf(one.FunctionArn ?? '') === ref.alias)) return true;
      marker = page.NextMarker || undefined;
    } while (marker !== undefined);
    return false;
  }
}

/** `arn:aws:lambda:<region>:<account>:function:<name>[:<qualifier>]` */
const qualifierOf = (arn: string): string | undefined => arn.split(':')[7];

const isUnqualified = (arn: string): boolean => (qualifierOf(arn) ?? '$LATEST') === '$LATEST';

const resting = new Set(['Disabled', 'Disabling', 'Deleting']);

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
