/** What shipit writes into the description of a version that has none of its own: whence it came, for whoever finds it. */
import type { Source } from './built';
import { Digest } from './values';

export interface Stamped extends Source {
  readonly release: string;
  readonly digest: Digest;
}

const digits = 12;

/** `shipit <release> <commit> <digest>`; `+` behind a commit says that the files were no longer those of it. */
export const Stamp = {
  format({ release, commit, dirty, digest }: Stamped): string {
    const of = commit === null ? 'no-commit' : `${commit.slice(0, digits)}${dirty === true ? '+' : ''}`;
    return `shipit ${release} ${of} ${Digest.hex(digest).slice(0, digits)}`;
  },
};
