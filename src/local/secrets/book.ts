/** Secrets with their versions. */
import type { Kept } from '../kept';

export interface SecretBook extends Kept {
  /** By name. */
  readonly secrets: Map<string, Secret>;
}

export interface Secret {
  readonly name: string;
  /** Ends in six characters of chance. */
  readonly arn: string;
  readonly createdMs: number;
  changedMs: number;
  /** The day on which a value was last read. */
  accessedMs: number | null;
  description: string | null;
  kmsKeyId: string | null;
  tags: Readonly<{ [key: string]: string }>;
  /** Set while it is scheduled for deletion. */
  deletion: { readonly askedMs: number; readonly dueMs: number } | null;
  /** By id, in the order in which they were made. */
  readonly versions: Map<string, SecretVersion>;
}

export interface SecretVersion {
  readonly id: string;
  readonly createdMs: number;
  readonly value: SecretValue;
  accessedMs: number | null;
  stages: readonly string[];
}

/** A text, or bytes in base64. */
export interface SecretValue {
  readonly kind: 'string' | 'binary';
  readonly text: string;
}

type Dump = readonly (Omit<Secret, 'versions'> & { readonly versions: readonly SecretVersion[] })[];

export function createSecretBook(): SecretBook {
  const secrets = new Map<string, Secret>();
  return {
    secrets,
    dump: (): Dump =>
      [...secrets.values()].map((secret) => ({ ...secret, versions: [...secret.versions.values()] })),
    load(dump) {
      for (const secret of dump as Dump)
        secrets.set(secret.name, {
          ...secret,
          versions: new Map(secret.versions.map((version) => [version.id, version])),
        });
    },
    clear: () => secrets.clear(),
  };
}
