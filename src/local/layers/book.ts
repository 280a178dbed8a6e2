/** Layer versions by ARN. Numbers are never used again, and a version that was deleted still serves the functions that have it. */
import type { Kept } from '../kept';
import type { PolicyStatement } from '../lambda/book';

export interface LayerVersionEntry {
  readonly name: string;
  readonly version: number;
  readonly layerArn: string;
  /** With the version. */
  readonly arn: string;
  readonly Description: string;
  readonly LicenseInfo: string | null;
  readonly CompatibleRuntimes: readonly string[] | null;
  readonly CompatibleArchitectures: readonly string[] | null;
  readonly CodeSha256: string;
  readonly CodeSize: number;
  readonly unzippedBytes: number;
  /** Epoch ms. */
  readonly createdMs: number;
  policy: LayerPolicy | null;
  deleted: boolean;
}

export interface LayerPolicy {
  readonly revisionId: string;
  readonly statements: readonly PolicyStatement[];
}

export interface LayerBook extends Kept {
  /** Takes the next number of the layer. */
  nextVersion(name: string): number;
  add(entry: LayerVersionEntry): void;
  /** Every version that is there, the newest of a layer first. */
  all(): readonly LayerVersionEntry[];
  /** Null for what is not there, or not any more. */
  find(arn: string): LayerVersionEntry | null;
  /** Digest of the contents, also of a version that was deleted: functions keep what they have. */
  digestOf(arn: string): string | null;
}

interface LayerDump {
  readonly versions: readonly LayerVersionEntry[];
  readonly lastVersion: readonly (readonly [name: string, version: number])[];
}

export function createLayerBook(): LayerBook {
  const versions = new Map<string, LayerVersionEntry>();
  const lastVersion = new Map<string, number>();
  const clear = (): void => {
    versions.clear();
    lastVersion.clear();
  };
  return {
    nextVersion(name) {
      const next = (lastVersion.get(name) ?? 0) + 1;
      lastVersion.set(name, next);
      return next;
    },
    add: (entry) => void versions.set(entry.arn, entry),
    all: () => [...versions.values()].filter(({ deleted }) => !deleted).sort((a, b) => b.version - a.version),
    find(arn) {
      const entry = versions.get(arn);
      return entry && !entry.deleted ? entry : null;
    },
    digestOf: (arn) => versions.get(arn)?.CodeSha256 ?? null,
    dump: (): LayerDump => ({ versions: [...versions.values()], lastVersion: [...lastVersion] }),
    load(dump) {
      const saved = dump as LayerDump;
      clear();
      for (const entry of saved.versions) versions.set(entry.arn, entry);
      for (const [name, version] of saved.lastVersion) lastVersion.set(name, version);
    },
    clear,
  };
}
