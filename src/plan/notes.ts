/** What a person should know before a release, and what it will not do. */
import type { FunctionSpec } from '../config/project';
import { isAlarmLine } from './alarm-upkeep';
import { type Owner, ownerOf, ownerWords } from './ownership';
import { isNew, type Live, type Upkeep, undeclared } from './plan';

export interface Noted {
  readonly spec: FunctionSpec;
  readonly live: Live;
  readonly action: 'create' | 'update' | 'none';
  readonly upkeep: Upkeep;
  readonly owner: Owner;
  /** The role that it runs with already is written in this release. */
  readonly roleChanges: boolean;
  /** Of the version. */
  readonly changes: readonly string[];
}

export function notesOn(noted: Noted): string[] {
  const { spec, live, action, upkeep } = noted;
  if (action === 'none' && upkeep.changes.length === 0) return [];
  return [
    ...ownership(noted),
    ...standing(noted.changes),
    ...(spec.manage === 'release' && action !== 'none' ? managedElsewhere(spec) : []),
    ...(action === 'create'
      ? ['first release: all requests at once, because there is no version to go back to']
      : []),
    ...capacity(noted),
    ...alarms(noted),
    ...(hasSettings(upkeep) && !isNew({ live })
      ? [
          'settings of the function as a whole hold for every version at once, and do not go back with a rollback',
        ]
      : []),
    ...(noted.roleChanges
      ? [
          'its role changes before the rollout, for the version that serves now too, and does not go back with a rollback',
        ]
      : []),
  ];
}

/** Beside the lines of its capacity and of its alarms. */
const hasSettings = ({ changes, capacity: own }: Upkeep): boolean =>
  changes.filter((line) => !isAlarmLine(line)).length > (own === null ? 0 : 1);

function capacity({ spec, action, upkeep }: Noted): string[] {
  const moves = action === 'update' && (spec.provisionedConcurrency ?? 0) > 0;
  if (moves)
    return [
      'the new version gets its provisioned concurrency before each step, which takes minutes; the old one keeps its own until the last step is over',
    ];
  const wanted = upkeep.capacity?.wanted ?? 0;
  return wanted > 0 ? ['it is over when its provisioned concurrency is ready, which takes minutes'] : [];
}

/** Where no tag can tell which there are, nobody can say what changes. */
function alarms({ action, upkeep }: Noted): string[] {
  const { state, subject } = upkeep.alarms ?? {};
  if (action === 'none' || state !== 'untold' || subject === undefined || subject.own.length === 0) return [];
  const kinds = subject.own.map(({ kind }) => kind).join(', ');
  return [`its own alarms (${kinds}) are written with each release, because no tag of it tells which it has`];
}

/** Lambda publishes $LATEST as it is: what a release that failed, or somebody else, left there goes along. */
function standing(changes: readonly string[]): string[] {
  const names = changes.filter((line) => line.includes(undeclared)).map((line) => line.split(' ')[1] ?? line);
  if (names.length === 0) return [];
  return [
    `goes live without being declared, because it stands in $LATEST: ${[...new Set(names)].join(', ')}`,
  ];
}

/** Where no tag is written, nothing changes hands. */
function ownership({ spec, live, upkeep, owner }: Noted): string[] {
  const here = live.serving ?? live.latest;
  if (here === null || here.tags === null) return [];
  if (spec.manage === 'release')
    return live.record.kind === 'none' && ownerOf(here.tags, owner) === 'nobody'
      ? [`adopts the versions and the alias ${spec.alias} of ${spec.name}, which shipit did not make`]
      : [];
  if (Object.keys(upkeep.marks).length === 0) return [];
  const whose = ownerOf(here.tags, owner);
  if (whose === 'ours') return [];
  return whose === 'nobody'
    ? [`adopts ${spec.name}, which shipit did not make: it gets the tags of this project`]
    : [`takes over ${spec.name}, which belongs to ${ownerWords(here.tags)}`];
}

/** What the tools that keep the settings must be told, or their next run takes the release back. */
function managedElsewhere({ name, alias }: FunctionSpec): string[] {
  return [
    `settings of ${name} belong to another tool: only code, version and alias ${alias} are changed`,
    'Terraform, in aws_lambda_alias: lifecycle { ignore_changes = [function_version, routing_config, description] }',
    'Terraform, in aws_lambda_function: lifecycle { ignore_changes = [filename, source_code_hash, s3_key, s3_object_version, image_uri, publish] }',
    'CloudFormation, SAM and CDK cannot ignore a property: in CDK, make no Version and no Alias of it, and let `code` stay what it was when the function was made; in SAM, leave AutoPublishAlias out',
  ];
}
