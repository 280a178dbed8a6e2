/** Settings of a function as a whole. Most have a call of their own, so they are read only where something may differ. */
import type { FunctionSpec } from '../config/project';
import { canonicalJson } from '../core/canonical';
import { type FunctionSettings, type LiveFunction, settingDefaults } from '../core/function';
import type { Role, Settings } from '../core/lambda';
import { userTags } from '../core/normal';
import { Digest } from '../core/values';
import { valueLines } from './diff';
import type { Live, Upkeep } from './plan';

export interface UpkeepRequest {
  readonly spec: FunctionSpec;
  readonly live: Live;
  /** Tags by which shipit knows its own. */
  readonly marks: Readonly<{ [tag: string]: string }>;
  /** The role that shipit makes for it; null without. */
  readonly role: Role | null;
  /** Reads everything, whatever the tag says. */
  readonly thorough: boolean;
}

type Key = keyof FunctionSettings;

/** What was written last, so that nothing has to be read while it is still what is wanted. */
export const settingsTag = 'shipit:settings';

/** GetFunction tells these along with the rest. */
export const toldForFree: readonly Key[] = ['tags', 'reservedConcurrency'];

export const nothingToKeep: Upkeep = {
  wanted: {},
  before: {},
  changes: [],
  marks: {},
  written: true,
  capacity: null,
  alarms: null,
};

/** True when the function's own tag says that settings and role are as they were written last. */
function isWritten({ spec, live, role }: UpkeepRequest): boolean {
  const tags = (live.serving ?? live.latest)?.tags;
  return markOf(spec, role) === (tags?.[settingsTag] ?? null);
}

export async function planUpkeep(settings: Settings, request: UpkeepRequest): Promise<Upkeep> {
  const { spec, live } = request;
  if (spec.manage === 'release') return nothingToKeep;
  const here = live.serving ?? live.latest;
  const before =
    here === null ? await newSettings(settings, spec) : await liveSettings(settings, request, here);
  const differing = keysOf(spec.settings).filter(
    (key) => key in before && canonicalJson(before[key]) !== canonicalJson(spec.settings[key]),
  );
  return {
    wanted: pick(spec.settings, differing),
    before: pick(before, differing),
    changes: differing.flatMap((key) => valueLines(key, before[key], spec.settings[key])),
    marks: marksMissing(request, here),
    written: isWritten(request),
    capacity: null,
    alarms: null,
  };
}

/** A log group outlives its function, so one that is yet to be made may find one that does not keep its events for ever. */
async function newSettings(settings: Settings, spec: FunctionSpec): Promise<FunctionSettings> {
  if (spec.settings.logRetention !== null) return settingDefaults;
  const of = { functionName: spec.name, arn: '', logGroup: spec.config.logGroup ?? null };
  return { ...settingDefaults, ...(await settings.read(of, ['logRetention'])) };
}

async function liveSettings(
  settings: Settings,
  request: UpkeepRequest,
  here: LiveFunction,
): Promise<Partial<FunctionSettings>> {
  const { spec } = request;
  const known: Partial<FunctionSettings> = {
    reservedConcurrency: here.reservedConcurrency,
    ...(here.tags === null ? {} : { tags: userTags(here.tags) }),
  };
  const unknown = keysOf(spec.settings).filter((key) => !(key in known));
  const trusted = isWritten(request) && !request.thorough;
  const asked = trusted ? unknown.filter((key) => toldForFree.includes(key)) : unknown;
  if (asked.length === 0) return known;
  const logGroup = spec.config.logGroup === undefined ? here.config.logGroup : spec.config.logGroup;
  const subject = { functionName: spec.name, arn: here.arn, logGroup };
  return { ...known, ...(await settings.read(subject, asked)) };
}

/** Null when nothing is declared. Of another log group nobody knows yet how long it keeps its events. */
function markOf({ settings, config }: FunctionSpec, role: Role | null): string | null {
  if (Object.keys(settings).length === 0 && role === null) return null;
  const { logGroup } = config;
  const group = settings.logRetention === undefined || logGroup === undefined ? [] : [logGroup];
  return Digest.short(canonicalJson([settings, role, ...group]));
}

/** None where the tags may not be read: nobody can say whose the function is. */
function marksMissing({ spec, marks, role }: UpkeepRequest, here: LiveFunction | null): Upkeep['marks'] {
  if (here !== null && here.tags === null) return {};
  const mark = markOf(spec, role);
  const all = { ...marks, ...(mark === null ? {} : { [settingsTag]: mark }) };
  return Object.fromEntries(Object.entries(all).filter(([tag, value]) => here?.tags?.[tag] !== value));
}

const keysOf = (settings: Partial<FunctionSettings>): Key[] => (Object.keys(settings) as Key[]).sort();

function pick(settings: Partial<FunctionSettings>, keys: readonly Key[]): Partial<FunctionSettings> {
  return Object.fromEntries(keys.map((key) => [key, settings[key]]));
}
