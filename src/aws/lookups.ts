import type { GetObjectCommandOutput } from '@aws-sdk/client-s3';
import { ShipitError } from '../core/errors';
import type { Lookups } from '../core/ports';
import type { Connections } from './connections';
import { sdk } from './sdk';
import { reading, type Send } from './sender';

type Outputs = ReadonlyMap<string, string>;

export function createLookups(connections: Connections, send: Send): Lookups {
  return new AwsLookups(connections, send);
}

const maxObjectBytes = 5 * 1024 * 1024;

class AwsLookups implements Lookups {
  /** Answers that are on their way: one call tells all outputs of a stack. */
  private readonly stacks = new Map<string, Promise<Outputs | null>>();

  constructor(
    private readonly connections: Connections,
    private readonly send: Send,
  ) {}

  parameter(name: string): Promise<{ value: string; secret: boolean } | null> {
    const input = { Name: name, WithDecryption: true };
    return orNull(['notFound'], async () => {
      const { Parameter: found } = await this.send({
        ...reading(`GetParameter ${name}`, null),
        send: () => this.connections.ssm().send(new (sdk.ssm().GetParameterCommand)(input)),
      });
      return { value: found?.Value ?? '', secret: found?.Type === 'SecureString' };
    });
  }

  secret(name: string): Promise<string | null> {
    const input = { SecretId: name };
    return orNull(['notFound'], async () => {
      const answer = await this.send({
        ...reading(`GetSecretValue ${name}`, null),
        send: () => this.connections.secrets().send(new (sdk.secrets().GetSecretValueCommand)(input)),
      });
      if (answer.SecretString !== undefined) return answer.SecretString;
      const hint = 'Store it as text, or let the function read it by itself.';
      throw new ShipitError('invalid', `GetSecretValue ${name}: the secret is binary`, { hint });
    });
  }

  async stackOutput(stack: string, output: string): Promise<string | null> {
    const known = this.stacks.get(stack) ?? this.outputs(stack);
    this.stacks.set(stack, known);
    try {
      return (await known)?.get(output) ?? null;
    } finally {
      this.stacks.delete(stack);
    }
  }

  /**
   * A stack that is not there is a ValidationError (DescribeStacks in the API reference); for a name in the right form it
   * says nothing else.
   */
  private outputs(stack: string): Promise<Outputs | null> {
    const input = { StackName: stack };
    return orNull(['notFound', 'ValidationError'], async () => {
      const answer = await this.send({
        ...reading(`DescribeStacks ${stack}`, null),
        send: () =>
          this.connections.cloudformation().send(new (sdk.cloudformation().DescribeStacksCommand)(input)),
      });
      const outputs = answer.Stacks?.[0]?.Outputs ?? [];
      return new Map(outputs.map(({ OutputKey: key = '', OutputValue: value = '' }) => [key, value]));
    });
  }

  object(bucket: string, key: string): Promise<Uint8Array | null> {
    const input = { Bucket: bucket, Key: key };
    const name = `GetObject s3://${bucket}/${key}`;
    return orNull(['notFound'], () =>
      this.send({
        ...reading(name, null),
        send: async () =>
          readBody(name, await this.connections.s3().send(new (sdk.s3().GetObjectCommand)(input))),
      }),
    );
  }
}

/** The size is known before the body, and a body is never longer than that. */
async function readBody(name: string, answer: GetObjectCommandOutput): Promise<Uint8Array> {
  const { ContentLength: length = Number.POSITIVE_INFINITY, Body: body } = answer;
  if (length <= maxObjectBytes) return (await body?.transformToByteArray()) ?? new Uint8Array();
  if (body && 'destroy' in body) body.destroy();
  const hint = 'Name a smaller one.';
  throw new ShipitError('invalid', `${name}: the object has more than 5 MB`, { hint });
}

/** By our code, or by the name that AWS gave the error. */
async function orNull<T>(absent: readonly string[], ask: () => Promise<T>): Promise<T | null> {
  try {
    return await ask();
  } catch (error) {
    if (!ShipitError.is(error)) throw error;
    const { name } = (error.cause ?? {}) as { readonly name?: unknown };
    if (absent.includes(error.code) || absent.includes(String(name))) return null;
    throw error;
  }
}
