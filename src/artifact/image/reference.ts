import type { RepositoryAddress } from '../../core/code';

/** An image as people name it: `public.ecr.aws/lambda/nodejs:24`. */
export interface Reference {
  readonly repository: RepositoryAddress;
  /** Tag or digest; the digest where there are both. */
  readonly reference: string;
  readonly isPinned: boolean;
}

const form =
  /^([a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*)*)(?::(\w[\w.-]{0,127}))?(?:@(sha256:[0-9a-f]{64}))?$/;

/** Null for what is none. A name without a host is one of Docker Hub, as everywhere else. */
export function readReference(text: string): Reference | null {
  const slash = text.indexOf('/');
  const first = text.slice(0, Math.max(0, slash));
  const isHost = /[.:]/.test(first) || first === 'localhost';
  const found = form.exec(isHost ? text.slice(slash + 1) : text);
  if (!found || (isHost && !/^[a-z0-9.-]+(?::\d{1,5})?$/i.test(first))) return null;
  const [, name = '', tag, digest] = found;
  const ofHub = name.includes('/') ? name : `library/${name}`;
  const repository = isHost
    ? { host: first, name: hubName(first, name) }
    : { host: 'docker.io', name: ofHub };
  return { repository, reference: digest ?? tag ?? 'latest', isPinned: digest !== undefined };
}

const hubName = (host: string, name: string): string =>
  host === 'docker.io' && !name.includes('/') ? `library/${name}` : name;
