/** How images are called: by the name that ECR gives a registry, or by where this one is served. */

export interface ImageAddress {
  /** Null for an address of this machine. */
  readonly account: string | null;
  readonly region: string | null;
  /** Of an address of this machine. */
  readonly port: string | null;
  readonly repository: string;
  readonly tag: string | null;
  readonly digest: string | null;
}

const name = '[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*';
const form = new RegExp(
  `^(?:(\\d{12})\\.dkr\\.ecr\\.([a-z0-9-]+)\\.amazonaws\\.com(?:\\.cn)?|(?:127\\.0\\.0\\.1|localhost):(\\d{1,5}))/(${name}(?:/${name})*)(?::(\\w[\\w.-]{0,127}))?(?:@(sha256:[0-9a-f]{64}))?$`,
);

/** Null for what names neither a tag nor a digest, and for images of other registries. */
export function imageAddress(uri: string): ImageAddress | null {
  const [, account = null, region = null, port = null, repository, tag = null, digest = null] =
    form.exec(uri) ?? [];
  if (repository === undefined || (tag === null && digest === null)) return null;
  return { account, region, port, repository, tag, digest };
}
