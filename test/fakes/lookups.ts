import type { Lookups } from '../../src/core/ports';
import { Fake } from './fake';

/** What a test puts into the maps is there; nothing else is. */
export class FakeLookups extends Fake implements Lookups {
  readonly parameters = new Map<string, { value: string; secret: boolean }>();
  readonly secrets = new Map<string, string>();
  /** By `Stack.Output`. */
  readonly outputs = new Map<string, string>();
  /** By `s3://bucket/key`. */
  readonly objects = new Map<string, string>();

  parameter(name: string): Promise<{ value: string; secret: boolean } | null> {
    return this.call('parameter', name, () => this.parameters.get(name) ?? null);
  }

  secret(name: string): Promise<string | null> {
    return this.call('secret', name, () => this.secrets.get(name) ?? null);
  }

  stackOutput(stack: string, output: string): Promise<string | null> {
    return this.call(
      'stackOutput',
      `${stack}.${output}`,
      () => this.outputs.get(`${stack}.${output}`) ?? null,
    );
  }

  object(bucket: string, key: string): Promise<Uint8Array | null> {
    const name = `s3://${bucket}/${key}`;
    return this.call('object', name, () => {
      const text = this.objects.get(name);
      return text === undefined ? null : Buffer.from(text);
    });
  }
}
