/** Tags: docs.aws.amazon.com/lambda/latest/dg/configuration-tags.html. Of functions, and of what stands beside them. */
import type { World } from '../world';
import { findCapacity } from './capacity';
import { findSigning } from './code-signing';
import { Check, insist } from './constraints';
import { refusal } from './errors';
import { findEventSource } from './event-sources';
import { findFunction } from './find';
import { parseName } from './names';
import { insistOnNoUpdate } from './settled';

type Tags = Readonly<{ [key: string]: string }>;

export interface Tagged {
  readonly tags: Tags;
  set(tags: Tags): void;
}

const limit = 50;
const characters = Check.pattern('([\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*)');
const keyLength = Check.length(1, 128);
const valueLength = Check.length(0, 256);

const resourceForm = Check.pattern(
  'arn:(aws[a-zA-Z-]*):lambda:(eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:\\d{12}:(function:[a-zA-Z0-9-_]+(:(\\$LATEST|[a-zA-Z0-9-_]+))?|code-signing-config:csc-[a-z0-9]{17}|event-source-mapping:[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}|(capacity-provider|network-connector):[a-zA-Z0-9-_]{1,64})',
);

export function insistOnTags(tags: Tags): void {
  insist(
    ...Object.entries(tags).flatMap(([key, value]) => [
      characters('tags', key) ?? keyLength('tags', key),
      characters('tags', value) ?? valueLength('tags', value),
    ]),
  );
  if (Object.keys(tags).length > limit) throw refusal.invalid('Number of tags exceeds resource tag limit.');
}

/** What can have tags is named by its ARN. Throws for what is not there, and for versions, aliases and layers. */
export function findTagged(world: World, resource: string | undefined): Tagged {
  insist(Check.required('resource', resource) ?? resourceForm('resource', resource));
  const arn = resource ?? '';
  const [, , , , , kind, id = ''] = arn.split(':');
  if (kind === 'code-signing-config') return ofEntry(findSigning(world, arn));
  if (kind === 'capacity-provider') return ofEntry(findCapacity(world, arn));
  if (kind === 'network-connector') throw refusal.missing(`Network connector not found: ${arn}`);
  return kind === 'event-source-mapping' ? ofEventSource(world, id) : ofFunction(world, arn);
}

const ofEntry = (entry: { tags: Tags }): Tagged => ({
  tags: entry.tags,
  set(tags) {
    entry.tags = tags;
  },
});

function ofEventSource(world: World, uuid: string): Tagged {
  const source = findEventSource(world, uuid);
  return {
    tags: source.definition.Tags ?? {},
    set(tags) {
      source.definition = { ...source.definition, Tags: { ...tags } };
    },
  };
}

/** Tags are not changed while the function is being updated. */
function ofFunction(world: World, arn: string): Tagged {
  const ref = parseName(world, { FunctionName: arn });
  if (ref.qualifier !== null)
    throw refusal.invalid(
      'Tags on function aliases and versions are not supported. Please specify a function ARN.',
    );
  const entry = findFunction(world, ref);
  return {
    tags: entry.tags,
    set(tags) {
      insistOnNoUpdate(entry.latest, ref.functionArn);
      entry.tags = tags;
    },
  };
}
