/**
 * Whether the alarms that shipit makes are as declared. A tag of the function remembers which its alias has, so that nobody
 * has to ask CloudWatch while nothing changes: each alias has a tag of its own, because stages may share a function.
 */
import type { FunctionSpec, OwnAlarm } from '../config/project';
import { awsDefaults } from '../core/function';
import type { AlarmDefinition, Alarms } from '../core/ports';
import { type AlarmSubject, definitionsOf } from './own-alarms';
import type { AlarmUpkeep, Live, Upkeep } from './plan';

export interface AlarmRequest {
  readonly spec: FunctionSpec;
  readonly live: Live;
  /** Tags by which shipit knows its own. */
  readonly marks: AlarmDefinition['tags'];
  /** Percent. */
  readonly maxErrorRate: number;
  /** Asks which are there, whatever the tag says. */
  readonly thorough: boolean;
}

/** The upkeep with the alarms, and a line for what becomes of them. */
export async function withAlarms(
  alarms: Pick<Alarms, 'read'>,
  upkeep: Upkeep,
  request: AlarmRequest,
): Promise<Upkeep> {
  const found = await planAlarms(alarms, request);
  return found === null
    ? upkeep
    : { ...upkeep, alarms: found, changes: [...upkeep.changes, ...linesOf(found)] };
}

export const AlarmTag = {
  of: (alias: string): string => `shipit:alarms:${alias}`,

  is: (tag: string): boolean => tag.startsWith('shipit:alarms:'),

  /** What it says between the first of several writes and the last. */
  unfinished: 'unfinished',
};

async function planAlarms(alarms: Pick<Alarms, 'read'>, request: AlarmRequest): Promise<AlarmUpkeep | null> {
  const { spec, live, thorough } = request;
  const here = live.serving ?? live.latest;
  const subject = subjectOf(request);
  const mark = { tag: AlarmTag.of(spec.alias), value: textOf(subject) };
  const told = spec.manage === 'all' && here?.tags !== null;
  if (!told) return { subject, state: 'untold', remembered: null, mark, missing: [] };
  const remembered = here?.tags?.[mark.tag] ?? null;
  if ((remembered ?? none) === none && spec.ownAlarms.length === 0) return null;
  const state = remembered === mark.value ? 'kept' : 'changed';
  const missing = thorough && state === 'kept' ? await missingOf(alarms, subject) : [];
  return { subject, state, remembered, mark, missing };
}

function subjectOf({ spec, live, marks, maxErrorRate }: AlarmRequest): AlarmSubject {
  const here = live.serving ?? live.latest;
  const timeoutS = spec.config.timeout ?? here?.config.timeout ?? awsDefaults.timeout;
  const ref = { functionName: spec.name, alias: spec.alias };
  return { ref, own: spec.ownAlarms, maxErrorRate, timeoutS, tags: marks };
}

async function missingOf(alarms: Pick<Alarms, 'read'>, subject: AlarmSubject): Promise<string[]> {
  const names = definitionsOf(subject, null).map(({ name }) => name);
  const there = new Set((await alarms.read(names)).map(({ name }) => name));
  return names.filter((name) => !there.has(name));
}

const none = 'none';

/** `errors=5 p99=2700`, of characters that a tag may have. */
function textOf(subject: AlarmSubject): string {
  const parts = definitionsOf(subject, null).map(({ kind, threshold }) => `${kind}=${threshold}`);
  return parts.length === 0 ? none : parts.join(' ');
}

/** `~ alarms none -> errors 5%, throttles`. */
function linesOf({ state, remembered, mark, missing }: AlarmUpkeep): string[] {
  if (state === 'changed') return [`~ alarms ${wordsOf(remembered ?? none)} -> ${wordsOf(mark.value)}`];
  return missing.map((name) => `+ alarm ${name}, which somebody deleted`);
}

/** What stands there of alarms, and not of settings of the function itself. */
export const isAlarmLine = (line: string): boolean => /^[~+] alarms? /.test(line);

const words: { readonly [K in OwnAlarm['kind']]: (threshold: string) => string } = {
  errors: (threshold) => `errors ${threshold}%`,
  throttles: (threshold) => (threshold === '0' ? 'throttles' : `throttles ${threshold} a minute`),
  p99: (threshold) => `p99 ${threshold}ms`,
};

function wordsOf(text: string): string {
  const parts = text.split(' ').map((part) => {
    const [, kind, threshold] = /^(errors|throttles|p99)=([\d.]+)$/.exec(part) ?? [];
    return kind === undefined || threshold === undefined ? part : words[kind as OwnAlarm['kind']](threshold);
  });
  return parts.join(', ');
}
