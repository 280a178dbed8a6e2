/** With which runtimes and architectures a layer says it works: checked when it is published, and asked for in lists. */
import { Check, insist } from '../lambda/constraints';
import type { Rules } from '../lambda/form';
import { knownRuntimes } from '../lambda/runtimes';
import type { LayerVersionEntry } from './book';

interface Wanted {
  readonly CompatibleRuntime?: string | undefined;
  readonly CompatibleArchitecture?: string | undefined;
}

const architectures = ['x86_64', 'arm64'];
const runtime = Check.oneOf(knownRuntimes);
const architecture = Check.oneOf(architectures);

/** What PublishLayerVersion allows of them. */
export const compatibilityRules: Rules = {
  compatibleRuntimes: [Check.count(0, 15), Check.items({ values: knownRuntimes })],
  compatibleArchitectures: [Check.count(0, 2), Check.items({ values: architectures })],
};

/** A version that says nothing is not among those that are compatible with something. */
export function compatibleWith({
  CompatibleRuntime,
  CompatibleArchitecture,
}: Wanted): (entry: LayerVersionEntry) => boolean {
  insist(
    runtime('compatibleRuntime', CompatibleRuntime),
    architecture('compatibleArchitecture', CompatibleArchitecture),
  );
  const has = (said: readonly string[] | null, wanted: string | undefined): boolean =>
    wanted === undefined || said?.includes(wanted) === true;
  return (entry) =>
    has(entry.CompatibleRuntimes, CompatibleRuntime) &&
    has(entry.CompatibleArchitectures, CompatibleArchitecture);
}
