/** Parameters of Systems Manager with their history. */
import type { Kept } from '../kept';

export interface ParameterBook extends Kept {
  readonly parameters: Map<string, Parameter>;
}

export interface Parameter {
  readonly name: string;
  /** From the oldest that is left to the newest; never empty. */
  readonly versions: ParameterVersion[];
  tags: Readonly<{ [key: string]: string }>;
}

export interface ParameterVersion {
  readonly version: number;
  readonly value: string;
  readonly type: ParameterType;
  readonly tier: Tier;
  readonly dataType: string;
  /** Of SecureString. */
  readonly keyId: string | null;
  readonly description: string | null;
  readonly allowedPattern: string | null;
  /** As text; not acted upon. */
  readonly policies: string | null;
  readonly modifiedMs: number;
  labels: readonly string[];
}

export type ParameterType = 'String' | 'StringList' | 'SecureString';
export type Tier = 'Standard' | 'Advanced';

export function createParameterBook(): ParameterBook {
  const parameters = new Map<string, Parameter>();
  return {
    parameters,
    dump: () => [...parameters.values()],
    load(dump) {
      for (const parameter of dump as Parameter[]) parameters.set(parameter.name, parameter);
    },
    clear: () => parameters.clear(),
  };
}
