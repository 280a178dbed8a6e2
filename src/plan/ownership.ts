/**
 * Whose a function, a role or a layer is: shipit tags what it makes with the project and the stage that made it.
 * What carries other tags, or none, is never taken away or taken over in silence.
 */

/** The part of a Project that owns things. */
export interface Owner {
  readonly name: string;
  readonly stage: { readonly name: string } | null;
}

/** `nobody`: it carries no tag of shipit. `stage`: it is of another stage of this project, or of none. */
export type Ownership = 'ours' | 'nobody' | 'stage' | 'project';

type Tags = Readonly<{ [tag: string]: string }>;

const projectTag = 'shipit:project';
const stageTag = 'shipit:stage';

/** What shipit adds to the tags of everything that it makes. */
export function ownershipTags({ name, stage }: Owner): Tags {
  return { [projectTag]: name, ...(stage === null ? {} : { [stageTag]: stage.name }) };
}

/** Another stage of the same project is another owner: each stage has functions of its own. */
export const isSameOwner = (one: Tags, other: Tags): boolean =>
  one[projectTag] === other[projectTag] && one[stageTag] === other[stageTag];

export function ownerOf(tags: Tags, { name, stage }: Owner): Ownership {
  if (tags[projectTag] === undefined && tags[stageTag] === undefined) return 'nobody';
  if (isSameOwner(tags, ownershipTags({ name, stage }))) return 'ours';
  return tags[projectTag] === name ? 'stage' : 'project';
}

/** Whoever the tags name, for people: `project orders, stage prod`, or `nobody: it has no tag of shipit`. */
export function ownerWords(tags: Tags): string {
  const { [projectTag]: project, [stageTag]: stage } = tags;
  if (project === undefined && stage === undefined) return 'nobody: it has no tag of shipit';
  return `project ${project ?? '(none)'}${stage === undefined ? '' : `, stage ${stage}`}`;
}
