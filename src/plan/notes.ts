/** What a person should know before a release, and what it will not do. */
import type { FunctionSpec } from '../config/project';
import { type Owner, ownerOf, ownerWords } from './ownership';
import { isNew, type Live, type Upkeep } from './plan';

export interface Noted {
  readonly spec: FunctionSpec;
  readonly live: Live;
  readonly action: 'create' | 'update' | 'none';
  readonly upkeep: Upkeep;
  readonly owner: Owner;
  /** The role that it runs with already is written in this release. */
  readonly roleChanges: boolean;
}

export function notesOn(noted: Noted): string[] {
  const { spec, live, action, upkeep } = noted;
  if (action === 'none' && upkeep.changes.length === 0) return [];
  return [
    ...ownership(noted),
    ...(spec.manage === 'release' && action !== 'none' ? managedElsewhere(spec) : []),
    ...(action === 'create'
      ? ['first release: all requests at once, because there is no version to go back to']
      : []),
    ...(upkeep.changes.length > 0 && !isNew({ live })
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

/** Where no tag is written, nothing changes hands. */
function ownership({ spec, live, upkeep, owner }: Noted): string[] {
  const here = live.serving ?? live.latest;
  if (here === null || here.tags === null || Object.keys(upkeep.marks).length === 0) return [];
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
    'CloudFormation, SAM and CDK cannot ignore a property: leave the alias and the versions out of the stack, and its code as it was when the function was made',
  ];
}
