/** SnapStart: docs.aws.amazon.com/lambda/latest/dg/snapstart.html. */
import type { VersionConfig, VersionEntry } from './book';
import { refusal } from './errors';

const runtimes = /^(java(11|17|21|25)(\.|$)|python3\.(1[2-9])$|dotnet(8|10)$)/;

/** Throws when it is switched on for a function that cannot have it. */
export function insistOnSnapStartable(config: Omit<VersionConfig, 'CodeSha256' | 'CodeSize'>): void {
  if (config.SnapStart.ApplyOn !== 'PublishedVersions') return;
  const unfit = unfitOf(config);
  if (unfit) throw refusal.invalid(`${unfit} is not supported for SnapStart enabled functions.`);
}

/** A published version that is served from a snapshot. */
export const isSnapshotted = ({ SnapStart }: Pick<VersionConfig, 'SnapStart'>): boolean =>
  SnapStart.OptimizationStatus === 'On';

/** The developer guide has the one or the other; the words of the refusal are not recorded. */
export function insistOnNoSnapshot({ config }: VersionEntry): void {
  if (isSnapshotted(config))
    throw refusal.invalid('Provisioned concurrency is not supported for SnapStart enabled functions.');
}

function unfitOf(config: Omit<VersionConfig, 'CodeSha256' | 'CodeSize'>): string | null {
  if (config.PackageType === 'Image') return 'ContainerImage';
  if (!runtimes.test(config.Runtime)) return config.Runtime;
  if (config.FileSystemConfigs) return 'Amazon EFS';
  if (config.EphemeralStorage.Size > 512) return 'Ephemeral storage greater than 512 MB';
  return config.TenancyConfig ? 'Tenant isolation' : null;
}
