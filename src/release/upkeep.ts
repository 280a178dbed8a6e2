/** Writes the settings of a function as a whole, and the tags by which shipit knows its own. */
import { ShipitError } from '../core/errors';
import type { FunctionSettings, LiveFunction } from '../core/function';
import type { Functions, Settings, SettingsOf } from '../core/lambda';
import { type FunctionPlan, isNew } from '../plan/plan';
import { settingsTag, toldForFree } from '../plan/upkeep';

type Tags = Readonly<{ [name: string]: string }>;
type Key = keyof FunctionSettings;

interface KeepPorts {
  readonly functions: Functions;
  readonly settings: Settings;
}

/** What decides over code and versions that are yet to come. The rest waits until the version is there and tested. */
const before: readonly Key[] = ['codeSigning', 'runtimeManagement'];
/** No digest, so it is never what somebody wants. */
const unfinished = 'unfinished';
/** What CreateFunction takes along. */
const withCreation: readonly Key[] = ['codeSigning', 'tags'];

/** What a function that is made gets along. The tag that speaks for its settings waits for those that come after. */
export function creationTags({ spec, upkeep }: FunctionPlan): Tags {
  const { marks, wanted } = upkeep;
  const later = Object.keys(wanted).some((key) => !withCreation.includes(key as Key));
  return { ...spec.settings.tags, ...(later ? pick(marks, (tag) => tag !== settingsTag) : marks) };
}

/**
 * Before the first of several writes: the tag must not say that all is as it was while only some of it is. Whoever goes
 * back to the old project file after a failure would believe it.
 */
export async function distrust(settings: Settings, planned: FunctionPlan, withRole: boolean): Promise<void> {
  const { wanted, marks } = planned.upkeep;
  const here = planned.live.serving ?? planned.live.latest;
  const isTagged = marks[settingsTag] !== undefined && here?.tags?.[settingsTag] !== undefined;
  const hasParts = withRole || Object.keys(wanted).some((key) => !toldForFree.includes(key as Key));
  if (here === null || !isTagged || !hasParts) return;
  await settings.mark(subjectOf(planned, here), { [settingsTag]: unfinished });
}

/** Of a function that is made, as soon as it is there: what it was given with its creation stays out. */
export async function keepBefore(ports: KeepPorts, planned: FunctionPlan): Promise<void> {
  await write(ports, planned, (key) => before.includes(key) && !isGiven(planned, key));
}

/** The rest, and at last the tags: they say that all of it was written. */
export async function keepAfter(ports: KeepPorts, planned: FunctionPlan): Promise<void> {
  await write(ports, planned, (key) => !before.includes(key) && !isGiven(planned, key));
  const { marks } = planned.upkeep;
  const given = isNew(planned) ? creationTags(planned) : {};
  const missing = pick(marks, (tag) => !(tag in given));
  if (Object.keys(missing).length === 0) return;
  await ports.settings.mark(await liveSubject(ports, planned), missing);
}

async function write(ports: KeepPorts, planned: FunctionPlan, chosen: (key: Key) => boolean): Promise<void> {
  const { upkeep } = planned;
  const wanted = pick(upkeep.wanted, chosen);
  if (Object.keys(wanted).length === 0) return;
  await ports.settings.write(await liveSubject(ports, planned), wanted, pick(upkeep.before, chosen));
}

const isGiven = (planned: FunctionPlan, key: Key): boolean => isNew(planned) && withCreation.includes(key);

async function liveSubject({ functions }: KeepPorts, planned: FunctionPlan): Promise<SettingsOf> {
  const { spec, live } = planned;
  const here = live.serving ?? live.latest ?? (await functions.look(spec.name));
  if (here === null) throw new ShipitError('notFound', `${spec.name} went away while it was being released`);
  return subjectOf(planned, here);
}

const subjectOf = ({ spec, config }: FunctionPlan, { arn }: LiveFunction): SettingsOf => ({
  functionName: spec.name,
  arn,
  logGroup: config.logGroup ?? null,
});

function pick<T extends object>(values: T, chosen: (key: keyof T & string) => boolean): T {
  return Object.fromEntries(Object.entries(values).filter(([key]) => chosen(key as keyof T & string))) as T;
}
