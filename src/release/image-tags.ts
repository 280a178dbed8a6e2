/** The tags of images that were pushed here: what of, and for which function. */

interface Whose {
  readonly functionName: string;
  readonly commit: string | null;
}

export interface ImageTags {
  readonly first: string;
  /** Where the first names another image already, as after a change that was not committed. */
  readonly second: string;
  /** Says which function it was pushed for: as long as another one has its own there, it stays. */
  readonly user: string;
}

/** An image of many functions has one such tag for each, and none of them ever moves. */
export function tagsOf(digest: string, { functionName, commit }: Whose): ImageTags {
  const short = digest.slice('sha256:'.length).slice(0, 12);
  const first = commit === null ? `shipit-${short}` : `sha-${commit}`;
  return { first, second: `${first}-${short}`, user: `for-${functionName}-${short}` };
}

const sources = /^(sha-[0-9a-f]{7,64}|shipit-[0-9a-f]{12})(-[0-9a-f]{12})?$/;

/** Every tag of it was made here, and for this function alone. */
export function isOnlyFor(tags: readonly string[], digest: string, functionName: string): boolean {
  const { user } = tagsOf(digest, { functionName, commit: null });
  return tags.includes(user) && tags.every((tag) => tag === user || sources.test(tag));
}
